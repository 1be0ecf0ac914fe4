import type { Card } from '@cardroom/engine';
import { randomDeck, seededRandom, wholeBetween, type Random } from '@cardroom/testing';

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

export interface Choice {
  readonly action: 'fold' | 'check' | 'call' | 'raise';
  readonly toKrw: number;
}

/**
 * A legal action at random: one in five raises (half of them the smallest, one in ten all-in), one
 * in five folds to a bet, the others check or call.
 */
export function choose(
  random: Random,
  { canCheck, minRaiseToKrw, maxRaiseToKrw }: Choices,
): Choice {
  const kind = random();
  if (kind < 0.2 && minRaiseToKrw !== null && maxRaiseToKrw !== null) {
    const size = random();
    if (size < 0.1) return { action: 'raise', toKrw: maxRaiseToKrw };
    if (size < 0.6) return { action: 'raise', toKrw: minRaiseToKrw };
    const mostToKrw = Math.min(maxRaiseToKrw, minRaiseToKrw * 3);
    const toKrw = wholeBetween(random, minRaiseToKrw, mostToKrw);
    return { action: 'raise', toKrw };
  }
  if (kind < 0.4 && !canCheck) return { action: 'fold', toKrw: 0 };
  return { action: canCheck ? 'check' : 'call', toKrw: 0 };
}
