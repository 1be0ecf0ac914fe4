import { join } from 'node:path';

import { appUrl, type AppName, type AppPorts } from './app-names';
import type { AppSecrets } from './app-secrets';

export interface EnvironmentInput {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly redisKeyPrefix: string;
  readonly dataDir: string;
  readonly ports: AppPorts;
  readonly secrets: AppSecrets;
}

/**
 * The environment of one app of a development system. Each is given only the secrets that it
 * needs: only wallet-api can sign a token.
 */
export function appEnvironment(app: AppName, input: EnvironmentInput): NodeJS.ProcessEnv {
  const { ports, secrets } = input;
  if (app === 'payment-gateway' || app === 'rate-source') return {};
  const common = {
    NODE_ENV: 'development',
    DATA_DIR: input.dataDir,
    DATABASE_URL: input.databaseUrl,
    REDIS_URL: input.redisUrl,
    REDIS_KEY_PREFIX: input.redisKeyPrefix,
    // Bots and the replay tool speak for many addresses; only this machine may do that.
    TRUSTED_PROXIES: '127.0.0.1/32,::1/128',
    JWT_PUBLIC_KEY: secrets.jwtPublicKey,
  };
  switch (app) {
    case 'wallet-api':
      return {
        ...common,
        WALLET_API_PORT: String(ports['wallet-api']),
        JWT_PRIVATE_KEY: secrets.jwtPrivateKey,
        CARD_SEAL_KEY: secrets.cardSealKey,
        FACTOR_SEAL_KEY: secrets.factorSealKey,
        PAYMENT_GATEWAY_URL: appUrl(ports['payment-gateway']),
        PAYMENT_GATEWAY_API_SECRET: secrets.gatewayApiSecret,
        PAYMENT_WEBHOOK_SECRETS: secrets.webhookSecret,
        RATE_SOURCES: rateSourcesAt(appUrl(ports['rate-source'])),
      };
    case 'game-gateway':
      return {
        ...common,
        GATEWAY_PORT: String(ports['game-gateway']),
        CARD_SEAL_KEY: secrets.cardSealKey,
      };
    case 'jobs':
      return {
        ...common,
        JOBS_PORT: String(ports.jobs),
        PAYMENT_GATEWAY_URL: appUrl(ports['payment-gateway']),
        PAYMENT_GATEWAY_API_SECRET: secrets.gatewayApiSecret,
        AUDIT_SIGNING_KEY: secrets.auditSigningKey,
      };
  }
}

/** A block of the simulated chains: a coin is confirmed within half a minute. */
const BLOCK_MS = 2_000;

/** The setting that names the simulated sources of rates. */
export const rateSourcesAt = (url: string): string =>
  ['coingecko', 'upbit', 'bithumb', 'binance'].map((name) => `${name}=${url}/${name}`).join(',');

/** The command line of one app; the simulators are told everything there. */
export function appArguments(app: AppName, input: EnvironmentInput): string[] {
  if (app === 'rate-source') return ['serve', '--port', String(input.ports['rate-source'])];
  if (app !== 'payment-gateway') return [];
  const webhook = `${appUrl(input.ports['wallet-api'])}/api/v1/wallet/webhook/deposit`;
  const { webhookSecret, gatewayApiSecret } = input.secrets;
  return [
    ...['serve', '--port', String(input.ports['payment-gateway'])],
    ...['--webhook-url', webhook, '--secret', webhookSecret, '--api-secret', gatewayApiSecret],
    ...['--block-ms', String(BLOCK_MS), '--state', join(input.dataDir, 'payment-gateway.json')],
  ];
}
