import { allocate, krw, sumKrw, ZERO_KRW, type Krw } from '@cardroom/money';

import type { Course } from './course';
import { foldSettled } from './evolve';
import type { HandSeat, SeatResult } from './hand-types';
import { MAX_SEATS, type SeatIndex } from './seat-index';
import { evenPart, splitPot, type Pot } from './pots';
import { assertInvariant } from './result';
import type { Contest, Ranks } from './showdown';

const NO_RAKES: readonly Krw[] = [];

/** What each seat has won, by its number. */
type Winnings = number[];

const NOTHING_WON: Readonly<Winnings> = Array.from({ length: MAX_SEATS }, () => 0);

/**
 * The end of a hand: pots awarded, the latest side pot first, then the seats' results.
 *
 * The rake is one sum for the hand, taken from the pots in proportion before they are split.
 * Rule: docs/rules/holdem.md §5, §7, §11; docs/rules/rake.md §1.
 */
export function settle(course: Course, { pots, ranksOfRun }: Contest): void {
  const { state, dealer } = course;
  const potsKrw = pots.map((pot) => pot.amountKrw);
  const potKrw = sumKrw(potsKrw);
  const rakeKrw = dealer.rakeOf({ potsKrw, flopDealt: state.board.length > 0 });
  assertInvariant(rakeKrw >= 0 && rakeKrw <= potKrw, 'rake is taken from the pots');
  const rakesKrw = rakeKrw === 0 ? NO_RAKES : allocate(rakeKrw, potsKrw);
  const wonKrw = NOTHING_WON.slice();
  for (let potIndex = pots.length - 1; potIndex >= 0; potIndex -= 1) {
    const pot = pots[potIndex];
    assertInvariant(pot !== undefined, 'a pot is awarded');
    award(course, { pot, potIndex, rakeKrw: rakesKrw[potIndex] ?? ZERO_KRW }, ranksOfRun, wonKrw);
  }
  const results = resultsOf(state.seats, wonKrw);
  assertInvariant(sumOfNets(results) + rakeKrw === 0, 'what is won and raked is what was put in');
  course.go({ type: 'hand_settled', results, potKrw, rakeKrw }, foldSettled);
}

interface RakedPot {
  readonly pot: Pot;
  readonly potIndex: number;
  readonly rakeKrw: Krw;
}

/** A pot is split between the runs, then between the winners of each. Rule: docs/rules/holdem.md §11.3. */
function award(
  course: Course,
  { pot, potIndex, rakeKrw: potRakeKrw }: RakedPot,
  ranksOfRun: readonly Ranks[],
  wonKrw: Winnings,
): void {
  const runs = ranksOfRun.length;
  let place: 0 | 1 = 0;
  for (const ranks of ranksOfRun) {
    const amountKrw = evenPart(krw(pot.amountKrw - potRakeKrw), runs, place);
    const rakeKrw = evenPart(potRakeKrw, runs, place);
    const winners = splitPot(amountKrw, winnersOf(pot.eligibleSeats, ranks));
    for (const each of winners) wonKrw[each.seat] = (wonKrw[each.seat] ?? 0) + each.amountKrw;
    course.events.push(
      runs === 1
        ? { type: 'pot_awarded', potIndex, amountKrw, rakeKrw, winners }
        : { type: 'pot_awarded', potIndex, run: place, amountKrw, rakeKrw, winners },
    );
    place = 1;
  }
}

/** Winners of a pot clockwise from the button's left. */
function winnersOf(eligibleSeats: readonly SeatIndex[], ranks: Ranks): readonly SeatIndex[] {
  if (eligibleSeats.length === 1) return eligibleSeats;
  let best = 0;
  for (let place = 0, count = eligibleSeats.length; place < count; place += 1)
    best = Math.max(best, rankAt(ranks, eligibleSeats[place]));
  return eligibleSeats.filter((seat) => ranks[seat] === best);
}

const rankAt = (ranks: Ranks, seat: SeatIndex | undefined): number =>
  seat === undefined ? 0 : (ranks[seat] ?? 0);

/** What the hand was for each seat, in the order of their numbers: the order of dealing, turned. */
function resultsOf(seats: readonly HandSeat[], wonKrw: Winnings): SeatResult[] {
  const lowest = lowestPlace(seats);
  return seats.map((each, place) =>
    resultOf(seats[(lowest + place) % seats.length] ?? each, wonKrw),
  );
}

function lowestPlace(seats: readonly HandSeat[]): number {
  let lowest = 0;
  for (let place = 1; place < seats.length; place += 1)
    if ((seats[place]?.seat ?? 0) < (seats[lowest]?.seat ?? 0)) lowest = place;
  return lowest;
}

function resultOf(of: HandSeat, wonKrw: Winnings): SeatResult {
  const { seat, startStackKrw } = of;
  const endStackKrw = krw(of.stackKrw + (wonKrw[seat] ?? 0));
  const netKrw = krw(endStackKrw - startStackKrw);
  const putInKrw = krw(of.contributedKrw + of.deadKrw);
  return { seat, startStackKrw, endStackKrw, netKrw, putInKrw };
}

function sumOfNets(results: readonly SeatResult[]): number {
  let sumKrw = 0;
  for (const { netKrw } of results) sumKrw += netKrw;
  return sumKrw;
}
