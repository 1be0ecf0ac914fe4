import { createDataSource, withTransaction } from '@cardroom/database';
import { krw } from '@cardroom/money';
import {
  createTestDatabase,
  seededRandom,
  wholeBetween,
  type Random,
  type TestDatabase,
} from '@cardroom/testing';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { checkLedger } from './check-ledger';
import { Ledger } from './ledger.service';
import { between, buyIn, deposit } from './transfer.builder';
import type { PostOutcome, TransferRequest } from './transfer-types';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const BATCHES = 30;

let database: TestDatabase;
let source: DataSource;
const ledger = new Ledger();

beforeAll(async () => {
  process.stdout.write(`batches are made with seed ${SEED}\n`);
  database = await createTestDatabase();
  source = createDataSource({ databaseUrl: database.url, databasePoolSize: 4 });
  await source.initialize();
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

/** Four players and a seat of each; a twin has the same under other ids. */
interface House {
  readonly users: readonly string[];
  readonly seats: readonly string[];
}

const newHouse = (): House => ({
  users: Array.from({ length: 4 }, () => uuidv7()),
  seats: Array.from({ length: 4 }, () => uuidv7()),
});

type Plan = (house: House) => TransferRequest;

/** What one transfer of a batch does, for whichever house; some are wrong on purpose. */
function anyPlan(random: Random): Plan {
  const [a, b] = [wholeBetween(random, 0, 3), wholeBetween(random, 0, 3)];
  const amountKrw = wholeBetween(random, 1, 400);
  const at = (list: readonly string[], index: number): string => list[index] ?? '';
  const plans: [Plan, ...Plan[]] = [
    ({ users }) => deposit(at(users, a), amountKrw),
    ({ users, seats }) => buyIn(at(users, a), at(seats, a), amountKrw),
    ({ users }) => between(at(users, a), at(users, (a + 1 + (b % 3)) % 4), amountKrw),
    ({ users }) => ({
      ...deposit(at(users, a), amountKrw),
      entries: [
        { account: { kind: 'debt', userId: at(users, a) }, amountKrw: krw(-amountKrw) },
        { account: { kind: 'adjustments' }, amountKrw: krw(amountKrw) },
      ],
    }),
    ({ users }) => ({
      ...deposit(at(users, a), amountKrw),
      entries: [
        { account: { kind: 'available', userId: at(users, a) }, amountKrw: krw(amountKrw) },
        { account: { kind: 'adjustments' }, amountKrw: krw(1 - amountKrw) },
      ],
    }),
  ];
  // Deposits and buy-ins more often than what is wrong.
  return plans[Math.floor(random() ** 2 * plans.length)] ?? plans[0];
}

/** A batch for both houses: some transfers come twice, some under the name of another. */
function anyBatch(random: Random, houses: readonly [House, House]) {
  const plans = Array.from({ length: wholeBetween(random, 1, 30) }, () => anyPlan(random));
  const names = plans.map(() => wholeBetween(random, 0, 40));
  const repeats = plans.map(() => random() < 0.15);
  return houses.map((house, side) => {
    const made: TransferRequest[] = [];
    for (const [index, plan] of plans.entries()) {
      const before = made.at(-1);
      if (repeats[index] === true && before !== undefined) made.push({ ...before, id: uuidv7() });
      else
        made.push({
          ...plan(house),
          businessKey: `${side}:${house.users[0] ?? ''}:${names[index] ?? 0}`,
        });
    }
    return made;
  });
}

const named = (outcomes: readonly PostOutcome[], transfers: readonly TransferRequest[]) =>
  outcomes.map((outcome) =>
    outcome.status === 'refused'
      ? outcome.code
      : `${outcome.status} ${transfers.findIndex(({ id }) => id === outcome.transferId)}`,
  );

/** Entries of each account in their order, without the ids that differ between the houses. */
async function rowsOf({ users, seats }: House): Promise<unknown> {
  return source.query(
    `SELECT a.kind, array_position($1::text[], o.owner_key) AS place, e.version, e.amount_krw,
            e.balance_after_krw, a.balance_krw
     FROM ledger_account_owners o JOIN ledger_accounts a ON a.id = o.account_id
     LEFT JOIN ledger_entries e ON e.account_id = a.id
     WHERE o.owner_key = ANY ($1) ORDER BY 1, 2, 3`,
    [[...users, ...seats]],
  );
}

it('a batch is the same as its transfers one by one, whatever they are', async () => {
  const random = seededRandom(SEED);
  for (let round = 0; round < BATCHES; round += 1) {
    const houses = [newHouse(), newHouse()] as const;
    const [together = [], alone = []] = anyBatch(random, houses);
    const batched = await withTransaction(source, (manager) => ledger.post(manager, together));
    const singles: PostOutcome[] = [];
    for (const transfer of alone) singles.push(...(await ledger.post(source.manager, [transfer])));
    expect({ SEED, round, outcomes: named(batched, together) }).toEqual({
      ...{ SEED, round, outcomes: named(singles, alone) },
    });
    expect({ SEED, round, rows: await rowsOf(houses[0]) }).toEqual({
      ...{ SEED, round, rows: await rowsOf(houses[1]) },
    });
  }
  expect(await checkLedger(source.manager)).toEqual([]);
});

it('a large batch of good transfers is the same too', async () => {
  const random = seededRandom(SEED);
  const houses = [newHouse(), newHouse()] as const;
  for (const house of houses) {
    await ledger.post(
      source.manager,
      house.users.map((userId) => deposit(userId, 1_000_000)),
    );
  }
  const steps = Array.from({ length: 200 }, () => ({
    from: wholeBetween(random, 0, 3),
    amountKrw: wholeBetween(random, 1, 500),
  }));
  const made = houses.map(({ users, seats }) =>
    steps.map(({ from, amountKrw }) => buyIn(users[from] ?? '', seats[from] ?? '', amountKrw)),
  );
  const [together = [], alone = []] = made;
  await ledger.post(source.manager, together);
  for (const transfer of alone) await ledger.post(source.manager, [transfer]);
  expect({ SEED, rows: await rowsOf(houses[0]) }).toEqual({ SEED, rows: await rowsOf(houses[1]) });
  expect(await checkLedger(source.manager)).toEqual([]);
});
