import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { isRunning, processIdentity, type ProcessIdentity } from '../processes/process-identity';

export interface RunProcess extends ProcessIdentity {
  readonly name: string;
  readonly stopSignal: NodeJS.Signals;
}

/** What other tools need to know of a running system. */
export interface RunRecord {
  readonly launcher: ProcessIdentity;
  readonly startedAt: string;
  /** False while the system is being started. */
  readonly ready: boolean;
  readonly urls: {
    readonly walletApi: string;
    readonly gateway: string;
    /** That share its tables. */
    readonly moreGateways: readonly string[];
    readonly jobs: string;
    readonly paymentGateway: string;
    readonly rateSource: string;
    readonly database: string;
    readonly redis: string;
  } | null;
  readonly redisKeyPrefix: string;
  /** In the order of starting. */
  readonly processes: readonly RunProcess[];
}

const runFilePath = (dataDir: string): string => join(dataDir, 'run.json');

/** What runs on this data folder; null where nothing does, or only the file of a killed launcher is left. */
export function findRunning(dataDir: string): RunRecord | null {
  const record = readRunFile(dataDir);
  return record !== null && isRunning(record.launcher) ? record : null;
}

/** The run file as it is, of a launcher dead or alive. */
export function readRunFile(dataDir: string): RunRecord | null {
  const file = runFilePath(dataDir);
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunRecord;
  } catch {
    return null;
  }
}

/** Takes the data folder for this process. Returns null where another one has it. */
export function claimRunFile(dataDir: string, redisKeyPrefix: string): RunRecord | null {
  const record: RunRecord = {
    launcher: processIdentity(process.pid) ?? { pid: process.pid, startedAt: '' },
    startedAt: new Date().toISOString(),
    ready: false,
    urls: null,
    redisKeyPrefix,
    processes: [],
  };
  mkdirSync(dataDir, { recursive: true });
  try {
    // Only one of two launchers that start at the same moment makes the file.
    const handle = openSync(runFilePath(dataDir), 'wx', 0o600);
    writeFileSync(handle, toText(record));
    closeSync(handle);
    return record;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw cause;
  }
}

/** Readers see the old record or the new one, never half of it. */
export function updateRunFile(dataDir: string, record: RunRecord): void {
  const next = `${runFilePath(dataDir)}.next`;
  writeFileSync(next, toText(record), { mode: 0o600 });
  renameSync(next, runFilePath(dataDir));
}

export function removeRunFile(dataDir: string): void {
  rmSync(runFilePath(dataDir), { force: true });
}

const toText = (record: RunRecord): string => `${JSON.stringify(record, null, 2)}\n`;
