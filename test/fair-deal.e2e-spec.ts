import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import type { HandRecord } from '@cardroom/protocol';
import { keepSeeding, PlayerClient, SeedChain, type TableFollower } from '@cardroom/client';
import {
  seededRandom,
  seedTables,
  startApps,
  wholeBetween,
  type RunningApps,
} from '@cardroom/testing';
import { Client } from 'pg';

import { verify } from '../tools/verify/verify';
import { verifyHand } from '../tools/verify-hand/verify-hand';

/** Two players with stock clients check, from their frames alone, how their hands were dealt. */

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const random = seededRandom(seed);
const HANDS = 12;
const WAIT_MS = 120_000;
const TIMEOUT_MS = 3 * WAIT_MS;

let apps: RunningApps;
let tableId: string;
let database: Client;
const clients: PlayerClient[] = [];
const followers: TableFollower[] = [];
const acting = new Set<PlayerClient>();
const ends: (() => void)[] = [];

beforeAll(async () => {
  apps = await startApps({
    seed: async (databaseUrl) => {
      const stakes = { smallBlindKrw: 500, bigBlindKrw: 1_000, rakeBp: 500, rakeCapKrw: 3_000 };
      [tableId = ''] = await seedTables(databaseUrl, [
        {
          ...{ name: 'Fair', stakes: { name: 'fair', ...stakes }, maxSeats: 2 },
          ...{ actionTimeoutMs: 5_000, timeBankMs: 0, showdownPauseMs: 150 },
        },
      ]);
    },
  });
  database = new Client({ connectionString: apps.databaseUrl });
  await database.connect();
}, TIMEOUT_MS);

afterAll(async () => {
  ends.forEach((end) => end());
  clients.forEach((client) => client.disconnect());
  await database.end();
  await apps.stop();
});

async function player(place: number): Promise<PlayerClient> {
  const client = new PlayerClient({
    ...{ walletApiUrl: apps.walletApiUrl, gatewayUrl: apps.gatewayUrl },
    email: `fair${place}@fair.example`,
    nickname: `Fair ${place}`,
    password: 'a password for fair deals',
    address: `10.4.0.${place + 1}`,
  });
  await client.enter();
  await client.account.faucet(1_000_000);
  await client.connect();
  clients.push(client);
  return client;
}

async function until(fits: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + WAIT_MS;
  while (!(await fits())) {
    if (performance.now() > deadline) throw new Error(`in vain: ${what} (seed ${seed})`);
    await sleep(50);
  }
}

/** The hands that are over, as a client has recorded them. */
function records({ records: recorder, view }: TableFollower): HandRecord[] {
  return recorder.handIds
    .filter((handId) => view?.lastHand?.handId === handId || view?.handId !== handId)
    .flatMap((handId) => recorder.recordOf(handId) ?? []);
}

const verdictOf = (record: HandRecord): string => {
  const verdict = verifyHand(JSON.stringify(record));
  return verdict.fair ? 'fair' : verdict.fault;
};

/** One byte of a record made another one. */
function altered(json: string): string {
  const bytes = Buffer.from(json);
  const place = wholeBetween(random, 0, bytes.length - 1);
  bytes[place] = (bytes[place] ?? 0) ^ wholeBetween(random, 1, 127);
  return bytes.toString('latin1');
}

async function play(place: number): Promise<void> {
  const client = await player(place);
  const last = createHash('sha256').update(`${seed} ${place}`).digest();
  const chain = new SeedChain(last, 1_000);
  followers.push(await client.watch(tableId));
  const { commitment: seedCommitment } = chain;
  const taken = { tableId, seat: place, buyInKrw: 100_000, seedCommitment };
  expect(await client.surely('table.sit', taken)).toMatchObject({ ok: true });
  ends.push(keepSeeding(client, tableId, chain));
  const timer = setInterval(() => void act(client).catch(() => undefined), 40);
  ends.push(() => {
    clearInterval(timer);
  });
}

/** Checks and calls mostly: hands that see their boards, and nobody goes broke. */
async function act(client: PlayerClient): Promise<void> {
  const follower = client.tables.get(tableId);
  const { turn = null, handId = null } = follower?.view ?? {};
  const seat = follower?.seatOf(client.userId)?.seat;
  if (
    follower === undefined ||
    handId === null ||
    turn === null ||
    turn.seat !== seat ||
    acting.has(client)
  )
    return;
  acting.add(client);
  const passive = turn.legal.canCheck ? 'check' : 'call';
  const action = random() < 0.06 ? 'fold' : passive;
  const { stateVersion } = follower;
  await client
    .cmd('table.act', { tableId, handId, stateVersion, action })
    .finally(() => acting.delete(client));
}

