import { Injectable } from '@nestjs/common';
import { NotificationEvents } from '@cardroom/cache';
import { textOf } from '@cardroom/notifications';

import type { NotificationSender } from './notification-sender';
import type { Outgoing } from './notification.repository';

/** The user's sockets, on whatever node; who has none finds the notification in the list. */
@Injectable()
export class InAppSender implements NotificationSender {
  readonly isThere = true;

  constructor(private readonly events: NotificationEvents) {}

  async send({ id, userId, content, language, createdAt }: Outgoing): Promise<void> {
    const { title, text } = textOf(content, language);
    await this.events.publish({
      userId,
      message: { notificationId: id, topic: content.topic, title, text, atMs: createdAt.getTime() },
    });
  }
}
