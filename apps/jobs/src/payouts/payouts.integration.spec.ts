import { withTransaction } from '@cardroom/database';
import { Ledger } from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import { loadConfig } from '@cardroom/platform';
import {
  createTestDatabase,
  testRedisPrefix,
  testRedisUrl,
  type TestDatabase,
} from '@cardroom/testing';
import {
  WithdrawalMoney,
  WithdrawalRepository,
  WithdrawalSteps,
  type WithdrawalStatus,
} from '@cardroom/withdrawals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { GatewayServer } from '../../../../tools/payment-gateway/gateway-server';
import { AppModule } from '../app.module';
import { JobsConfig } from '../config/jobs.config';
import { PayoutSender } from './payout.sender';
import { WithdrawalRounds } from './withdrawal.rounds';

const SECRET = 'a secret of more than 32 characters';
const ADDRESS = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4';

let database: TestDatabase;
let server: GatewayServer;
let app: INestApplicationContext;
let source: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  server = new GatewayServer({
    ...{ apiSecret: SECRET, secret: SECRET, webhookUrl: 'http://127.0.0.1:9/none' },
    ...{ blockMs: 0, stateFile: null },
  });
  const config = loadConfig(JobsConfig, {
    ...{ DATABASE_URL: database.url, DATABASE_POOL_SIZE: '5', NODE_ENV: 'test' },
    ...{ REDIS_URL: testRedisUrl(), REDIS_KEY_PREFIX: testRedisPrefix(), LOG_LEVEL: 'silent' },
    ...{ PAYMENT_GATEWAY_URL: await server.listen(0), PAYMENT_GATEWAY_API_SECRET: SECRET },
  });
  app = await NestFactory.createApplicationContext(AppModule.with(config), {
    ...{ logger: false, abortOnError: false },
  });
  source = app.get(DataSource);
  await source.query(
    `INSERT INTO rate_samples (asset, sampled_at, numerator_krw, denominator, sources, jumped)
     VALUES ('BTC', now() + interval '1 day', 100000000, 1, '["test"]', false)`,
  );
});

afterAll(async () => {
  await app.close();
  await server.close();
  await database.drop();
});

beforeEach(() => server.gateway.behave({ payouts: 'ok', api: 'ok' }));

interface Sent {
  readonly id: string;
  readonly userId: string;
}

/** A withdrawal whose wait is over, as wallet-api leaves it. */
async function waited(personsNeeded: 0 | 1 = 0): Promise<Sent> {
  const [id, userId, quoteId] = [uuidv7(), uuidv7(), uuidv7()];
  await withTransaction(source, async (manager) => {
    await manager.query(
      `INSERT INTO users (id, email, email_key, nickname, nickname_key, password_hash)
       VALUES ($1, $2, $2, $2, $2, '-')`,
      [userId, `player-${userId}`],
    );
    await manager.query(
      `INSERT INTO rate_quotes (id, asset, numerator_krw, denominator_units, source)
       VALUES ($1, 'BTC', 1, 1, 'test')`,
      [quoteId],
    );
    await app.get(Ledger, { strict: false }).post(manager, [
      {
        ...{ id: uuidv7(), type: 'adjustment', businessKey: uuidv7(), actor: 'test' },
        entries: [
          { account: { kind: 'adjustments' }, amountKrw: krw(-53_000) },
          { account: { kind: 'available', userId }, amountKrw: krw(53_000) },
        ],
      },
    ]);
    const terms = { userId, asset: 'BTC', network: 'bitcoin', address: ADDRESS } as const;
    const asked = { ...terms, id, amountKrw: krw(50_000), feeKrw: krw(3_000) };
    await app.get(WithdrawalMoney, { strict: false }).hold(manager, asked);
    await app.get(WithdrawalRepository, { strict: false }).insert(manager, {
      ...{ ...asked, quoteId, quotedUnits: 1n, personsNeeded, requestId: 'test' },
      checked: {
        ...{ playerDayKrw: 0, addressDayKrw: 0, automaticUpToKrw: 0, onePersonUpToKrw: 0 },
        ...{ waitsFor: 'cooling', isNewAddress: false },
      },
      ...{ coolingUntil: new Date(0), securityDelaySeconds: 86_400 },
      expiresAt: new Date(Date.now() + 3_600_000),
    });
    const requested = { id, status: 'requested' } as const;
    const step = { actor: 'test' };
    await app.get(WithdrawalSteps, { strict: false }).move(manager, requested, 'cooling', step);
  });
  return { id, userId };
}

