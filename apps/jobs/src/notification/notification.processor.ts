import { Process, Processor } from '@nestjs/bull';
import { withTransaction } from '@cardroom/database';
import {
  isNotificationTopic,
  NOTIFICATION_CHANNELS,
  type NotificationTopic,
} from '@cardroom/notifications';
import { counter } from '@cardroom/platform';
import type { OutboxJob } from '@cardroom/protocol';
import type { Job } from 'bull';
import { DataSource } from 'typeorm';

import { OutboxRepository, type OpenRow } from '../outbox/outbox.repository';
import { OutboxWorker } from '../outbox/outbox.worker';
import { CONCURRENCY } from '../queues/worked-queues';
import { Channels } from './channels';
import { NotificationFactsRepository } from './notification-facts.repository';
import { NotificationRepository } from './notification.repository';

const sends = counter('notifications_total', 'Notifications by what became of them.', [
  'channel',
  'outcome',
]);
for (const channel of NOTIFICATION_CHANNELS) {
  for (const outcome of ['sent', 'failed']) sends.inc({ channel, outcome }, 0);
}

type Payload = OpenRow['payload'];

/**
 * Tells users: a row of a topic becomes a stored notification with a row for each of its channels,
 * and each of those is sent, tried again and given up by itself.
 */
@Processor('notification')
export class NotificationProcessor {
  constructor(
    private readonly worker: OutboxWorker,
    private readonly outbox: OutboxRepository,
    private readonly source: DataSource,
    private readonly facts: NotificationFactsRepository,
    private readonly notifications: NotificationRepository,
    private readonly channels: Channels,
  ) {}

  @Process({ concurrency: CONCURRENCY.notification })
  async handle(job: Job<OutboxJob>): Promise<void> {
    const { topic } = job.data;
    await this.worker.run('notification', job.data, (payload, outboxId) =>
      isNotificationTopic(topic)
        ? this.store(topic, payload, outboxId)
        : this.send(payload, outboxId),
    );
  }

  private async store(topic: NotificationTopic, payload: Payload, outboxId: string): Promise<void> {
    await withTransaction(this.source, async (manager) => {
      const { userId, content } = await this.facts.read(manager, topic, payload);
      const notification = { id: outboxId, userId, content };
      await this.notifications.add(manager, notification, this.channels.available());
      await this.outbox.done(outboxId, manager);
    });
  }

  private async send({ notificationId, ...payload }: Payload, outboxId: string): Promise<void> {
    const channel = NOTIFICATION_CHANNELS.find((name) => name === payload['channel']);
    if (notificationId === undefined || channel === undefined) {
      throw new Error('The row names no notification and channel');
    }
    const claim = await this.notifications.claim(notificationId, channel);
    if (claim.status === 'busy') throw new Error('Another worker sends it, or died at it');
    if (claim.status === 'claimed') {
      try {
        await this.channels.sender(channel).send(claim.outgoing);
      } catch (cause) {
        sends.inc({ channel, outcome: 'failed' });
        await this.notifications.release(notificationId, channel);
        throw cause;
      }
      sends.inc({ channel, outcome: 'sent' });
    }
    await withTransaction(this.source, async (manager) => {
      await this.notifications.sent(manager, notificationId, channel);
      await this.outbox.done(outboxId, manager);
    });
  }
}
