import { krw, maxKrw, ZERO_KRW, type Krw } from '@cardroom/money';

import { nextToAct } from './betting';
import { changeSeat, changeSeats, draftOf, type HandDraft, type SeatDraft } from './hand-draft';
import type {
  BlindKind,
  HandEvent,
  HandSeat,
  HandSetup,
  HandState,
  Runs,
  SeatResult,
  SeatSetup,
} from './hand-types';
import { assertInvariant } from './result';
import { strategyOf } from './structures';

/** Seats clockwise from the button's left: the order of dealing, acting and odd chips. */
function inDealOrder({ seats, buttonSeat }: HandSetup): SeatSetup[] {
  const first = seats.findIndex(({ seat }) => seat > buttonSeat);
  return first < 0 ? [...seats] : [...seats.slice(first), ...seats.slice(0, first)];
}

/** Who posts the blinds: heads-up the button posts the small one. Rule: docs/rules/holdem.md §2.1. */
export function blindSeatsOf(
  setup: HandSetup,
  order: readonly SeatSetup[] = inDealOrder(setup),
): Pick<HandState, 'smallBlindSeat' | 'bigBlindSeat'> {
  const buttonPostsSmall = order.length === 2 && order[1]?.seat === setup.buttonSeat;
  const [small, big] = buttonPostsSmall ? [order[1], order[0]] : [order[0], order[1]];
  assertInvariant(small !== undefined && big !== undefined, 'a hand has two seats or more');
  return {
    smallBlindSeat: setup.smallBlindSeat === undefined ? small.seat : setup.smallBlindSeat,
    bigBlindSeat: setup.bigBlindSeat ?? big.seat,
  };
}

function initialState(setup: HandSetup): HandState {
  const order = inDealOrder(setup);
  const { smallBlindSeat, bigBlindSeat } = blindSeatsOf(setup, order);
  return {
    setup,
    smallBlindSeat,
    bigBlindSeat,
    straddleSeat: null,
    street: 'preflop',
    board: [],
    secondBoard: [],
    seats: order.map(newSeat),
    cardsDealt: false,
    toActSeat: null,
    runChoiceSeats: [],
    runs: null,
    currentBetKrw: ZERO_KRW,
    minRaiseKrw: strategyOf(setup).openingRaiseKrw(setup, 'preflop', ZERO_KRW),
    fullBetKrw: ZERO_KRW,
    betCount: 0,
    lastAggressorSeat: null,
    rabbitCards: null,
    outcome: 'playing',
  };
}

const newSeat = ({ seat, stackKrw }: SeatSetup): HandSeat => ({
  seat,
  startStackKrw: stackKrw,
  stackKrw,
  status: 'active',
  streetBetKrw: ZERO_KRW,
  contributedKrw: ZERO_KRW,
  deadKrw: ZERO_KRW,
  actedOnKrw: null,
  shownCards: null,
  mucked: false,
});

/** Takes chips from a stack; the last chip makes the seat all-in. */
function pay(seat: SeatDraft, amountKrw: Krw): void {
  seat.stackKrw = krw(seat.stackKrw - amountKrw);
  if (seat.stackKrw === 0) seat.status = 'allin';
}

/** Moves live chips from a stack to the middle. */
function bet(seat: SeatDraft, amountKrw: Krw): void {
  pay(seat, amountKrw);
  seat.streetBetKrw = krw(seat.streetBetKrw + amountKrw);
  seat.contributedKrw = krw(seat.contributedKrw + amountKrw);
}

/** Moves dead chips from a stack to the main pot. */
function postDead(seat: SeatDraft, amountKrw: Krw): void {
  pay(seat, amountKrw);
  seat.deadKrw = krw(seat.deadKrw + amountKrw);
}

/** An ante is part of the pots, but not of the bet. */
function postAnte(seat: SeatDraft, amountKrw: Krw): void {
  pay(seat, amountKrw);
  seat.contributedKrw = krw(seat.contributedKrw + amountKrw);
}

type EventOf<T extends HandEvent['type']> = Extract<HandEvent, { type: T }>;

/** The others owe the full blind even where its poster could not post it. Rule: §2.4. */
function raiseToBlind(draft: HandDraft, kind: BlindKind): void {
  const { setup } = draft;
  switch (kind) {
    case 'small':
      draft.currentBetKrw = setup.stakes.smallBlindKrw;
      return;
    case 'big':
      draft.currentBetKrw = setup.stakes.bigBlindKrw;
      draft.fullBetKrw = setup.stakes.bigBlindKrw;
      draft.betCount = 1;
      return;
    case 'straddle': {
      const { seat, amountKrw } = setup.straddle ?? { seat: null, amountKrw: draft.currentBetKrw };
      draft.straddleSeat = seat;
      draft.currentBetKrw = amountKrw;
      draft.fullBetKrw = amountKrw;
      draft.betCount += 1;
      draft.minRaiseKrw = strategyOf(setup).openingRaiseKrw(setup, 'preflop', amountKrw);
    }
  }
}

function foldAction(draft: HandDraft, event: EventOf<'acted'>): void {
  const isAggressive = event.action === 'bet' || event.action === 'raise';
  if (isAggressive) {
    if (strategyOf(draft.setup).isFullRaise(draft, event.toKrw)) {
      draft.fullBetKrw = event.toKrw;
      draft.betCount += 1;
    }
    draft.minRaiseKrw = maxKrw(draft.minRaiseKrw, krw(event.toKrw - draft.currentBetKrw));
    draft.currentBetKrw = event.toKrw;
    draft.lastAggressorSeat = event.seat;
  }
  const seat = changeSeat(draft, event.seat);
  if (event.action === 'fold') seat.status = 'folded';
  else bet(seat, event.addedKrw);
  seat.actedOnKrw = draft.currentBetKrw;
  draft.toActSeat = nextToAct(draft, event.seat);
}

