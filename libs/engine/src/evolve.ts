import { krw, maxKrw, ZERO_KRW, type Krw } from '@cardroom/money';

import { nextToAct } from './betting';
import {
  MAX_SEATS,
  type BlindKind,
  type HandEvent,
  type HandSeat,
  type HandSetup,
  type HandState,
  type Runs,
  type SeatIndex,
} from './hand-types';
import { assertInvariant } from './result';
import { strategyOf } from './structures';

/** Seats clockwise from the button's left: the order of dealing, acting and odd chips. */
function inDealOrder(setup: HandSetup): SeatIndex[] {
  const distance = (seat: SeatIndex): number =>
    (seat - setup.buttonSeat - 1 + MAX_SEATS) % MAX_SEATS;
  return setup.seats.map(({ seat }) => seat).sort((a, b) => distance(a) - distance(b));
}

/** Who posts the blinds: heads-up the button posts the small one. Rule: docs/rules/holdem.md §2.1. */
export function blindSeatsOf(
  setup: HandSetup,
  order: readonly SeatIndex[] = inDealOrder(setup),
): Pick<HandState, 'smallBlindSeat' | 'bigBlindSeat'> {
  const buttonPostsSmall = order.length === 2 && order[1] === setup.buttonSeat;
  const [small, big] = buttonPostsSmall ? [order[1], order[0]] : [order[0], order[1]];
  assertInvariant(small !== undefined && big !== undefined, 'a hand has two seats or more');
  return {
    smallBlindSeat: setup.smallBlindSeat === undefined ? small : setup.smallBlindSeat,
    bigBlindSeat: setup.bigBlindSeat ?? big,
  };
}

