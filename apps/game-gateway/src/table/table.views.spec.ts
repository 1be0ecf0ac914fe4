import {
  card,
  decideTable,
  emptyTable,
  evolveTable,
  legalActions,
  seatIndex,
  type Dealer,
  type TableCommand,
  type TableConfig,
  type TableState,
} from '@cardroom/engine';
import { NO_DEAL } from '@cardroom/fairness';
import { krw } from '@cardroom/money';
import { pick, seededRandom, wholeBetween, type Random } from '@cardroom/testing';

import { tableView, type ViewContext } from './table.views';

const STEPS = 1_500;
const seed = Number(process.env['SEED'] ?? 20_261);

const config: TableConfig = {
  stakes: {
    smallBlindKrw: krw(500),
    bigBlindKrw: krw(1_000),
    anteKrw: krw(0),
    bigBlindAnteKrw: krw(0),
  },
  maxSeats: 4,
  minBuyInKrw: krw(20_000),
  maxBuyInKrw: krw(100_000),
  minPlayersToStart: 2,
  actionTimeoutMs: 15_000,
  timeBankMs: 30_000,
  showdownPauseMs: 3_000,
  structure: 'no-limit',
  straddle: 'none',
  runItTwice: false,
  rabbitHunt: true,
  rathole: { windowMs: 60_000 },
  awayRemovalMs: 600_000,
  seatOfferMs: 30_000,
};
const dealer: Dealer = {
  deck: Array.from({ length: 52 }, (_, code) => card(code)),
  rakeOf: () => krw(0),
};

const sits = (seat: number): TableCommand => ({
  ...{ type: 'take_seat', seat: seatIndex(seat), userId: `user-${seat}`, nickname: `${seat}` },
  ...{ seatSessionId: `session-${seat}`, stackKrw: krw(20_000 * (seat + 1)), nowMs: 0 },
  entry: 'post',
});

function oneOf<T>(random: Random, values: readonly T[]): T {
  const picked = pick(random, values);
  if (picked === null) throw new Error('there is one at least');
  return picked;
}

/** Something that somebody may ask, whether or not it is allowed now. */
function anyCommand(state: TableState, random: Random, step: number): TableCommand {
  const seat = seatIndex(wholeBetween(random, 0, config.maxSeats - 1));
  const legal = state.hand === null ? null : legalActions(state.hand);
  const play = (action: (TableCommand & { type: 'play' })['action']): TableCommand => ({
    ...{ type: 'play', action, usedMs: wholeBetween(random, 0, 20_000) },
  });
  if (legal !== null && random() < 0.8) {
    const { seat: actor, minRaiseToKrw: toKrw } = legal;
    if (toKrw !== null && random() < 0.2) return play({ type: 'raise', seat: actor, toKrw });
    return play({ type: oneOf(random, ['fold', 'check', 'call', 'call', 'timeout']), seat: actor });
  }
  return oneOf<TableCommand>(random, [
    { type: 'start_hand', handId: `hand-${step}` },
    { type: 'start_hand', handId: `hand-${step}` },
    play({ type: 'show', seat }),
    { type: 'sit_out', seat },
    { type: 'sit_in', seat },
    { type: 'leave', seat },
    { type: 'free_seat', seat, atMs: step },
    { type: 'add_chips', seat, amountKrw: krw(5_000) },
    sits(seat),
  ]);
}

it('the view of a table is the same whether or not its seats were looked at before', () => {
  process.stdout.write(`a table is asked for anything with seed ${seed}\n`);
  const random = seededRandom(seed);
  let state = emptyTable('table', config, 0);
  let away = '';
  const context: ViewContext = {
    ...{ name: 'Any', status: 'open', turnClock: { deadlineAtMs: 1, usingTimeBank: false } },
    ...{ deals: NO_DEAL, isConnected: (userId) => userId !== away },
  };
  let shown = 0;
  let kept = 0;
  let before = tableView(state, context);
  for (let step = 0; step < STEPS; step += 1) {
    const decided = decideTable(state, anyCommand(state, random, step), dealer);
    if (decided.ok) state = decided.value.reduce(evolveTable, state);
    away = `user-${wholeBetween(random, 0, config.maxSeats)}`;
    const view = tableView(state, context);
    // Nothing is known of a copy.
    expect(view).toEqual(tableView(structuredClone(state), context));
    const seats = Object.values(view.seats);
    shown += seats.filter((seat) => seat !== null && seat.shownCards !== null).length;
    kept += Object.entries(view.seats).filter(
      ([at, seat]) => seat && seat === before.seats[at],
    ).length;
    before = view;
  }
  expect(state.handNo).toBeGreaterThan(20);
  expect(shown).toBeGreaterThan(0);
  expect(kept).toBeGreaterThan(STEPS);
});
