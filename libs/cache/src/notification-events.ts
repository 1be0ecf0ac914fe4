import { Injectable } from '@nestjs/common';
import { SERVER_MESSAGES, type NotificationMessage } from '@cardroom/protocol';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import type { Redis } from 'ioredis';

import { Channel } from './channel';
import type { Keys } from './keys';

/** A stored notification on its way to its user's sockets. */
export interface NotificationEvent {
  readonly userId: string;
  readonly message: NotificationMessage;
}

const checkMessage = TypeCompiler.Compile(SERVER_MESSAGES.notification);

function readEvent(value: unknown): NotificationEvent | null {
  if (typeof value !== 'object' || value === null) return null;
  const { userId, message } = value as Partial<Record<keyof NotificationEvent, unknown>>;
  return typeof userId === 'string' && checkMessage.Check(message) ? { userId, message } : null;
}

/** Tells every node what a user is to be told; who is not connected reads it in the list later. */
@Injectable()
export class NotificationEvents {
  private readonly channel: Channel<NotificationEvent>;

  constructor(
    private readonly redis: Redis,
    keys: Keys,
  ) {
    this.channel = new Channel(keys.notification(), readEvent);
  }

  publish(event: NotificationEvent): Promise<void> {
    return this.channel.publish(this.redis, event);
  }

  /** Listens on a connection of its own, which the caller closes. */
  listen(subscriber: Redis, listener: (event: NotificationEvent) => void): Promise<void> {
    return this.channel.listen(subscriber, listener);
  }
}
