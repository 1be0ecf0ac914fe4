import type { Answer } from '@cardroom/protocol';
import { PlayerClient } from '@cardroom/client';
import { seedTables, startApps, type RunningApps } from '@cardroom/testing';
import { Client } from 'pg';

import { reportLines, verify } from '../tools/verify/verify';
import { runExampleOf } from './documented-example';
import { strangeFrames } from './frame-shapes';
import { TablePlace } from './table-place';

/**
 * What players do between hands, by stock clients at running tables: coming in, waiting, deciding
 * before the turn, being away, coming back. Each test has a table of its own.
 */

const NAMES = ['Ara', 'Bora', 'Cho', 'Dan', 'Eun'] as const;
type Name = (typeof NAMES)[number];
const TABLES = ['Entry', 'Deciding', 'Waiting', 'Away', 'Chips', 'Straddle'] as const;
type TableName = (typeof TABLES)[number];

let apps: RunningApps;
let database: Client;
const players = {} as Record<Name, PlayerClient>;
const tableIds = {} as Record<TableName, string>;

const stakes = { name: 'life', smallBlindKrw: 500, bigBlindKrw: 1_000, rakeBp: 0, rakeCapKrw: 0 };
const SETTINGS: Record<TableName, object> = {
  Entry: {},
  Deciding: {},
  Waiting: { maxSeats: 2, seatOfferMs: 2_000 },
  Away: { actionTimeoutMs: 300, awayRemovalMs: 1_500 },
  Chips: {},
  Straddle: { straddle: 'under_the_gun' },
};

beforeAll(async () => {
  apps = await startApps({
    seed: async (databaseUrl) => {
      const clock = { actionTimeoutMs: 60_000, timeBankMs: 0, showdownPauseMs: 50 };
      const seeds = TABLES.map((name) => ({ name, stakes, ...clock, ...SETTINGS[name] }));
      const ids = await seedTables(databaseUrl, seeds);
      TABLES.forEach((name, index) => (tableIds[name] = ids[index] ?? ''));
    },
  });
  database = new Client({ connectionString: apps.databaseUrl });
  await database.connect();
  for (const [place, name] of NAMES.entries()) {
    const client = new PlayerClient({
      walletApiUrl: apps.walletApiUrl,
      gatewayUrl: apps.gatewayUrl,
      email: `${name.toLowerCase()}@life.example`,
      nickname: name,
      password: 'a password for table life',
      address: `10.3.0.${place + 1}`,
    });
    await client.enter();
    await client.account.faucet(1_000_000);
    await client.connect();
    players[name] = client;
  }
}, 120_000);

afterAll(async () => {
  Object.values(players).forEach((client) => client.disconnect());
  await database.end();
  await apps.stop();
});

async function placeAt(name: TableName, ...names: Name[]): Promise<TablePlace<Name>> {
  const place = new TablePlace<Name>(tableIds[name], players, names);
  for (const who of names) await players[who].watch(place.tableId);
  return place;
}

it('the example of docs/reference/client.md takes a seat, looks at its table and leaves', async () => {
  const said = await runExampleOf('docs/reference/client.md', {
    WALLET_URL: apps.walletApiUrl,
    GATEWAY_URL: apps.gatewayUrl,
  });
  expect(said.length).toBeGreaterThan(0);
  expect(said[0]).toMatch(/^seat 0: 40000 won, cards (?:to come|\w\w \w\w)$/);
});

const framesOf = (who: Name): string =>
  players[who].frames.frames.map(({ data }) => Buffer.from(data).toString('utf8')).join('\n');

it('table.md §2.1 a new player waits for the big blind, or posts and is dealt in at once', async () => {
  const place = await placeAt('Entry', 'Ara', 'Bora', 'Cho', 'Dan', 'Eun');
  await place.sit('Ara', 0);
  await place.sit('Bora', 1);
  await place.until('a hand', () => place.seen().turn !== null);
  await place.sit('Cho', 3);
  await place.until('Cho owes', () => place.own('Cho').seat?.owesBigBlind === true);
  expect(place.own('Cho').seat?.entry).toBe('wait');
  await place.until('others see it', () => place.seen().seats['3']?.status === 'entering');
  // Heads-up the blinds change places: the button is at seat 1 and the big blind at seat 0.
  await place.nextHand();
  expect(place.seatOf('Cho')?.inHand).toBe(false);
  await place.nextHand();
  expect(place.seatOf('Cho')?.inHand).toBe(true);
  expect(place.events('blind_posted').at(-1)).toMatchObject({ seat: 3, kind: 'big' });
  await place.sit('Dan', 2, { entry: 'wait' });
  await place.ok('Dan', 'table.choose_entry', { entry: 'post' });
  await place.until('the choice', () => place.own('Dan').seat?.entry === 'post');
  await place.until('the next deal', () => place.seen().turn !== null);
  // The button has to go by first.
  await place.nextHand();
  expect(place.seatOf('Dan')?.inHand).toBe(false);
  await place.nextHand();
  expect(place.events('entry_posted')).toMatchObject([{ seat: 2, liveKrw: 1_000, deadKrw: 0 }]);
});

