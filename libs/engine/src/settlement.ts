import { addKrw, allocate, subKrw, sumKrw, ZERO_KRW, type Krw } from '@cardroom/money';

import { liveSeats } from './betting';
import { boardsOf } from './deal';
import type { Dealer, HandEvent, HandState, SeatIndex, SeatResult } from './hand-types';
import { potsOf, splitEvenly, splitPot, type Pot } from './pots';
import { assertInvariant } from './result';
import { ranksOf } from './showdown';

type PotAwarded = Extract<HandEvent, { type: 'pot_awarded' }>;

/** Winners of a pot clockwise from the button's left. */
function winnersOf(pot: Pot, ranks: Ranks): SeatIndex[] {
  const rankOf = (seat: SeatIndex): number => ranks.get(seat) ?? 0;
  const best = Math.max(...pot.eligibleSeats.map(rankOf));
  return pot.eligibleSeats.filter((seat) => rankOf(seat) === best);
}

/**
 * The end of a hand: pots awarded, the latest side pot first, then the seats' results.
 *
 * The rake is one sum for the hand, taken from the pots in proportion before they are split.
 * Rule: docs/rules/holdem.md §5, §7, §11; docs/rules/rake.md §1.
 */
export function settlementEvents(state: HandState, dealer: Dealer): HandEvent[] {
  const pots = potsOf(state);
  const potsKrw = pots.map((pot) => pot.amountKrw);
  const potKrw = sumKrw(potsKrw);
  const rakeKrw = dealer.rakeOf({ potsKrw, flopDealt: state.board.length > 0 });
  assertInvariant(rakeKrw >= 0 && rakeKrw <= potKrw, 'rake is taken from the pots');
  const rakesKrw = allocate(rakeKrw, potsKrw);
  const ranks = ranksOfRuns(state, dealer);
  const awards = pots.flatMap((pot, potIndex) =>
    awardsOf({ pot, potIndex, rakeKrw: rakesKrw[potIndex] ?? ZERO_KRW }, ranks),
  );
  const results = resultsOf(state, awards);
  const inPlay = sumKrw(results.map((result) => result.netKrw)) + rakeKrw;
  assertInvariant(inPlay === 0, 'what is won and raked is what was put in');
  const latestFirst = awards.sort((a, b) => b.potIndex - a.potIndex);
  return [...latestFirst, { type: 'hand_settled', results, potKrw, rakeKrw }];
}

type Ranks = ReadonlyMap<SeatIndex, number>;

/** The worth of the live hands, run by run; nobody's cards matter where one seat is left. */
const ranksOfRuns = (state: HandState, dealer: Dealer): Ranks[] =>
  liveSeats(state).length > 1
    ? boardsOf(state).map((board) => ranksOf(state, dealer, board))
    : [new Map()];

/** A pot is split between the runs, then between the winners of each. Rule: docs/rules/holdem.md §11.3. */
function awardsOf(
  part: { readonly pot: Pot; readonly potIndex: number; readonly rakeKrw: Krw },
  ranksOfRun: readonly Ranks[],
): PotAwarded[] {
  const { pot, potIndex } = part;
  const amountsKrw = splitEvenly(subKrw(pot.amountKrw, part.rakeKrw), ranksOfRun.length);
  const rakesKrw = splitEvenly(part.rakeKrw, ranksOfRun.length);
  return ranksOfRun.map((ranks, index) => {
    const amountKrw = amountsKrw[index] ?? ZERO_KRW;
    const rakeKrw = rakesKrw[index] ?? ZERO_KRW;
    const winners = splitPot(amountKrw, winnersOf(pot, ranks));
    if (ranksOfRun.length === 1)
      return { type: 'pot_awarded', potIndex, amountKrw, rakeKrw, winners };
    return { type: 'pot_awarded', potIndex, run: index === 0 ? 0 : 1, amountKrw, rakeKrw, winners };
  });
}

function resultsOf(state: HandState, awards: readonly PotAwarded[]): SeatResult[] {
  const wonKrw = new Map<SeatIndex, Krw>();
  for (const { winners } of awards) {
    for (const { seat, amountKrw } of winners) {
      wonKrw.set(seat, addKrw(wonKrw.get(seat) ?? ZERO_KRW, amountKrw));
    }
  }
  const results = state.seats.map((seat): SeatResult => {
    const endStackKrw = addKrw(seat.stackKrw, wonKrw.get(seat.seat) ?? ZERO_KRW);
    return {
      seat: seat.seat,
      startStackKrw: seat.startStackKrw,
      endStackKrw,
      netKrw: subKrw(endStackKrw, seat.startStackKrw),
      putInKrw: addKrw(seat.contributedKrw, seat.deadKrw),
    };
  });
  return results.sort((a, b) => a.seat - b.seat);
}
