import { setTimeout as sleep } from 'node:timers/promises';

import type { Answer, TableView } from '@cardroom/protocol';
import { PlayerClient } from '@cardroom/client';
import { seedTables, startApps, type RunningApps } from '@cardroom/testing';

import { verify } from '../tools/verify/verify';
import { strangeFrames } from './frame-shapes';

/**
 * What players choose beside actions, through stock clients: two runs, showing after the hand, the
 * rabbit hunt. Rules: docs/rules/holdem.md §11, §12.
 */

const BUY_IN_KRW = 40_000;

let apps: RunningApps;
let folded: string;
let twice: string;
let silent: string;
let killed: string;
/** Two players, and a watcher without a seat. */
let players: readonly [PlayerClient, PlayerClient];
let watcher: PlayerClient;

async function client(name: string, place: number): Promise<PlayerClient> {
  const player = new PlayerClient({
    walletApiUrl: apps.walletApiUrl,
    gatewayUrl: apps.gatewayUrl,
    email: `${name.toLowerCase()}@choices.example`,
    nickname: name,
    password: 'a password for choices',
    address: `10.3.0.${place}`,
  });
  await player.enter();
  await player.account.faucet(1_000_000);
  await player.connect();
  for (const tableId of [folded, twice, silent, killed]) await player.watch(tableId);
  return player;
}

beforeAll(async () => {
  apps = await startApps({
    seed: async (databaseUrl) => {
      const blinds = { smallBlindKrw: 500, bigBlindKrw: 1_000 };
      const stakes = { name: 'choices', ...blinds, rakeBp: 0, rakeCapKrw: 0 };
      const settings = { runItTwice: true, rabbitHunt: true, maxSeats: 2, timeBankMs: 0 };
      const ids = await seedTables(databaseUrl, [
        { name: 'Folded', stakes, ...settings, actionTimeoutMs: 60_000, showdownPauseMs: 4_000 },
        { name: 'Twice', stakes, ...settings, actionTimeoutMs: 60_000, showdownPauseMs: 60_000 },
        { name: 'Silent', stakes, ...settings, actionTimeoutMs: 1_500, showdownPauseMs: 60_000 },
        { name: 'Killed', stakes, ...settings, actionTimeoutMs: 60_000, showdownPauseMs: 60_000 },
      ]);
      [folded = '', twice = '', silent = '', killed = ''] = ids;
    },
  });
  players = [await client('Areum', 1), await client('Bora', 2)];
  watcher = await client('Chung', 3);
}, 120_000);

afterAll(async () => {
  [...players, watcher].forEach((player) => player.disconnect());
  await apps.stop();
});

const view = (tableId: string, of: PlayerClient = watcher): TableView => {
  const seen = of.tables.get(tableId)?.view;
  if (!seen) throw new Error('the table is not followed');
  return seen;
};

async function until(tableId: string, fits: (seen: TableView) => boolean): Promise<TableView> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const all = [...players, watcher].map((each) => view(tableId, each));
    if (all.every(fits)) return view(tableId);
    if (performance.now() > deadline) throw new Error(`${tableId} does not get there`);
    await sleep(20);
  }
}

async function sitDown(tableId: string): Promise<void> {
  for (const [seat, player] of players.entries()) {
    const answer = await player.cmd('table.sit', { tableId, seat, buyInKrw: BUY_IN_KRW });
    expect(answer).toMatchObject({ ok: true });
  }
  await until(tableId, (seen) => seen.turn !== null);
}

const playerAt = (seat: number): PlayerClient => (seat === 0 ? players[0] : players[1]);

/** The player to act does this. */
async function act(tableId: string, action: 'fold' | 'call' | 'raise', toKrw?: number) {
  const { turn, handId } = view(tableId);
  const actor = playerAt(turn?.seat ?? -1);
  const stateVersion = actor.tables.get(tableId)?.stateVersion ?? -1;
  const amount = toKrw === undefined ? {} : { toKrw };
  const body = { tableId, handId: handId ?? '', stateVersion, action, ...amount };
  expect(await actor.cmd('table.act', body)).toMatchObject({ ok: true });
}

async function goAllIn(tableId: string): Promise<TableView> {
  await act(tableId, 'raise', BUY_IN_KRW);
  await until(tableId, (seen) => seen.currentBetKrw === BUY_IN_KRW);
  await act(tableId, 'call');
  return until(tableId, (seen) => seen.runChoice !== null);
}

const codeOf = (answer: Answer): string => (answer.ok ? 'ok' : answer.code);