const statusOf = async (id: string): Promise<WithdrawalStatus> => {
  const [row] = await source.query<{ status: WithdrawalStatus }[]>(
    'SELECT status FROM withdrawals WHERE id = $1',
    [id],
  );
  return row?.status ?? 'requested';
};

const balanceOf = (userId: string) =>
  app.get(Ledger, { strict: false }).balanceOf(source.manager, userId);

/** As if all that is due later were due now. */
const dueNow = (): Promise<unknown> =>
  source.query('UPDATE withdrawals SET next_check_at = now() WHERE next_check_at IS NOT NULL');

async function until(id: string, status: WithdrawalStatus): Promise<void> {
  const deadline = performance.now() + 20_000;
  while ((await statusOf(id)) !== status) {
    if (performance.now() > deadline) throw new Error(`it is ${await statusOf(id)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const rounds = (): WithdrawalRounds => app.get(WithdrawalRounds, { strict: false });
const payoutsOf = (id: string) =>
  server.gateway.payouts.state().filter(({ idempotencyKey }) => idempotencyKey === id);

it('§7 is let go on, sent once, confirmed and booked', async () => {
  const { id, userId } = await waited();
  await Promise.all([rounds().releaseWaited(), rounds().releaseWaited()]);
  await until(id, 'submitted');
  for (const status of ['submitted', 'confirming', 'confirming', 'completed'] as const) {
    server.gateway.mine('bitcoin', 1);
    await dueNow();
    await rounds().followSent();
    await until(id, status);
  }
  expect(await balanceOf(userId)).toEqual({ availableKrw: 0, inPlayKrw: 0, heldKrw: 0 });
  expect(payoutsOf(id)).toMatchObject([{ amountUnits: '50000', address: ADDRESS }]);
  const [row] = await source.query<object[]>(
    'SELECT amount_units, txid IS NOT NULL AS sent, confirmations FROM withdrawals WHERE id = $1',
    [id],
  );
  expect(row).toEqual({ amount_units: '50000', sent: true, confirmations: 3 });
});

it('§7 is asked for soon after each news of it, not only when a silent sender would be given up', async () => {
  const { id } = await waited();
  await rounds().releaseWaited();
  await until(id, 'submitted');
  const [row] = await source.query<object[]>(
    `SELECT next_check_at < now() + interval '10 seconds' AS "isSoon", checks_made AS checks
     FROM withdrawals WHERE id = $1`,
    [id],
  );
  expect(row).toEqual({ isSoon: true, checks: 0 });
});

it('#109 F10 that the gateway does not answer is unknown, asked for, and never sent again', async () => {
  const { id, userId } = await waited();
  server.gateway.behave({ payouts: 'silent' });
  await rounds().releaseWaited();
  await until(id, 'unknown');
  expect((await balanceOf(userId)).heldKrw).toBe(53_000);
  await app
    .get(PayoutSender, { strict: false })
    .send(id, uuidv7())
    .catch(() => undefined);
  server.gateway.behave({ payouts: 'ok' });
  await dueNow();
  await rounds().followSent();
  await until(id, 'submitted');
  expect(payoutsOf(id)).toHaveLength(1);
}, 60_000);

it('that fails comes back to the player, once', async () => {
  const { id, userId } = await waited();
  await rounds().releaseWaited();
  await until(id, 'submitted');
  server.gateway.behave({ payouts: 'fail' });
  server.gateway.mine('bitcoin', 1);
  await dueNow();
  await Promise.all([rounds().followSent(), rounds().followSent()]);
  await until(id, 'failed_returned');
  expect(await balanceOf(userId)).toMatchObject({ availableKrw: 53_000, heldKrw: 0 });
});

it('F11 stays queued while the gateway is down, and while sending is switched off', async () => {
  const { id } = await waited();
  await source.query(`UPDATE kill_switches SET is_on = false WHERE name = 'sending'`);
  await rounds().releaseWaited();
  await until(id, 'queued');
  await app.get(PayoutSender, { strict: false }).send(id, uuidv7());
  expect([await statusOf(id), payoutsOf(id)]).toEqual(['queued', []]);
  await source.query(`UPDATE kill_switches SET is_on = true WHERE name = 'sending'`);
  server.gateway.behave({ api: 'down' });
  await expect(app.get(PayoutSender, { strict: false }).send(id, uuidv7())).rejects.toThrow('away');
  expect(await statusOf(id)).toBe('queued');
}, 60_000);

it('§4 waits for staff where automatic approval is switched off, and where a person is needed', async () => {
  const byPerson = await waited(1);
  await rounds().releaseWaited();
  expect(await statusOf(byPerson.id)).toBe('cooling');
  await source.query(`UPDATE kill_switches SET is_on = false WHERE name = 'automatic_approval'`);
  const automatic = await waited();
  await rounds().releaseWaited();
  await source.query(`UPDATE kill_switches SET is_on = true WHERE name = 'automatic_approval'`);
  expect(await statusOf(automatic.id)).toBe('cooling');
});

it('§3 waits a day longer when the password changes meanwhile', async () => {
  const { id, userId } = await waited();
  await source.query('UPDATE users SET password_changed_at = now() WHERE id = $1', [userId]);
  await rounds().releaseWaited();
  expect(await statusOf(id)).toBe('cooling');
});

it('§8 that nobody approved in time comes back to the player', async () => {
  const { id, userId } = await waited(1);
  await source.query('UPDATE withdrawals SET expires_at = now() WHERE id = $1', [id]);
  await Promise.all([rounds().expireUnapproved(), rounds().expireUnapproved()]);
  expect(await statusOf(id)).toBe('expired');
  expect(await balanceOf(userId)).toMatchObject({ availableKrw: 53_000, heldKrw: 0 });
});

it('F23 that cannot be sent is set aside after some tries, and others go on', async () => {
  const [poison, good] = [await waited(), await waited()];
  await source.transaction(async (manager) => {
    // Its terms are fixed for everybody but who has the database in hand.
    await manager.query('SET LOCAL session_replication_role = replica');
    await manager.query(`UPDATE withdrawals SET revision = 'another' WHERE id = $1`, [poison.id]);
  });
  await rounds().releaseWaited();
  await until(good.id, 'submitted');
  const row = async (): Promise<{ attempts: number; dead: boolean; error: string | null }> => {
    const [found] = await source.query<{ attempts: number; dead: boolean; error: string | null }[]>(
      `SELECT attempts, dead_at IS NOT NULL AS dead, last_error AS error FROM outbox
       WHERE topic = 'withdrawal.queued' AND payload ->> 'withdrawalId' = $1`,
      [poison.id],
    );
    if (found === undefined) throw new Error('there is no work');
    return found;
  };
  const holds = async (condition: () => Promise<boolean>): Promise<void> => {
    const deadline = performance.now() + 20_000;
    while (!(await condition())) {
      if (performance.now() > deadline) throw new Error(JSON.stringify(await row()));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await holds(async () => (await row()).error !== null);
  // As if the pauses between the tries were over, up to the last one.
  await source.query(
    `UPDATE outbox SET attempts = 4, dispatched_at = NULL
     WHERE topic = 'withdrawal.queued' AND payload ->> 'withdrawalId' = $1`,
    [poison.id],
  );
  await holds(async () => (await row()).dead);
  expect([await statusOf(poison.id), payoutsOf(poison.id)]).toEqual(['queued', []]);
  expect((await balanceOf(poison.userId)).heldKrw).toBe(53_000);
}, 60_000);

it('#110 that is stuck is neither sent again nor sent for a higher fee: it is asked for', async () => {
  const { id } = await waited();
  server.gateway.behave({ payouts: 'stuck' });
  await rounds().releaseWaited();
  await until(id, 'submitted');
  const [first] = payoutsOf(id);
  for (let look = 0; look < 3; look += 1) {
    server.gateway.mine('bitcoin', 1);
    await dueNow();
    await rounds().followSent();
  }
  expect([await statusOf(id), payoutsOf(id)]).toEqual(['submitted', [first]]);
});
