import type { Period } from '../schedule/periods.rules';
import type { RakeDaysRepository } from './rake-days.repository';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Where a walk through players begins. */
const FIRST_PLAYER = '00000000-0000-0000-0000-000000000000';

/** Players of one chunk, and who was the last; null where there was none. */
export interface Chunk {
  readonly players: number;
  readonly last: string | null;
}

/** Counts what ended in a period, an hour at a time where there is something to count. */
export async function countByHour(
  days: Pick<RakeDaysRepository, 'countEnded' | 'uncounted'>,
  { fromMs, toMs }: Period,
  signal: AbortSignal,
): Promise<number> {
  let hands = 0;
  for (let dayMs = fromMs; dayMs < toMs; dayMs += DAY_MS) {
    signal.throwIfAborted();
    if ((await days.uncounted(dayMs, dayMs + DAY_MS)) === 0) continue;
    for (let hourMs = dayMs; hourMs < dayMs + DAY_MS; hourMs += HOUR_MS) {
      hands += await days.countEnded(hourMs, hourMs + HOUR_MS);
    }
  }
  return hands;
}

/** Goes through players in the order of their ids, a chunk at a time. */
export async function walk(
  signal: AbortSignal | null,
  next: (after: string) => Promise<Chunk>,
): Promise<void> {
  for (let after: string | null = FIRST_PLAYER; after !== null;) {
    signal?.throwIfAborted();
    after = (await next(after)).last;
  }
}
