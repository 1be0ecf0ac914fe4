import { krw, maxKrw, ZERO_KRW, type Krw } from '@cardroom/money';

import type { Card } from './cards';
import { HandDraft, type SeatDraft } from './hand-draft';
import type { BlindKind, HandEvent, HandState, LaterEvent, Runs } from './hand-types';
import { assertInvariant } from './result';

/** Takes chips from a stack; the last chip makes the seat all-in. */
function pay(draft: HandDraft, seat: SeatDraft, amountKrw: Krw): void {
  seat.stackKrw = krw(seat.stackKrw - amountKrw);
  if (seat.stackKrw > 0 || seat.status !== 'active') return;
  seat.status = 'allin';
  draft.activeCount -= 1;
}

/** Moves live chips from a stack to the middle. */
function bet(draft: HandDraft, seat: SeatDraft, amountKrw: Krw): void {
  pay(draft, seat, amountKrw);
  seat.streetBetKrw = krw(seat.streetBetKrw + amountKrw);
  seat.contributedKrw = krw(seat.contributedKrw + amountKrw);
}

/** Moves dead chips from a stack to the main pot. */
function postDead(draft: HandDraft, seat: SeatDraft, amountKrw: Krw): void {
  pay(draft, seat, amountKrw);
  seat.deadKrw = krw(seat.deadKrw + amountKrw);
}

/** An ante is part of the pots, but not of the bet. */
function postAnte(draft: HandDraft, seat: SeatDraft, amountKrw: Krw): void {
  pay(draft, seat, amountKrw);
  seat.contributedKrw = krw(seat.contributedKrw + amountKrw);
}

type EventOf<T extends HandEvent['type']> = Extract<HandEvent, { type: T }>;

function foldAnte(draft: HandDraft, { seat, amountKrw, dead }: EventOf<'ante_posted'>): void {
  if (dead) postDead(draft, draft.seat(seat), amountKrw);
  else postAnte(draft, draft.seat(seat), amountKrw);
}

export function foldBlind(
  draft: HandDraft,
  { seat, amountKrw, kind }: EventOf<'blind_posted'>,
): void {
  bet(draft, draft.seat(seat), amountKrw);
  raiseToBlind(draft, kind);
}

/** The others owe the full blind even where its poster could not post it. Rule: §2.4. */
function raiseToBlind({ hand, strategy }: HandDraft, kind: BlindKind): void {
  const { setup } = hand;
  switch (kind) {
    case 'small':
      hand.currentBetKrw = setup.stakes.smallBlindKrw;
      return;
    case 'big':
      hand.currentBetKrw = setup.stakes.bigBlindKrw;
      hand.fullBetKrw = setup.stakes.bigBlindKrw;
      hand.betCount = 1;
      return;
    case 'straddle': {
      const { seat, amountKrw } = setup.straddle ?? { seat: null, amountKrw: hand.currentBetKrw };
      hand.straddleSeat = seat;
      hand.currentBetKrw = amountKrw;
      hand.fullBetKrw = amountKrw;
      hand.betCount += 1;
      hand.minRaiseKrw = strategy.openingRaiseKrw(setup, 'preflop', amountKrw);
    }
  }
}

function foldEntry(draft: HandDraft, { seat, liveKrw, deadKrw }: EventOf<'entry_posted'>): void {
  bet(draft, draft.seat(seat), liveKrw);
  postDead(draft, draft.seat(seat), deadKrw);
}

export function foldCardsDealt(draft: HandDraft): void {
  const { hand } = draft;
  hand.cardsDealt = true;
  draft.passTurnFrom(draft.seat(hand.straddleSeat ?? hand.bigBlindSeat));
}

export function foldActed(draft: HandDraft, event: EventOf<'acted'>): void {
  const { hand, actor } = draft;
  const seat = actor?.seat === event.seat ? actor : draft.seat(event.seat);
  if (event.action === 'fold') leave(draft, seat);
  else if (event.addedKrw > 0) {
    if (event.action !== 'call') raise(draft, event);
    bet(draft, seat, event.addedKrw);
  }
  seat.actedOnKrw = hand.currentBetKrw;
  draft.passTurnFrom(seat);
}

function leave(draft: HandDraft, seat: SeatDraft): void {
  if (seat.status === 'active') draft.activeCount -= 1;
  seat.status = 'folded';
  draft.liveCount -= 1;
}

function raise({ hand, strategy }: HandDraft, { seat, toKrw }: EventOf<'acted'>): void {
  if (strategy.isFullRaise(hand, toKrw)) {
    hand.fullBetKrw = toKrw;
    hand.betCount += 1;
  }
  hand.minRaiseKrw = maxKrw(hand.minRaiseKrw, krw(toKrw - hand.currentBetKrw));
  hand.currentBetKrw = toKrw;
  hand.lastAggressorSeat = seat;
}

function foldRunsAgreed({ hand }: HandDraft, runs: Runs): void {
  hand.runs = runs;
  hand.runChoiceSeats = [];
  hand.secondBoard = runs === 2 ? hand.board : [];
}

