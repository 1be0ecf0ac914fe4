import { setTimeout as sleep } from 'node:timers/promises';

import type { FrameLog } from './frame-log';
import { RestClient, RestError } from './rest-client';

export interface AccountOptions {
  readonly walletApiUrl: string;
  readonly email: string;
  readonly nickname: string;
  readonly password: string;
  /** The code of a second factor, where there is one. */
  readonly code?: () => Promise<string>;
  readonly address?: string;
  readonly frames?: FrameLog;
}

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Of the access token, in seconds from when it was given. */
  readonly expiresIn: number;
  readonly userId: string;
}

export interface Balance {
  readonly availableKrw: number;
  readonly inPlayKrw: number;
  readonly heldKrw: number;
}

/** An access token is renewed when this share of its time is over, not while it is being checked. */
const RENEWED_AFTER = 0.9;

const CREDIT_TIMEOUT_MS = 20_000;

/** The faucet pours at most this much at a time. */
const MAX_POUR_KRW = 100_000_000;

/** A player's account over REST: who it is, its session and its money. */
export class Account {
  private readonly rest: RestClient;
  private tokens: Tokens | null = null;
  private renewAtMs = 0;
  private refreshing: Promise<void> | null = null;

  constructor(readonly options: AccountOptions) {
    this.rest = new RestClient({
      baseUrl: options.walletApiUrl,
      ...(options.address === undefined ? {} : { address: options.address }),
      onBody: (request, body) => options.frames?.add('rest', request, body),
    });
  }

  get userId(): string {
    return this.session().userId;
  }

  get accessToken(): string {
    return this.session().accessToken;
  }

  async register(): Promise<void> {
    const { email, nickname, password } = this.options;
    await this.rest.send({ path: '/auth/register', body: { email, nickname, password } });
  }

  async login(): Promise<void> {
    const { email, password, code } = this.options;
    const proof = code === undefined ? {} : { code: await code() };
    this.take(
      await this.rest.send<Tokens>({
        path: '/auth/login',
        body: { email, password, ...proof },
      }),
    );
  }

  /** Logs in, and registers first where the account is new. Throws where the password is another. */
  async enter(): Promise<void> {
    try {
      await this.login();
    } catch (cause) {
      if (!(cause instanceof RestError) || cause.code !== 'INVALID_CREDENTIALS') throw cause;
      await this.register();
      await this.login();
    }
  }

  /**
   * A new access token; logs in again where the session has ended. Whoever asks meanwhile waits for
   * the same one: a refresh token that is used twice ends the session.
   */
  refresh(): Promise<void> {
    this.refreshing ??= this.renew().finally(() => (this.refreshing = null));
    return this.refreshing;
  }

  /** The access token, renewed where it is about to expire; the old one where that fails. */
  async freshToken(): Promise<string> {
    if (performance.now() >= this.renewAtMs) await this.refresh().catch(() => undefined);
    return this.accessToken;
  }

  async logout(): Promise<void> {
    await this.authorized('POST', '/auth/logout');
    this.tokens = null;
  }

  balance(): Promise<Balance> {
    return this.authorized('GET', '/wallet/balance');
  }

  /** Asks the development faucet for money and waits until the webhook has credited it. */
  async faucet(amountKrw: number): Promise<Balance> {
    const before = await this.balance();
    for (let restKrw = amountKrw; restKrw > 0; restKrw -= MAX_POUR_KRW) {
      const pourKrw = Math.min(restKrw, MAX_POUR_KRW);
      await this.authorized('POST', '/dev/faucet', { amountKrw: pourKrw });
    }
    const deadline = performance.now() + CREDIT_TIMEOUT_MS;
    while (performance.now() < deadline) {
      const now = await this.balance();
      if (now.availableKrw >= before.availableKrw + amountKrw) return now;
      await sleep(150);
    }
    throw new Error(`the faucet did not credit ${amountKrw} within ${CREDIT_TIMEOUT_MS} ms`);
  }

  /** Sees to it that this much can be spent, with some to spare where the faucet is needed. */
  async haveAvailable(amountKrw: number): Promise<void> {
    const { availableKrw } = await this.balance();
    if (availableKrw < amountKrw) await this.faucet(amountKrw * 4);
  }

  /** Any call to the REST API as this player; renews an expired access token once. */
  async authorized<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
    const request = { method, path, ...(body === undefined ? {} : { body }) };
    try {
      return await this.rest.send<T>({ ...request, token: this.accessToken });
    } catch (cause) {
      if (!(cause instanceof RestError) || cause.code !== 'TOKEN_EXPIRED') throw cause;
      await this.refresh();
      return this.rest.send<T>({ ...request, token: this.accessToken });
    }
  }

  private async renew(): Promise<void> {
    const { refreshToken, userId } = this.session();
    try {
      const fresh = await this.rest.send<Tokens>({ path: '/auth/refresh', body: { refreshToken } });
      this.take({ ...fresh, userId });
    } catch (cause) {
      if (!(cause instanceof RestError) || cause.status !== 401) throw cause;
      await this.login();
    }
  }

  private take(tokens: Tokens): void {
    this.tokens = tokens;
    this.renewAtMs = performance.now() + tokens.expiresIn * 1_000 * RENEWED_AFTER;
  }

  private session(): Tokens {
    if (this.tokens === null) throw new Error(`${this.options.email} is not logged in`);
    return this.tokens;
  }
}
