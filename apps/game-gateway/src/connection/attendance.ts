import { Injectable, Logger } from '@nestjs/common';
import { Channel, type Keys, type Presence } from '@cardroom/cache';
import type { Redis } from 'ioredis';

interface Attended {
  readonly userId: string;
  readonly isConnected: boolean;
}

function readAttended(value: unknown): Attended | null {
  if (typeof value !== 'object' || value === null) return null;
  const { userId, isConnected } = value as Partial<Record<keyof Attended, unknown>>;
  return typeof userId === 'string' && typeof isConnected === 'boolean'
    ? { userId, isConnected }
    : null;
}

/** Who is connected to other nodes, for tables to show. Nothing is decided on it. */
@Injectable()
export class Attendance {
  private readonly logger = new Logger(Attendance.name);
  private readonly channel: Channel<Attended>;
  private readonly elsewhere = new Set<string>();

  constructor(
    private readonly presence: Presence,
    private readonly publisher: Redis,
    keys: Keys,
  ) {
    this.channel = new Channel(keys.attendance(), readAttended);
  }

  listen(subscriber: Redis): Promise<void> {
    return this.channel.listen(subscriber, (attended) => this.note(attended));
  }

  isElsewhere(userId: string): boolean {
    return this.elsewhere.has(userId);
  }

  /** Tells all nodes that a player is connected now, or to none of them any more. */
  tell(userId: string, isConnected: boolean): void {
    this.channel.publish(this.publisher, { userId, isConnected }).catch((cause: unknown) => {
      this.logger.debug({ err: cause }, 'other nodes do not hear who is connected');
    });
  }

  /** Asks Redis for players of whom this node may have heard nothing yet. */
  async lookFor(userIds: readonly string[]): Promise<void> {
    try {
      const present = await this.presence.presentOf(userIds);
      for (const userId of userIds) this.note({ userId, isConnected: present.has(userId) });
    } catch (cause) {
      this.logger.debug({ err: cause }, 'who is connected cannot be found out now');
    }
  }

  private note({ userId, isConnected }: Attended): void {
    if (isConnected) this.elsewhere.add(userId);
    else this.elsewhere.delete(userId);
  }
}
