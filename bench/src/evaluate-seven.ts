import { card, formatCard, rankHand, type Card } from '@cardroom/engine';
import { seededRandom, wholeBetween, type Random } from '@cardroom/testing';

import type { Peers } from './peers';
import type { Contender } from './rounds';

/** A power of two, so that going round them costs nothing. */
const HAND_COUNT = 1 << 16;

/** Seven different cards, all hands equally likely. */
function randomSeven(random: Random, deck: Card[]): Card[] {
  for (let place = 0; place < 7; place += 1) {
    const from = wholeBetween(random, place, deck.length - 1);
    const [here, there] = [deck[place] ?? card(0), deck[from] ?? card(0)];
    deck[place] = there;
    deck[from] = here;
  }
  return deck.slice(0, 7);
}

function randomHands(seed: number): Card[][] {
  const random = seededRandom(seed);
  const deck = Array.from({ length: 52 }, (_, code) => card(code));
  return Array.from({ length: HAND_COUNT }, () => randomSeven(random, deck));
}

/**
 * Each evaluator on the same random hands of seven, each hand an array of the evaluator's own card
 * codes. Every contender has a loop of its own, so that each is compiled for itself.
 */
export function evaluateSeven(peers: Peers, seed: number): Contender[] {
  const hands = randomHands(seed);
  const { pokertools, phe, pokerEvaluator, pokersolver } = peers;
  const named = hands.map((hand) => hand.map(formatCard));
  const pokertoolsHands = named.map((hand) => hand.map(pokertools.getCardCode));
  const pheHands = named.map(phe.cardCodes);
  const twoPlusTwoHands = hands.map((hand) => hand.map((code) => code + 1));
  const at = <T>(list: readonly T[], index: number): T => list[index & (HAND_COUNT - 1)] as T;
  assertSameOrder(hands, [
    (index) => -pokertools.evaluate(at(pokertoolsHands, index)),
    (index) => -phe.evaluateCardCodes(at(pheHands, index)),
    (index) => pokerEvaluator.evalHand(at(twoPlusTwoHands, index)).value,
  ]);
  assertSameWinners(hands.slice(0, 2_000), peers);
  return [
    {
      name: 'cardroom',
      run: (times) => {
        let sum = 0;
        for (let index = 0; index < times; index += 1) sum += rankHand(at(hands, index));
        return sum;
      },
    },
    {
      name: '@pokertools/evaluator',
      run: (times) => {
        let sum = 0;
        for (let index = 0; index < times; index += 1)
          sum += pokertools.evaluate(at(pokertoolsHands, index));
        return sum;
      },
    },
    {
      name: 'phe',
      run: (times) => {
        let sum = 0;
        for (let index = 0; index < times; index += 1)
          sum += phe.evaluateCardCodes(at(pheHands, index));
        return sum;
      },
    },
    {
      name: 'poker-evaluator',
      run: (times) => {
        let sum = 0;
        for (let index = 0; index < times; index += 1)
          sum += pokerEvaluator.evalHand(at(twoPlusTwoHands, index)).value;
        return sum;
      },
    },
    {
      name: 'pokersolver',
      run: (times) => {
        let sum = 0;
        for (let index = 0; index < times; index += 1)
          sum += pokersolver.Hand.solve(at(named, index)).name.length;
        return sum;
      },
    },
  ];
}

/** A benchmark of wrong answers is worth nothing: all evaluators must put the hands in one order. */
function assertSameOrder(
  hands: readonly (readonly Card[])[],
  strengths: readonly ((index: number) => number)[],
): void {
  for (let index = 1; index < hands.length; index += 1) {
    const [before, here] = [hands[index - 1] ?? [], hands[index] ?? []];
    const sign = Math.sign(rankHand(here) - rankHand(before));
    for (const strength of strengths) {
      if (Math.sign(strength(index) - strength(index - 1)) === sign) continue;
      throw new Error(`The evaluators do not agree about ${here.map(formatCard).join(' ')}`);
    }
  }
}

function assertSameWinners(hands: readonly (readonly Card[])[], { pokersolver }: Peers): void {
  const solved = hands.map((hand) => pokersolver.Hand.solve(hand.map(formatCard)));
  for (const [index, hand] of hands.entries()) {
    const [mine, next, rival] = [solved[index], solved[index + 1], hands[index + 1]];
    if (mine === undefined || next === undefined || rival === undefined) return;
    const winners = pokersolver.Hand.winners([mine, next]);
    const sign = winners.length === 2 ? 0 : winners[0] === mine ? 1 : -1;
    if (sign !== Math.sign(rankHand(hand) - rankHand(rival)))
      throw new Error(`pokersolver does not agree about ${hand.map(formatCard).join(' ')}`);
  }
}
