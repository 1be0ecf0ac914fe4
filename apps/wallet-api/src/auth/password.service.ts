import { availableParallelism } from 'node:os';

import { Injectable } from '@nestjs/common';
import { WorkLine } from '@cardroom/platform';
import { hash, verify } from '@node-rs/argon2';

/** 19 MiB, two passes, one lane: the least that is recommended for argon2id. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The thread pool has four threads, and files and names need one too. */
const MAX_RUNNING = Math.min(3, availableParallelism());
const MAX_WAITING = 50;
const MAX_WAIT_MS = 10_000;

/**
 * argon2id. Hashes run on the thread pool, so the event loop stays free; a few at a time, so that a
 * flood of logins takes neither all memory nor all threads.
 */
@Injectable()
export class PasswordService {
  private readonly line = new WorkLine({
    ...{ maxRunning: MAX_RUNNING, maxWaiting: MAX_WAITING, maxWaitMs: MAX_WAIT_MS },
  });
  private readonly dummy = hash('a password that nobody has', ARGON2);

  /** Errors: SERVER_BUSY. */
  hash(password: string): Promise<string> {
    return this.line.run(() => hash(password, ARGON2));
  }

  /** Takes as long for an unknown account as for a wrong password. Errors: SERVER_BUSY. */
  async matches(password: string, passwordHash: string | null): Promise<boolean> {
    const expected = passwordHash ?? (await this.dummy);
    const isRight = await this.line.run(() => verify(expected, password));
    return isRight && passwordHash !== null;
  }
}
