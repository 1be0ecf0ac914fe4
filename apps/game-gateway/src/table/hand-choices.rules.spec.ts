import {
  emptyTable,
  evolveTable,
  seatIndex,
  type HandEvent,
  type HandSetup,
  type TableConfig,
  type TableEvent,
  type TableState,
} from '@cardroom/engine';
import { krw } from '@cardroom/money';

import { choiceFault, handChoiceOf, type HandChoice } from './hand-choices.rules';
import { turnAfter, type Clock } from './turn-clock';

const [TABLE, HAND] = ['table', 'hand'];
const STAKES = {
  smallBlindKrw: krw(500),
  bigBlindKrw: krw(1_000),
  anteKrw: krw(0),
  bigBlindAnteKrw: krw(0),
};
const CONFIG: TableConfig = {
  stakes: STAKES,
  maxSeats: 4,
  minBuyInKrw: krw(1),
  maxBuyInKrw: krw(100_000),
  minPlayersToStart: 2,
  actionTimeoutMs: 10_000,
  timeBankMs: 30_000,
  showdownPauseMs: 0,
  structure: 'no-limit',
  straddle: 'none',
  runItTwice: true,
  rabbitHunt: true,
  rathole: { windowMs: 0 },
  awayRemovalMs: 0,
  seatOfferMs: 0,
};

const taken = (seat: number): TableEvent => ({
  ...{ type: 'seat_taken', seat: seatIndex(seat), stackKrw: krw(10_000) },
  ...{ userId: `user-${seat}`, nickname: `Player ${seat}`, seatSessionId: `session-${seat}` },
});
const inHand = (event: HandEvent): TableEvent => ({ type: 'hand', event });
const SETUP: HandSetup = {
  ...{ handId: HAND, handNo: 1, buttonSeat: seatIndex(1), stakes: STAKES, boards: 2 },
  seats: [0, 1].map((seat) => ({ seat: seatIndex(seat), stackKrw: krw(10_000) })),
};
const OFFERED = inHand({ type: 'runs_offered', seats: [seatIndex(0), seatIndex(1)] });
const chosen = (seat: number): TableEvent =>
  inHand({ type: 'runs_chosen', seat: seatIndex(seat), runs: 2, bySystem: false });

/** Seats 0 and 1 were dealt in; somebody else sat down at seat 2, and seat 1 changed hands. */
function table(events: readonly TableEvent[] = []): TableState {
  return [
    ...[taken(0), taken(1), inHand({ type: 'hand_started', setup: SETUP }), taken(2)],
    ...events,
  ].reduce(evolveTable, emptyTable(TABLE, CONFIG, 0));
}

const show: HandChoice = { cmdId: 'command-1', type: 'table.show', tableId: TABLE, handId: HAND };
const hunt: HandChoice = { ...show, type: 'table.rabbit_hunt' };
const choose: HandChoice = { ...show, type: 'table.choose_runs', runs: 2 };

describe('whether a choice belongs to the hand at the table', () => {
  const another: TableEvent[] = [
    { type: 'seat_left', seat: seatIndex(1) },
    { ...taken(1), userId: 'user-9' } as TableEvent,
  ];
  it.each([
    ['#52 a watcher has no seat', show, 'user-7', table(), 'NOT_SEATED'],
    ['#39 no hand was played', show, 'user-0', emptyTableWith(taken(0)), 'HAND_NOT_ACTIVE'],
    ['#49 it is for another hand', { ...show, handId: 'x' }, 'user-0', table(), 'HAND_MISMATCH'],
    ['it is for a hand without the player', show, 'user-2', table(), 'ILLEGAL_ACTION'],
    ['it is for cards of who sat there before', show, 'user-9', table(another), 'ILLEGAL_ACTION'],
    ['it is for runs of who sat there before', choose, 'user-9', table(another), 'ILLEGAL_ACTION'],
  ] as const)('%s', (_what, command, userId, state, code) => {
    expect(choiceFault(command, userId, state)).toEqual({ code });
  });

  it('the owner’s own cards, and the rabbit of everybody seated', () => {
    expect(choiceFault(show, 'user-0', table())).toBeNull();
    expect(choiceFault(choose, 'user-1', table())).toBeNull();
    expect(choiceFault(hunt, 'user-2', table())).toBeNull();
  });

  it('names the player’s seat to the engine', () => {
    const { seats } = table();
    const [at] = seats;
    if (at === null || at === undefined) throw new Error('seat 0 is taken');
    expect([show, hunt, choose].map((command) => handChoiceOf(command, at))).toEqual([
      { type: 'show', seat: 0 },
      { type: 'rabbit_hunt' },
      { type: 'choose_runs', seat: 0, runs: 2 },
    ]);
  });
});

function emptyTableWith(event: TableEvent): TableState {
  return evolveTable(emptyTable(TABLE, CONFIG, 0), event);
}

describe('the clock while runs are chosen', () => {
  let nowMs = 1_000;
  const clock: Clock = { nowMs: () => nowMs, wallMs: () => nowMs };
  const turn = (before: ReturnType<typeof turnAfter>, events: TableEvent[], all: TableEvent[]) =>
    turnAfter(clock, before, { state: table(all), version: 7, events });

  it('is one for all: an answer does not give the others more time', () => {
    const offered = turn(null, [OFFERED], [OFFERED]);
    expect(offered).toMatchObject({ seat: 0, choosesRuns: true, deadlineMs: 11_000 });
    nowMs = 6_000;
    const answered = turn(offered, [chosen(0)], [OFFERED, chosen(0)]);
    expect(answered).toMatchObject({ seat: 1, choosesRuns: true, deadlineMs: 11_000 });
  });

  it('stops when the runs are agreed', () => {
    const agreed = inHand({ type: 'runs_agreed', runs: 1 });
    const offered = turn(null, [OFFERED], [OFFERED]);
    expect(turn(offered, [agreed], [OFFERED, agreed])).toBeNull();
  });
});