describe('§12 after the hand', () => {
  it('§6.6, §12.1 a folded hand is seen by nobody until its owner shows it, then by everybody', async () => {
    await sitDown(folded);
    const { handId, turn } = view(folded);
    const [folder, other] = turn?.seat === 0 ? players : [players[1], players[0]];
    const cards = folder.tables.get(folded)?.holeCards ?? [];
    expect(cards).toHaveLength(2);
    const target = { tableId: folded, handId: handId ?? '' };
    expect(codeOf(await folder.cmd('table.show', target))).toBe('ILLEGAL_ACTION');
    expect(codeOf(await folder.cmd('table.rabbit_hunt', target))).toBe('ILLEGAL_ACTION');
    await act(folded, 'fold');
    await until(folded, (seen) => seen.lastHand?.handId === handId);
    for (const reader of [other, watcher]) {
      for (const card of cards) expect(reader.frames.holding(`"${card}"`)).toEqual([]);
    }
    expect(codeOf(await watcher.cmd('table.show', target))).toBe('NOT_SEATED');
    expect(codeOf(await folder.cmd('table.show', target))).toBe('ok');
    const at = String(turn?.seat);
    await until(folded, (seen) => seen.seats[at]?.shownCards?.join() === cards.join());
    expect(codeOf(await folder.cmd('table.show', target))).toBe('ILLEGAL_ACTION');
  });

  it('§12.2 the rabbit hunt shows everybody the board that would have come, once', async () => {
    const handId = view(folded).handId ?? '';
    const target = { tableId: folded, handId };
    expect(codeOf(await watcher.cmd('table.rabbit_hunt', target))).toBe('NOT_SEATED');
    expect(codeOf(await players[0].cmd('table.rabbit_hunt', target))).toBe('ok');
    const seen = await until(folded, ({ rabbitCards }) => rabbitCards?.length === 5);
    expect(seen).toMatchObject({ board: [], handId });
    expect(codeOf(await players[1].cmd('table.rabbit_hunt', target))).toBe('ILLEGAL_ACTION');
  });

  it('§12.1 is over when the next hand begins', async () => {
    const before = view(folded).handId ?? '';
    const target = { tableId: folded, handId: before };
    const seen = await until(folded, ({ handId }) => handId !== before);
    expect(seen).toMatchObject({ rabbitCards: null });
    expect(codeOf(await players[0].cmd('table.show', target))).toBe('HAND_MISMATCH');
  });
});

describe('§11 run it twice', () => {
  it('§11.2, §11.3 two boards where both say so, and every chip is there', async () => {
    await sitDown(twice);
    const { runChoice, handId, seats } = await goAllIn(twice);
    expect(runChoice?.seats).toHaveLength(2);
    expect(Object.values(seats).every((seat) => seat?.shownCards?.length === 2)).toBe(true);
    const choice = { tableId: twice, handId: handId ?? '', runs: 2 as const };
    expect(codeOf(await watcher.cmd('table.choose_runs', choice))).toBe('NOT_SEATED');
    expect(codeOf(await players[0].cmd('table.choose_runs', choice))).toBe('ok');
    await until(twice, (seen) => seen.runChoice?.seats.length === 1);
    expect(codeOf(await players[0].cmd('table.choose_runs', choice))).toBe('ILLEGAL_ACTION');
    expect(codeOf(await players[1].cmd('table.choose_runs', choice))).toBe('ok');
    const over = await until(twice, (seen) => seen.lastHand !== null);
    expect([over.board.length, over.secondBoard.length]).toEqual([5, 5]);
    expect(new Set([...over.board, ...over.secondBoard]).size).toBe(10);
    const stacks = Object.values(over.seats).map((seat) => seat?.stackKrw ?? 0);
    expect(stacks.reduce((sum, stack) => sum + stack, 0)).toBe(2 * BUY_IN_KRW);
  });

  it('§11.2 one board when nobody answers in time', async () => {
    await sitDown(silent);
    await goAllIn(silent);
    const over = await until(silent, (seen) => seen.lastHand !== null);
    expect([over.board.length, over.secondBoard.length]).toEqual([5, 0]);
    const chosen = watcher.tables.get(silent)?.events.filter(({ type }) => type === 'runs_chosen');
    expect(chosen).toMatchObject([{ runs: 1, bySystem: true }]);
  });

  it('§11.2 a gateway killed before the last answer asks for it again, with the same cards', async () => {
    await sitDown(killed);
    const before = await goAllIn(killed);
    const choice = { tableId: killed, handId: before.handId ?? '', runs: 2 as const };
    expect(codeOf(await players[0].cmd('table.choose_runs', choice))).toBe('ok');
    await until(killed, (seen) => seen.runChoice?.seats.length === 1);
    await apps.group.kill('game-gateway');
    await apps.group.start('game-gateway');
    await chosenAtLast(players[1], choice);
    const over = await until(killed, (seen) => seen.lastHand !== null);
    expect(over.lastHand).toMatchObject({ handId: before.handId, outcome: 'settled' });
    expect([over.board.length, over.secondBoard.length]).toEqual([5, 5]);
    expect(Object.values(over.seats).map((seat) => seat?.shownCards)).toEqual(
      Object.values(before.seats).map((seat) => seat?.shownCards),
    );
  }, 60_000);
});

describe('after all of it', () => {
  it('only what the document of the wire says was sent', () => {
    const frames = [...players, watcher].flatMap((player) => player.frames.frames);
    expect(strangeFrames(frames)).toEqual([]);
  });

  it('nothing is left that the invariants do not allow', async () => {
    const reports = await verify(apps);
    expect(reports.flatMap(({ findings }) => findings)).toEqual([]);
  });
});

/** After a crash the table may not have an owner yet, nor the client its connection. */
async function chosenAtLast(
  player: PlayerClient,
  choice: { readonly tableId: string; readonly handId: string; readonly runs: 1 | 2 },
): Promise<void> {
  const deadline = performance.now() + 40_000;
  for (;;) {
    const answer = player.isOnline ? await player.surely('table.choose_runs', choice) : null;
    if (answer?.ok === true) return;
    if (performance.now() > deadline)
      throw new Error(`the last answer is ${JSON.stringify(answer)}`);
    await sleep(200);
  }
}
