import { createDataSource, withTransaction } from '@cardroom/database';
import { checkLedger, PostingPump } from '@cardroom/ledger';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { until } from '../deposits/gateway.builder';
import type { Answer } from '../wallet-api.builder';
import { WithdrawalDesk, type RichPlayer } from '../withdrawals/withdrawals.builder';

const LANES = 3;
const MAY_WAIT = 20;
const TOO_MANY = 15;

let desk: WithdrawalDesk;
let outside: DataSource;

beforeAll(async () => {
  desk = await WithdrawalDesk.start({ DATABASE_POOL_SIZE: String(2 * LANES) });
  const pump = desk.api.get(PostingPump);
  const limits = pump['limits'];
  jest
    .spyOn(pump as unknown as { limits: typeof limits }, 'limits', 'get')
    .mockReturnValue({ ...limits, maxUnitsWaiting: MAY_WAIT, maxWaitMs: 30_000 });
  outside = createDataSource({ databaseUrl: desk.api.databaseUrl });
  await outside.initialize();
});

afterAll(async () => {
  expect(await checkLedger(outside.manager)).toEqual([]);
  await outside.destroy();
  await desk.stop();
});

/** Keeps the wallets of players locked, on a connection that is not the app's, until it is let go. */
async function lockWallets(players: readonly RichPlayer[]): Promise<() => Promise<void>> {
  let [letGo, isHeld] = [(): void => undefined, (): void => undefined];
  const held = new Promise<void>((resolve) => (isHeld = resolve));
  const done = withTransaction(outside, async (manager) => {
    await manager.query('SELECT 1 FROM ledger_accounts WHERE user_id = ANY ($1) FOR UPDATE', [
      players.map(({ userId }) => userId),
    ]);
    isHeld();
    await new Promise<void>((resolve) => (letGo = resolve));
  });
  await held;
  return async () => {
    letGo();
    await done;
  };
}

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${desk.api.url}/metrics`)).text();
  const line = text.split('\n').find((each) => each.startsWith(`${name} `));
  return Number(line?.split(' ')[1] ?? 0);
}

const waiting = (): Promise<number> => metric('ledger_pump_units_waiting');
const shed = (): Promise<number> => metric('ledger_pump_units_total{outcome="shed"}');

const lockedOut = async (): Promise<number> => {
  const [row] = await outside.query<{ blocked: number }[]>(
    `SELECT count(*) AS blocked FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return row?.blocked ?? 0;
};

describe('F12 F11 while every withdrawal that runs waits for a locked wallet', () => {
  let answers: Promise<Answer[]>;
  let letGo: () => Promise<void>;
  let players: RichPlayer[];
  const refused: Answer[] = [];

  beforeAll(async () => {
    players = await Promise.all(Array.from({ length: LANES }, () => desk.player(120_000)));
    letGo = await lockWallets(players);
    const first = players.map((player) => desk.withdraw(player));
    await until(async () => (await lockedOut()) === LANES);
    const rest = Array.from({ length: MAY_WAIT + TOO_MANY }, async (_, index) => {
      const { token } = players[index % LANES] ?? {};
      const answer = await desk.api.send({
        ...{ path: '/wallet/withdraw', headers: { 'idempotency-key': uuidv7() } },
        ...(token === undefined ? {} : { token }),
        body: {
          ...{ asset: 'BTC', network: 'bitcoin', amountKrw: 50_000, code: '000000' },
          address: 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
        },
      });
      if (answer.status === 503) refused.push(answer);
      return answer;
    });
    answers = Promise.all([...first, ...rest]);
    await until(() => Promise.resolve(refused.length === TOO_MANY));
  }, 60_000);

  it('as many wait as may, and the others are refused at once, with a time to come back', async () => {
    expect([await waiting(), await shed()]).toEqual([MAY_WAIT, TOO_MANY]);
    for (const { body, headers } of refused) {
      expect(body['code']).toBe('SERVER_BUSY');
      expect(Number(headers.get('retry-after'))).toBe(body['retryAfterSeconds']);
      expect(body['retryAfterSeconds']).toBeGreaterThan(0);
    }
  });

  it('what moves no money finds a connection', async () => {
    for (const player of players) {
      expect((await desk.get('/wallet/balance', player)).status).toBe(200);
    }
    expect(await lockedOut()).toBe(LANES);
  });

  it('then all that was let wait is answered, and money is held once', async () => {
    await letGo();
    const statuses = (await answers).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(LANES);
    expect(statuses.filter((status) => status === 503)).toHaveLength(TOO_MANY);
    // The code of those that waited is wrong: they are heard, and refused for that.
    expect(statuses.filter((status) => [403, 429].includes(status))).toHaveLength(MAY_WAIT);
    expect(await waiting()).toBe(0);
    const held = await Promise.all(players.map((player) => desk.balance(player)));
    const [one] = await answers;
    expect(held.map(({ heldKrw }) => heldKrw)).toEqual(players.map(() => one?.body['totalKrw']));
  });
});
