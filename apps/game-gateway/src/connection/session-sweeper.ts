import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { SessionGuard } from '@cardroom/database';

import { SocketBroadcaster } from './socket.broadcaster';

const INTERVAL_MS = 30_000;
const AT_A_TIME = 1_000;

/**
 * Closes the sockets of sessions that have ended. They are told of at once by a message; this finds
 * those whose message was lost, and those whose time is up.
 */
@Injectable()
export class SessionSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SessionSweeper.name);
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly sessions: SessionGuard,
    private readonly io: SocketBroadcaster,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweep(), INTERVAL_MS);
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  async sweep(): Promise<void> {
    try {
      const sockets = this.io.all();
      for (let from = 0; from < sockets.length; from += AT_A_TIME) {
        const some = sockets.slice(from, from + AT_A_TIME);
        const ids = some.map(({ data }) => data.claims.sessionId);
        const ended = await this.sessions.endedOf([...new Set(ids)]);
        for (const { id, data } of some) {
          if (ended.has(data.claims.sessionId)) this.io.dismiss(id, 'SESSION_REVOKED');
        }
      }
    } catch (cause) {
      this.logger.warn({ err: cause }, 'the sessions of the sockets could not be checked');
    }
  }
}
