import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** What the thread beside the event loop is told. */
export interface WatchdogData {
  /** One number that rises as long as the loop turns. */
  readonly beats: SharedArrayBuffer;
  readonly limitMs: number;
}

/**
 * Ends this process when its event loop has been stuck for so long: its tables have other owners by
 * then, and what it holds would only be refused. Whoever was stopped as a whole is not stuck.
 */
export function startWatchdog(limitMs: number): void {
  const beats = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const count = new Int32Array(beats);
  setInterval(() => Atomics.add(count, 0, 1), limitMs / 10).unref();
  const workerData: WatchdogData = { beats, limitMs };
  new Worker(join(__dirname, 'watchdog.worker.js'), { workerData }).unref();
}
