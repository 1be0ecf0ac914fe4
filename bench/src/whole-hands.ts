import { legalActions, openHand, play, replay } from '@cardroom/engine';

import { choose, Draws, type DealtHand } from './dealt-hand';
import { commandOf, dealerOf, playOurs, setupOf, valueOf } from './our-hand';
import type { Peers } from './peers';
import { PokerTsHands } from './poker-ts-hand';
import { median, type Contender } from './rounds';

function roundRobin<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('There is nothing to go round');
  return item;
}

/** Both engines play the same hands: dealt, bet, settled, every action asked for and legal. */
export function wholeHands(peers: Peers, hands: readonly DealtHand[]): Contender[] {
  const theirs = new PokerTsHands(peers.pokerTs);
  const at = (index: number): DealtHand => roundRobin(hands, index);
  return [
    {
      name: 'cardroom',
      run: (times) => {
        let seats = 0;
        for (let index = 0; index < times; index += 1)
          seats += playOurs(at(index)).state.seats.length;
        return seats;
      },
    },
    {
      name: 'poker-ts',
      run: (times) => {
        let actions = 0;
        for (let index = 0; index < times; index += 1) actions += theirs.play(at(index));
        return actions;
      },
    },
  ];
}

/** Actions of a hand on average: the same for both engines, where they agree. */
export function actionsPerHand(hands: readonly DealtHand[]): number {
  let actions = 0;
  for (const hand of hands)
    for (const { type } of playOurs(hand).events) if (type === 'acted') actions += 1;
  return actions / hands.length;
}

/** Folding hands from their events, as a replay does. */
export function replays(hands: readonly DealtHand[]): Contender {
  const recorded = hands.map((hand) => playOurs(hand).events);
  return {
    name: 'replay',
    run: (times) => {
      let seats = 0;
      for (let index = 0; index < times; index += 1) {
        seats += replay(roundRobin(recorded, index)).seats.length;
      }
      return seats;
    },
  };
}

export interface ActionTimes {
  readonly p50Us: number;
  readonly p99Us: number;
}

/** How long one action takes: `legalActions` and `play`, which gives a new hand. */
export function actionTimes(hands: readonly DealtHand[]): ActionTimes {
  const timesMs: number[] = [];
  for (const hand of hands) {
    const draws = new Draws(hand);
    const dealer = dealerOf(hand);
    let { state } = valueOf(openHand(setupOf(hand), dealer));
    while (state.outcome === 'playing') {
      const started = performance.now();
      const legal = legalActions(state);
      if (legal === null) break;
      const choice = choose(draws, legal);
      ({ state } = valueOf(play(state, commandOf(state, legal, choice), dealer)));
      timesMs.push(performance.now() - started);
    }
  }
  timesMs.sort((a, b) => a - b);
  const at = (share: number): number => (timesMs[Math.floor(timesMs.length * share)] ?? 0) * 1_000;
  return { p50Us: at(0.5), p99Us: at(0.99) };
}

/** Hands whose allocations fit into the young generation, so that it is not emptied meanwhile. */
const HANDS_PER_SAMPLE = 10;

/** Bytes allocated per action, by the growth of the heap over a few hands at a time; the median. */
export function bytesPerAction(hands: readonly DealtHand[]): number {
  const samples: number[] = [];
  for (let from = 0; from + HANDS_PER_SAMPLE <= hands.length; from += HANDS_PER_SAMPLE) {
    const sample = hands.slice(from, from + HANDS_PER_SAMPLE);
    const actions = actionsPerHand(sample) * HANDS_PER_SAMPLE;
    const before = process.memoryUsage().heapUsed;
    for (const hand of sample) playOurs(hand);
    const grown = process.memoryUsage().heapUsed - before;
    if (grown > 0) samples.push(grown / actions);
  }
  return median(samples);
}
