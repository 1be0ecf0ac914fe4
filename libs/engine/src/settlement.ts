import { allocate, krw, sumKrw, ZERO_KRW, type Krw } from '@cardroom/money';

import type { Course } from './course';
import type { HandSeat, SeatResult } from './hand-types';
import { MAX_SEATS, type SeatIndex } from './seat-index';
import { evenPart, splitPot, type Pot } from './pots';
import { assertInvariant } from './result';
import type { Contest, Ranks } from './showdown';

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
  const rakesKrw = allocate(rakeKrw, potsKrw);
  const wonKrw = NOTHING_WON.slice();
  for (let potIndex = pots.length - 1; potIndex >= 0; potIndex -= 1) {
    const pot = pots[potIndex];
    assertInvariant(pot !== undefined, 'a pot is awarded');
    award(course, { pot, potIndex, rakeKrw: rakesKrw[potIndex] ?? ZERO_KRW }, ranksOfRun, wonKrw);
  }
  const results = resultsOf(state.seats, wonKrw);
  assertInvariant(sumOfNets(results) + rakeKrw === 0, 'what is won and raked is what was put in');
  course.add({ type: 'hand_settled', results, potKrw, rakeKrw });
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
    course.add(
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
  let winners: SeatIndex[] = [];
  for (const seat of eligibleSeats) {
    const rank = ranks[seat] ?? 0;
    if (rank > best) winners = [seat];
    else if (rank === best) winners.push(seat);
    best = Math.max(best, rank);
  }
  return winners;
}

/** What the hand was for each seat, in the order of their numbers: the order of dealing, turned. */
function resultsOf(seats: readonly HandSeat[], wonKrw: Winnings): SeatResult[] {
  const results: SeatResult[] = [];
  let first = 1;
  while (first < seats.length && isRising(seats[first - 1], seats[first])) first += 1;
  for (let place = first; place < seats.length; place += 1) push(results, seats[place], wonKrw);
  for (let place = 0; place < first; place += 1) push(results, seats[place], wonKrw);
  return results;
}

const isRising = (before: HandSeat | undefined, after: HandSeat | undefined): boolean =>
  (before?.seat ?? 0) < (after?.seat ?? 0);

function push(results: SeatResult[], of: HandSeat | undefined, wonKrw: Winnings): void {
  if (of === undefined) return;
  const { seat, startStackKrw } = of;
  const endStackKrw = krw(of.stackKrw + (wonKrw[seat] ?? 0));
  const netKrw = krw(endStackKrw - startStackKrw);
  const putInKrw = krw(of.contributedKrw + of.deadKrw);
  results.push({ seat, startStackKrw, endStackKrw, netKrw, putInKrw });
}

function sumOfNets(results: readonly SeatResult[]): number {
  let sumKrw = 0;
  for (const { netKrw } of results) sumKrw += netKrw;
  return sumKrw;
}
