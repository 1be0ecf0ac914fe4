import { krw, maxKrw, type Krw } from '@cardroom/money';

import type { HandSeat, HandSetup, HandState, Street } from './hand-types';
import { totalPotKrw } from './pots';

/** How large bets may be and how often they may rise; the hand knows only this interface. */
export interface BettingStrategy {
  /** What the first raise of a street adds at least; `openingBetKrw` is a straddle, else 0. */
  readonly openingRaiseKrw: (setup: HandSetup, street: Street, openingBetKrw: Krw) => Krw;
  /** Whether a bet or raise to that total is a full one. */
  readonly isFullRaise: (state: HandState, toKrw: Krw) => boolean;
  /** Whether a seat that has acted may raise when it faces that much more. */
  readonly reopensAt: (state: HandState, facedKrw: number) => boolean;
  /** Whether there are no more raises on this street. */
  readonly isCapped: (state: HandState) => boolean;
  /** Smallest total of a bet or raise, before the seat's stack limits it. */
  readonly minRaiseToKrw: (state: HandState) => Krw;
  /** Largest total of a bet or raise, before the seat's stack limits it. */
  readonly maxRaiseToKrw: (state: HandState, seat: HandSeat) => Krw;
}

const minRaiseToKrw = (state: HandState): Krw => krw(state.currentBetKrw + state.minRaiseKrw);

/** Rule: docs/rules/holdem.md §3.2, §4.2. */
const BY_FULL_RAISES: Omit<BettingStrategy, 'maxRaiseToKrw'> = {
  openingRaiseKrw: ({ stakes }, _street, openingBetKrw) =>
    maxKrw(stakes.bigBlindKrw, openingBetKrw),
  isFullRaise: (state, toKrw) => toKrw >= minRaiseToKrw(state),
  reopensAt: (state, facedKrw) => facedKrw >= state.minRaiseKrw,
  isCapped: () => false,
  minRaiseToKrw,
};

const NO_LIMIT: BettingStrategy = {
  ...BY_FULL_RAISES,
  maxRaiseToKrw: (_state, seat) => krw(seat.streetBetKrw + seat.stackKrw),
};

/** A raise adds at most what is in the middle after a call. Rule: docs/rules/holdem.md §10.2. */
const POT_LIMIT: BettingStrategy = {
  ...BY_FULL_RAISES,
  maxRaiseToKrw: (state, seat) => {
    const callKrw = state.currentBetKrw - seat.streetBetKrw;
    return krw(state.currentBetKrw + totalPotKrw(state) + callKrw);
  },
};

/** A bet and three raises. Rule: docs/rules/holdem.md §10.4. */
const FIXED_LIMIT_BETS = 4;

/** Whether the street began with two players. A fold on this street has acted on a bet of it. */
const beganHeadsUp = (state: HandState): boolean =>
  state.seats.filter((seat) => seat.status !== 'folded' || seat.actedOnKrw !== null).length === 2;

/** Half a bet or more counts as a whole one. Rule: docs/rules/holdem.md §10.5. */
const isHalfBet = (state: HandState, amountKrw: number): boolean =>
  amountKrw * 2 >= state.minRaiseKrw;

const nextFixedBetKrw = (state: HandState): Krw => krw(state.fullBetKrw + state.minRaiseKrw);

const FIXED_LIMIT: BettingStrategy = {
  openingRaiseKrw: ({ stakes }, street) =>
    street === 'turn' || street === 'river' ? krw(stakes.bigBlindKrw * 2) : stakes.bigBlindKrw,
  isFullRaise: (state, toKrw) => isHalfBet(state, toKrw - state.fullBetKrw),
  reopensAt: isHalfBet,
  isCapped: (state) => state.betCount >= FIXED_LIMIT_BETS && !beganHeadsUp(state),
  minRaiseToKrw: nextFixedBetKrw,
  maxRaiseToKrw: nextFixedBetKrw,
};

/** How a hand is bet. Rule: docs/rules/holdem.md §10. */
export function strategyOf({ structure = 'no-limit' }: HandSetup): BettingStrategy {
  switch (structure) {
    case 'no-limit':
      return NO_LIMIT;
    case 'pot-limit':
      return POT_LIMIT;
    case 'fixed-limit':
      return FIXED_LIMIT;
  }
}
