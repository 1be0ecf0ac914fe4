import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { textOf } from '@cardroom/notifications';
import { APP_CONFIG, HttpClient, signedWith } from '@cardroom/platform';

import type { JobsConfig } from '../config/jobs.config';
import type { NotificationSender } from './notification-sender';
import type { Outgoing } from './notification.repository';

const TIMEOUT_MS = 10_000;

/** The operator's own way of pushing messages: one signed POST a notification. */
@Injectable()
export class WebhookSender implements NotificationSender, OnApplicationShutdown {
  private readonly client: HttpClient | null;
  private readonly path: string;

  constructor(@Inject(APP_CONFIG) config: JobsConfig) {
    const { notificationWebhookUrl: url, notificationWebhookSecret: secret = '' } = config;
    const { origin, pathname, search } = new URL(url ?? 'http://nowhere.invalid/');
    this.path = `${pathname}${search}`;
    this.client =
      url === undefined
        ? null
        : new HttpClient({
            ...{ provider: 'notification-webhook', baseUrl: origin, headersOf: signedWith(secret) },
            // The outbox tries again, and waits longer each time.
            ...{ timeoutMs: TIMEOUT_MS, attempts: 1 },
          });
  }

  get isThere(): boolean {
    return this.client !== null;
  }

  async send({ id, userId, content, language, createdAt }: Outgoing): Promise<void> {
    if (this.client === null) throw new Error('NOTIFICATION_WEBHOOK_URL is not set');
    const body = {
      ...{ notificationId: id, userId, ...content, language, ...textOf(content, language) },
      createdAt: createdAt.toISOString(),
    };
    await this.client.text({ method: 'POST', path: this.path, body, idempotencyKey: id });
  }

  onApplicationShutdown(): void {
    this.client?.close();
  }
}
