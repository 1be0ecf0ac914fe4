import { Module } from '@nestjs/common';

import { OutboxModule } from '../outbox/outbox.module';
import { DepositProcessor } from './deposit.processor';

@Module({ imports: [OutboxModule], providers: [DepositProcessor] })
export class NotificationModule {}
