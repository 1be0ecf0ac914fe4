import { Logger } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import { NotificationEvents, SessionEvents } from '@cardroom/cache';
import { SessionGuard } from '@cardroom/database';
import {
  AccessTokenVerifier,
  gauge,
  HealthRegistry,
  histogram,
  problemOf,
  requestIdOf,
  runWithRequestId,
  traced,
} from '@cardroom/platform';
import { errorSpec, type Answer, type ErrorCode } from '@cardroom/protocol';

import { NodeEars } from '../nodes/node-ears';
import { NodePulse } from '../nodes/node-pulse';
import { refusal } from '../routing/answers';
import { Attendance } from './attendance';
import { speakMessagePack, wantsMessagePack } from './codecs';
import { CommandRouter } from './command-router';
import { ConnectionLimit } from './connection-limit';
import { HouseCommands } from './house-commands';
import { askedFor, isHouseCommand } from './house-commands.rules';
import { COMMAND_BUDGET, CommandBudget } from './rate-limit.rules';
import { userRoom, type GameServer, type GameSocket } from './socket-types';
import { cutWhenSlow } from './slow-reader';
import { SocketBroadcaster } from './socket.broadcaster';

const connectionsGauge = gauge('gateway_connections', 'Sockets of players.');
const actionDuration = histogram('action_duration_seconds', 'From a command to its answer.');

type Next = (error?: Error & { data?: unknown }) => void;

/** The door for players: who may connect, and the one event they may send. */
@WebSocketGateway()
export class GameGateway implements OnGatewayInit<GameServer> {
  private readonly logger = new Logger(GameGateway.name);

  constructor(
    private readonly tokens: AccessTokenVerifier,
    private readonly sessions: SessionGuard,
    private readonly sessionEvents: SessionEvents,
    private readonly notifications: NotificationEvents,
    private readonly ears: NodeEars,
    private readonly pulse: NodePulse,
    private readonly attendance: Attendance,
    private readonly io: SocketBroadcaster,
    private readonly limit: ConnectionLimit,
    private readonly router: CommandRouter,
    private readonly house: HouseCommands,
    private readonly health: HealthRegistry,
  ) {}

  afterInit(server: GameServer): void {
    this.io.use(server);
    this.health.addDetails(() => ({ connections: this.io.connections }));
    server.use((socket, next) => {
      if (wantsMessagePack(socket.handshake)) speakMessagePack(socket);
      next();
    });
    server.use((socket, next) => void this.admit(socket, next));
    server.on('connection', (socket) => this.welcome(socket));
    void this.listenForRevocations();
    void this.attendance.listen(this.ears.redis);
    void this.notifications.listen(this.ears.redis, ({ userId, message }) =>
      this.io.notification(userId, message),
    );
    this.io.whenHearingAgain(() => void this.router.readAgain());
    this.pulse.countsConnectionsBy(() => this.io.connections);
  }

  /** Authentication at the handshake: nothing of a socket is heard before it. */
  private async admit(socket: GameSocket, next: Next): Promise<void> {
    const refuse = (code: ErrorCode): void => {
      next(Object.assign(new Error(code), { data: { code, message: errorSpec(code).message } }));
    };
    try {
      const fault = await this.handshakeFault(socket);
      if (fault === null) next();
      else refuse(fault);
    } catch (cause) {
      this.logger.warn({ err: cause }, 'a handshake could not be checked');
      refuse(problemOf(cause).code);
    }
  }

  /** Why a socket may not come in, or null: then its claims are known. */
  private async handshakeFault(socket: GameSocket): Promise<ErrorCode | null> {
    if (this.health.state === 'draining') return 'SERVER_DRAINING';
    if (this.limit.isFull) return 'TOO_MANY_CONNECTIONS';
    const verified = await this.tokens.verify(tokenOf(socket));
    if (!verified.ok) return verified.code;
    if (await this.limit.isTooOften(verified.claims.userId)) return 'RATE_LIMITED';
    const session = await this.sessions.check(verified.claims);
    if (!session.ok) return session.code;
    socket.data.claims = { ...verified.claims, role: session.role };
    return null;
  }

  private welcome(socket: GameSocket): void {
    const { userId } = socket.data.claims;
    cutWhenSlow(socket.conn);
    this.io.add(socket);
    void this.limit.join(socket);
    connectionsGauge.set(this.io.connections);
    void socket.join(userRoom(userId));
    socket.once('disconnect', () => {
      this.io.remove(socket);
      void this.limit.leave(socket);
      connectionsGauge.set(this.io.connections);
    });
    this.serve(socket);
  }

  /** One command of a socket at a time, in the order they came. */
  private serve(socket: GameSocket): void {
    const budget = new CommandBudget(COMMAND_BUDGET, performance.now());
    let queue = Promise.resolve();
    socket.use(([event, ...args]: unknown[], next) => {
      const ack = args.at(-1);
      const answer = (given: Answer): void => {
        if (typeof ack === 'function') (ack as (answer: Answer) => void)(given);
      };
      const waitMs = budget.take(performance.now());
      if (budget.isExhausted) {
        socket.disconnect(true);
        return;
      }
      if (waitMs > 0) {
        answer(refusal('RATE_LIMITED', { retryAfterMs: waitMs }));
        return;
      }
      const body = typeof args[0] === 'function' ? undefined : args[0];
      const requestId = requestIdOf(undefined);
      const name = askedFor(event, body);
      if (isHouseCommand(name)) {
        void this.house.note(socket, name, requestId);
        answer(runWithRequestId(requestId, () => refusal('FORBIDDEN')));
        return;
      }
      if (event !== 'cmd') {
        answer(refusal('UNKNOWN_EVENT'));
        return;
      }
      const end = actionDuration.startTimer();
      queue = queue.then(() =>
        runWithRequestId(requestId, async () => {
          await traced({ name: 'socket command', isEntry: true }, async (note) => {
            const given = await this.router.answer(socket, body);
            note({ 'cardroom.outcome': given.ok ? 'ok' : given.code });
            answer(given);
          });
          end();
        }),
      );
      next();
    });
  }

  private async listenForRevocations(): Promise<void> {
    await this.sessionEvents.onRevoked(this.ears.redis, ({ userId, sessionId }) => {
      for (const socket of this.io.socketsOf(userId)) {
        if (sessionId !== null && socket.data.claims.sessionId !== sessionId) continue;
        this.io.dismiss(socket.id, 'SESSION_REVOKED');
      }
    });
  }

  /** Sends everybody away in small groups, each told to come back after a while of its own. */
  async drain(): Promise<void> {
    const batchSize = 50;
    const sockets = this.io.all();
    for (let from = 0; from < sockets.length; from += batchSize) {
      for (const socket of sockets.slice(from, from + batchSize)) {
        const message = errorSpec('SERVER_DRAINING').message;
        // Spread by the id of the socket, which is random: no two groups come back together.
        const reconnectAfterMs = 500 + (Buffer.from(socket.id).readUInt16BE(0) % 2_000);
        socket.emit('notice', { code: 'SERVER_DRAINING', message, reconnectAfterMs });
        socket.conn.close();
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** From the handshake's own field or the header; never from the URL, which ends up in logs. */
function tokenOf(socket: GameSocket): string | undefined {
  const { auth, headers } = socket.handshake;
  const token: unknown = auth['token'];
  if (typeof token === 'string') return token;
  const match = /^Bearer (\S+)$/.exec(headers.authorization ?? '');
  return match?.[1];
}
