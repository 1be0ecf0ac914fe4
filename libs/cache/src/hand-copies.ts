import { Injectable, Logger } from '@nestjs/common';
import type { Redis } from 'ioredis';

import type { Keys } from './keys';

const KEPT_SECONDS = 30 * 24 * 3_600;

/** Packed hands of the last thirty days, near at hand. They are elsewhere as well: any may be gone. */
@Injectable()
export class HandCopies {
  private readonly logger = new Logger(HandCopies.name);

  constructor(
    private readonly redis: Redis,
    private readonly keys: Keys,
  ) {}

  /** Null where there is none, or Redis is away. */
  async get(handId: string): Promise<Buffer | null> {
    try {
      return await this.redis.getBuffer(this.keys.handCopy(handId));
    } catch (cause) {
      this.logger.warn({ err: cause }, 'copies of hands cannot be read');
      return null;
    }
  }

  /** Puts copies there; where Redis is away they are not there. Returns how many are. */
  async put(copies: ReadonlyMap<string, Buffer>): Promise<number> {
    try {
      const batch = this.redis.pipeline();
      for (const [handId, packed] of copies) {
        batch.set(this.keys.handCopy(handId), packed, 'EX', KEPT_SECONDS);
      }
      const answers = (await batch.exec()) ?? [];
      return answers.filter(([error]) => error === null).length;
    } catch (cause) {
      this.logger.warn({ err: cause }, 'copies of hands cannot be written');
      return 0;
    }
  }
}
