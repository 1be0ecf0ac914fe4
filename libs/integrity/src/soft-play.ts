import type { PairBook, PairPlay, PlayerPlay } from './pair-play';
import { rounded, scoreOf, type Suspicion } from './suspicion';
import { rarityOfFew } from './tails';

/** Duels that a player's own rate is worth before it counts for more than everybody's. */
const PRIOR_DUELS = 20;

/**
 * Whether two players, alone in a hand after the flop, bet against each other less than they do
 * against others. A hand is counted once, because what is done in one hand hangs together.
 * Rule: docs/rules/integrity.md §4.
 *
 * @example softPlay(book, pair).evidence['duels'] // 40
 */
export function softPlay(book: PairBook, pair: PairPlay): Suspicion {
  const chance = chanceOfBet(book, pair);
  const rarity = rarityOfFew(pair.duelsWithBet, pair.duels, chance);
  return {
    kind: 'soft_play',
    userIds: [pair.first, pair.second],
    score: scoreOf(rarity, book.size),
    evidence: {
      duels: pair.duels,
      duelsWithBet: pair.duelsWithBet,
      expectedWithBet: rounded(pair.duels * chance),
      rarity: rounded(rarity),
    },
    hands: pair.quietHands.list(),
  };
}

/**
 * How often there is a bet when these two are alone, by what each does against others: a hand stays
 * quiet only if both are, so that how quiet they are multiplies.
 */
function chanceOfBet(book: PairBook, pair: PairPlay): number {
  const usual = quietShare(book.everybody, pair, 0, 0);
  if (usual === 0) return 1;
  const first = quietShare(book.player(pair.first), pair, PRIOR_DUELS, usual);
  const second = quietShare(book.player(pair.second), pair, PRIOR_DUELS, usual);
  return Math.max(0, 1 - (first * second) / usual);
}

/** Share of duels without a bet outside the pair, joined to a prior worth so many duels. */
function quietShare(of: PlayerPlay, pair: PairPlay, priorDuels: number, prior: number): number {
  const duels = of.duels - pair.duels;
  const quiet = duels - (of.duelsWithBet - pair.duelsWithBet);
  const all = duels + priorDuels;
  return all < 1 ? 0 : (quiet + priorDuels * prior) / all;
}
