import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { ProcessIdentity } from './process-identity';
import { projectRoot } from './project-root';

export type ReaperMessage =
  | { readonly type: 'watch'; readonly process: ProcessIdentity; readonly signal: NodeJS.Signals }
  | { readonly type: 'forget'; readonly process: ProcessIdentity }
  | { readonly type: 'remove'; readonly folder: string };

/**
 * Ends the watched processes when this one is gone without having ended them (kill -9, a crash).
 *
 * A small process of its own reads from a pipe; the end of the pipe tells it that its owner died.
 * It then stops what is still watched, the latest first, as an orderly stop would have done.
 */
export class Reaper {
  private constructor(private readonly child: ChildProcess) {
    // A reaper that is gone must not take its owner with it.
    child.stdin?.on('error', () => undefined);
    child.unref();
  }

  static async start(): Promise<Reaper> {
    const script = join(projectRoot(), 'dist/libs/testing/src/processes/reaper.main.js');
    if (!existsSync(script)) throw new Error('run `npm run build` first: dist/ holds no reaper');
    const child = spawn(process.execPath, [script], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    return new Reaper(child);
  }

  watch(process: ProcessIdentity, signal: NodeJS.Signals): void {
    this.send({ type: 'watch', process, signal });
  }

  forget(process: ProcessIdentity): void {
    this.send({ type: 'forget', process });
  }

  /** A folder of throw-away data, removed when everything has been stopped. */
  remove(folder: string): void {
    this.send({ type: 'remove', folder });
  }

  /** Lets the reaper go. Call it last: what is still watched is stopped. */
  async release(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.ref();
    this.child.stdin?.end();
    await exited;
  }

  private send(message: ReaperMessage): void {
    const pipe = this.child.stdin;
    if (pipe?.writable === true) pipe.write(`${JSON.stringify(message)}\n`);
  }
}
