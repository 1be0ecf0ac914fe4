import { krw, sumKrw, ZERO_KRW, type Krw } from '@cardroom/money';

import type { HandSeat, HandState } from './hand-types';
import { potsOf, totalPotKrw } from './pots';
import { assertInvariant } from './result';

/**
 * Checks what can never break in a hand, after any of its events: no negative chips, chips
 * conserved, pots made of what was put in, and somebody to act only where a hand is played.
 *
 * `rakeKrw` is what a settled hand has paid. Errors: throws with the rule that is broken.
 *
 * @example assertHandInvariants(replay(events)) // undefined
 */
export function assertHandInvariants(state: HandState, rakeKrw: Krw = ZERO_KRW): void {
  state.seats.forEach((seat) => assertSeat(state, seat));
  const startedKrw = sumKrw(state.seats.map((seat) => seat.startStackKrw));
  const behindKrw = sumKrw(state.seats.map((seat) => seat.stackKrw));
  if (state.outcome === 'playing') {
    const potKrw = totalPotKrw(state);
    const potsKrw = sumKrw(potsOf(state).map((pot) => pot.amountKrw));
    assertInvariant(behindKrw + potKrw === startedKrw, 'chips are conserved');
    assertInvariant(potsKrw === potKrw, 'the pots are what was put in');
    assertActor(state);
  } else {
    const paidKrw = state.outcome === 'settled' ? rakeKrw : krw(0);
    assertInvariant(behindKrw + paidKrw === startedKrw, 'a hand that is over has paid all chips');
    assertInvariant(state.toActSeat === null, 'nobody acts in a hand that is over');
    assertInvariant(state.runChoiceSeats.length === 0, 'nobody chooses in a hand that is over');
  }
}

function assertSeat(state: HandState, seat: HandSeat): void {
  const amounts = [seat.stackKrw, seat.streetBetKrw, seat.contributedKrw, seat.deadKrw];
  assertInvariant(
    amounts.every((amount) => amount >= 0),
    'no amount of a seat is negative',
  );
  assertInvariant(seat.streetBetKrw <= seat.contributedKrw, 'a bet is part of what is put in');
  assertInvariant(seat.streetBetKrw <= state.currentBetKrw, 'nobody has bet more than the bet');
  assertInvariant(!seat.mucked || seat.shownCards === null, 'a mucked hand is not shown');
}

function assertActor(state: HandState): void {
  if (state.toActSeat === null) return;
  const actor = state.seats.find((seat) => seat.seat === state.toActSeat);
  assertInvariant(actor?.status === 'active', 'the seat to act can act');
  assertInvariant(actor.stackKrw > 0, 'the seat to act has chips');
  assertInvariant(state.runChoiceSeats.length === 0, 'nobody acts while runs are chosen');
}
