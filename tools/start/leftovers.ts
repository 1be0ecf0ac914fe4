import { setTimeout as sleep } from 'node:timers/promises';

import { isRunning, signalProcess, type RunRecord } from '@cardroom/testing';

const STOP_TIMEOUT_MS = 15_000;

/**
 * Ends what a launcher left running that was killed itself, the latest first. Its reaper is
 * usually doing the same; then there is only its end to wait for.
 */
export async function endLeftovers(record: RunRecord): Promise<number> {
  let ended = 0;
  for (const process of [...record.processes].reverse()) {
    if (!signalProcess(process, process.stopSignal)) continue;
    ended += 1;
    for (let waitedMs = 0; isRunning(process); waitedMs += 50) {
      if (waitedMs > STOP_TIMEOUT_MS) signalProcess(process, 'SIGKILL');
      await sleep(50);
    }
  }
  return ended;
}
