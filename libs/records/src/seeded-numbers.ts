/** Numbers from 0 up to 1, always the same for the same seed. */
export type Numbers = () => number;

/** Well mixed from the first number on, also for seeds that follow each other. */
export function seededNumbers(seed: number): Numbers {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The items in another order, that of the numbers drawn. */
export function shuffled<T>(numbers: Numbers, items: readonly T[]): T[] {
  const keyed = items.map((item) => ({ item, key: numbers() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
