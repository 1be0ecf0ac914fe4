import type { PairBook, PairPlay } from './pair-play';
import { rounded, scoreOf, type Suspicion } from './suspicion';
import { rarityOfMany, rarityOfOneSided } from './tails';

/** Each direction of a pair is asked for two signs: flow and surrenders. */
const SIGNS = 2;
/** Surrenders that nobody has seen are not impossible. */
const UNSEEN = 1;

/**
 * Whether chips go from one player to the other as they do between nobody else: the flow of chips is
 * one-sided beyond chance, or one of them gives up pots to the other that nobody gives up.
 * Rule: docs/rules/integrity.md §3.
 *
 * @example chipDumping(book, pair).score // below 2 for honest players
 */
export function chipDumping(book: PairBook, pair: PairPlay): Suspicion {
  const ways = [gift(book, pair, true), gift(book, pair, false)] as const;
  const [one, other] = ways;
  const most = one.rarity >= other.rarity ? one : other;
  const { hands } = pair;
  return {
    kind: 'chip_dumping',
    userIds: [pair.first, pair.second],
    score: scoreOf(most.rarity, book.size * ways.length * SIGNS),
    evidence: { hands, ...most.evidence },
    hands: (most.isByFlow ? pair.flowHands : pair.surrenderHands).list(),
  };
}

/** What speaks for chips given in one direction. */
function gift(book: PairBook, pair: PairPlay, isFromFirst: boolean) {
  const [giver, taker] = isFromFirst ? [pair.first, pair.second] : [pair.second, pair.first];
  const flow = isFromFirst ? pair.flow : -pair.flow;
  const surrenders = isFromFirst ? pair.surrendersOfFirst : pair.surrendersOfSecond;
  const expected = pair.hands * surrenderRate(book, pair, giver, surrenders);
  const flowRarity = flow > 0 ? rarityOfOneSided(flow, pair.flowSquares) : 0;
  const surrenderRarity = rarityOfMany(surrenders, expected);
  return {
    rarity: Math.max(flowRarity, surrenderRarity),
    isByFlow: flowRarity > surrenderRarity,
    evidence: {
      ...{ giver, taker, surrenders },
      flowBigBlinds: rounded(flow),
      expectedSurrenders: rounded(expected),
      flowRarity: rounded(flowRarity),
      surrenderRarity: rounded(surrenderRarity),
    },
  };
}

/** Surrenders a hand: of everybody, or of the giver to others, whichever is more. */
function surrenderRate(book: PairBook, pair: PairPlay, giver: string, surrenders: number): number {
  const own = book.player(giver);
  const others = book.everybody.surrenders - surrenders + UNSEEN;
  const toOthers = own.surrenders - surrenders;
  const otherHands = own.pairHands - pair.hands;
  return Math.max(
    others / Math.max(1, book.everybody.pairHands - pair.hands),
    otherHands < 1 ? 0 : toOthers / otherHands,
  );
}
