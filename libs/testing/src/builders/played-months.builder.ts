import type * as LedgerLib from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { seededRandom, wholeBetween, type Random } from '../bots/seeded-random';
import { seedTables } from '../services/seed-tables';

/** A line of a player's history as it has to be shown. */
export interface PlayedLine {
  readonly transferId: string;
  readonly type: LedgerLib.HistoryType;
  readonly amountKrw: number;
  readonly balanceAfterKrw: number;
  readonly createdAt: string;
}

export interface PlayedMonths {
  readonly userId: string;
  /** Newest first. */
  readonly lines: readonly PlayedLine[];
}

export interface HowLong {
  readonly seed: number;
  readonly days: number;
  /** Hands of longer ago are booked as they were before their transfers had their ids. */
  readonly oldBeforeDays: number;
}

/** What moves one account of the player's that his history shows, and another one. */
interface Movement {
  readonly atMs: number;
  readonly id: string;
  readonly type: LedgerLib.TransferType;
  readonly shown: LedgerLib.AccountRef;
  readonly other: LedgerLib.AccountRef;
  readonly amountKrw: number;
}

interface Session {
  readonly id: string;
  readonly table: number;
  readonly openedAtMs: number;
  closedAtMs: number | null;
}

const [MINUTE_MS, HOUR_MS, DAY_MS] = [60_000, 3_600_000, 86_400_000];
const BOUGHT_IN_KRW = 200_000;
const STAKES = {
  ...{ name: 'months', smallBlindKrw: 1_000, bigBlindKrw: 2_000 },
  ...{ rakeBp: 500, rakeCapKrw: 6_000 },
};

/** The wallet beside the tables: deposits, and money that is held for withdrawals. */
function* walletOf(userId: string, random: Random, [fromMs, toMs]: Range): Generator<Movement> {
  const shown = { kind: 'available', userId } as const;
  for (let atMs = fromMs; atMs < toMs; atMs += wholeBetween(random, HOUR_MS, 2 * DAY_MS)) {
    const common = { atMs, id: uuidv7({ msecs: atMs }), shown };
    const amountKrw = wholeBetween(random, 1, 90_000) + (atMs === fromMs ? 100_000_000 : 0);
    const isHold = atMs > fromMs && random() < 0.4;
    yield isHold
      ? {
          ...common,
          type: 'hold',
          other: { kind: 'withdrawal_hold', userId },
          amountKrw: -amountKrw,
        }
      : {
          ...common,
          type: 'crypto_deposit',
          other: { kind: 'gateway_clearing', asset: 'USDT' },
          amountKrw,
        };
  }
}

/** A session from its buy-in to its cash-out; hands that moved nothing of the player's are not posted. */
function* sessionOf(userId: string, random: Random, session: Session): Generator<Movement> {
  const wallet = { kind: 'available', userId } as const;
  const seat = { kind: 'in_play', userId, seatSessionId: session.id } as const;
  let [atMs, stackKrw] = [session.openedAtMs, BOUGHT_IN_KRW];
  const moved = { id: session.id, shown: wallet, other: seat };
  yield { ...moved, atMs, type: 'buy_in', amountKrw: -stackKrw };
  for (let hand = 0, hands = wholeBetween(random, 3, 30); hand < hands; hand += 1) {
    atMs += wholeBetween(random, MINUTE_MS, random() < 0.1 ? HOUR_MS / 2 : 3 * MINUTE_MS);
    // The root of a table that stood empty has waited for its players.
    const waitedMs = wholeBetween(random, 1, hand === 0 ? 20 * HOUR_MS : MINUTE_MS);
    const amountKrw = wholeBetween(random, -Math.min(stackKrw, 9_000), 9_000);
    stackKrw += amountKrw;
    const id = uuidv7({ msecs: atMs - waitedMs });
    yield { atMs, id, type: 'hand', shown: seat, other: { kind: 'rake' }, amountKrw };
  }
  session.closedAtMs = atMs + wholeBetween(random, 1, MINUTE_MS);
  const id = uuidv7({ msecs: session.closedAtMs });
  yield { ...moved, atMs: session.closedAtMs, id, type: 'cash_out', amountKrw: stackKrw };
}

type Range = readonly [fromMs: number, toMs: number];

/** One session after the other at a table; the last one goes on. */
function* tableOf(
  userId: string,
  random: Random,
  { table, range: [fromMs, toMs], sessions }: { table: number; range: Range; sessions: Session[] },
): Generator<Movement> {
  for (let openedAtMs = fromMs + HOUR_MS; openedAtMs < toMs;) {
    const id = uuidv7({ msecs: openedAtMs });
    const session: Session = { id, table, openedAtMs, closedAtMs: null };
    sessions.push(session);
    const movements = [...sessionOf(userId, random, session)];
    const closedAtMs = session.closedAtMs ?? openedAtMs;
    openedAtMs = closedAtMs + wholeBetween(random, HOUR_MS, 30 * HOUR_MS);
    if (openedAtMs < toMs) yield* movements;
    else {
      session.closedAtMs = null;
      yield* movements.slice(0, -1);
    }
  }
}

/** What the history has to show of movements in the order in which they were posted. */
function linesOf(movements: readonly Movement[]): PlayedLine[] {
  const balances = new Map<string, number>();
  return movements.map(({ id, type, shown, amountKrw, other, atMs }) => {
    const after = (account: LedgerLib.AccountRef, moved: number): number => {
      const name = JSON.stringify(account);
      const balanceKrw = (balances.get(name) ?? 0) + moved;
      balances.set(name, balanceKrw);
      return balanceKrw;
    };
    after(other, -amountKrw);
    return {
      ...{ transferId: id, amountKrw, balanceAfterKrw: after(shown, amountKrw) },
      ...{ type: type === 'hand' ? (amountKrw > 0 ? 'win' : 'lose') : type },
      createdAt: new Date(atMs).toISOString(),
    };
  });
}