export function foldStreetDealt(draft: HandDraft, event: EventOf<'street_dealt'>): void {
  const { hand } = draft;
  if (event.run === 1) hand.secondBoard = withNext(hand.secondBoard, event.cards);
  else beginStreet(draft, event);
  draft.passTurnFrom(null);
}

/** A board with its next cards: one literal for each street, because every hand comes by here. */
function withNext(board: readonly Card[], cards: readonly Card[]): readonly Card[] {
  const [next] = cards;
  const [first, second, third, fourth] = board;
  if (first === undefined || second === undefined || third === undefined) return cards;
  if (next === undefined) return board;
  return fourth === undefined ? [first, second, third, next] : [first, second, third, fourth, next];
}

function beginStreet({ hand, strategy }: HandDraft, event: EventOf<'street_dealt'>): void {
  for (const seat of hand.seats) {
    seat.streetBetKrw = ZERO_KRW;
    seat.actedOnKrw = null;
  }
  hand.street = event.street;
  hand.board = withNext(hand.board, event.cards);
  hand.currentBetKrw = ZERO_KRW;
  hand.minRaiseKrw = strategy.openingRaiseKrw(hand.setup, event.street, ZERO_KRW);
  hand.fullBetKrw = ZERO_KRW;
  hand.betCount = 0;
  hand.lastAggressorSeat = null;
}

function foldUncalled(draft: HandDraft, event: EventOf<'uncalled_returned'>): void {
  const seat = draft.seat(event.seat);
  seat.stackKrw = krw(seat.stackKrw + event.amountKrw);
  seat.streetBetKrw = krw(seat.streetBetKrw - event.amountKrw);
  seat.contributedKrw = krw(seat.contributedKrw - event.amountKrw);
  draft.endTurns();
  if (seat.status !== 'allin') return;
  seat.status = 'active';
  draft.activeCount += 1;
}

export function foldShown(draft: HandDraft, { seat, cards }: EventOf<'hand_shown'>): void {
  const shown = draft.seat(seat);
  shown.shownCards = cards;
  shown.mucked = false;
}

function foldEnd(draft: HandDraft, outcome: 'settled' | 'voided'): void {
  draft.endTurns();
  draft.hand.outcome = outcome;
  draft.hand.runChoiceSeats = [];
}

export function foldSettled(draft: HandDraft, { results }: EventOf<'hand_settled'>): void {
  foldEnd(draft, 'settled');
  for (const { seat, endStackKrw } of results) draft.seat(seat).stackKrw = endStackKrw;
}

function foldVoided(draft: HandDraft): void {
  foldEnd(draft, 'voided');
  for (const seat of draft.hand.seats) seat.stackKrw = seat.startStackKrw;
}

/**
 * Folds an event into a hand in place. Whose turn it is follows from the state alone, so that no
 * event has to say it.
 */
export function foldEvent(draft: HandDraft, event: LaterEvent): void {
  const { hand } = draft;
  switch (event.type) {
    case 'ante_posted':
      foldAnte(draft, event);
      return;
    case 'blind_posted':
      foldBlind(draft, event);
      return;
    case 'entry_posted':
      foldEntry(draft, event);
      return;
    case 'cards_dealt':
      foldCardsDealt(draft);
      return;
    case 'acted':
      foldActed(draft, event);
      return;
    case 'uncalled_returned':
      foldUncalled(draft, event);
      return;
    case 'runs_offered':
      hand.runChoiceSeats = event.seats;
      return;
    case 'runs_chosen':
      hand.runChoiceSeats = hand.runChoiceSeats.filter((seat) => seat !== event.seat);
      return;
    case 'runs_agreed':
      foldRunsAgreed(draft, event.runs);
      return;
    case 'street_dealt':
      foldStreetDealt(draft, event);
      return;
    case 'hand_shown':
      foldShown(draft, event);
      return;
    case 'hand_mucked':
      draft.seat(event.seat).mucked = true;
      return;
    case 'pot_awarded':
      return;
    case 'hand_settled':
      foldSettled(draft, event);
      return;
    case 'rabbit_cards':
      hand.rabbitCards = event.cards;
      return;
    case 'hand_voided':
      foldVoided(draft);
  }
}

function foldInto(draft: HandDraft | null, event: HandEvent): HandDraft {
  if (event.type === 'hand_started') return HandDraft.begin(event.setup);
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
  foldInto(state === null ? null : HandDraft.of(state), event).hand;

/**
 * Folds events one after the other: the rest of a hand, or a whole one from null.
 *
 * @example evolveAll(null, events).toActSeat // 2
 */
export function evolveAll(state: HandState | null, events: readonly HandEvent[]): HandState {
  let draft = state === null ? null : HandDraft.of(state);
  for (const event of events) draft = foldInto(draft, event);
  assertInvariant(draft !== null, 'a hand has events');
  return draft.hand;
}

/**
 * Folds a whole hand. Errors: throws where the list does not begin with `hand_started`.
 *
 * @example replay(events).street // 'preflop'
 */
export const replay = (events: readonly HandEvent[]): HandState => evolveAll(null, events);
