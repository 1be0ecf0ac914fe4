import { randomBytes } from 'node:crypto';

import { toChecksumAddress } from '@ethereumjs/util';
import { withTransaction } from '@cardroom/database';
import { Ledger } from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import { v7 as uuidv7 } from 'uuid';

import { codeAt } from '../second-factor/one-time-codes';
import { SecondFactor } from '../second-factor/second-factor';
import { WalletApi, type Answer } from '../wallet-api.builder';
import { WithdrawalIntake } from './withdrawal-intake';

export const ADDRESSES = {
  bitcoin: 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
  ethereum: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
} as const;

/** An address that nobody has withdrawn to. */
export const freshAddress = (): string => toChecksumAddress(`0x${randomBytes(20).toString('hex')}`);

export interface RichPlayer {
  readonly userId: string;
  readonly token: string;
  readonly secret: string;
}

export interface Balance {
  readonly availableKrw: number;
  readonly inPlayKrw: number;
  readonly heldKrw: number;
}

/** wallet-api with rates and players who can withdraw. */
export class WithdrawalDesk {
  private constructor(readonly api: WalletApi) {}

  static async start(env: Readonly<Record<string, string>> = {}): Promise<WithdrawalDesk> {
    const api = await WalletApi.start({
      ...{ RATE_LIMIT_DEFAULT_PER_MIN: '10000', DATABASE_POOL_SIZE: '10' },
      ...{ DATABASE_MAX_OVERFLOW: '0', WITHDRAWALS_PER_HOUR: '1000' },
      ...env,
    });
    // From the future, so that it does not grow stale while a test runs.
    await api.source.query(
      `INSERT INTO rate_samples (asset, sampled_at, numerator_krw, denominator, sources, jumped)
       SELECT asset, now() + interval '1 day', price, 1, '["test"]', false
       FROM (VALUES ('BTC', 100000000), ('ETH', 5000000), ('USDT', 1400)) AS p (asset, price)`,
    );
    return new WithdrawalDesk(api);
  }

  stop(): Promise<void> {
    return this.api.stop();
  }

  /** A player with money and a second factor, who is in since long ago. */
  async player(amountKrw: number): Promise<RichPlayer> {
    const userId = uuidv7();
    await this.api.source.query(
      `INSERT INTO users (id, email, email_key, nickname, nickname_key, password_hash)
       VALUES ($1, $2, $2, $2, $2, '-')`,
      [userId, `rich-${userId}`],
    );
    const [token, secret] = [await this.api.enter(userId), await this.enrol(userId)];
    await this.fund(userId, amountKrw);
    return { userId, token, secret };
  }

  async fund(userId: string, amountKrw: number): Promise<void> {
    await withTransaction(this.api.source, async (manager) => {
      await this.api.get(Ledger).post(manager, [
        {
          ...{ id: uuidv7(), type: 'adjustment', businessKey: uuidv7(), actor: 'test' },
          entries: [
            { account: { kind: 'adjustments' }, amountKrw: krw(-amountKrw) },
            { account: { kind: 'available', userId }, amountKrw: krw(amountKrw) },
          ],
        },
      ]);
    });
  }

  private async enrol(userId: string): Promise<string> {
    const factor = this.api.get(SecondFactor);
    return withTransaction(this.api.source, async (manager) => {
      const { secret } = await factor.enrol(manager, userId, 'test');
      await factor.confirm(manager, userId, codeAt(secret, Date.now()));
      await manager.query('UPDATE users SET factor_changed_at = NULL WHERE id = $1', [userId]);
      return secret;
    });
  }

  /** Asks as a client does; `body` replaces members of a good one. */
  async withdraw(
    player: RichPlayer,
    body: object = {},
    { key = uuidv7() }: { readonly key?: string | null } = {},
  ): Promise<Answer> {
    const code = await this.api.codeOf(player.userId, player.secret);
    return this.api.send({
      ...{ path: '/wallet/withdraw', token: player.token },
      headers: key === null ? {} : { 'idempotency-key': key },
      body: {
        ...{ asset: 'BTC', network: 'bitcoin', address: ADDRESSES.bitcoin, amountKrw: 50_000 },
        ...{ code, ...body },
      },
    });
  }

  /** A good request's id. */
  async taken(player: RichPlayer, body: object = {}): Promise<string> {
    const answer = await this.withdraw(player, body);
    if (answer.status !== 201) throw new Error(`answered ${answer.status} ${answer.text}`);
    return String(answer.body['withdrawalId']);
  }

  /** As a request does behind its second factor, each in a transaction of its own. */
  take(userId: string, amountKrw: number, address: string = ADDRESSES.bitcoin): Promise<string> {
    const asked = { userId, asset: 'BTC', network: 'bitcoin', address } as const;
    return withTransaction(this.api.source, (manager) =>
      this.api
        .get(WithdrawalIntake)
        .take(manager, { ...asked, amountKrw: krw(amountKrw) }, () => Promise.resolve()),
    );
  }

  async balance({ token }: Pick<RichPlayer, 'token'>): Promise<Balance> {
    return (await this.api.send({ path: '/wallet/balance', token })).body as unknown as Balance;
  }

  get(path: string, { token }: Pick<RichPlayer, 'token'>): Promise<Answer> {
    return this.api.send({ path, token });
  }

  cancel(id: string, { token }: Pick<RichPlayer, 'token'>): Promise<Answer> {
    return this.api.send({ path: `/wallet/withdrawals/${id}/cancel`, token, body: {} });
  }

  async column<T>(id: string, name: string): Promise<T> {
    const [row] = await this.api.source.query<{ value: T }[]>(
      `SELECT ${name} AS value FROM withdrawals WHERE id = $1`,
      [id],
    );
    if (row === undefined) throw new Error('no such withdrawal');
    return row.value;
  }
}
