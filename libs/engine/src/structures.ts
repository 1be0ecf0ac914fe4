import { krw, maxKrw, type Krw } from '@cardroom/money';

import type { BettingStructure, HandSeat, HandSetup, HandState, Street } from './hand-types';
import { totalPotKrw } from './pots';

/** Smallest and largest total of a bet or raise. */
interface RaiseRange {
  readonly minToKrw: Krw;
  readonly maxToKrw: Krw;
}

/** How large bets may be and how often they may rise; the hand knows only this interface. */
export interface BettingStrategy {
  /** What the first raise of a street adds at least; `openingBetKrw` is a straddle, else 0. */
  readonly openingRaiseKrw: (setup: HandSetup, street: Street, openingBetKrw: Krw) => Krw;
  /** Whether a bet or raise to that total is a full one. */
  readonly isFullRaise: (state: HandState, toKrw: Krw) => boolean;
  /** Whether a seat that has acted may raise when it faces that much more. */
  readonly reopensAt: (state: HandState, facedKrw: number) => boolean;
  /** Before the seat's stack limits both; null where there are no more raises. */
  readonly raiseRange: (state: HandState, seat: HandSeat) => RaiseRange | null;
}

const minRaiseTo = (state: HandState): Krw => krw(state.currentBetKrw + state.minRaiseKrw);

/** Rule: docs/rules/holdem.md §3.2, §4.2. */
const BY_FULL_RAISES: Pick<BettingStrategy, 'openingRaiseKrw' | 'isFullRaise' | 'reopensAt'> = {
  openingRaiseKrw: ({ stakes }, _street, openingBetKrw) =>
    maxKrw(stakes.bigBlindKrw, openingBetKrw),
  isFullRaise: (state, toKrw) => toKrw >= minRaiseTo(state),
  reopensAt: (state, facedKrw) => facedKrw >= state.minRaiseKrw,
};

const NO_LIMIT: BettingStrategy = {
  ...BY_FULL_RAISES,
  raiseRange: (state, seat) => ({
    minToKrw: minRaiseTo(state),
    maxToKrw: krw(seat.streetBetKrw + seat.stackKrw),
  }),
};

/** A raise adds at most what is in the middle after a call. Rule: docs/rules/holdem.md §10.2. */
const POT_LIMIT: BettingStrategy = {
  ...BY_FULL_RAISES,
  raiseRange: (state, seat) => {
    const callKrw = state.currentBetKrw - seat.streetBetKrw;
    const potKrw = totalPotKrw(state) + callKrw;
    return { minToKrw: minRaiseTo(state), maxToKrw: krw(state.currentBetKrw + potKrw) };
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

const FIXED_LIMIT: BettingStrategy = {
  openingRaiseKrw: ({ stakes }, street) =>
    street === 'turn' || street === 'river' ? krw(stakes.bigBlindKrw * 2) : stakes.bigBlindKrw,
  isFullRaise: (state, toKrw) => isHalfBet(state, toKrw - state.fullBetKrw),
  reopensAt: isHalfBet,
  raiseRange: (state) => {
    if (state.betCount >= FIXED_LIMIT_BETS && !beganHeadsUp(state)) return null;
    const toKrw = krw(state.fullBetKrw + state.minRaiseKrw);
    return { minToKrw: toKrw, maxToKrw: toKrw };
  },
};

const STRATEGIES: Readonly<Record<BettingStructure, BettingStrategy>> = {
  'no-limit': NO_LIMIT,
  'pot-limit': POT_LIMIT,
  'fixed-limit': FIXED_LIMIT,
};

/** How a hand is bet. Rule: docs/rules/holdem.md §10. */
export const strategyOf = (setup: HandSetup): BettingStrategy =>
  STRATEGIES[setup.structure ?? 'no-limit'];
