import { setTimeout as sleep } from 'node:timers/promises';

import type { OwnedProcess } from '../processes/owned-process';

const REQUEST_TIMEOUT_MS = 2_000;

/**
 * Waits until the process answers this address with success.
 *
 * Throws with the end of its log when the process ends before, or when the deadline has passed.
 */
export async function waitForReady(
  owned: OwnedProcess,
  url: string,
  timeoutMs: number,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  let seen = 'no answer';
  while (performance.now() < deadline) {
    if (owned.exitInfo !== null) {
      const { code, signal } = owned.exitInfo;
      throw new Error(failure(owned, `ended at start (${signal ?? `exit code ${code ?? 0}`})`));
    }
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) });
      if (response.ok) return;
      seen = `${response.status} ${(await response.text()).slice(0, 300)}`;
    } catch (cause) {
      seen = cause instanceof Error ? cause.message : String(cause);
    }
    await sleep(100);
  }
  const seconds = Math.round(timeoutMs / 1000);
  throw new Error(failure(owned, `was not ready after ${seconds} s (${url}: ${seen})`));
}

const failure = (owned: OwnedProcess, what: string): string =>
  `${owned.name} ${what}. The end of ${owned.logFile}:\n${owned.lastLog()}`;
