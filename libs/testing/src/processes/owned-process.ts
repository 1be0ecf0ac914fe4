import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { lastLines } from './log-tail';
import { processIdentity, type ProcessIdentity } from './process-identity';
import type { Reaper } from './reaper';

export interface ProcessSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** The signal that asks for an orderly end; SIGTERM unless told. */
  readonly stopSignal?: NodeJS.Signals;
  /** After this long an orderly end is no longer waited for. */
  readonly stopTimeoutMs?: number;
}

export interface ExitInfo {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

const DEFAULT_STOP_TIMEOUT_MS = 15_000;

/**
 * A child process that this process answers for.
 *
 * It runs in a process group of its own, so that Ctrl-C in a terminal reaches only the launcher,
 * which then stops its children in order; and it writes straight into its log file, so that it
 * does not depend on a reader.
 */
export class OwnedProcess {
  readonly exited: Promise<ExitInfo>;
  private exit: ExitInfo | null = null;

  private constructor(
    private readonly spec: ProcessSpec,
    private readonly child: ChildProcess,
    readonly identity: ProcessIdentity,
    reaper: Reaper | null,
  ) {
    this.exited = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        this.exit = { code, signal };
        reaper?.forget(identity);
        resolve(this.exit);
      });
    });
  }

  /** Starts the process. Throws when the command cannot be started at all. */
  static async start(spec: ProcessSpec, reaper: Reaper | null = null): Promise<OwnedProcess> {
    mkdirSync(dirname(spec.logFile), { recursive: true });
    const log = openSync(spec.logFile, 'a', 0o600);
    const child = spawn(spec.command, spec.args, {
      env: spec.env,
      stdio: ['ignore', log, log],
      detached: true,
      ...(spec.cwd === undefined ? {} : { cwd: spec.cwd }),
      ...(spec.uid === undefined ? {} : { uid: spec.uid }),
      ...(spec.gid === undefined ? {} : { gid: spec.gid }),
    });
    closeSync(log);
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (cause) => {
        reject(new Error(`${spec.name} could not be started: ${cause.message}`, { cause }));
      });
    });
    const pid = child.pid ?? 0;
    // A process that ended at once has no identity any more; nothing will ever match an empty one.
    const identity = processIdentity(pid) ?? { pid, startedAt: '' };
    const owned = new OwnedProcess(spec, child, identity, reaper);
    reaper?.watch(identity, spec.stopSignal ?? 'SIGTERM');
    return owned;
  }

  get name(): string {
    return this.spec.name;
  }

  get pid(): number {
    return this.identity.pid;
  }

  get logFile(): string {
    return this.spec.logFile;
  }

  get exitInfo(): ExitInfo | null {
    return this.exit;
  }

  /** Asks for an orderly end, and forces it when the deadline has passed. */
  async stop(): Promise<ExitInfo> {
    if (this.exit !== null) return this.exit;
    this.child.kill(this.spec.stopSignal ?? 'SIGTERM');
    const deadline = new AbortController();
    const timer = sleep(this.spec.stopTimeoutMs ?? DEFAULT_STOP_TIMEOUT_MS, null, {
      signal: deadline.signal,
    }).catch(() => null);
    const exit = await Promise.race([this.exited, timer]);
    deadline.abort();
    return exit ?? this.kill('SIGKILL');
  }

  /** Sends a signal and, where it ends the process, waits for the end. */
  async kill(signal: NodeJS.Signals): Promise<ExitInfo> {
    if (this.exit !== null) return this.exit;
    this.child.kill(signal);
    return this.exited;
  }

  /** Sends a signal that does not end the process, such as SIGSTOP. */
  signal(signal: NodeJS.Signals): void {
    if (this.exit === null) this.child.kill(signal);
  }

  /** The end of its log, for error messages. */
  lastLog(lines = 15): string {
    return lastLines(this.spec.logFile, lines);
  }
}
