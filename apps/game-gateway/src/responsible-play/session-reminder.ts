import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { APP_CONFIG, CLOCK, type Clock } from '@cardroom/platform';

import type { GatewayConfig } from '../config/gateway.config';
import { SocketBroadcaster } from '../connection/socket.broadcaster';
import { BREAK_MS, reminderDue, seenAt, type SessionTime } from './session-time.rules';

const LOOK_MS = 10_000;

/** Tells players how long they have been here. Rule: docs/rules/responsible-play.md §5. */
@Injectable()
export class SessionReminder implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sessions = new Map<string, SessionTime>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(APP_CONFIG) private readonly config: GatewayConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly io: SocketBroadcaster,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.sessionReminderMinutes > 0) {
      this.timer = setInterval(() => this.look(), LOOK_MS);
    }
  }

  onModuleDestroy(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  /** Reminds whoever is due, and forgets who has gone. */
  look(): void {
    const nowMs = this.clock();
    for (const userId of new Set(this.io.all().map(({ data }) => data.claims.userId))) {
      this.sessions.set(userId, this.remind(userId, seenAt(this.sessions.get(userId), nowMs)));
    }
    for (const [userId, { lastSeenMs }] of this.sessions) {
      if (nowMs - lastSeenMs > BREAK_MS) this.sessions.delete(userId);
    }
  }

  private remind(userId: string, session: SessionTime): SessionTime {
    const due = reminderDue(session, this.config.sessionReminderMinutes * 60_000);
    if (due === null) return session;
    const message = `You have been here for ${due.minutes} minutes.`;
    this.io.notice(userId, { code: 'SESSION_TIME', message });
    return { ...session, told: due.intervals };
  }
}
