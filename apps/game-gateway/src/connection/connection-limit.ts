import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Presence, RateLimiter, type Connection } from '@cardroom/cache';
import { APP_CONFIG, SERVER_ID } from '@cardroom/platform';

import type { GatewayConfig } from '../config/gateway.config';
import { NodePulse } from '../nodes/node-pulse';
import { FRESH_MS } from '../nodes/placement.rules';
import { Attendance } from './attendance';
import type { GameSocket } from './socket-types';
import { SocketBroadcaster } from './socket.broadcaster';

/** A killed process cannot take its sockets off: they stop counting after this time. */
const TTL_MS = 60_000;
const REFRESH_MS = 20_000;
/** All sockets have had their turn after so many: no action waits for thousands of them. */
const REFRESH_PARTS = 80;

/** How many sockets there may be over all processes: of a player the oldest give way to the newest. */
@Injectable()
export class ConnectionLimit implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ConnectionLimit.name);
  private timer: NodeJS.Timeout | null = null;
  /** Those to refresh until all have had their turn. */
  private round: readonly GameSocket[] = [];
  private part = 0;

  constructor(
    @Inject(APP_CONFIG) private readonly config: GatewayConfig,
    @Inject(SERVER_ID) private readonly serverId: string,
    private readonly presence: Presence,
    private readonly rates: RateLimiter,
    private readonly pulse: NodePulse,
    private readonly attendance: Attendance,
    private readonly io: SocketBroadcaster,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.refreshSome(), REFRESH_MS / REFRESH_PARTS);
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  /** Counts a socket in and dismisses those that are too many, wherever they are. */
  async join(socket: GameSocket): Promise<void> {
    const { userId } = socket.data.claims;
    const limit = this.config.maxConnectionsPerUser;
    try {
      const place = this.connectionOf(socket);
      const evicted = await this.presence.join(userId, place, { limit, ttlMs: TTL_MS });
      for (const { socketId } of evicted) this.io.dismiss(socketId, 'CONNECTION_REPLACED');
      this.attendance.tell(userId, true);
      if (!socket.connected) await this.leave(socket);
    } catch (cause) {
      this.logger.warn({ err: cause }, 'sockets are counted in this process only');
      const excess = this.io.socketsOf(userId).slice(0, -limit);
      for (const { id } of excess) this.io.dismiss(id, 'CONNECTION_REPLACED');
    }
  }

  /** What is not taken off now stops counting by itself. */
  async leave(socket: GameSocket): Promise<void> {
    const { userId } = socket.data.claims;
    try {
      await this.presence.leave(userId, socket.id);
      const others = await this.presence.connectionsOf(userId);
      if (others.length === 0) this.attendance.tell(userId, false);
    } catch (cause) {
      this.logger.debug({ err: cause }, 'a socket counts until its time is up');
    }
  }

  /** Whether there are as many sockets as there may be, over all nodes, as of their last beat. */
  get isFull(): boolean {
    const others = this.pulse.nodes.filter(
      ({ nodeId, ageMs }) => nodeId !== this.serverId && ageMs < FRESH_MS,
    );
    const elsewhere = others.reduce((sum, { connections }) => sum + connections, 0);
    return elsewhere + this.io.connections >= this.config.maxConnections;
  }

  /** Whether an account connects more often than any client does that is well. */
  async isTooOften(userId: string): Promise<boolean> {
    const limit = this.config.connectsPerMinute;
    const rule = {
      scope: 'ws-connect',
      limit,
      windowMs: 60_000,
      whenRedisIsAway: 'allow',
    } as const;
    return !(await this.rates.consume(rule, userId)).allowed;
  }

  /** Says of a part of the sockets that they are still there. */
  async refreshSome(): Promise<void> {
    const part = this.part % REFRESH_PARTS;
    this.part += 1;
    if (part === 0) this.round = this.io.all();
    const size = Math.ceil(this.round.length / REFRESH_PARTS);
    const some = this.round.slice(part * size, (part + 1) * size);
    try {
      const here = some.filter(({ connected }) => connected);
      await this.presence.refresh(
        here.map((socket) => ({ userId: socket.data.claims.userId, ...this.connectionOf(socket) })),
        TTL_MS,
      );
    } catch (cause) {
      // Said once a round, which is tried again from its beginning.
      this.round = [];
      this.logger.warn({ err: cause }, 'the sockets could not be counted again');
    }
  }

  private connectionOf({ id, handshake }: GameSocket): Connection {
    return { socketId: id, serverId: this.serverId, sinceMs: handshake.issued };
  }
}
