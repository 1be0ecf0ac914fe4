import { IsOptional } from 'class-validator';
import {
  IsListOf,
  IsOneOf,
  IsPortNumber,
  IsSigningKey,
  IsText,
  IsUrlOf,
  isVerifyingKey,
  IsWholeNumber,
  PlatformConfig,
  Rule,
  Variable,
} from '@cardroom/platform';

const MIN_SECRET_LENGTH = 32;

/** Everything that jobs is told from outside. */
export class JobsConfig extends PlatformConfig {
  @Variable('JOBS_PORT')
  @IsPortNumber()
  port = 3002;

  /** Withdrawals are sent through it; without it they stay queued. */
  @Variable('PAYMENT_GATEWAY_URL')
  @IsOptional()
  @IsUrlOf('http', 'https')
  paymentGatewayUrl?: string;

  @Variable('PAYMENT_GATEWAY_API_SECRET')
  @Rule<JobsConfig>(
    'must be 32 characters or more, and be given where PAYMENT_GATEWAY_URL is',
    (value, { paymentGatewayUrl }) =>
      value === undefined
        ? paymentGatewayUrl === undefined
        : typeof value === 'string' && value.length >= MIN_SECRET_LENGTH,
  )
  paymentGatewayApiSecret?: string;

  /** jobs' alone: with it the audit trail is sealed. Empty outside production: it is not. */
  @Variable('AUDIT_SIGNING_KEY')
  @IsSigningKey()
  @Rule<JobsConfig>(
    'must be given in production',
    (value, { nodeEnv }) => nodeEnv !== 'production' || value !== '',
  )
  auditSigningKey = '';

  /** Of keys that signed before the present one. */
  @Variable('AUDIT_PUBLIC_KEYS')
  @IsListOf('must be public keys of Ed25519 in PEM, separated by commas', isVerifyingKey)
  auditPublicKeys: string[] = [];

  @Variable('AUDIT_DIR')
  @IsOptional()
  @IsText(/^[^\0]+$/, 'must be a path')
  auditDir?: string;

  /** Mails go out through it; without it there is no e-mail. */
  @Variable('SMTP_URL')
  @IsOptional()
  @IsUrlOf('smtp', 'smtps')
  smtpUrl?: string;

  @Variable('MAIL_FROM')
  @IsText(/^[^@\s<>"]+@[^@\s<>"]+$/, 'must be an e-mail address')
  mailFrom = 'cardroom@localhost';

  /** The operator's own service for messages; without it there is no such channel. */
  @Variable('NOTIFICATION_WEBHOOK_URL')
  @IsOptional()
  @IsUrlOf('http', 'https')
  notificationWebhookUrl?: string;

  @Variable('NOTIFICATION_WEBHOOK_SECRET')
  @Rule<JobsConfig>(
    'must be 32 characters or more, and be given where NOTIFICATION_WEBHOOK_URL is',
    (value, { notificationWebhookUrl }) =>
      value === undefined
        ? notificationWebhookUrl === undefined
        : typeof value === 'string' && value.length >= MIN_SECRET_LENGTH,
  )
  notificationWebhookSecret?: string;

  /** With it staff can look at the queues, at `/queues`. */
  @Variable('QUEUE_BOARD_PASSWORD')
  @Rule(
    'must be 32 characters or more, or empty',
    (value) => value === '' || (typeof value === 'string' && value.length >= MIN_SECRET_LENGTH),
  )
  queueBoardPassword = '';

  /** Whether `sending` is turned off where the gateway does not hold what players are owed. */
  @Variable('SOLVENCY_GUARD')
  @IsOneOf(['on', 'off'])
  @Rule<JobsConfig>(
    'must be on in production',
    (value, { nodeEnv }) => nodeEnv !== 'production' || value === 'on',
  )
  solvencyGuard: 'on' | 'off' = 'on';

  @Variable('AUDIT_STREAM_BLOCKS')
  @IsWholeNumber({ min: 10 })
  auditStreamBlocks = 100_000;

  /** The bucket of old hands; without it they are in `archive` of DATA_DIR. */
  @Variable('ARCHIVE_S3_URL')
  @IsOptional()
  @IsUrlOf('http', 'https')
  archiveS3Url?: string;
}