function foldRunsAgreed(draft: HandDraft, runs: Runs): void {
  draft.runs = runs;
  draft.runChoiceSeats = [];
  draft.secondBoard = runs === 2 ? draft.board : [];
}

function foldStreetDealt(draft: HandDraft, event: EventOf<'street_dealt'>): void {
  if (event.run === 1) {
    draft.secondBoard = [...draft.secondBoard, ...event.cards];
    draft.toActSeat = nextToAct(draft, null);
    return;
  }
  for (const seat of changeSeats(draft)) {
    seat.streetBetKrw = ZERO_KRW;
    seat.actedOnKrw = null;
  }
  draft.street = event.street;
  draft.board = [...draft.board, ...event.cards];
  draft.currentBetKrw = ZERO_KRW;
  draft.minRaiseKrw = strategyOf(draft.setup).openingRaiseKrw(draft.setup, event.street, ZERO_KRW);
  draft.fullBetKrw = ZERO_KRW;
  draft.betCount = 0;
  draft.lastAggressorSeat = null;
  draft.toActSeat = nextToAct(draft, null);
}

function foldUncalled(draft: HandDraft, event: EventOf<'uncalled_returned'>): void {
  const seat = changeSeat(draft, event.seat);
  seat.stackKrw = krw(seat.stackKrw + event.amountKrw);
  seat.streetBetKrw = krw(seat.streetBetKrw - event.amountKrw);
  seat.contributedKrw = krw(seat.contributedKrw - event.amountKrw);
  if (seat.status === 'allin') seat.status = 'active';
  draft.toActSeat = null;
}

function foldEnd(draft: HandDraft, outcome: 'settled' | 'voided'): SeatDraft[] {
  draft.outcome = outcome;
  draft.toActSeat = null;
  draft.runChoiceSeats = [];
  return changeSeats(draft);
}

function foldSettled(draft: HandDraft, results: readonly SeatResult[]): void {
  for (const seat of foldEnd(draft, 'settled')) {
    const result = results.find((each) => each.seat === seat.seat);
    seat.stackKrw = result?.endStackKrw ?? seat.stackKrw;
  }
}

/**
 * Whose turn it is follows from the state alone, so that no event has to say it.
 */
function foldEvent(draft: HandDraft, event: Exclude<HandEvent, { type: 'hand_started' }>): void {
  switch (event.type) {
    case 'ante_posted':
      if (event.dead) postDead(changeSeat(draft, event.seat), event.amountKrw);
      else postAnte(changeSeat(draft, event.seat), event.amountKrw);
      return;
    case 'blind_posted':
      bet(changeSeat(draft, event.seat), event.amountKrw);
      raiseToBlind(draft, event.kind);
      return;
    case 'entry_posted':
      bet(changeSeat(draft, event.seat), event.liveKrw);
      postDead(changeSeat(draft, event.seat), event.deadKrw);
      return;
    case 'cards_dealt':
      draft.cardsDealt = true;
      draft.toActSeat = nextToAct(draft, draft.straddleSeat ?? draft.bigBlindSeat);
      return;
    case 'acted':
      foldAction(draft, event);
      return;
    case 'uncalled_returned':
      foldUncalled(draft, event);
      return;
    case 'runs_offered':
      draft.runChoiceSeats = event.seats;
      return;
    case 'runs_chosen':
      draft.runChoiceSeats = draft.runChoiceSeats.filter((seat) => seat !== event.seat);
      return;
    case 'runs_agreed':
      foldRunsAgreed(draft, event.runs);
      return;
    case 'street_dealt':
      foldStreetDealt(draft, event);
      return;
    case 'hand_shown': {
      const seat = changeSeat(draft, event.seat);
      seat.shownCards = event.cards;
      seat.mucked = false;
      return;
    }
    case 'hand_mucked':
      changeSeat(draft, event.seat).mucked = true;
      return;
    case 'pot_awarded':
      return;
    case 'hand_settled':
      foldSettled(draft, event.results);
      return;
    case 'rabbit_cards':
      draft.rabbitCards = event.cards;
      return;
    case 'hand_voided':
      for (const seat of foldEnd(draft, 'voided')) seat.stackKrw = seat.startStackKrw;
  }
}

/** Folds an event into a draft in place; `hand_started` makes a new one. */
export function foldInto(draft: HandDraft | null, event: HandEvent): HandDraft {
  if (event.type === 'hand_started') return draftOf(initialState(event.setup));
  assertInvariant(draft !== null, 'a hand begins with hand_started');
  foldEvent(draft, event);
  return draft;
}

/**
 * Folds one event into a hand, null before it begins. The same events always give the same state.
 *
 * Errors: throws where the first event of a hand is not `hand_started`.
 *
 * @example events.reduce(evolve, null).toActSeat // 2
 */
export const evolve = (state: HandState | null, event: HandEvent): HandState =>
  foldInto(state === null ? null : draftOf(state), event);

/**
 * Folds events one after the other: the rest of a hand, or a whole one from null.
 *
 * @example evolveAll(null, events).toActSeat // 2
 */
export function evolveAll(state: HandState | null, events: readonly HandEvent[]): HandState {
  let draft = state === null ? null : draftOf(state);
  for (const event of events) draft = foldInto(draft, event);
  assertInvariant(draft !== null, 'a hand has events');
  return draft;
}

/**
 * Folds a whole hand. Errors: throws where the list does not begin with `hand_started`.
 *
 * @example replay(events).street // 'preflop'
 */
export const replay = (events: readonly HandEvent[]): HandState => evolveAll(null, events);
