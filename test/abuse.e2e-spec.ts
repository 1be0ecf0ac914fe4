import { randomUUID } from 'node:crypto';

import type { Answer, TableView } from '@cardroom/protocol';
import { PlayerClient } from '@cardroom/client';
import { seedTables, startApps, type RunningApps } from '@cardroom/testing';
import { Client } from 'pg';
import { io, type Socket } from 'socket.io-client';

import { verify } from '../tools/verify/verify';
import { NEXT_PACKET, RawPolling, RawSocket } from './raw-session';

/**
 * Bad input at the players' door, by the numbers of the catalogue of abuse. After each refusal
 * nothing has changed: ledger, seats, outbox (but for notices of deposits, which come when they come) and
 * the table's version are what they were.
 */

const NAMES = ['Anna', 'Boram', 'Chan', 'Dana'] as const;
type Name = (typeof NAMES)[number];

let apps: RunningApps;
let tableId: string;
let otherTableId: string;
let database: Client;
const players = {} as Record<Name, PlayerClient>;

const newId = (): string => `cmd-${randomUUID()}`;

/** Whoever sends raw frames; its many connections push nobody else's out. */
let intruder: PlayerClient;

const newClient = (name: string, place: number): PlayerClient =>
  new PlayerClient({
    walletApiUrl: apps.walletApiUrl,
    gatewayUrl: apps.gatewayUrl,
    email: `${name.toLowerCase()}@abuse.example`,
    nickname: name,
    password: 'a password for abuse tests',
    address: `10.2.0.${place + 1}`,
  });

async function player(name: Name, place: number): Promise<PlayerClient> {
  const client = newClient(name, place);
  await client.enter();
  await client.account.faucet(1_000_000);
  await client.connect();
  await client.watch(tableId);
  return client;
}

beforeAll(async () => {
  apps = await startApps({
    seed: async (databaseUrl) => {
      const stakes = {
        name: 'abuse',
        smallBlindKrw: 500,
        bigBlindKrw: 1_000,
        rakeBp: 0,
        rakeCapKrw: 0,
      };
      const clock = { actionTimeoutMs: 60_000, timeBankMs: 0, showdownPauseMs: 100 };
      const table = { stakes, maxSeats: 4, minPlayersToStart: 3, ...clock };
      const names = ['Abuse', 'Other'];
      const ids = await seedTables(
        databaseUrl,
        names.map((name) => ({ name, ...table })),
      );
      [tableId = '', otherTableId = ''] = ids;
    },
  });
  database = new Client({ connectionString: apps.databaseUrl });
  await database.connect();
  for (const [place, name] of NAMES.entries()) players[name] = await player(name, place);
  intruder = newClient('Mallory', 50);
  await intruder.enter();
}, 120_000);

afterAll(async () => {
  Object.values(players).forEach((client) => client.disconnect());
  await database.end();
  await apps.stop();
});

const view = (): TableView => {
  const seen = players.Dana.tables.get(tableId)?.view;
  if (!seen) throw new Error('the table is not followed');
  return seen;
};
const version = (): number => players.Dana.tables.get(tableId)?.stateVersion ?? -1;

/** Everything that a refusal must not change. */
async function fingerprint(): Promise<unknown> {
  const { rows } = await database.query<Record<string, string>>(`
    SELECT (SELECT count(*) FROM ledger_transfers) AS transfers,
           (SELECT coalesce(sum(balance_krw), 0) FROM ledger_accounts) AS balances,
           (SELECT string_agg(id::text || status || stack_krw, ',' ORDER BY id) FROM seat_sessions) AS seats,
           (SELECT count(*) FROM hands) AS hands,
           (SELECT count(*) FROM outbox WHERE topic <> 'notification.send') AS outbox`);
  const live = await fetch(`${apps.gatewayUrl}/health/live`);
  const { serverId } = (await live.json()) as { serverId: string };
  return { ...rows[0], version: version(), serverId };
}

async function refusedWith(code: string, work: () => Promise<Answer>): Promise<void> {
  const before = await fingerprint();
  const answer = await work();
  expect(answer).toMatchObject({ ok: false, code, requestId: expect.any(String) as string });
  expect(await fingerprint()).toEqual(before);
}

