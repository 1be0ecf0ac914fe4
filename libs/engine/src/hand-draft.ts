import type { HandSeat, HandState, SeatIndex } from './hand-types';
import { assertInvariant } from './result';

type Mutable<T> = { -readonly [Field in keyof T]: T[Field] };

export type SeatDraft = Mutable<HandSeat>;
/** A copy of a hand while events are folded into it: the only hand that is changed in place. */
export type HandDraft = Mutable<Omit<HandState, 'seats'>> & { seats: HandSeat[] };

/**
 * Copies a hand so that events can be folded into the copy. The seats are shared until `changeSeat`
 * takes one out.
 *
 * Every field is named, here and in `seatCopy`, because objects made by one literal have one hidden
 * class: a chain of spreads gives each its own, and everything that reads a hand gets slow.
 */
export const draftOf = (state: HandState): HandDraft => ({
  setup: state.setup,
  smallBlindSeat: state.smallBlindSeat,
  bigBlindSeat: state.bigBlindSeat,
  straddleSeat: state.straddleSeat,
  street: state.street,
  board: state.board,
  secondBoard: state.secondBoard,
  seats: state.seats.slice(),
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

/** Takes a seat of the draft out for change. Errors: throws where it was not dealt in. */
export function changeSeat(draft: HandDraft, at: SeatIndex): SeatDraft {
  for (let place = 0; place < draft.seats.length; place += 1) {
    const seat = draft.seats[place];
    if (seat?.seat === at) return (draft.seats[place] = seatCopy(seat));
  }
  assertInvariant(false, 'an event names a seat that was dealt in');
}

/** Takes every seat of the draft out for change. */
export function changeSeats(draft: HandDraft): SeatDraft[] {
  const seats = draft.seats.map(seatCopy);
  draft.seats = seats;
  return seats;
}