it(
  `two players see that ${HANDS} hands were dealt fairly, and what is altered is refused (seed ${seed})`,
  async () => {
    await play(0);
    await play(1);
    await until(() => followers.every((seen) => records(seen).length >= HANDS / 2), 'hands');

    await until(() => (followers[0]?.view?.turn ?? null) !== null, 'a hand in progress');
    const handId = followers[0]?.view?.handId ?? '';
    await apps.group.kill('game-gateway');
    await apps.group.start('game-gateway');
    await until(() => followers.every((seen) => records(seen).length >= HANDS), 'more hands');
    for (const client of clients) {
      expect(await client.surely('table.leave', { tableId })).toMatchObject({ ok: true });
    }

    for (const follower of followers) {
      for (const record of records(follower)) {
        expect([record.handId, verdictOf(record)]).toEqual([record.handId, 'fair']);
        const json = JSON.stringify(record);
        for (let sample = 0; sample < 40; sample += 1) {
          const other = altered(json);
          expect([other, verifyHand(other).fair]).toEqual([other, false]);
        }
      }
    }
    const seen = followers.flatMap(records);
    // The hand that a killed gateway left behind goes on with the same root, cards and proofs.
    expect(seen.filter((record) => record.handId === handId)).toHaveLength(2);
    // Both have promised seeds from the first hand on, and the pause is long enough to open them.
    expect(seen.filter(({ seeds }) => seeds.length === 2).length).toBeGreaterThan(HANDS);
    expect(seen.some(({ board }) => board.length === 5)).toBe(true);
  },
  TIMEOUT_MS,
);

it('#71 both saw the same deal, and of hidden cards only their own', async () => {
  const { rows } = await database.query<{ id: string; shown: number[] | null }>(
    `SELECT h.id, array_agg(p.seat) FILTER (WHERE p.shown) AS shown
     FROM hands h JOIN hand_seats p ON p.hand_id = h.id GROUP BY h.id`,
  );
  const shownOf = new Map(rows.map(({ id, shown }) => [id, shown ?? []]));
  const [first = [], second = []] = followers.map(records);
  const both = first.filter(({ handId }) => second.some((other) => other.handId === handId));
  expect(both.length).toBeGreaterThan(HANDS / 2);
  for (const [seat, seen] of [first, second].entries()) {
    for (const { handId, hole } of seen) {
      const seats = new Set([seat, ...(shownOf.get(handId) ?? [])]);
      expect([handId, hole.map((hand) => hand.seat)]).toEqual([handId, [...seats].sort()]);
    }
  }
  for (const record of both) {
    const other = second.find(({ handId }) => handId === record.handId);
    expect({ ...other, hole: [] }).toEqual({ ...record, hole: [] });
  }
});

it('#73 the hand history gives the same record again, to each player their own', async () => {
  for (const [seat, follower] of followers.entries()) {
    const [record] = records(follower);
    const path = `/hands/${record?.handId ?? ''}`;
    const body = await clients[seat]?.account.authorized('GET', path);
    expect(body).toMatchObject({ fairness: record });
  }
});

it(
  'every root has ended, settled or void, and the books are clean',
  async () => {
    let open: unknown[] = [];
    await until(async () => {
      ({ rows: open } = await database.query('SELECT * FROM deal_root_ends WHERE outcome IS NULL'));
      return open.length === 0;
    }, 'the end of all roots');
    const { rows } = await database.query<{ outcome: string; hands: string; roots: string }>(
      `SELECT r.outcome, count(*) AS roots, count(h.id) AS hands
     FROM deal_root_ends r LEFT JOIN hands h ON h.id = r.hand_id GROUP BY r.outcome`,
    );
    const settled = rows.find(({ outcome }) => outcome === 'settled');
    expect(settled?.hands).toBe(settled?.roots);
    const reports = await verify(apps);
    expect(reports.flatMap(({ findings }) => findings)).toEqual([]);
  },
  TIMEOUT_MS,
);
