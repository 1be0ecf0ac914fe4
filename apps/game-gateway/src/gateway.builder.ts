import { AccessTokenSigner, createHttpApp, HealthRegistry, loadConfig } from '@cardroom/platform';
import type { Answer, CommandType, Notice } from '@cardroom/protocol';
import { generateSecrets, testRedisUrl } from '@cardroom/testing';
import { io, type ManagerOptions, type Socket } from 'socket.io-client';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { AppModule } from './app.module';
import { GatewayConfig } from './config/gateway.config';
import { SessionSweeper } from './connection/session-sweeper';
import { SocketAdapter } from './connection/socket.adapter';
import { SocketBroadcaster } from './connection/socket.broadcaster';
import { NodePulse } from './nodes/node-pulse';
import { ExclusionWatch } from './responsible-play/exclusion.watch';
import { TableHost } from './table/table.host';

const SECRETS = generateSecrets();

/** What several gateways of one system share. */
export interface GatewayPlace {
  readonly databaseUrl: string;
  readonly redisKeyPrefix: string;
}

/** A gateway in this process: real sockets, PostgreSQL and Redis, a port of its own. */
export class Gateway {
  private constructor(
    readonly url: string,
    readonly host: TableHost,
    readonly io: SocketBroadcaster,
    readonly pulse: NodePulse,
    readonly sessions: SessionSweeper,
    readonly exclusions: ExclusionWatch,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(
    { databaseUrl, redisKeyPrefix }: GatewayPlace,
    env: Readonly<Record<string, string>> = {},
  ): Promise<Gateway> {
    const config = loadConfig(GatewayConfig, {
      ...{ NODE_ENV: 'test', LOG_LEVEL: 'silent' },
      ...{ DATABASE_URL: databaseUrl, DATABASE_POOL_SIZE: '5' },
      ...{ REDIS_URL: testRedisUrl(), REDIS_KEY_PREFIX: redisKeyPrefix },
      ...{ JWT_PUBLIC_KEY: SECRETS.jwtPublicKey, CARD_SEAL_KEY: SECRETS.cardSealKey },
      ...env,
    });
    const app = await createHttpApp(AppModule.with(config), config);
    app.useWebSocketAdapter(await SocketAdapter.create(app, config));
    await app.listen(0, '127.0.0.1');
    app.get(HealthRegistry).serving();
    const [host, broadcaster] = [app.get(TableHost), app.get(SocketBroadcaster)];
    const stop = async (): Promise<void> => {
      await host.drain();
      await app.get(NodePulse).stop();
      await app.close();
    };
    const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    const sweeper = app.get(SessionSweeper);
    const exclusions = app.get(ExclusionWatch);
    return new Gateway(url, host, broadcaster, app.get(NodePulse), sweeper, exclusions, stop);
  }
}

/** The token of a login of a user, who is made where there is none of that id. */
export async function tokenFor(source: DataSource, userId: string = uuidv7()): Promise<string> {
  const sessionId = uuidv7();
  await source.query(
    `INSERT INTO users (id, email, email_key, nickname, nickname_key, password_hash)
     VALUES ($1, $2, $2, $2, $2, '-') ON CONFLICT DO NOTHING`,
    [userId, `socket-${userId}`],
  );
  await source.query(
    `INSERT INTO auth_sessions (id, user_id, user_agent, address, expires_at)
     VALUES ($1, $2, 'test', '192.0.2.1', now() + interval '1 hour')`,
    [sessionId, userId],
  );
  const signer = new AccessTokenSigner(SECRETS.jwtPrivateKey, {
    issuer: 'cardroom',
    audience: 'cardroom',
  });
  return signer.sign({ userId, sessionId, role: 'player', nickname: userId }, 3_600);
}

/** A stock client of one gateway. */
export class TestSocket {
  readonly notices: Notice[] = [];

  private constructor(readonly socket: Socket) {
    socket.on('notice', (notice: Notice) => this.notices.push(notice));
  }

  static async open(
    { url }: Gateway,
    token: string,
    options: Partial<ManagerOptions> = {},
  ): Promise<TestSocket> {
    const opened = new TestSocket(io(url, { ...options, auth: { token }, forceNew: true }));
    await new Promise((resolve) => opened.socket.once('connect', () => resolve(null)));
    return opened;
  }

  /** What a client is told that is not let in. */
  static async refusalOf(
    { url }: Gateway,
    token: string,
    options: Partial<ManagerOptions> = {},
  ): Promise<Error> {
    const socket = io(url, { ...options, auth: { token }, forceNew: true });
    const refusal = await new Promise<Error>((resolve) => socket.once('connect_error', resolve));
    socket.disconnect();
    return refusal;
  }

  async ask(type: CommandType, body: object = {}): Promise<Answer> {
    const command = { cmdId: uuidv7(), type, ...body };
    return (await this.socket.timeout(10_000).emitWithAck('cmd', command)) as Answer;
  }

  close(): void {
    this.socket.disconnect();
  }
}
