import { krw, ZERO_KRW, type Krw } from '@cardroom/money';

import type { HandSetup, HandState } from './hand-types';
import type { SeatIndex } from './seat-index';
import { NOTHING_OWED, takenSeats } from './seating';
import type { BlindsOwed, TableSeat, TableState } from './table-types';

/** Who is dealt in, where the button and the blinds are, and who pays to come in. */
export interface DealPlan {
  readonly seats: readonly TableSeat[];
  readonly buttonSeat: SeatIndex;
  /** Null: a dead small blind. */
  readonly smallBlindSeat: SeatIndex | null;
  readonly bigBlindSeat: SeatIndex;
  readonly entryPosts: NonNullable<HandSetup['entryPosts']>;
}

/** Who would play if the table asked for no blinds to come in. */
export const readyPlayers = (state: TableState): TableSeat[] =>
  takenSeats(state).filter((at) => at.stackKrw > 0 && !at.sittingOut && !at.leaving);

const owesNothing = ({ owes }: TableSeat): boolean => !owes.big && !owes.small;

/** Whether going clockwise from `from` one comes by `seat` before `to`; both ends left out. */
export function isBetween(from: SeatIndex, seat: SeatIndex, to: SeatIndex): boolean {
  if (from === to) return false;
  if (from < to) return from < seat && seat < to;
  return seat > from || seat < to;
}

/** Seats in the order in which one comes by them clockwise from a place, itself last. */
function clockwiseFrom(place: SeatIndex, seats: readonly TableSeat[]): TableSeat[] {
  return [
    ...seats.filter(({ seat }) => seat > place),
    ...seats.filter(({ seat }) => seat <= place),
  ];
}

/**
 * The next deal, or null where fewer than two can be dealt in. Rule: docs/rules/table.md §1, §2.
 *
 * The big blind moves to the next who is there for it. The small blind is where the big blind was,
 * and the button where the small blind was, whether or not somebody plays there.
 */
export function dealPlan(state: TableState): DealPlan | null {
  const ready = readyPlayers(state);
  if (ready.length < 2) return null;
  const { bigBlindSeat: lastBig, smallBlindSeat: lastSmall } = state;
  if (lastBig === null) return freshPlan(ready);
  const ring = clockwiseFrom(lastBig, ready);
  const big = ring[0]?.seat ?? lastBig;
  const settled = ring.filter((at) => owesNothing(at) || at.seat === big);
  const posting = postersFor({ ring, settled, big, lastSmall });
  const dealtIn = [...settled, ...posting];
  if (dealtIn.length >= 3 || settled.length === 2) {
    return planOf(state, { dealtIn, posting, big });
  }
  return restartPlan(state, ring);
}

/** At a table where everybody is new the last seat has the button and nobody owes anything. */
function freshPlan(ready: readonly TableSeat[]): DealPlan | null {
  const button = ready.at(-1);
  const [first, second] = ready;
  if (button === undefined || first === undefined || second === undefined) return null;
  const [small, big] = ready.length === 2 ? [button, first] : [first, second];
  return {
    seats: ready,
    buttonSeat: button.seat,
    smallBlindSeat: small.seat,
    bigBlindSeat: big.seat,
    entryPosts: [],
  };
}

/** Who pays to come in now: nobody on the button, or between it and the big blind. Rule: §2.3. */
function postersFor(deal: {
  readonly ring: readonly TableSeat[];
  readonly settled: readonly TableSeat[];
  readonly big: SeatIndex;
  readonly lastSmall: SeatIndex | null;
}): TableSeat[] {
  const { ring, settled, big, lastSmall: button } = deal;
  if (button === null || button === big) return [];
  return ring.filter(
    (at) => at.entry === 'post' && !settled.includes(at) && isBetween(big, at.seat, button),
  );
}

/**
 * A game that has come to a stop goes on with whoever is there: the big blind goes to the first who
 * owes one; where all owe, all are dealt in and nobody owes anything any more. Rule: §2.4.
 */
