import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { projectRoot, unprivilegedAccount } from '@cardroom/testing';

import type { Programs } from './programs';

const run = promisify(execFile);

/**
 * A folder of the drill's own: the shipped scripts, a key, the backups, and the servers' data. All of
 * it belongs to the account that PostgreSQL runs as, which is another one where this process is root.
 */
export class Workplace {
  readonly folder: string;
  readonly account: { readonly uid: number; readonly gid: number } | null;
  readonly password = randomBytes(12).toString('hex');

  constructor(readonly programs: Programs) {
    this.account = process.getuid?.() === 0 ? unprivilegedAccount() : null;
    this.folder = mkdtempSync(
      join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), 'cardroom-drill-'),
    );
    chmodSync(this.folder, 0o755);
    for (const name of ['backup', 'scripts', 'data']) this.give(mkdir(join(this.folder, name)));
    const shipped = join(projectRoot(), 'deploy/backup');
    for (const name of readdirSync(shipped)) {
      const copy = join(this.folder, 'scripts', name);
      copyFileSync(join(shipped, name), copy);
      this.give(copy);
    }
    this.write('backup.key', randomBytes(32).toString('base64'));
    this.write('postgres.password', this.password);
  }

  get backups(): string {
    return join(this.folder, 'backup');
  }

  get passwordFile(): string {
    return join(this.folder, 'postgres.password');
  }

  /** The environment of the scripts, as the operator's or the server's. */
  get env(): NodeJS.ProcessEnv {
    return {
      ...this.programs.env,
      BACKUP_DIR: this.backups,
      BACKUP_KEY_FILE: join(this.folder, 'backup.key'),
      HOME: this.folder,
    };
  }

  script(name: string): string {
    return join(this.folder, 'scripts', name);
  }

  /** A folder for the data of one server, not made yet. */
  dataDir(name: string): string {
    return join(this.folder, 'data', name);
  }

  /** Runs a program as the account of the servers. Throws with what it said where it fails. */
  async run(
    command: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv = {},
  ): Promise<string> {
    try {
      const { stdout, stderr } = await run(command, [...args], {
        ...{ cwd: this.folder, env: { ...this.env, ...env }, maxBuffer: 16 * 1024 * 1024 },
        ...this.account,
      });
      return stdout + stderr;
    } catch (cause) {
      const said = (cause as { readonly stderr?: string }).stderr ?? '';
      throw new Error(`${command} failed: ${said.trim()}`, { cause });
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private write(name: string, text: string): void {
    const file = join(this.folder, name);
    writeFileSync(file, text, { mode: 0o600 });
    this.give(file);
  }

  private give(path: string): void {
    if (this.account !== null) chownSync(path, this.account.uid, this.account.gid);
  }
}

function mkdir(path: string): string {
  mkdirSync(path, { mode: 0o700 });
  return path;
}
