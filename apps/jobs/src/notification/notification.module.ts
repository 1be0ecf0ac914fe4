import { Module } from '@nestjs/common';

import { OutboxModule } from '../outbox/outbox.module';
import { NoticeProcessor } from './notice.processor';

@Module({ imports: [OutboxModule], providers: [NoticeProcessor] })
export class NotificationModule {}
