import { allocate, krw, subKrw, sumKrw, ZERO_KRW, type Krw } from '@cardroom/money';

import { liveSeats } from './betting';
import type { Dealer, HandEvent, HandState, SeatIndex, SeatResult } from './hand-types';
import { potsOf, splitPot, type Pot } from './pots';
import { assertInvariant } from './result';
import { ranksOf } from './showdown';

type PotAwarded = Extract<HandEvent, { type: 'pot_awarded' }>;

/** Winners of a pot clockwise from the button's left. Nobody's cards matter when one seat is left. */
function winnersOf(pot: Pot, ranks: ReadonlyMap<SeatIndex, number>): SeatIndex[] {
  const rankOf = (seat: SeatIndex): number => ranks.get(seat) ?? 0;
  const best = Math.max(...pot.eligibleSeats.map(rankOf));
  return pot.eligibleSeats.filter((seat) => rankOf(seat) === best);
}

/**
 * The end of a hand: pots awarded, the latest side pot first, then the seats' results.
 *
 * The rake is one sum for the hand, taken from the pots in proportion before they are split.
 * Rule: docs/rules/holdem.md §5, §7; docs/rules/rake.md §2.
 */
export function settlementEvents(state: HandState, dealer: Dealer): HandEvent[] {
  const pots = potsOf(state);
  const potsKrw = pots.map((pot) => pot.amountKrw);
  const rakeKrw = dealer.rakeOf({ potsKrw, flopDealt: state.board.length > 0 });
  assertInvariant(rakeKrw >= 0 && rakeKrw <= sumKrw(potsKrw), 'rake is taken from the pots');
  const rakesKrw = allocate(rakeKrw, potsKrw);
  const ranks = liveSeats(state).length > 1 ? ranksOf(state, dealer) : new Map<SeatIndex, number>();
  const awards = pots.map((pot, potIndex): PotAwarded => {
    const rakeOfPotKrw = rakesKrw[potIndex] ?? ZERO_KRW;
    const amountKrw = subKrw(pot.amountKrw, rakeOfPotKrw);
    const winners = splitPot(amountKrw, winnersOf(pot, ranks));
    return { type: 'pot_awarded', potIndex, amountKrw, rakeKrw: rakeOfPotKrw, winners };
  });
  const results = resultsOf(state, awards);
  const inPlay = sumKrw(results.map((result) => result.netKrw)) + rakeKrw;
  assertInvariant(inPlay === 0, 'what is won and raked is what was put in');
  return [...awards.reverse(), { type: 'hand_settled', results, potKrw: sumKrw(potsKrw), rakeKrw }];
}

function resultsOf(state: HandState, awards: readonly PotAwarded[]): SeatResult[] {
  const wonBy = (seat: SeatIndex): Krw =>
    sumKrw(
      awards.flatMap((award) =>
        award.winners.filter((winner) => winner.seat === seat).map((winner) => winner.amountKrw),
      ),
    );
  return [...state.seats]
    .sort((a, b) => a.seat - b.seat)
    .map((seat) => {
      const endStackKrw = krw(seat.stackKrw + wonBy(seat.seat));
      return {
        seat: seat.seat,
        startStackKrw: seat.startStackKrw,
        endStackKrw,
        netKrw: subKrw(endStackKrw, seat.startStackKrw),
        putInKrw: krw(seat.contributedKrw + seat.deadKrw),
      };
    });
}