function initialState(setup: HandSetup): HandState {
  const order = inDealOrder(setup);
  const stackOf = new Map(setup.seats.map(({ seat, stackKrw }) => [seat, stackKrw]));
  return {
    setup,
    ...blindSeatsOf(setup, order),
    straddleSeat: null,
    street: 'preflop',
    board: [],
    secondBoard: [],
    seats: order.map((seat) => newSeat(seat, stackOf.get(seat) ?? ZERO_KRW)),
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

const newSeat = (seat: SeatIndex, stackKrw: Krw): HandSeat => ({
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

const withSeat = (
  state: HandState,
  seat: SeatIndex,
  change: (before: HandSeat) => HandSeat,
): HandSeat[] => state.seats.map((before) => (before.seat === seat ? change(before) : before));

/** Moves live chips from a stack to the middle; the last chip makes the seat all-in. */
function bet(before: HandSeat, amountKrw: Krw): HandSeat {
  const stackKrw = krw(before.stackKrw - amountKrw);
  return {
    ...before,
    stackKrw,
    streetBetKrw: krw(before.streetBetKrw + amountKrw),
    contributedKrw: krw(before.contributedKrw + amountKrw),
    status: stackKrw === 0 ? 'allin' : before.status,
  };
}

type EventOf<T extends HandEvent['type']> = Extract<HandEvent, { type: T }>;

/** Moves dead chips from a stack to the main pot. */
function postDead(before: HandSeat, amountKrw: Krw): HandSeat {
  const stackKrw = krw(before.stackKrw - amountKrw);
  return {
    ...before,
    stackKrw,
    deadKrw: krw(before.deadKrw + amountKrw),
    status: stackKrw === 0 ? 'allin' : before.status,
  };
}

/** An ante is part of the pots, but not of the bet. */
function postAnte(before: HandSeat, amountKrw: Krw): HandSeat {
  const { streetBetKrw } = before;
  return { ...bet(before, amountKrw), streetBetKrw };
}

const afterAnte = (state: HandState, event: EventOf<'ante_posted'>): HandState => ({
  ...state,
  seats: withSeat(state, event.seat, (before) =>
    event.dead ? postDead(before, event.amountKrw) : postAnte(before, event.amountKrw),
  ),
});

function afterBlind(state: HandState, event: EventOf<'blind_posted'>): HandState {
  const seats = withSeat(state, event.seat, (before) => bet(before, event.amountKrw));
  return { ...state, seats, ...betOfBlind(state, event.kind) };
}

/** The others owe the full blind even where its poster could not post it. Rule: §2.4. */
function betOfBlind(state: HandState, kind: BlindKind): Partial<HandState> {
  const { setup } = state;
  const { smallBlindKrw, bigBlindKrw } = setup.stakes;
  switch (kind) {
    case 'small':
      return { currentBetKrw: smallBlindKrw };
    case 'big':
      return { currentBetKrw: bigBlindKrw, fullBetKrw: bigBlindKrw, betCount: 1 };
    case 'straddle': {
      const { seat, amountKrw } = setup.straddle ?? { seat: null, amountKrw: state.currentBetKrw };
      return {
        straddleSeat: seat,
        currentBetKrw: amountKrw,
        fullBetKrw: amountKrw,
        betCount: state.betCount + 1,
        minRaiseKrw: strategyOf(setup).openingRaiseKrw(setup, 'preflop', amountKrw),
      };
    }
  }
}

const afterEntry = (state: HandState, event: EventOf<'entry_posted'>): HandState => ({
  ...state,
  seats: withSeat(state, event.seat, (before) =>
    postDead(bet(before, event.liveKrw), event.deadKrw),
  ),
});

function afterAction(state: HandState, event: EventOf<'acted'>): HandState {
  const isAggressive = event.action === 'bet' || event.action === 'raise';
  const raisedByKrw = krw(event.toKrw - state.currentBetKrw);
  const currentBetKrw = isAggressive ? event.toKrw : state.currentBetKrw;
  const isFull = isAggressive && strategyOf(state.setup).isFullRaise(state, event.toKrw);
  return {
    ...state,
    seats: withSeat(state, event.seat, (before) => ({
      ...(event.action === 'fold'
        ? { ...before, status: 'folded' as const }
        : bet(before, event.addedKrw)),
      actedOnKrw: currentBetKrw,
    })),
    currentBetKrw,
    minRaiseKrw: isAggressive ? maxKrw(state.minRaiseKrw, raisedByKrw) : state.minRaiseKrw,
    fullBetKrw: isFull ? event.toKrw : state.fullBetKrw,
    betCount: isFull ? state.betCount + 1 : state.betCount,
    lastAggressorSeat: isAggressive ? event.seat : state.lastAggressorSeat,
  };
}

const afterRunsAgreed = (state: HandState, runs: Runs): HandState => ({
  ...state,
  runs,
  runChoiceSeats: [],
  secondBoard: runs === 2 ? state.board : [],
});

function afterStreetDealt(state: HandState, event: EventOf<'street_dealt'>): HandState {
  if (event.run === 1) return { ...state, secondBoard: [...state.secondBoard, ...event.cards] };
  return {
    ...state,
    street: event.street,
    board: [...state.board, ...event.cards],
    seats: state.seats.map((seat) => ({ ...seat, streetBetKrw: ZERO_KRW, actedOnKrw: null })),
    currentBetKrw: ZERO_KRW,
    minRaiseKrw: strategyOf(state.setup).openingRaiseKrw(state.setup, event.street, ZERO_KRW),
    fullBetKrw: ZERO_KRW,
    betCount: 0,
    lastAggressorSeat: null,
    toActSeat: null,
  };
}

function afterUncalled(state: HandState, event: EventOf<'uncalled_returned'>): HandState {
  const seats = withSeat(state, event.seat, (before) => ({
    ...before,
    stackKrw: krw(before.stackKrw + event.amountKrw),
    streetBetKrw: krw(before.streetBetKrw - event.amountKrw),
    contributedKrw: krw(before.contributedKrw - event.amountKrw),
    status: before.status === 'allin' ? 'active' : before.status,
  }));
  return { ...state, seats, toActSeat: null };
}

function afterEnd(
  state: HandState,
  outcome: 'settled' | 'voided',
  stackOf: (seat: HandSeat) => Krw,
): HandState {
  const seats = state.seats.map((seat) => ({ ...seat, stackKrw: stackOf(seat) }));
  return { ...state, seats, outcome, toActSeat: null, runChoiceSeats: [] };
}

function applyEvent(state: HandState | null, event: HandEvent): HandState {
  if (event.type === 'hand_started') return initialState(event.setup);
  assertInvariant(state !== null, 'a hand begins with hand_started');
  switch (event.type) {
    case 'ante_posted':
      return afterAnte(state, event);
    case 'blind_posted':
      return afterBlind(state, event);
    case 'entry_posted':
      return afterEntry(state, event);
    case 'cards_dealt':
      return { ...state, cardsDealt: true };
    case 'acted':
      return afterAction(state, event);
    case 'uncalled_returned':
      return afterUncalled(state, event);
    case 'runs_offered':
      return { ...state, runChoiceSeats: event.seats };
    case 'runs_chosen':
      return {
        ...state,
        runChoiceSeats: state.runChoiceSeats.filter((seat) => seat !== event.seat),
      };
    case 'runs_agreed':
      return afterRunsAgreed(state, event.runs);
    case 'street_dealt':
      return afterStreetDealt(state, event);
    case 'hand_shown':
      return {
        ...state,
        seats: withSeat(state, event.seat, (seat) => ({
          ...seat,
          shownCards: event.cards,
          mucked: false,
        })),
      };
    case 'hand_mucked':
      return {
        ...state,
        seats: withSeat(state, event.seat, (seat) => ({ ...seat, mucked: true })),
      };
    case 'pot_awarded':
      return state;
    case 'hand_settled': {
      const end = new Map(event.results.map(({ seat, endStackKrw }) => [seat, endStackKrw]));
      return afterEnd(state, 'settled', (seat) => end.get(seat.seat) ?? seat.stackKrw);
    }
    case 'rabbit_cards':
      return { ...state, rabbitCards: event.cards };
    case 'hand_voided':
      return afterEnd(state, 'voided', (seat) => seat.startStackKrw);
  }
}

/**
 * Folds one event into a hand. The same events always give the same state.
 *
 * Whose turn it is follows from the state alone, so that no event has to say it.
 */
export function evolve(state: HandState | null, event: HandEvent): HandState {
  const next = applyEvent(state, event);
  switch (event.type) {
    case 'cards_dealt':
      return { ...next, toActSeat: nextToAct(next, next.straddleSeat ?? next.bigBlindSeat) };
    case 'acted':
      return { ...next, toActSeat: nextToAct(next, event.seat) };
    case 'street_dealt':
      return { ...next, toActSeat: nextToAct(next, null) };
    case 'hand_started':
    case 'ante_posted':
    case 'blind_posted':
    case 'entry_posted':
    case 'uncalled_returned':
    case 'runs_offered':
    case 'runs_chosen':
    case 'runs_agreed':
    case 'hand_shown':
    case 'hand_mucked':
    case 'pot_awarded':
    case 'hand_settled':
    case 'rabbit_cards':
    case 'hand_voided':
      return next;
  }
}

/** Folds a whole hand. Errors: throws where the list does not begin with `hand_started`. */
export function replay(events: readonly HandEvent[]): HandState {
  const state = events.reduce<HandState | null>(evolve, null);
  assertInvariant(state !== null, 'a hand has events');
  return state;
}
