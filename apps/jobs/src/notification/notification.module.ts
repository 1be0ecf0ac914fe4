import { Module } from '@nestjs/common';

import { OutboxModule } from '../outbox/outbox.module';
import { Channels } from './channels';
import { EmailSender } from './email.sender';
import { InAppSender } from './in-app.sender';
import { NotificationFactsRepository } from './notification-facts.repository';
import { NotificationProcessor } from './notification.processor';
import { NotificationRepository } from './notification.repository';
import { WebhookSender } from './webhook.sender';

/** What users are told, and by which channels. */
@Module({
  imports: [OutboxModule],
  providers: [
    ...[NotificationProcessor, NotificationRepository, NotificationFactsRepository],
    ...[Channels, EmailSender, WebhookSender, InAppSender],
  ],
})
export class NotificationModule {}
