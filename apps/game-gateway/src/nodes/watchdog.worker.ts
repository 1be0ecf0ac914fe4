import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

import type { WatchdogData } from './watchdog';

const STDERR = 2;
const { beats, limitMs } = workerData as WatchdogData;
const count = new Int32Array(beats);
const checkMs = limitMs / 10;
let [seen, sinceMs, checkedMs] = [-1, performance.now(), performance.now()];

setInterval(() => {
  const nowMs = performance.now();
  // This thread did not run either: the whole process was stopped, and the loop begins anew.
  const wasStopped = nowMs - checkedMs > limitMs / 2;
  checkedMs = nowMs;
  const now = Atomics.load(count, 0);
  if (now !== seen || wasStopped) [seen, sinceMs] = [now, nowMs];
  if (nowMs - sinceMs < limitMs) return;
  // No logger works while the loop is stuck.
  const msg = 'the event loop is stuck: the process ends';
  writeSync(STDERR, `${JSON.stringify({ level: 60, time: Date.now(), pid: process.pid, msg })}\n`);
  process.kill(process.pid, 'SIGKILL');
}, checkMs);
