import {
  decideTable,
  emptyTable,
  evolveTable,
  seatIndex,
  type TableCommand,
  type TableConfig,
  type TableEvent,
  type TableState,
} from '@cardroom/engine';
import { krw } from '@cardroom/money';
import type { OwnMessage } from '@cardroom/protocol';

import { publicEvents } from './event.views';
import { OwnViews } from './own-views';
import { preActionOf, type PreActCommand } from './pre-act.rules';
import { PreActions } from './pre-actions';

const TABLE_ID = '01900000-0000-7000-8000-000000000001';
const HAND_ID = '01900000-0000-7000-8000-0000000000f1';
const config: TableConfig = {
  stakes: {
    smallBlindKrw: krw(500),
    bigBlindKrw: krw(1_000),
    anteKrw: krw(0),
    bigBlindAnteKrw: krw(0),
  },
  maxSeats: 3,
  minBuyInKrw: krw(40_000),
  maxBuyInKrw: krw(100_000),
  minPlayersToStart: 2,
  actionTimeoutMs: 15_000,
  timeBankMs: 30_000,
  showdownPauseMs: 3_000,
  structure: 'no-limit',
  straddle: 'under_the_gun',
  runItTwice: false,
  rabbitHunt: false,
  rathole: { windowMs: 60_000 },
  awayRemovalMs: 600_000,
  seatOfferMs: 30_000,
};
const dealer = { deck: Array.from({ length: 52 }, (_, code) => code), rakeOf: () => krw(0) };

interface Story {
  readonly state: TableState;
  readonly events: readonly TableEvent[];
}

function after(story: Story, command: TableCommand): Story {
  const decided = decideTable(story.state, command, dealer as never);
  if (!decided.ok) throw new Error(decided.error.code);
  return {
    state: decided.value.reduce(evolveTable, story.state),
    events: [...story.events, ...decided.value],
  };
}

const sits = (userId: string, seat: number): TableCommand => ({
  ...{ type: 'take_seat', seat: seatIndex(seat), userId, nickname: userId, entry: 'wait' },
  ...{ seatSessionId: `session-${userId}`, stackKrw: krw(50_000), nowMs: 0 },
});

const SEATED = [sits('A', 0), sits('B', 1), sits('C', 2)];
const story = (...commands: TableCommand[]): Story =>
  commands.reduce(after, { state: emptyTable(TABLE_ID, config, 0), events: [] });
const dealt = (): TableState => story(...SEATED, { type: 'start_hand', handId: HAND_ID }).state;

const preAct = (wish: Partial<PreActCommand>): PreActCommand => ({
  ...{ cmdId: 'cmd-00000001', type: 'table.pre_act', tableId: TABLE_ID },
  ...{ handId: HAND_ID, action: 'check_fold' },
  ...wish,
});

describe('§7.1 what a player may decide before the turn', () => {
  // C is the button and acts first; A and B are the blinds.
  it.each([
    ['a check or fold', 'A', {}, 'ok'],
    ['a call at its price', 'A', { action: 'call', callKrw: 500 }, 'ok'],
    ['taking it back', 'A', { action: 'none' }, 'ok'],
    ['a call at another price', 'A', { action: 'call', callKrw: 400 }, 'STALE_STATE'],
    ['a call without a price', 'A', { action: 'call' }, 'VALIDATION_FAILED'],
    ['a price without a call', 'A', { action: 'call_any', callKrw: 500 }, 'VALIDATION_FAILED'],
    ['#49 for another hand', 'A', { handId: TABLE_ID }, 'HAND_MISMATCH'],
    ['#52 as a spectator', 'X', {}, 'NOT_SEATED'],
    ['at one’s turn', 'C', {}, 'ILLEGAL_ACTION'],
    ['a check where there is a bet', 'A', { action: 'check' }, 'ILLEGAL_ACTION'],
  ] as const)('%s by %s %j: %s', (_what, userId, wish, code) => {
    const decided = preActionOf(preAct(wish), userId, dealt());
    expect(decided.ok ? 'ok' : decided.refusal.code).toBe(code);
  });

  it('#39 nothing while no hand is played', () => {
    const decided = preActionOf(preAct({}), 'A', story(...SEATED).state);
    expect(decided).toEqual({ ok: false, refusal: { code: 'HAND_NOT_ACTIVE' } });
  });

  it('is done when the turn comes, and forgotten when it has lapsed', () => {
    const preActions = new PreActions();
    const begun = story(...SEATED, { type: 'start_hand', handId: HAND_ID });
    const decided = preActionOf(preAct({ action: 'call', callKrw: 500 }), 'A', begun.state);
    if (!decided.ok || decided.before === null) throw new Error('the pre-action is refused');
    preActions.set(decided.before);
    const act = (action: 'call' | 'raise'): TableState => {
      const seat = seatIndex(2);
      const command =
        action === 'call' ? { type: action, seat } : { type: action, seat, toKrw: 3_000 };
      return after(begun, { type: 'play', action: command, usedMs: 0 }).state;
    };
    expect(preActions.due(begun.state.hand)).toBeNull();
    expect(preActions.due(act('call').hand)).toEqual({ type: 'call', seat: 0 });
    expect(preActions.due(act('raise').hand)).toBeNull();
    preActions.keepValid(act('raise').hand);
    expect(preActions.of(0)).toBeNull();
  });
});