const BOOKS = ['ledger_transfers', 'ledger_entries'];

/** The books are written once and for all: what is older than the test is made so by other means. */
async function age(
  manager: EntityManager,
  movements: readonly Movement[],
  oldIds: ReadonlyMap<string, string>,
) {
  for (const table of BOOKS) await manager.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await manager.query('ALTER TABLE ledger_transfers DROP CONSTRAINT "CK_ledger_transfers_hand"');
  await manager.query(
    `UPDATE ledger_transfers t SET created_at = w.at
     FROM unnest($1::uuid[], $2::timestamptz[]) w (id, at) WHERE t.id = w.id`,
    [movements.map(({ id }) => id), movements.map(({ atMs }) => new Date(atMs))],
  );
  const ids = [[...oldIds.keys()], [...oldIds.values()]];
  await manager.query(
    `UPDATE ledger_transfers t SET id = w.new_id
     FROM unnest($1::uuid[], $2::uuid[]) w (id, new_id) WHERE t.id = w.id`,
    ids,
  );
  await manager.query(
    `UPDATE ledger_entries e SET transfer_id = w.new_id, user_id = a.user_id
     FROM unnest($1::uuid[], $2::uuid[]) w (id, new_id), ledger_accounts a
     WHERE e.transfer_id = w.id AND a.id = e.account_id`,
    ids,
  );
  await manager.query(
    `ALTER TABLE ledger_transfers ADD CONSTRAINT "CK_ledger_transfers_hand"
       CHECK (type <> 'hand' OR business_key = id::text) NOT VALID`,
  );
  for (const table of BOOKS) await manager.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

async function insertPlayer(manager: EntityManager, userId: string): Promise<void> {
  await manager.query(
    `INSERT INTO users (id, email, email_key, nickname, nickname_key, password_hash)
     VALUES ($1, $2, $2, $2, $2, '-')`,
    [userId, `player-${userId}`],
  );
}

async function insertSessions(
  manager: EntityManager,
  { userId, tables, sessions }: { userId: string; tables: string[]; sessions: Session[] },
): Promise<void> {
  const timeOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));
  await manager.query(
    `INSERT INTO seat_sessions (id, table_id, seat, user_id, bought_in_krw, opened_at, closed_at, status)
     SELECT w.id, w.table_id, 0, $5, $6, w.opened_at, w.closed_at,
       CASE WHEN w.closed_at IS NULL THEN 'open' ELSE 'closed' END
     FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[])
       w (id, table_id, opened_at, closed_at)`,
    [
      ...[sessions.map(({ id }) => id), sessions.map(({ table }) => tables[table])],
      ...[sessions.map(({ openedAtMs }) => timeOf(openedAtMs))],
      ...[sessions.map(({ closedAtMs }) => timeOf(closedAtMs)), userId, BOUGHT_IN_KRW],
    ],
  );
}

const transferOf = ({
  id,
  type,
  shown,
  other,
  amountKrw,
}: Movement): LedgerLib.TransferRequest => ({
  ...{ id, type, businessKey: type === 'hand' ? id : uuidv7(), actor: 'test' },
  entries: [
    { account: shown, amountKrw: krw(amountKrw) },
    { account: other, amountKrw: krw(-amountKrw) },
  ],
});

/**
 * A player who was there for days, up to a day ago: at two tables and in the wallet, posted by the ledger and
 * then made as old as it should be. Hands are there in the books alone. The same seed does the same.
 */
export async function playMonths(
  source: DataSource,
  databaseUrl: string,
  { seed, days, oldBeforeDays }: HowLong,
): Promise<PlayedMonths> {
  const { Ledger } = await import('@cardroom/ledger');
  const [random, userId, nowMs] = [seededRandom(seed), uuidv7(), Date.now()];
  const names = [`Table ${uuidv7()}`, `Table ${uuidv7()}`];
  const tables = await seedTables(
    databaseUrl,
    names.map((name) => ({ name, stakes: STAKES })),
  );
  const range = [nowMs - days * DAY_MS, nowMs - DAY_MS] as const;
  const sessions: Session[] = [];
  const movements = [
    ...walletOf(userId, random, range),
    ...[0, 1].flatMap((table) => [...tableOf(userId, random, { table, range, sessions })]),
  ]
    .filter(({ amountKrw }) => amountKrw !== 0)
    .sort((a, b) => a.atMs - b.atMs);
  // Before they had the ids of their hands, transfers got ids when they were posted.
  const oldIds = new Map(
    movements
      .filter(({ type, atMs }) => type === 'hand' && atMs < nowMs - oldBeforeDays * DAY_MS)
      .map(({ id, atMs }) => [id, uuidv7({ msecs: atMs })]),
  );
  await source.transaction(async (manager) => {
    await insertPlayer(manager, userId);
    await insertSessions(manager, { userId, tables, sessions });
    const outcomes = await new Ledger().post(manager, movements.map(transferOf));
    if (outcomes.some(({ status }) => status !== 'posted'))
      throw new Error('months were not posted');
    await age(manager, movements, oldIds);
  });
  const shown = movements.map((each) => ({ ...each, id: oldIds.get(each.id) ?? each.id }));
  const lines = linesOf(shown).sort((a, b) => (a.transferId < b.transferId ? 1 : -1));
  return { userId, lines };
}
