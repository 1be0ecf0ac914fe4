import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

import { isRunning, signalProcess } from './process-identity';
import type { ReaperMessage } from './reaper';

type Watched = Extract<ReaperMessage, { type: 'watch' }>;

const STOP_TIMEOUT_MS = 15_000;
const watched: Watched[] = [];
const folders: string[] = [];

async function stop({ process, signal }: Watched): Promise<void> {
  // A stopped process (SIGSTOP) takes no other signal before it runs again.
  signalProcess(process, 'SIGCONT');
  if (!signalProcess(process, signal)) return;
  for (let waitedMs = 0; waitedMs < STOP_TIMEOUT_MS; waitedMs += 50) {
    if (!isRunning(process)) return;
    await sleep(50);
  }
  signalProcess(process, 'SIGKILL');
}

function handle(message: ReaperMessage): void {
  switch (message.type) {
    case 'watch':
      watched.push(message);
      return;
    case 'forget': {
      const at = watched.findIndex((entry) => entry.process.pid === message.process.pid);
      if (at >= 0) watched.splice(at, 1);
      return;
    }
    case 'remove':
      folders.push(message.folder);
  }
}

async function main(): Promise<void> {
  // Only the end of the pipe ends a reaper: a signal meant for its owner must not.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => undefined);
  }
  for await (const line of createInterface({ input: process.stdin })) {
    handle(JSON.parse(line) as ReaperMessage);
  }
  for (const entry of watched.reverse()) await stop(entry);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

void main();
