import { BullModule, getQueueToken } from '@nestjs/bull';
import { Global, Module, type DynamicModule, type FactoryProvider } from '@nestjs/common';
import type { PlatformConfig } from '@cardroom/platform';
import type { OutboxJob } from '@cardroom/protocol';
import type { Queue } from 'bull';

import { JobQueues } from './job-queues';
import { QueueConnections } from './queue-connection';
import { QueueHealth } from './queue.health';
import { WORKED_QUEUES, type WorkedQueue } from './worked-queues';

const jobQueues = (connections: QueueConnections): FactoryProvider<JobQueues> => ({
  provide: JobQueues,
  inject: WORKED_QUEUES.map((name) => getQueueToken(name)),
  useFactory: (...queues: Queue<OutboxJob>[]) =>
    new JobQueues(new Map(queues.map((queue) => [queue.name as WorkedQueue, queue])), connections),
});

/** Bull for this app. Repeatable jobs would be registered here and nowhere else; there are none. */
@Global()
@Module({})
export class QueuesModule {
  static forRoot(config: PlatformConfig): DynamicModule {
    const connections = new QueueConnections(config);
    return {
      module: QueuesModule,
      imports: [
        BullModule.forRoot(connections.queueOptions()),
        BullModule.registerQueue(...WORKED_QUEUES.map((name) => ({ name }))),
      ],
      providers: [jobQueues(connections), QueueHealth],
      exports: [JobQueues],
    };
  }
}
