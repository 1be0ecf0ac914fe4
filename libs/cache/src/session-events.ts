import { Injectable, Logger } from '@nestjs/common';
import type { Redis } from 'ioredis';

import type { Keys } from './keys';

/** A login has ended: its sockets are to be closed wherever they are. */
export interface SessionRevoked {
  readonly userId: string;
  /** Null: every session of the user. */
  readonly sessionId: string | null;
  readonly reason: string;
}

const isSessionRevoked = (value: unknown): value is SessionRevoked =>
  typeof value === 'object' &&
  value !== null &&
  'userId' in value &&
  typeof value.userId === 'string' &&
  'sessionId' in value;

/** Tells every node that a session has ended. */
@Injectable()
export class SessionEvents {
  private readonly logger = new Logger(SessionEvents.name);

  constructor(
    private readonly redis: Redis,
    private readonly keys: Keys,
  ) {}

  async publishRevoked(event: SessionRevoked): Promise<void> {
    await this.redis.publish(this.keys.sessionRevoked(), JSON.stringify(event));
  }

  /** Listens on a connection of its own, which the caller closes. */
  async onRevoked(subscriber: Redis, listener: (event: SessionRevoked) => void): Promise<void> {
    subscriber.on('message', (channel: string, text: string) => {
      if (channel !== this.keys.sessionRevoked()) return;
      const event: unknown = JSON.parse(text);
      if (isSessionRevoked(event)) listener(event);
      else this.logger.error('a message on the channel of ended sessions is not one');
    });
    await subscriber.subscribe(this.keys.sessionRevoked());
  }
}