async function until(fits: (seen: TableView) => boolean): Promise<void> {
  const deadline = performance.now() + 15_000;
  while (!fits(view())) {
    if (performance.now() > deadline) throw new Error('the table does not get there');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const bySeat = (seat: number): PlayerClient => {
  const name = NAMES[seat];
  if (name === undefined) throw new Error('there is no such seat');
  return players[name];
};

/** The player to act, and those who are not. */
const actor = (): PlayerClient => bySeat(view().turn?.seat ?? -1);
const waiting = (): PlayerClient =>
  bySeat([0, 1, 2].find((seat) => seat !== view().turn?.seat) ?? 0);

const act = (who: PlayerClient, action: object, extra: object = {}): Promise<Answer> =>
  who.send({
    ...{ cmdId: newId(), type: 'table.act', tableId },
    ...{ handId: view().handId, stateVersion: version(), ...action, ...extra },
  });

describe('frames and transport', () => {
  const enter = (): Promise<RawSocket> =>
    RawSocket.open(apps.gatewayUrl, intruder.account.accessToken);

  /** How much a player has heard of tables. */
  const ofTables = ({ frames }: PlayerClient): number => frames.holding('tableId').length;

  it.each<{ readonly what: string; readonly frame: string; readonly fate: 'closed' | 'served' }>([
    { what: '#1 garbage', frame: 'this is no packet', fate: 'closed' },
    { what: '#1 an unknown packet type', frame: '9', fate: 'closed' },
    { what: '#1 a packet that is cut short', frame: '42["cmd",{"cmdId":', fate: 'closed' },
    { what: '#3 an event named error', frame: '42["error",{}]', fate: 'served' },
    { what: '#3 an event named disconnect', frame: '42["disconnect"]', fate: 'closed' },
    { what: '#3 an event named connection', frame: '42["connection"]', fate: 'served' },
    { what: '#3 an event named newListener', frame: '42["newListener"]', fate: 'closed' },
    { what: '#4 an event that is no name', frame: '42[{"toString":"foo"}]', fate: 'closed' },
    { what: '#5 a forged ack id', frame: '4399999999999999999999[{"ok":true}]', fate: 'served' },
    { what: '#5 a negative ack id', frame: '43-1[{"ok":true}]', fate: 'closed' },
    {
      what: '#6 attachments that never come',
      frame: '451-["cmd",{"_placeholder":true,"num":0}]',
      fate: 'closed',
    },
    {
      what: '#6 a million attachments',
      frame: '451000000-["cmd",{"_placeholder":true,"num":0}]',
      fate: 'closed',
    },
    {
      what: '#7 a frame over the limit',
      frame: `42["cmd",{"x":"${'x'.repeat(20_000)}"}]`,
      fate: 'closed',
    },
    {
      what: '#8 deep nesting',
      frame: `42["cmd",${'['.repeat(7_000)}${']'.repeat(7_000)}]`,
      fate: 'served',
    },
    { what: '#9 a long array', frame: `42["cmd",[${'1,'.repeat(7_000)}1]]`, fate: 'served' },
    { what: '#14 an unknown namespace', frame: '40/admin,{}', fate: 'served' },
  ])('$what changes nothing: the socket is $fate', async ({ frame, fate }) => {
    const before = await fingerprint();
    const heard = ofTables(players.Dana);
    const raw = await enter();
    raw.send(frame);
    expect((await raw.isServed()) ? 'served' : 'closed').toBe(fate);
    raw.close();
    expect(await fingerprint()).toEqual(before);
    expect(ofTables(players.Dana)).toBe(heard);
  });

  it('#6 bytes that nobody announced close the socket', async () => {
    const raw = await enter();
    raw.send(Buffer.from('92c0c0', 'hex'));
    expect(await raw.isServed()).toBe(false);
  });

  it('#14 an unknown namespace is refused by its name', async () => {
    const raw = await enter();
    raw.send('40/admin,{}');
    expect(await raw.isServed()).toBe(true);
    expect(raw.heard).toContain('44/admin,{"message":"Invalid namespace"}');
    raw.close();
  });

  it.each([
    ['nobody has', (): string => 'A'.repeat(20)],
    ['another has', (socket: Socket): string => socket.io.engine.id],
  ])('#15 a session id that %s is refused', async (_who, idOf) => {
    const socket = await anySocket();
    const { engine } = socket.io;
    if (engine.transport.name === 'polling') {
      await new Promise((resolve) => engine.once('upgrade', resolve));
    }
    const path = `/socket.io/?EIO=4&transport=polling&sid=${idOf(socket)}`;
    for (const method of ['GET', 'POST']) {
      const body = method === 'POST' ? { body: '41' } : {};
      const answer = await fetch(apps.gatewayUrl + path, { method, ...body });
      expect(answer.status).toBe(400);
    }
    expect(await socket.emitWithAck('cmd', { cmdId: newId(), type: 'lobby.leave' })).toMatchObject({
      ok: true,
    });
    socket.disconnect();
  });

  it('nothing is heard of a socket that has not shown a token', async () => {
    const before = await fingerprint();
    const raw = await RawSocket.open(apps.gatewayUrl, null);
    raw.send(`42["cmd",${JSON.stringify({ cmdId: newId(), type: 'table.leave', tableId })}]`);
    expect(await raw.isServed()).toBe(false);
    expect(await fingerprint()).toEqual(before);
  });

  const anySocket = async (): Promise<Socket> => {
    const socket = io(apps.gatewayUrl, {
      auth: { token: players.Dana.account.accessToken },
      forceNew: true,
    });
    await new Promise((resolve) => socket.once('connect', () => resolve(null)));
    return socket;
  };

  it('#2 an unknown event is UNKNOWN_EVENT', async () => {
    const socket = await anySocket();
    await refusedWith(
      'UNKNOWN_EVENT',
      () => socket.emitWithAck('table.dance', {}) as Promise<Answer>,
    );
    socket.disconnect();
  });

  it('#68 what only the house does is FORBIDDEN, and stands in the trail once', async () => {
    const socket = await anySocket();
    const asked = [
      () => socket.emitWithAck('admin:deal', {}),
      () => socket.emitWithAck('deal', { tableId }),
      () => socket.emitWithAck('cmd', { cmdId: newId(), type: 'admin:set_balance', krw: 1 }),
    ];
    for (const ask of asked) await refusedWith('FORBIDDEN', () => ask() as Promise<Answer>);
    socket.disconnect();
    const { rows } = await database.query(
      `SELECT subject, outcome, details FROM audit_events
       WHERE action = 'access.denied' AND actor_id = $1`,
      [players.Dana.userId],
    );
    expect(rows).toEqual([
      { subject: 'socket:admin:deal', outcome: 'refused', details: { code: 'FORBIDDEN' } },
    ]);
  });

  it('#12 a second argument that is no function is no harm', async () => {
    const socket = await anySocket();
    socket.emit('cmd', { cmdId: newId(), type: 'lobby.enter' }, 'not a function');
    const answer = (await socket.emitWithAck('cmd', {
      cmdId: newId(),
      type: 'lobby.enter',
    })) as Answer;
    expect(answer.ok).toBe(true);
    socket.disconnect();
  });

  it.each([
    ['#10 no body', undefined],
    ['#10 null', null],
    ['#10 a string', 'lobby.enter'],
    ['#11 an unknown property', { cmdId: 'cmd-12345678', type: 'lobby.leave', admin: true }],
    ['#64 asking for more time', { cmdId: 'cmd-12345678', type: 'table.extend_time', ms: 9_000 }],
    ['#64 starting the time bank', { cmdId: 'cmd-12345678', type: 'table.start_time_bank' }],
  ])('%s is VALIDATION_FAILED', async (_name, body) => {
    await refusedWith('VALIDATION_FAILED', () => players.Dana.send(body));
  });

  it.each([
    ['#81 no token', '', 'TOKEN_MISSING'],
    ['#81 a malformed token', 'not.a.token', 'TOKEN_INVALID'],
    ['#83 alg none', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.', 'TOKEN_INVALID'],
  ])('%s does not connect', async (_name, token, code) => {
    const socket = io(apps.gatewayUrl, { auth: { token }, forceNew: true, reconnection: false });
    const error = await new Promise<Error & { data?: { code: string } }>((resolve) => {
      socket.once('connect_error', resolve);
    });
    expect(error.data?.code).toBe(code);
    socket.disconnect();
  });
});

describe('seats', () => {
  const sit = (
    who: PlayerClient,
    seat: unknown,
    buyInKrw: unknown,
    table = tableId,
  ): Promise<Answer> =>
    who.send({ cmdId: newId(), type: 'table.sit', tableId: table, seat, buyInKrw });

  it.each([-1, 99, 1.5, '1'])('#57 seat %p is VALIDATION_FAILED', async (seat) => {
    await refusedWith('VALIDATION_FAILED', () => sit(players.Anna, seat, 50_000));
  });

  it.each([39_999, 100_001])('#58 a buy-in of %p is BUYIN_OUT_OF_RANGE', async (amount) => {
    await refusedWith('BUYIN_OUT_OF_RANGE', () => sit(players.Anna, 0, amount));
  });

  it.each([-1, 0, 0.5, '50000', 2 ** 53, [50_000], { $gt: 0 }])(
    '#24-#34 a buy-in of %p is INVALID_AMOUNT',
    async (amount) => {
      await refusedWith('INVALID_AMOUNT', () => sit(players.Anna, 0, amount));
    },
  );

  it('an unknown table is TABLE_NOT_FOUND', async () => {
    await refusedWith('TABLE_NOT_FOUND', () => sit(players.Anna, 0, 50_000, randomUUID()));
  });

  it('#59 a buy-in above the balance is INSUFFICIENT_FUNDS', async () => {
    const poor = newClient('Poor', 60);
    await poor.enter();
    await poor.account.faucet(60_000);
    await poor.connect();
    await refusedWith('INSUFFICIENT_FUNDS', () => sit(poor, 3, 80_000));
    poor.disconnect();
  });

  it('#60 of two buy-ins at once with money for one, one fails', async () => {
    const poor = newClient('Barely', 62);
    await poor.enter();
    await poor.account.faucet(60_000);
    await poor.connect();
    const answers = await Promise.all([sit(poor, 3, 50_000), sit(poor, 3, 50_000, otherTableId)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect((await poor.account.balance()).availableKrw).toBe(10_000);
    await Promise.all(
      [tableId, otherTableId].map((id) => poor.cmd('table.leave', { tableId: id })),
    );
    await until((seen) => seen.seats['3'] === null);
    poor.disconnect();
  });

  it('#66 who is excluded from play gets no seat, and keeps the money', async () => {
    const excluded = newClient('Excluded', 61);
    await excluded.enter();
    await excluded.account.faucet(60_000);
    const body = { kind: 'cool_off', days: 1 };
    await excluded.account.authorized('POST', '/me/self-exclusion', body);
    await excluded.connect();
    await refusedWith('ACCOUNT_EXCLUDED', () => sit(excluded, 3, 50_000));
    expect((await excluded.account.balance()).availableKrw).toBe(60_000);
    excluded.disconnect();
  });

  it('#55 of two who claim a seat at once one gets it', async () => {
    const answers = await Promise.all([
      sit(players.Anna, 0, 50_000),
      sit(players.Boram, 0, 50_000),
    ]);
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.code)).sort();
    expect(codes).toEqual(['SEAT_TAKEN', 'ok']);
    if (answers[1].ok) {
      await players.Boram.cmd('table.leave', { tableId });
      await until((seen) => seen.seats['0'] === null);
      expect((await sit(players.Anna, 0, 50_000)).ok).toBe(true);
    }
  });

  it('#56 a second seat at the table is ALREADY_SEATED', async () => {
    await refusedWith('ALREADY_SEATED', () => sit(players.Anna, 2, 50_000));
  });

  it('#39 acting while no hand is played is HAND_NOT_ACTIVE', async () => {
    const body = { cmdId: newId(), type: 'table.act', tableId, handId: randomUUID() };
    await refusedWith('HAND_NOT_ACTIVE', () =>
      players.Anna.send({ ...body, stateVersion: version(), action: 'fold' }),
    );
  });

  it('#61 a top-up past the largest stack is TOP_UP_OUT_OF_RANGE', async () => {
    await refusedWith('TOP_UP_OUT_OF_RANGE', () =>
      players.Anna.cmd('table.top_up', { tableId, amountKrw: 60_000 }),
    );
  });
});

/** The cards that everybody sees, and their proofs. */
const withoutBoard = (name: string, value: unknown): unknown =>
  name === 'board' || name === 'openings' ? null : value;

describe('the hand', () => {
  beforeAll(async () => {
    for (const [name, seat] of [
      ['Boram', 1],
      ['Chan', 2],
    ] as const) {
      const answer = await players[name].cmd('table.sit', { tableId, seat, buyInKrw: 50_000 });
      expect(answer.ok).toBe(true);
    }
    await until((seen) => seen.turn !== null);
  });

  it('#38 acting out of turn is NOT_YOUR_TURN', async () => {
    await refusedWith('NOT_YOUR_TURN', () => act(waiting(), { action: 'fold' }));
  });

  it('#41 checking a bet, betting where a raise is due, are ILLEGAL_ACTION', async () => {
    await refusedWith('ILLEGAL_ACTION', () => act(actor(), { action: 'check' }));
    await refusedWith('ILLEGAL_ACTION', () => act(actor(), { action: 'bet', toKrw: 3_000 }));
  });

  it('#42 a raise below the minimum is BET_TOO_SMALL', async () => {
    await refusedWith('BET_TOO_SMALL', () => act(actor(), { action: 'raise', toKrw: 1_999 }));
  });

  it('#43 a bet above the stack is BET_TOO_LARGE', async () => {
    await refusedWith('BET_TOO_LARGE', () => act(actor(), { action: 'raise', toKrw: 50_001 }));
  });

  it.each([-1, 0, 2_000.5, '2000', 1e30, true])(
    '#24-#34 a raise to %p is INVALID_AMOUNT',
    async (toKrw) => {
      await refusedWith('INVALID_AMOUNT', () => act(actor(), { action: 'raise', toKrw }));
    },
  );

  it('#47 #48 a stale or a future version is STALE_STATE and tells the version', async () => {
    for (const stateVersion of [0, version() + 5]) {
      const answer = await act(actor(), { action: 'call' }, { stateVersion });
      expect(answer).toMatchObject({ ok: false, code: 'STALE_STATE', stateVersion: version() });
    }
  });

  it('#49 an action for another hand is HAND_MISMATCH', async () => {
    await refusedWith('HAND_MISMATCH', () =>
      act(actor(), { action: 'call' }, { handId: randomUUID() }),
    );
  });

  it('#51 client-sent cards, pots and times are VALIDATION_FAILED', async () => {
    await refusedWith('VALIDATION_FAILED', () =>
      act(actor(), { action: 'call', cards: ['As', 'Ah'] }),
    );
  });

  it('#52 a spectator who acts is NOT_SEATED', async () => {
    await refusedWith('NOT_SEATED', () => act(players.Dana, { action: 'fold' }));
  });

  it('#53 a seat elsewhere is no seat here', async () => {
    await refusedWith('NOT_SEATED', () =>
      players.Anna.cmd('table.leave', { tableId: otherTableId }),
    );
  });

  it('#61 a top-up during the hand is kept and never live', async () => {
    const who = actor();
    const stack = view().seats[String(view().turn?.seat)]?.stackKrw;
    expect((await who.cmd('table.top_up', { tableId, amountKrw: 1_000 })).ok).toBe(true);
    expect(view().seats[String(view().turn?.seat)]?.stackKrw).toBe(stack);
  });

  it('#13 two events in one packet, the same twice, have one effect and one answer', async () => {
    const who = actor();
    const [before, seat] = [version(), view().turn?.seat];
    const body = {
      ...{ cmdId: newId(), type: 'table.act', tableId, handId: view().handId },
      ...{ stateVersion: before, action: 'call' },
    };
    const session = await RawPolling.open(apps.gatewayUrl, who.account.accessToken);
    const event = JSON.stringify(['cmd', body]);
    expect(await session.post(`420${event}${NEXT_PACKET}421${event}`)).toBe(200);
    const heard = await session.hear('431');
    const answers = ['430', '431'].map((id) => heard.find((packet) => packet.startsWith(id)));
    expect(JSON.parse(answers[0]?.slice(3) ?? '')).toMatchObject([{ ok: true }]);
    expect(answers[1]?.slice(3)).toBe(answers[0]?.slice(3));
    await until((seen) => seen.turn !== null && seen.turn.seat !== seat);
    await refusedWith('NOT_YOUR_TURN', () => act(who, { action: 'call' }));
  });

  it('#45 the same command twice has one effect and one answer; #46 its id is not free for another', async () => {
    const who = actor();
    const body = {
      ...{ cmdId: newId(), type: 'table.act', tableId, handId: view().handId },
      ...{ stateVersion: version(), action: 'call' },
    };
    const [first, second] = await Promise.all([who.send(body), who.send(body)]);
    expect(first.ok).toBe(true);
    expect(second).toEqual(first);
    await refusedWith('ACTION_ID_REUSED', () => who.send({ ...body, action: 'fold' }));
  });

  it('#54 of two sockets of one player the first acts, the second is STALE_STATE', async () => {
    const who = actor();
    const twin = io(apps.gatewayUrl, { auth: { token: who.account.accessToken }, forceNew: true });
    await new Promise((resolve) => twin.once('connect', () => resolve(null)));
    const stateVersion = version();
    const body = {
      type: 'table.act',
      tableId,
      handId: view().handId,
      stateVersion,
      action: view().turn?.legal.canCheck === true ? 'check' : 'call',
    };
    const first = await who.send({ ...body, cmdId: newId() });
    const second = (await twin.emitWithAck('cmd', { ...body, cmdId: newId() })) as Answer;
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({ ok: false, code: 'STALE_STATE' });
    twin.disconnect();
  });

  it('#65 who drops the connection gets no more time for it, however often', async () => {
    const who = actor();
    const { handId, turn } = view();
    for (let times = 0; times < 3; times += 1) {
      const back = new Promise((resolve) => who.once('online', () => resolve(null)));
      who.dropConnection();
      await back;
    }
    expect(view().handId).toBe(handId);
    expect(view().turn?.seat).toBe(turn?.seat);
    expect(view().turn?.deadlineAtMs).toBe(turn?.deadlineAtMs);
  });

  it('#71 #72 a snapshot holds no hidden card, whoever asks and whenever, also after a fold', async () => {
    const folded = actor();
    expect(await act(folded, { action: 'fold' })).toMatchObject({ ok: true });
    for (const who of Object.values(players)) {
      const answer = await who.cmd('table.watch', { tableId });
      const { snapshot, cards } = (answer.ok ? answer.data : {}) as {
        snapshot: unknown;
        cards: unknown;
      };
      expect(JSON.stringify(snapshot, withoutBoard)).not.toMatch(/"[2-9TJQKA][cdhs]"/);
      expect(cards === null).toBe(who === players.Dana);
    }
  });

  it('#62 leaving in mid-hand folds by rule, and the stack leaves after the hand', async () => {
    await until((seen) => seen.turn !== null);
    const leaver = waiting();
    expect((await leaver.cmd('table.leave', { tableId })).ok).toBe(true);
    const handNo = view().handNo;
    while (view().lastHand?.handNo !== handNo) {
      const { turn } = view();
      if (turn !== null && actor() !== leaver) {
        await act(actor(), { action: turn.legal.canCheck ? 'check' : 'call' });
      }
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await until((seen) =>
      Object.values(seen.seats).every((seat) => seat?.userId !== leaver.userId),
    );
    const { inPlayKrw } = await leaver.account.balance();
    expect(inPlayKrw).toBe(0);
  });

  it('#88 after logout the token is refused and the socket is closed', async () => {
    const { Dana } = players;
    const closed = new Promise((resolve) => Dana.once('offline', resolve));
    await Dana.account.logout();
    await closed;
    expect(Dana.notices.map((notice) => notice.code)).toContain('SESSION_REVOKED');
  });

  it('leaves the books clean', async () => {
    const reports = await verify(apps);
    expect(reports.flatMap(({ findings }) => findings)).toEqual([]);
  });
});
