import cluster from 'node:cluster';

import type { INestApplication } from '@nestjs/common';
import { connectListener, connectRedis, waitUntilReady } from '@cardroom/cache';
import { HealthRegistry } from '@cardroom/platform';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { createShardedAdapter } from '@socket.io/redis-adapter';
import type { Redis } from 'ioredis';
import type { Server, ServerOptions } from 'socket.io';

import type { GatewayConfig } from '../config/gateway.config';
import { serveSessions } from '../workers/worker-sessions';
import { JSON_PARSER, withBothCodecs } from './codecs';
import { SocketBroadcaster } from './socket.broadcaster';

const MAX_FRAME_BYTES = 16 * 1024;
const CONNECT_TIMEOUT_MS = 10_000;
const PING_INTERVAL_MS = 25_000;
const PING_TIMEOUT_MS = 20_000;

/** Socket.IO with our limits, and rooms that reach other nodes through Redis. */
export class SocketAdapter extends IoAdapter {
  private constructor(
    app: INestApplication,
    private readonly config: GatewayConfig,
    private readonly health: HealthRegistry,
    private readonly publisher: Redis,
    private readonly subscriber: Redis,
  ) {
    super(app);
  }

  /**
   * The sharded adapter subscribes as soon as the server exists, which a connection that is not
   * ready yet does not survive: so both are waited for first, one pair a server.
   */
  static async create(app: INestApplication, config: GatewayConfig): Promise<SocketAdapter> {
    const [publisher, subscriber] = [connectRedis(config, 'pubsub'), connectListener(config)];
    await Promise.all([waitUntilReady(publisher), waitUntilReady(subscriber)]);
    app.get(SocketBroadcaster).hearsBy(subscriber);
    return new SocketAdapter(app, config, app.get(HealthRegistry), publisher, subscriber);
  }

  override createIOServer(port: number, options?: Partial<ServerOptions>): Server {
    const { allowedOrigins } = this.config;
    const isAllowed = (origin: string | undefined): boolean =>
      origin === undefined || allowedOrigins.length === 0 || allowedOrigins.includes(origin);
    const limits: Partial<ServerOptions> = {
      ...options,
      serveClient: false,
      maxHttpBufferSize: MAX_FRAME_BYTES,
      connectTimeout: CONNECT_TIMEOUT_MS,
      pingInterval: PING_INTERVAL_MS,
      pingTimeout: PING_TIMEOUT_MS,
      perMessageDeflate: false,
      parser: JSON_PARSER,
      httpCompression: false,
      cors: { origin: allowedOrigins.length === 0 ? '*' : allowedOrigins },
      // A client that is refused here tries again by itself, which is what a drain wants of it.
      allowRequest: (request, decide) => {
        decide(null, this.health.state !== 'draining' && isAllowed(request.headers.origin));
      },
    };
    const server = super.createIOServer(port, limits) as Server;
    // Behind a primary, which gives each worker the requests of its own sessions.
    if (cluster.isWorker) serveSessions(server);
    const channelPrefix = `${this.config.redisKeyPrefix}:socket.io`;
    const sharded = createShardedAdapter(this.publisher, this.subscriber, { channelPrefix });
    server.adapter(withBothCodecs(sharded));
    return server;
  }

  override async dispose(): Promise<void> {
    await super.dispose();
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }
}
