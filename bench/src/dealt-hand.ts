import type { Card } from '@cardroom/engine';
import { randomDeck, seededRandom, wholeBetween } from '@cardroom/testing';

export const SEAT_COUNT = 6;
export const SMALL_BLIND_KRW = 50;
export const BIG_BLIND_KRW = 100;
export const BUTTON_SEAT = SEAT_COUNT - 1;

/** A hand before anybody acts: what both engines start from. */
export interface DealtHand {
  readonly seed: number;
  readonly stacksKrw: readonly number[];
  readonly deck: readonly Card[];
}

/** Six unequal stacks of one to 200 big blinds, and a shuffled deck. */
export function dealtHand(seed: number): DealtHand {
  const random = seededRandom(seed);
  const deck = randomDeck(random);
  const stacksKrw = Array.from({ length: SEAT_COUNT }, () =>
    wholeBetween(random, BIG_BLIND_KRW, 200 * BIG_BLIND_KRW),
  );
  return { seed, stacksKrw, deck };
}

/** What the seat to act may do, in the words of neither engine. */
export interface Choices {
  readonly canCheck: boolean;
  /** Smallest and largest total to bet or raise to; null where neither is allowed. */
  readonly minRaiseToKrw: number | null;
  readonly maxRaiseToKrw: number | null;
}

/** An action; a number is the total to bet or raise to. */
export type Choice = 'fold' | 'check' | 'call' | number;

const DRAWN = Array.from({ length: 4_096 }, seededRandom(1));

/** Numbers in [0, 1), drawn before anything is measured; each hand begins somewhere else among them. */
export class Draws {
  private drawn: number;

  constructor({ seed }: DealtHand) {
    this.drawn = seed * 89;
  }

  next(): number {
    this.drawn += 1;
    return DRAWN[this.drawn & (DRAWN.length - 1)] ?? 0;
  }
}

/**
 * A legal action at random: one in five raises (half of them the smallest, one in ten all-in), one
 * in five folds to a bet, the others check or call.
 */
export function choose(draws: Draws, { canCheck, minRaiseToKrw, maxRaiseToKrw }: Choices): Choice {
  const kind = draws.next();
  if (kind < 0.2 && minRaiseToKrw !== null && maxRaiseToKrw !== null) {
    const size = draws.next();
    if (size < 0.1) return maxRaiseToKrw;
    if (size < 0.6) return minRaiseToKrw;
    const mostToKrw = Math.min(maxRaiseToKrw, minRaiseToKrw * 3);
    return minRaiseToKrw + Math.floor(draws.next() * (mostToKrw - minRaiseToKrw + 1));
  }
  if (kind < 0.4 && !canCheck) return 'fold';
  return canCheck ? 'check' : 'call';
}
