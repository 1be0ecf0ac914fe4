import { BullModule } from '@nestjs/bull';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { PlatformConfig } from '@cardroom/platform';

import { JobQueues } from './job-queues';
import { queueOptions } from './queue-connection';
import { QueueHealth } from './queue.health';
import { WORKED_QUEUES } from './worked-queues';

/** Bull for this app. Repeatable jobs would be registered here and nowhere else; there are none. */
@Global()
@Module({})
export class QueuesModule {
  static forRoot(config: PlatformConfig): DynamicModule {
    return {
      module: QueuesModule,
      imports: [
        BullModule.forRoot(queueOptions(config)),
        BullModule.registerQueue(...WORKED_QUEUES.map((name) => ({ name }))),
      ],
      providers: [JobQueues, QueueHealth],
      exports: [JobQueues],
    };
  }
}
