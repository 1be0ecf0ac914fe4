import { Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';

import { Channel } from './channel';
import type { Keys } from './keys';

/** A login has ended: its sockets are to be closed wherever they are. */
export interface SessionRevoked {
  readonly userId: string;
  /** Null: every session of the user. */
  readonly sessionId: string | null;
  readonly reason: string;
}

function readSessionRevoked(value: unknown): SessionRevoked | null {
  if (typeof value !== 'object' || value === null) return null;
  const { userId, sessionId, reason } = value as Partial<Record<keyof SessionRevoked, unknown>>;
  if (typeof userId !== 'string' || typeof reason !== 'string') return null;
  if (typeof sessionId !== 'string' && sessionId !== null) return null;
  return { userId, sessionId, reason };
}

/** Tells every node that a session has ended. */
@Injectable()
export class SessionEvents {
  private readonly channel: Channel<SessionRevoked>;

  constructor(
    private readonly redis: Redis,
    keys: Keys,
  ) {
    this.channel = new Channel(keys.sessionRevoked(), readSessionRevoked);
  }

  publishRevoked(event: SessionRevoked): Promise<void> {
    return this.channel.publish(this.redis, event);
  }

  /** Listens on a connection of its own, which the caller closes. */
  onRevoked(subscriber: Redis, listener: (event: SessionRevoked) => void): Promise<void> {
    return this.channel.listen(subscriber, listener);
  }
}
