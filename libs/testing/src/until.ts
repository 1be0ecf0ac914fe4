import { setTimeout as sleep } from 'node:timers/promises';

/** How long something is waited for, and how often it is looked at. */
interface Patience {
  readonly timeoutMs?: number;
  readonly everyMs?: number;
}

/** Looks again and again until something holds. Throws with its name where it does not in time. */
export async function until(
  what: string | (() => string),
  holds: () => boolean | Promise<boolean>,
  { timeoutMs = 10_000, everyMs = 10 }: Patience = {},
): Promise<void> {
  const deadlineMs = performance.now() + timeoutMs;
  while (!(await holds())) {
    if (performance.now() > deadlineMs) {
      throw new Error(`in vain waited for ${typeof what === 'string' ? what : what()}`);
    }
    await sleep(everyMs);
  }
}
