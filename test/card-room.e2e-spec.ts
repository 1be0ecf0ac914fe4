import { setTimeout as sleep } from 'node:timers/promises';

import { recordOf, type HandRecordJson, type StoredRecord } from '@cardroom/packing';
import type { CardsMessage } from '@cardroom/protocol';
import { PlayerClient } from '@cardroom/client';
import { Bot, seedTables, seededRandom, startApps, type RunningApps } from '@cardroom/testing';
import { Client } from 'pg';

import { reportLines, verify } from '../tools/verify/verify';
import { strangeFrames } from './frame-shapes';
import { findLeaks, handStarts, type DealtHand } from '../tools/chaos/hidden-cards';

const HANDS = 200;
const PLAYERS = 12;
const TIMEOUT_MS = 240_000;
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

let apps: RunningApps;
let tableIds: string[];
let database: Client;
const clients: PlayerClient[] = [];
const bots: Bot[] = [];
const troubles: string[] = [];
/** Own cards as each player received them, by hand. */
const dealt = new Map<string, Map<string, CardsMessage>>();

const count = async (sql: string): Promise<number> => {
  const { rows } = await database.query<{ n: string }>(`SELECT (${sql})::text AS n`);
  return Number(rows[0]?.n);
};

function rememberCards(client: PlayerClient): void {
  client.on('table', ({ cards }) => {
    if (cards === null) return;
    const ofHand = dealt.get(cards.handId) ?? new Map<string, CardsMessage>();
    const before = ofHand.get(client.userId);
    if (before !== undefined && before.cards.join() !== cards.cards.join()) {
      troubles.push(`hand ${cards.handId} was dealt twice to ${client.nickname}`);
    }
    dealt.set(cards.handId, ofHand.set(client.userId, cards));
  });
}

beforeAll(async () => {
  apps = await startApps({
    seed: async (databaseUrl) => {
      const stakes = {
        name: 'e2e',
        smallBlindKrw: 500,
        bigBlindKrw: 1_000,
        rakeBp: 500,
        rakeCapKrw: 3_000,
      };
      const clock = { actionTimeoutMs: 700, timeBankMs: 300, showdownPauseMs: 40 };
      tableIds = await seedTables(
        databaseUrl,
        ['One', 'Two', 'Three'].map((name) => ({ name, stakes, maxSeats: 6, ...clock })),
      );
    },
  });
  database = new Client({ connectionString: apps.databaseUrl });
  await database.connect();
  for (let place = 0; place < PLAYERS; place += 1) {
    const client = new PlayerClient({
      walletApiUrl: apps.walletApiUrl,
      gatewayUrl: apps.gatewayUrl,
      email: `player${place}@e2e.example`,
      nickname: `Player ${place}`,
      password: 'a password for the e2e test',
      address: `10.1.0.${place + 1}`,
    });
    rememberCards(client);
    clients.push(client);
    // The last one thinks longer than it may: the system acts for it.
    const thinkMs = place === PLAYERS - 1 ? { min: 600, max: 1_600 } : { min: 1, max: 25 };
    bots.push(
      new Bot({
        ...{ client, seed: seed + place, tableIds, thinkMs, seatsLeftFree: 0 },
        handsPerVisit: { min: 3, max: 25 },
      }),
    );
  }
}, TIMEOUT_MS);

afterAll(async () => {
  clients.forEach((client) => client.disconnect());
  await database.end();
  await apps.stop();
});

/** Connections drop and come back, tabs are closed and opened, until the hands are played. */
async function disturb(until: () => boolean): Promise<void> {
  const random = seededRandom(seed);
  while (!until()) {
    await sleep(400);
    const client = clients[Math.floor(random() * clients.length)];
    if (client?.isOnline !== true) continue;
    if (random() < 0.7) client.dropConnection();
    else {
      client.disconnect();
      setTimeout(() => client.reconnect(), 300);
    }
  }
}

const records = async (): Promise<HandRecordJson[]> => {
  const { rows } = await database.query<StoredRecord>('SELECT record, archive FROM hands');
  return rows.map(recordOf);
};

