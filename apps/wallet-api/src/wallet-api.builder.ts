import type { INestApplicationContext } from '@nestjs/common';
import { AccessTokenSigner, loadConfig, type Role } from '@cardroom/platform';
import {
  createTestDatabase,
  generateSecrets,
  testRedisPrefix,
  testRedisUrl,
  type AppSecrets,
} from '@cardroom/testing';
import { DataSource } from 'typeorm';

import { API_PREFIX } from './api-docs';
import { WalletApiConfig } from './config/wallet-api.config';
import { codeAt } from './second-factor/one-time-codes';
import { SessionRepository } from './sessions/session.repository';
import { createWalletApi } from './wallet-api';

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** The members of the JSON object that came; none where it was no object. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Sent as JSON, unless it is a string: that goes as it is. */
  readonly body?: unknown;
  readonly token?: string;
  /** Told in X-Forwarded-For. Left out, each request comes from an address of its own. */
  readonly from?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Player {
  readonly userId: string;
  readonly email: string;
  readonly accessToken: string;
  readonly refreshToken: string;
}

export interface StaffMember {
  readonly userId: string;
  readonly token: string;
}

export const PASSWORD = 'correct horse battery';

/** wallet-api in this process, on a port and a database of its own. */
export class WalletApi {
  private static calls = 0;
  private players = 0;

  private constructor(
    readonly url: string,
    readonly secrets: AppSecrets,
    readonly source: DataSource,
    readonly databaseUrl: string,
    /** Parts of the app, for what no request reaches. */
    readonly get: INestApplicationContext['get'],
    readonly stop: () => Promise<void>,
  ) {}

  static async start(env: Readonly<Record<string, string>> = {}): Promise<WalletApi> {
    const database = await createTestDatabase();
    const secrets = generateSecrets();
    const config = loadConfig(WalletApiConfig, {
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      DATABASE_URL: database.url,
      DATABASE_POOL_SIZE: '5',
      REDIS_URL: testRedisUrl(),
      REDIS_KEY_PREFIX: testRedisPrefix(),
      TRUSTED_PROXIES: '127.0.0.1/32,::1/128',
      JWT_PUBLIC_KEY: secrets.jwtPublicKey,
      JWT_PRIVATE_KEY: secrets.jwtPrivateKey,
      CARD_SEAL_KEY: secrets.cardSealKey,
      FACTOR_SEAL_KEY: secrets.factorSealKey,
      PAYMENT_GATEWAY_API_SECRET: secrets.gatewayApiSecret,
      PAYMENT_WEBHOOK_SECRETS: secrets.webhookSecret,
      ...env,
    });
    const app = await createWalletApi(config);
    await app.listen(0, '127.0.0.1');
    const stop = async (): Promise<void> => {
      await app.close();
      await database.drop();
    };
    const source = app.get(DataSource);
    const get = app.get.bind(app);
    return new WalletApi(await app.getUrl(), secrets, source, database.url, get, stop);
  }

  async send({ path, body, token, from, headers, ...call }: Call): Promise<Answer> {
    WalletApi.calls += 1;
    const address = from ?? `198.18.${WalletApi.calls >> 8}.${WalletApi.calls & 255}`;
    const response = await fetch(`${this.url}/${API_PREFIX}${path}`, {
      method: call.method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        'x-forwarded-for': address,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, text, headers: response.headers, body: membersOf(text) };
  }

  /** Registers a player and logs in. */
  async player(): Promise<Player> {
    this.players += 1;
    const email = `player${this.players}@example.com`;
    await this.send({
      path: '/auth/register',
      body: { email, nickname: `Player ${this.players}`, password: PASSWORD },
    });
    const { status, body } = await this.login(email);
    if (status !== 200) throw new Error(`login was answered ${status}`);
    return { email, ...body } as unknown as Player;
  }

  /** A session of somebody who never registered here, or has another role from now on. */
  async enter(userId: string, role: Role = 'player'): Promise<string> {
    await this.source.query('UPDATE users SET role = $2 WHERE id = $1', [userId, role]);
    const { sessionId } = await this.get(SessionRepository).open(this.source.manager, {
      ...{ userId, userAgent: 'test', address: '192.0.2.1', ttlSeconds: 900 },
      hasSecondFactor: role !== 'player',
    });
    const claims = { userId, sessionId, role, nickname: 'Somebody' };
    return this.get(AccessTokenSigner).sign(claims, 900);
  }

  /** A member of staff who has shown a second factor. */
  async staff(role: Exclude<Role, 'player'>): Promise<StaffMember> {
    const { userId } = await this.player();
    return { userId, token: await this.enter(userId, role) };
  }

  /** A good code of a second factor; the ones before it count as never used. */
  async codeOf(userId: string, secret: string): Promise<string> {
    await this.source.query('UPDATE second_factors SET last_step = NULL WHERE user_id = $1', [
      userId,
    ]);
    return codeAt(secret, Date.now());
  }

  login(email: string, password = PASSWORD): Promise<Answer> {
    return this.send({ path: '/auth/login', body: { email, password } });
  }

  /** The books and what leaves them: what only a credit may change. */
  async money(): Promise<unknown> {
    const [money] = await this.source.query<unknown[]>(
      `SELECT (SELECT count(*) FROM ledger_transfers) AS transfers,
              (SELECT count(*) FROM ledger_entries) AS entries,
              (SELECT count(*) FROM outbox) AS outbox,
              (SELECT json_agg(json_build_array(id, balance_krw) ORDER BY id)
               FROM ledger_accounts) AS balances`,
    );
    return money;
  }

  /** Everything that a refused money request must leave alone. */
  async books(): Promise<unknown> {
    const [books] = await this.source.query<unknown[]>(
      `SELECT (SELECT count(*) FROM ledger_transfers) AS transfers,
              (SELECT count(*) FROM ledger_entries) AS entries,
              (SELECT count(*) FROM deposits) AS deposits, (SELECT count(*) FROM outbox) AS outbox,
              (SELECT json_agg(json_build_array(id, balance_krw) ORDER BY id)
               FROM ledger_accounts) AS balances`,
    );
    return books;
  }
}

function membersOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
