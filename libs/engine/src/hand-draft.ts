import { ZERO_KRW } from '@cardroom/money';

import { owesDecision } from './betting';
import { blindSeatsOf, inDealOrder } from './hand-setup';
import type { HandSeat, HandSetup, HandState, SeatSetup } from './hand-types';
import type { SeatIndex } from './seat-index';
import { assertInvariant } from './result';
import { strategyOf, type BettingStrategy } from './structures';

type Mutable<T> = { -readonly [Field in keyof T]: T[Field] };

export type SeatDraft = Mutable<HandSeat>;
/** The only hand that is changed in place. */
type HandInChange = Mutable<Omit<HandState, 'seats'>> & { readonly seats: SeatDraft[] };

/** A hand while events are folded into it, with what would be counted anew at every step. */
export class HandDraft {
  readonly strategy: BettingStrategy;
  /** Seats that have not folded. */
  liveCount = 0;
  /** Seats that have neither folded nor put everything in. */
  activeCount = 0;
  private turn: SeatDraft | null = null;
  private turnPlace = 0;

  private constructor(readonly hand: HandInChange) {
    this.strategy = strategyOf(hand.setup);
    for (const seat of hand.seats) {
      if (seat.status !== 'folded') this.liveCount += 1;
      if (seat.status === 'active') this.activeCount += 1;
    }
    if (hand.toActSeat === null) return;
    const actor = this.seat(hand.toActSeat);
    this.giveTurn(actor, hand.seats.indexOf(actor));
  }

  /** A hand before anybody has put in anything. */
  static begin(setup: HandSetup): HandDraft {
    return new HandDraft(newHand(setup));
  }

  /** A copy of a hand. Its lists are shared: a fold replaces them. */
  static of(state: HandState): HandDraft {
    return new HandDraft(handCopy(state));
  }

  /** The seat to act. */
  get actor(): SeatDraft | null {
    return this.turn;
  }

  /** A seat, to be changed. Errors: throws where it was not dealt in. */
  seat(at: SeatIndex): SeatDraft {
    const { seats } = this.hand;
    for (let place = 0, count = seats.length; place < count; place += 1) {
      const seat = seats[place];
      if (seat?.seat === at) return seat;
    }
    assertInvariant(false, 'an event names a seat that was dealt in');
  }

  /**
   * Gives the turn to who decides next, clockwise from a seat, or from the button; to nobody where
   * the street is over.
   */
  passTurnFrom(after: SeatDraft | null): void {
    const { seats } = this.hand;
    let place = this.placeOf(after);
    this.endTurns();
    if (this.liveCount < 2) return;
    for (let left = seats.length; left > 0; left -= 1) {
      place = place + 1 < seats.length ? place + 1 : 0;
      const seat = seats[place];
      if (seat === undefined || !owesDecision(this, seat)) continue;
      this.giveTurn(seat, place);
      return;
    }
  }

  endTurns(): void {
    this.turn = null;
    this.hand.toActSeat = null;
  }

  private giveTurn(seat: SeatDraft, place: number): void {
    this.turn = seat;
    this.turnPlace = place;
    this.hand.toActSeat = seat.seat;
  }

  /** The button's place is before the first. */
  private placeOf(seat: SeatDraft | null): number {
    if (seat === null) return -1;
    return seat === this.turn ? this.turnPlace : this.hand.seats.indexOf(seat);
  }
}

function newHand(setup: HandSetup): HandInChange {
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

const newSeat = ({ seat, stackKrw }: SeatSetup): SeatDraft => ({
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

// Every field is named, here and in `seatCopy`, because objects made by one literal have one hidden
// class: a chain of spreads gives each its own, and everything that reads a hand gets slow.
const handCopy = (state: HandState): HandInChange => ({
  setup: state.setup,
  smallBlindSeat: state.smallBlindSeat,
  bigBlindSeat: state.bigBlindSeat,
  straddleSeat: state.straddleSeat,
  street: state.street,
  board: state.board,
  secondBoard: state.secondBoard,
  seats: state.seats.map(seatCopy),
  cardsDealt: state.cardsDealt,
  toActSeat: state.toActSeat,
  runChoiceSeats: state.runChoiceSeats,
  runs: state.runs,
  currentBetKrw: state.currentBetKrw,
  minRaiseKrw: state.minRaiseKrw,
  fullBetKrw: state.fullBetKrw,
  betCount: state.betCount,
  lastAggressorSeat: state.lastAggressorSeat,
  rabbitCards: state.rabbitCards,
  outcome: state.outcome,
});

const seatCopy = (seat: HandSeat): SeatDraft => ({
  seat: seat.seat,
  startStackKrw: seat.startStackKrw,
  stackKrw: seat.stackKrw,
  status: seat.status,
  streetBetKrw: seat.streetBetKrw,
  contributedKrw: seat.contributedKrw,
  deadKrw: seat.deadKrw,
  actedOnKrw: seat.actedOnKrw,
  shownCards: seat.shownCards,
  mucked: seat.mucked,
});
