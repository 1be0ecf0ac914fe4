import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { textOf } from '@cardroom/notifications';
import { APP_CONFIG } from '@cardroom/platform';
import { createTransport, type Transporter } from 'nodemailer';

import type { JobsConfig } from '../config/jobs.config';
import type { NotificationSender } from './notification-sender';
import type { Outgoing } from './notification.repository';

/** Together less than a claim lasts. */
const LIMITS = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 };

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** E-mail by SMTP, over few connections that are kept. */
@Injectable()
export class EmailSender implements NotificationSender, OnApplicationShutdown {
  private readonly transport: Transporter | null;
  private readonly from: string;

  constructor(@Inject(APP_CONFIG) { smtpUrl, mailFrom }: JobsConfig) {
    this.from = mailFrom;
    this.transport =
      smtpUrl === undefined
        ? null
        : createTransport({ url: smtpUrl, pool: true, maxConnections: 2, ...LIMITS });
  }

  get isThere(): boolean {
    return this.transport !== null;
  }

  async send({ id, content, language, email }: Outgoing): Promise<void> {
    if (this.transport === null) throw new Error('SMTP_URL is not set');
    const { title, text } = textOf(content, language);
    await this.transport.sendMail({
      from: { name: 'Cardroom', address: this.from },
      to: { name: '', address: email },
      subject: title,
      text: `${text}\n\nCardroom\n`,
      messageId: `<${id}@${domainOf(this.from)}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
      // A text of ours never names a file or an address to read.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