describe('what only its player sees', () => {
  const nowMs = 1_000;
  const privately: TableCommand[] = [
    { type: 'choose_entry', seat: seatIndex(0), entry: 'post' },
    { type: 'sit_out_next_big_blind', seat: seatIndex(0), on: true },
    { type: 'straddle', seat: seatIndex(0), on: true },
    { type: 'auto_top_up', seat: seatIndex(0), toKrw: 90_000 },
    { type: 'join_waiting', userId: 'secret-waiter', nickname: 'Secret' },
    { type: 'free_seat', seat: seatIndex(2), atMs: 0 },
    { type: 'tidy', nowMs },
    { type: 'leave_waiting', userId: 'secret-waiter' },
  ];

  it.each(privately)('I8 $type is told to nobody else', (command) => {
    const upTo = privately.slice(0, privately.indexOf(command));
    const before = story(...SEATED, ...upTo);
    const { events } = after({ ...before, events: [] }, command);
    expect(events.length).toBeGreaterThan(0);
    const told = JSON.stringify(events.flatMap(publicEvents));
    expect(told).not.toMatch(/secret|session|entry|untilMs|90000|straddle|big_blind/i);
  });

  function teller(): { views: OwnViews; told: [string, OwnMessage][]; preActions: PreActions } {
    const told: [string, OwnMessage][] = [];
    const preActions = new PreActions();
    const io = { own: (userId: string, message: OwnMessage) => void told.push([userId, message]) };
    const views = new OwnViews({ io, clock: { wallMs: () => nowMs }, preActions });
    return { views, told, preActions };
  }

  it('goes to that player alone, and only when it changes', () => {
    const { views, told } = teller();
    const begun = story(...SEATED);
    views.tell(begun.state);
    expect(told.map(([userId]) => userId)).toEqual(['A', 'B', 'C']);
    told.length = 0;
    const straddle = { type: 'straddle', seat: seatIndex(1), on: true } as const;
    views.tell(after(begun, straddle).state);
    views.tell(after(begun, straddle).state);
    expect(told).toMatchObject([['B', { seat: { seat: 1, straddleNext: true } }]]);
  });

  it('has the place in the waiting list, then the offer, then nothing', () => {
    const { views, told } = teller();
    const own = (): unknown[] =>
      told.filter(([who]) => who === 'W').map(([, { waiting }]) => waiting);
    const waits = { type: 'join_waiting', userId: 'W', nickname: 'W' } as const;
    const waiting = story(...SEATED, waits);
    views.tell(waiting.state);
    const offered = [privately[5], privately[6]].reduce(
      (before, command) => (command === undefined ? before : after(before, command)),
      waiting,
    );
    views.tell(offered.state);
    views.tell(after(offered, sits('W', 2)).state);
    expect(own()).toEqual([
      { place: 1, offer: null },
      { place: 1, offer: { seat: 2, untilMs: 31_000 } },
      null,
    ]);
  });

  it('has the stack that whoever left has to bring again', () => {
    const { views } = teller();
    const left = story(...SEATED, { type: 'free_seat', seat: seatIndex(2), atMs: 0 });
    expect(views.of(left.state, 'C').buyIn).toEqual({ minKrw: 50_000, maxKrw: 100_000 });
    expect(views.of(left.state, 'X').buyIn).toEqual({ minKrw: 40_000, maxKrw: 100_000 });
  });
});
