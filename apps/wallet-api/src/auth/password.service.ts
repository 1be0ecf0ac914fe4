import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** 19 MiB, two passes, one lane: the least that is recommended for argon2id. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2id. Hashes run on the thread pool, so the event loop stays free. */
@Injectable()
export class PasswordService {
  private readonly dummy = hash('a password that nobody has', ARGON2);

  hash(password: string): Promise<string> {
    return hash(password, ARGON2);
  }

  /** Takes as long for an unknown account as for a wrong password. */
  async matches(password: string, passwordHash: string | null): Promise<boolean> {
    const isRight = await verify(passwordHash ?? (await this.dummy), password);
    return isRight && passwordHash !== null;
  }
}
