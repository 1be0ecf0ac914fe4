import { Logger } from '@nestjs/common';
import type { Redis } from 'ioredis';

/**
 * A channel of one kind of message. Redis keeps nothing of it: who is not connected misses what is
 * said, so nothing may depend on a message alone.
 */
export class Channel<T> {
  private readonly logger = new Logger(Channel.name);

  constructor(
    private readonly name: string,
    /** Null where a value is not such a message. */
    private readonly read: (value: unknown) => T | null,
  ) {}

  async publish(redis: Redis, message: T): Promise<void> {
    await redis.publish(this.name, JSON.stringify(message));
  }

  /** Listens on a connection that is used for nothing but listening, and is renewed by itself. */
  async listen(subscriber: Redis, listener: (message: T) => void): Promise<void> {
    subscriber.on('message', (channel: string, text: string) => {
      if (channel === this.name) this.hear(text, listener);
    });
    await subscriber.subscribe(this.name);
  }

  /** What one message does must not end the process: other nodes may run another version. */
  private hear(text: string, listener: (message: T) => void): void {
    try {
      const message = this.read(JSON.parse(text) as unknown);
      if (message === null)
        this.logger.error({ channel: this.name }, 'not a message of the channel');
      else listener(message);
    } catch (cause) {
      this.logger.error({ channel: this.name, err: cause }, 'a message could not be handled');
    }
  }
}