async function handsPlayed(wanted: number): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS;
  while ((await count('SELECT count(*) FROM hands')) < wanted) {
    if (performance.now() > deadline) throw new Error('the hands are not played in time');
    await sleep(250);
  }
}

/** A hand that is being played right now, as a seated client sees it. */
async function handInProgress(): Promise<{ client: PlayerClient; cards: CardsMessage }> {
  for (;;) {
    for (const client of clients) {
      for (const follower of client.tables.values()) {
        const { view, cards } = follower;
        if (view?.turn && cards !== null && cards.handId === view.handId) return { client, cards };
      }
    }
    await sleep(20);
  }
}

it(
  `plays ${HANDS} hands through disconnects, time-outs, leaving and a killed gateway (seed ${seed})`,
  async () => {
    let isOver = false;
    bots.forEach((bot) => bot.start());
    const disturbing = disturb(() => isOver);
    await handsPlayed(HANDS / 2);

    const { cards } = await handInProgress();
    await apps.group.kill('game-gateway');
    await apps.group.start('game-gateway');

    await handsPlayed(HANDS);
    isOver = true;
    await disturbing;
    await Promise.all(bots.map((bot) => bot.stop()));

    const seeded = (await records()).filter(({ deal }) => (deal?.seeds.length ?? 0) > 0);
    expect(seeded.length).toBeGreaterThan(HANDS / 4);

    const { rows } = await database.query<{ outcome: string }>(
      'SELECT outcome FROM hands WHERE id = $1',
      [cards.handId],
    );
    expect(rows).toEqual([{ outcome: 'settled' }]);
    expect(troubles).toEqual([]);
  },
  TIMEOUT_MS,
);

it('shows nobody a card that it may not see', async () => {
  const { rows } = await database.query<{ id: string; table_id: string; shown: string[] | null }>(
    `SELECT h.id, h.table_id, array_agg(p.user_id) FILTER (WHERE p.shown)::text[] AS shown
     FROM hands h JOIN hand_seats p ON p.hand_id = h.id GROUP BY h.id`,
  );
  const hands = new Map(
    rows.map((row): [string, DealtHand] => [
      row.id,
      {
        handId: row.id,
        tableId: row.table_id,
        cardsOf: new Map(
          [...(dealt.get(row.id) ?? [])].map(([userId, message]) => [userId, message.cards]),
        ),
        shownBy: new Set(row.shown ?? []),
      },
    ]),
  );
  const frames = clients.reduce((sum, client) => sum + client.frames.frames.length, 0);
  expect(frames).toBeGreaterThan(HANDS * 10);
  const starts = handStarts(clients.flatMap((client) => client.frames.frames));
  const leaks = clients.flatMap((client) =>
    findLeaks(client.userId, client.frames.frames, hands, starts),
  );
  expect(leaks).toEqual([]);
});

it('every frame was what the document of the wire says', () => {
  expect(clients.flatMap((client) => strangeFrames(client.frames.frames))).toEqual([]);
});

it('has acted for absent players, seen some leave, and voided nothing', async () => {
  const actions = (await records()).flatMap(({ events }) => events);
  expect(actions.some((event) => event.type === 'acted' && event.bySystem)).toBe(true);
  expect(await count(`SELECT count(*) FROM seat_sessions WHERE status = 'closed'`)).toBeGreaterThan(
    PLAYERS / 2,
  );
  expect(await count(`SELECT count(*) FROM hands WHERE outcome = 'voided'`)).toBe(0);
});

it('leaves the books clean', async () => {
  const deadline = performance.now() + 30_000;
  const open = `SELECT count(*) FROM outbox WHERE done_at IS NULL`;
  while ((await count(open)) > 0 && performance.now() < deadline) await sleep(250);
  const reports = await verify(apps);
  expect(reportLines(reports).filter((line) => !line.startsWith('✓'))).toEqual([
    `verify: clean (${reports.length} checks)`,
  ]);
});
