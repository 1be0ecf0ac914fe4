import { Module } from '@nestjs/common';

import { OutboxRelay } from './outbox.relay';
import { OutboxRepository } from './outbox.repository';
import { OutboxSweeper } from './outbox.sweeper';
import { OutboxWorker } from './outbox.worker';

@Module({
  providers: [OutboxRepository, OutboxRelay, OutboxSweeper, OutboxWorker],
  exports: [OutboxRepository, OutboxWorker],
})
export class OutboxModule {}
