import { Injectable } from '@nestjs/common';
import type { NotificationChannel } from '@cardroom/notifications';

import { EmailSender } from './email.sender';
import { InAppSender } from './in-app.sender';
import type { NotificationSender } from './notification-sender';
import { WebhookSender } from './webhook.sender';

/** The ways out that this house has. */
@Injectable()
export class Channels {
  private readonly senders: Readonly<Record<NotificationChannel, NotificationSender>>;

  constructor(email: EmailSender, webhook: WebhookSender, inApp: InAppSender) {
    this.senders = { email, webhook, in_app: inApp };
  }

  available(): NotificationChannel[] {
    const names = Object.keys(this.senders) as NotificationChannel[];
    return names.filter((name) => this.senders[name].isThere);
  }

  sender(channel: NotificationChannel): NotificationSender {
    return this.senders[channel];
  }
}
