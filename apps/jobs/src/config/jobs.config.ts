import { IsOptional } from 'class-validator';
import { IsPortNumber, IsUrlOf, PlatformConfig, Rule, Variable } from '@cardroom/platform';

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
}