it('table.md §7 decides before the turn, which nobody else learns', async () => {
  const place = await placeAt('Deciding', 'Ara', 'Bora', 'Cho');
  await place.sit('Ara', 0);
  await place.sit('Bora', 1);
  await place.sit('Cho', 2);
  await place.until('a hand', () => place.seen().turn !== null);
  // Two were dealt in first; by the hand after the next all three are.
  while (!(['Ara', 'Bora', 'Cho'] as const).every((who) => place.seatOf(who)?.inHand)) {
    await place.nextHand();
  }
  const { handId, turn } = place.seen();
  const order = place.names.filter((who) => place.seatOf(who)?.seat !== turn?.seat);
  const small = order.find((who) => place.seatOf(who)?.streetBetKrw === 500);
  const big = order.find((who) => place.seatOf(who)?.streetBetKrw === 1_000);
  if (small === undefined || big === undefined) throw new Error('there are no blinds');
  const before = place.seen();
  const versions = players[big].tables.get(place.tableId)?.stateVersion;
  await place.ok(small, 'table.pre_act', { handId, action: 'call', callKrw: 500 });
  await place.until('it is told', () => place.own(small).seat?.preAction?.action === 'call');
  // Asked again after it, the table is what it was: no version tells of the decision.
  await players[big].watch(place.tableId);
  expect(players[big].tables.get(place.tableId)?.stateVersion).toBe(versions);
  expect(place.seen(big)).toEqual(before);
  await place.act('call');
  await place.until('it is done', () => place.seen().turn?.seat === place.seatOf(big)?.seat);
  expect(place.seatOf(small)?.streetBetKrw).toBe(1_000);
  // The price changes: a call at the old one lapses.
  const caller = place.names.find((who) => who !== small && who !== big);
  if (caller === undefined) throw new Error('nobody has called');
  await place.ok(small, 'table.pre_act', { handId, action: 'check' });
  await place.act('raise', 3_000);
  await place.until('it has lapsed', () => place.own(small).seat?.preAction === null);
  const stale = await place.send(small, 'table.pre_act', {
    handId,
    action: 'call',
    callKrw: 1_000,
  });
  expect(stale).toMatchObject({ ok: false });
  const seenByOthers = framesOf(big) + framesOf(caller);
  expect(seenByOthers).not.toContain('"preAction":{');
});

it('table.md §5 keeps a free seat for the first who waits, and then for the next', async () => {
  const place = await placeAt('Waiting', 'Ara', 'Bora', 'Cho', 'Dan', 'Eun');
  expect(await place.send('Cho', 'table.wait')).toMatchObject({ ok: false, code: 'SEAT_FREE' });
  await place.sit('Ara', 0);
  await place.sit('Bora', 1);
  await place.ok('Cho', 'table.wait');
  await place.ok('Dan', 'table.wait');
  await place.until('two wait', () => place.seen('Eun').waiting === 2);
  expect(place.own('Dan').waiting).toEqual({ place: 2, offer: null });
  await place.ok('Bora', 'table.leave');
  if (place.seen().turn?.seat === 0) await place.act('fold');
  await place.until('the offer', () => place.own('Cho').waiting?.offer?.seat === 1);
  expect(place.seen('Eun').keptSeats).toEqual([1]);
  for (const who of ['Eun', 'Dan'] as const) {
    const answer = await place.send(who, 'table.sit', { seat: 1, buyInKrw: 50_000 });
    expect(answer).toMatchObject({ ok: false, code: 'SEAT_RESERVED' });
  }
  // Cho lets it run out.
  await place.until('the next offer', () => place.own('Dan').waiting?.offer?.seat === 1);
  expect(place.own('Cho').waiting).toBeNull();
  await place.sit('Dan', 1);
  await place.until('nobody waits', () => place.seen('Eun').waiting === 0);
  expect(framesOf('Eun')).not.toContain('"place":');
});