function restartPlan(state: TableState, ring: readonly TableSeat[]): DealPlan | null {
  const settled = ring.filter(owesNothing);
  const [firstOwing] = ring.filter((at) => !owesNothing(at));
  const [first] = ring;
  if (first === undefined || firstOwing === undefined) return null;
  if (settled.length === 0) return planOf(state, { dealtIn: ring, posting: [], big: first.seat });
  const dealtIn = [...settled, firstOwing];
  return planOf(state, { dealtIn, posting: [], big: firstOwing.seat });
}

function planOf(
  state: TableState,
  deal: {
    readonly dealtIn: readonly TableSeat[];
    readonly posting: readonly TableSeat[];
    readonly big: SeatIndex;
  },
): DealPlan | null {
  const { dealtIn, big } = deal;
  const seats = [...dealtIn].sort((a, b) => a.seat - b.seat);
  const entryPosts = entryPostsOf(state, deal.posting);
  const others = clockwiseFrom(big, seats).filter(({ seat }) => seat !== big);
  const last = others.at(-1);
  if (last === undefined) return null;
  if (others.length === 1) {
    return {
      seats,
      entryPosts,
      buttonSeat: last.seat,
      smallBlindSeat: last.seat,
      bigBlindSeat: big,
    };
  }
  const small = state.bigBlindSeat ?? last.seat;
  const isPlayed = others.some(({ seat }) => seat === small);
  return {
    seats,
    entryPosts,
    buttonSeat: buttonBefore(state.smallBlindSeat, { small, big, others }),
    smallBlindSeat: isPlayed ? small : null,
    bigBlindSeat: big,
  };
}

/** The button is where the small blind was, unless the big blind has moved there: after heads-up. */
function buttonBefore(
  lastSmall: SeatIndex | null,
  now: {
    readonly small: SeatIndex;
    readonly big: SeatIndex;
    readonly others: readonly TableSeat[];
  },
): SeatIndex {
  const { small, big, others } = now;
  if (lastSmall !== null && isBetween(big, lastSmall, small)) return lastSmall;
  return others.filter(({ seat }) => seat !== small).at(-1)?.seat ?? small;
}

function entryPostsOf(
  { config: { stakes } }: TableState,
  posting: readonly TableSeat[],
): DealPlan['entryPosts'] {
  const cost = (owed: boolean, blindKrw: Krw): Krw => (owed ? krw(blindKrw) : ZERO_KRW);
  return posting
    .map(({ seat, owes }) => ({
      seat,
      liveKrw: cost(owes.big, stakes.bigBlindKrw),
      deadKrw: cost(owes.small, stakes.smallBlindKrw),
    }))
    .filter(({ liveKrw, deadKrw }) => liveKrw + deadKrw > 0)
    .sort((a, b) => a.seat - b.seat);
}

/** Where the blinds of a hand were, a dead small blind with the place that it was due at. */
export function blindPlaces(
  before: Pick<TableState, 'bigBlindSeat'>,
  hand: HandState,
): { readonly smallBlindSeat: SeatIndex; readonly bigBlindSeat: SeatIndex } {
  const { smallBlindSeat, bigBlindSeat } = hand;
  return {
    smallBlindSeat: smallBlindSeat ?? before.bigBlindSeat ?? hand.setup.buttonSeat,
    bigBlindSeat,
  };
}

/**
 * What a seat owes once a hand has begun: nothing where it is dealt in; else the blinds that went
 * by it are added. Somebody new owes the big blind only. Rule: docs/rules/table.md §2.2.
 */
export function owedAfterDeal(
  at: TableSeat,
  before: Pick<TableState, 'smallBlindSeat' | 'bigBlindSeat'>,
  hand: HandState,
): BlindsOwed {
  if (hand.seats.some(({ seat }) => seat === at.seat)) return NOTHING_OWED;
  const { seat, owes } = at;
  const now = blindPlaces(before, hand);
  const { bigBlindSeat: lastBig, smallBlindSeat: lastSmall } = before;
  const missesBig = lastBig !== null && isBetween(lastBig, seat, now.bigBlindSeat);
  const missesSmall =
    !at.isNew &&
    lastSmall !== null &&
    (seat === now.smallBlindSeat || isBetween(lastSmall, seat, now.smallBlindSeat));
  return { big: owes.big || missesBig, small: owes.small || missesSmall };
}
