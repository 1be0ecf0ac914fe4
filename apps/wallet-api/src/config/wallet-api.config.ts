import { IsOptional } from 'class-validator';
import {
  EdgeConfig,
  isBase64Of,
  isKeyPair,
  IsListOf,
  IsPortNumber,
  IsPrivateKey,
  IsUrlOf,
  IsWholeNumber,
  Rule,
  Variable,
} from '@cardroom/platform';

import { isRateSource } from '../rates/sources/market-styles';

const MIN_SECRET_LENGTH = 32;

/** Everything that wallet-api is told from outside. */
export class WalletApiConfig extends EdgeConfig {
  @Variable('WALLET_API_PORT')
  @IsPortNumber()
  port = 3000;

  @Variable('JWT_PRIVATE_KEY')
  @IsPrivateKey()
  @Rule<WalletApiConfig>(
    'must belong to JWT_PUBLIC_KEY',
    (value, { jwtPublicKey }) => typeof value === 'string' && isKeyPair(value, jwtPublicKey),
  )
  jwtPrivateKey!: string;

  @Variable('ACCESS_TOKEN_TTL')
  @IsWholeNumber({ min: 1, max: 86_400 })
  accessTokenTtlSeconds = 900;

  @Variable('REFRESH_TOKEN_TTL')
  @IsWholeNumber({ min: 1 })
  refreshTokenTtlSeconds = 1_209_600;

  /** wallet-api's alone: whoever holds it can make everybody's one-time codes. */
  @Variable('FACTOR_SEAL_KEY')
  @Rule('must be 32 bytes in base64', (value) => isBase64Of(32, value))
  factorSealKey!: string;

  @Variable('PAYMENT_GATEWAY_URL')
  @IsOptional()
  @IsUrlOf('http', 'https')
  paymentGatewayUrl?: string;

  @Variable('PAYMENT_GATEWAY_API_SECRET')
  @Rule<WalletApiConfig>(
    'must be 32 characters or more, and be given where PAYMENT_GATEWAY_URL is',
    (value, { paymentGatewayUrl }) =>
      value === undefined
        ? paymentGatewayUrl === undefined
        : typeof value === 'string' && value.length >= MIN_SECRET_LENGTH,
  )
  paymentGatewayApiSecret?: string;

  /** Several while one is being replaced. */
  @Variable('PAYMENT_WEBHOOK_SECRETS')
  @IsListOf(
    'must be secrets of 32 characters or more, separated by commas',
    (part) => part.length >= MIN_SECRET_LENGTH,
  )
  @Rule<WalletApiConfig>(
    'must be given in production',
    (value, { nodeEnv }) => nodeEnv !== 'production' || (Array.isArray(value) && value.length > 0),
  )
  paymentWebhookSecrets: string[] = [];

  /** `name=URL` each; two or more are needed for a rate. */
  @Variable('RATE_SOURCES')
  @IsListOf('must be name=URL of known sources, separated by commas', isRateSource)
  rateSources: string[] = [];

  @Variable('RATE_LIMIT_LOGIN_PER_MIN')
  @IsWholeNumber({ min: 1 })
  loginLimitPerMinute = 5;

  @Variable('RATE_LIMIT_REGISTER_PER_MIN')
  @IsWholeNumber({ min: 1 })
  registerLimitPerMinute = 3;

  @Variable('RATE_LIMIT_DEFAULT_PER_MIN')
  @IsWholeNumber({ min: 1 })
  defaultLimitPerMinute = 100;

  @Variable('WITHDRAWAL_MIN_KRW')
  @IsWholeNumber({ min: 1 })
  withdrawalMinKrw = 10_000;

  /** Sent without a person up to this sum of a rolling day, by player and by address. */
  @Variable('WITHDRAWAL_AUTOMATIC_KRW')
  @IsWholeNumber({ min: 0 })
  withdrawalAutomaticKrw = 1_000_000;

  /** Above it two persons approve. */
  @Variable('WITHDRAWAL_ONE_PERSON_KRW')
  @IsWholeNumber({ min: 0 })
  @Rule<WalletApiConfig>(
    'must not be below WITHDRAWAL_AUTOMATIC_KRW',
    (value, { withdrawalAutomaticKrw }) => Number(value) >= withdrawalAutomaticKrw,
  )
  withdrawalOnePersonKrw = 10_000_000;

  @Variable('WITHDRAWAL_FEE_BITCOIN_KRW')
  @IsWholeNumber({ min: 0 })
  withdrawalFeeBitcoinKrw = 3_000;

  @Variable('WITHDRAWAL_FEE_ETHEREUM_KRW')
  @IsWholeNumber({ min: 0 })
  withdrawalFeeEthereumKrw = 2_000;

  @Variable('WITHDRAWAL_COOLING_MINUTES')
  @IsWholeNumber({ min: 0, max: 10_080 })
  withdrawalCoolingMinutes = 1_440;

  /** How long a withdrawal waits after a new password, second factor or address. */
  @Variable('WITHDRAWAL_SECURITY_DELAY_MINUTES')
  @IsWholeNumber({ min: 0, max: 10_080 })
  withdrawalSecurityDelayMinutes = 1_440;

  /** What nobody has approved so long after its wait goes back to the player. */
  @Variable('WITHDRAWAL_APPROVAL_DAYS')
  @IsWholeNumber({ min: 1, max: 90 })
  withdrawalApprovalDays = 7;

  @Variable('WITHDRAWALS_PER_HOUR')
  @IsWholeNumber({ min: 1 })
  withdrawalsPerHour = 10;

  /** The bucket of old hands; without it they are in `archive` of DATA_DIR. */
  @Variable('ARCHIVE_S3_URL')
  @IsOptional()
  @IsUrlOf('http', 'https')
  archiveS3Url?: string;
}