it('table.md §8 frees the seat of somebody who is away, with the chips in the wallet', async () => {
  const place = await placeAt('Away', 'Ara', 'Bora');
  await place.sit('Ara', 0);
  await place.sit('Bora', 1);
  // Nobody acts: the system does, twice in a row for each.
  await place.until('somebody is away', () =>
    Object.values(place.seen().seats).some((seat) => seat?.status === 'away'),
  );
  const away = place.names.find((who) => place.seatOf(who)?.status === 'away');
  if (away === undefined) throw new Error('nobody is away');
  await place.until('the seat is free', () => place.seatOf(away) === null);
  expect(place.events('leave_requested')).toContainEqual(
    expect.objectContaining({ bySystem: true }),
  );
  const { rows } = await database.query<{ n: string }>(
    `SELECT count(*) AS n FROM seat_sessions
     WHERE table_id = $1 AND user_id = $2 AND status = 'open'`,
    [place.tableId, players[away].userId],
  );
  expect(Number(rows[0]?.n)).toBe(0);
});

it('table.md §3 §6 #63 fills stacks up by itself, and asks for what was taken away', async () => {
  const place = await placeAt('Chips', 'Ara', 'Bora');
  await place.sit('Ara', 0);
  await place.sit('Bora', 1);
  await place.ok('Bora', 'table.auto_top_up', { toKrw: 60_000 });
  const tooMuch = await place.send('Bora', 'table.auto_top_up', { toKrw: 100_001 });
  expect(tooMuch).toMatchObject({ ok: false, code: 'TOP_UP_OUT_OF_RANGE' });
  await place.nextHand();
  const chipsOf = (who: Name): number => {
    const seat = place.seatOf(who);
    return (seat?.stackKrw ?? 0) + (seat?.streetBetKrw ?? 0);
  };
  await place.until('it is filled up', () => chipsOf('Bora') === 60_000);
  await place.ok('Bora', 'table.leave');
  // Where it is Bora's turn the house folds for who has left.
  if (place.seen().turn?.seat === place.seatOf('Ara')?.seat) await place.act('fold');
  await place.until('Bora has left', () => place.seatOf('Bora') === null);
  const again = (buyInKrw: number): Promise<Answer> =>
    place.send('Bora', 'table.sit', { seat: 2, buyInKrw });
  await place.until('it is told', () => place.own('Bora').buyIn.minKrw > 40_000);
  const { minKrw } = place.own('Bora').buyIn;
  expect(await again(minKrw - 1)).toMatchObject({ ok: false, code: 'BUYIN_BELOW_LAST_STACK' });
  expect(await again(minKrw)).toMatchObject({ ok: true });
});

it('table.md §4 §2.6 straddles when asked, and sits out at the big blind when asked', async () => {
  const place = await placeAt('Straddle', 'Ara', 'Bora', 'Cho', 'Dan');
  await place.sit('Ara', 0);
  await place.sit('Bora', 1);
  await place.sit('Cho', 2, { entry: 'post' });
  await place.sit('Dan', 3, { entry: 'post' });
  await place.until('a hand', () => place.seen().turn !== null);
  while (!place.names.every((who) => place.seatOf(who)?.inHand)) await place.nextHand();
  for (const who of place.names) await place.ok(who, 'table.straddle', { on: true });
  await place.nextHand();
  const straddle = place.events('blind_posted').find((event) => event['kind'] === 'straddle');
  expect(straddle).toMatchObject({ amountKrw: 2_000 });
  expect(place.seen().currentBetKrw).toBe(2_000);
  const next = place.names.find((who) => place.seatOf(who)?.seat === straddle?.['seat']);
  if (next === undefined) throw new Error('nobody straddles');
  // Who was under the gun is the next big blind.
  await place.ok(next, 'table.sit_out_next_big_blind', { on: true });
  await place.nextHand();
  expect(place.seatOf(next)).toMatchObject({ status: 'sitting_out', inHand: false });
  expect(place.own(next).seat).toMatchObject({ owesBigBlind: true, sitOutNextBigBlind: false });
});

it('sends only what the document of the wire says', () => {
  const frames = Object.values(players).flatMap((player) => player.frames.frames);
  expect(strangeFrames(frames)).toEqual([]);
});

it('leaves the books clean', async () => {
  const open = async (): Promise<number> => {
    const sql = 'SELECT count(*) AS n FROM outbox WHERE done_at IS NULL';
    return Number((await database.query<{ n: string }>(sql)).rows[0]?.n);
  };
  const deadline = performance.now() + 30_000;
  while ((await open()) > 0 && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const reports = await verify(apps);
  expect(reportLines(reports).filter((line) => !line.startsWith('✓'))).toEqual([
    `verify: clean (${reports.length} checks)`,
  ]);
});
