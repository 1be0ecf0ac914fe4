import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  APP_NAMES,
  AppGroup,
  Bot,
  freePort,
  generateSecrets,
  migrate,
  Reaper,
  seedTables,
  startPostgres,
  startRedis,
  type AppPorts,
  type RunningService,
} from '@cardroom/testing';

import { CardWatch } from './card-watch';
import { ChaosGateway } from './chaos-gateway';
import { History } from './history';
import type { Planted } from './planted';
import { Link } from './link';
import { LogCollector } from './log-collector';
import { RecordingClient } from './recording-client';
import { SmallDisk } from './small-disk';
import { StickyFront } from './sticky-front';

export interface RoomOptions {
  readonly seed: number;
  readonly gateways: number;
  readonly tables: number;
  readonly playersPerTable: number;
  readonly planted: Planted | null;
  readonly onTrouble: (what: string) => void;
}

const STAKES = {
  name: 'chaos',
  smallBlindKrw: 500,
  bigBlindKrw: 1_000,
  rakeBp: 500,
  rakeCapKrw: 3_000,
};
const KEPT_TROUBLES = 20;
const CLOCK = { actionTimeoutMs: 8_000, timeBankMs: 0, showdownPauseMs: 200 };
/** Of every table of the room. */
export const SEATS_PER_TABLE = 6;
const LIMITS = {
  ...{ DATABASE_POOL_SIZE: '8', DATABASE_MAX_OVERFLOW: '4' },
  ...{ WS_MAX_CONNECTIONS: '5000', WS_MAX_CONNECTIONS_PER_USER: '400' },
  WS_CONNECTS_PER_MINUTE: '100000',
};

/** A whole system whose parts may be broken: servers of its own, several gateways, bots at play. */
export class ChaosRoom {
  readonly redisKeyPrefix = 'cr';
  readonly gateways: ChaosGateway[] = [];
  readonly clients: RecordingClient[] = [];
  readonly history = new History();
  readonly cards = new CardWatch(this.clients, this.history);
  readonly collector: LogCollector;
  private readonly bots: Bot[] = [];
  private troubles: readonly string[] = [];
  tableIds: readonly string[] = [];

  private constructor(
    private readonly reaper: Reaper,
    private readonly folder: string,
    private readonly services: { postgres: RunningService; redis: RunningService },
    /** What the servers write to, where it can be filled. */
    readonly disks: { readonly postgres: SmallDisk | null; readonly redis: SmallDisk | null },
    private readonly ports: { readonly redis: number; readonly postgres: number },
    readonly apps: AppGroup,
    readonly front: StickyFront,
    /** Between the players and the front. */
    readonly clientLink: Link,
  ) {
    this.collector = new LogCollector(this, this.history);
  }

  /** Everything runs, and the bots are on their way to their tables. */
  static async start(options: RoomOptions): Promise<ChaosRoom> {
    const folder = mkdtempSync(join(tmpdir(), 'cardroom-chaos-'));
    // The account that PostgreSQL runs as must be able to enter.
    chmodSync(folder, 0o755);
    const reaper = await Reaper.start();
    reaper.remove(folder);
    const ports = { redis: await freePort(), postgres: await freePort() };
    const disks = {
      postgres: SmallDisk.mount(join(folder, 'disk-pg')),
      redis: SmallDisk.mount(join(folder, 'disk-redis')),
    };
    const common = { throwAway: true, reaper };
    const [postgres, redis] = await Promise.all([
      startPostgres({ ...common, ...placeOf(folder, 'pg', ports.postgres), database: 'cardroom' }),
      startRedis({ ...common, ...placeOf(folder, 'redis', ports.redis) }),
    ]);
    await migrate(postgres.url);
    const appPorts = Object.fromEntries(
      await Promise.all(APP_NAMES.map(async (name) => [name, await freePort()] as const)),
    ) as AppPorts;
    const group = {
      ...{ databaseUrl: postgres.url, redisUrl: redis.url, redisKeyPrefix: 'cr' },
      ...{ secrets: generateSecrets(), reaper, dataDir: folder, ports: appPorts },
      withSourceMaps: false,
      env: { LOG_LEVEL: 'warn', ...LIMITS },
    };
    const gateways = await Promise.all(
      Array.from({ length: options.gateways }, async (_, at) =>
        ChaosGateway.at({
          ...{ ...group, logDir: join(folder, `gateway-${at + 1}`), planted: options.planted },
          ports: { ...appPorts, 'game-gateway': await freePort() },
        }),
      ),
    );
    const front = await StickyFront.start(
      appPorts['game-gateway'],
      gateways.map(({ port }) => port),
    );
    const apps = new AppGroup({ ...group, logDir: join(folder, 'apps') });
    const link = await Link.to(appPorts['game-gateway']);
    const room = new ChaosRoom(
      reaper,
      folder,
      { postgres, redis },
      disks,
      ports,
      apps,
      front,
      link,
    );
    room.gateways.push(...gateways);
    await room.open(options);
    return room;
  }

  get databaseUrl(): string {
    return this.services.postgres.url;
  }

  get redisUrl(): string {
    return this.services.redis.url;
  }

  /** The processes of a server, for signals; 0 where it does not run. */
  pidOf(service: 'postgres' | 'redis'): number {
    return this.services[service].process?.pid ?? 0;
  }

  async killRedis(): Promise<void> {
    await this.services.redis.kill();
  }

  /** On what it had written, or on nothing. */
  async startRedis({ isEmpty }: { readonly isEmpty: boolean }): Promise<void> {
    const place = placeOf(this.folder, 'redis', this.ports.redis);
    if (isEmpty) rmSync(join(place.dataDir, 'appendonlydir'), { recursive: true, force: true });
    this.services.redis = await startRedis({ ...place, reaper: this.reaper });
  }

  /** Tables as their players see them, and what went wrong last: for who looks for a fault. */
  sightOf(tableIds: readonly string[]): string {
    const sights = tableIds.flatMap((id) => [`table ${id}`, ...this.viewsOf(id)]);
    return [...sights, ...this.troubles.map((trouble) => `trouble of ${trouble}`)].join('\n');
  }

  private viewsOf(tableId: string): string[] {
    return this.clients.flatMap(({ nickname, isOnline, tables }) => {
      const follower = tables.get(tableId);
      if (follower === undefined) return [];
      const { view, stateVersion } = follower;
      const seats = Object.values(view?.seats ?? {}).flatMap((seat) =>
        seat === null ? [] : `${seat.nickname} ${seat.status} with ${seat.stackKrw}`,
      );
      const seen = `version ${stateVersion}, hand ${view?.handNo ?? '?'}; ${seats.join(', ')}`;
      return [`  ${nickname} ${isOnline ? 'online' : 'offline'} sees ${seen}`];
    });
  }

  get hasDisks(): boolean {
    return this.disks.postgres !== null && this.disks.redis !== null;
  }

  /** Settles when PostgreSQL has ended. */
  get postgresEnd(): Promise<unknown> {
    return this.services.postgres.exited ?? Promise.resolve();
  }

  async killPostgres(): Promise<void> {
    await this.services.postgres.kill();
  }

  async startPostgres(): Promise<void> {
    const place = placeOf(this.folder, 'pg', this.ports.postgres);
    this.services.postgres = await startPostgres({
      ...{ ...place, reaper: this.reaper, database: 'cardroom' },
    });
  }

  /** Everybody gets up, and what was written is read to its end. */
  async stopPlaying(): Promise<void> {
    await Promise.all(this.bots.map((bot) => bot.stop()));
    await this.collector.collect(this.tableIds);
  }

  async stop(): Promise<void> {
    this.clients.forEach((client) => client.disconnect());
    await this.collector.stop();
    this.clientLink.close();
    this.front.close();
    await Promise.all(this.gateways.map((gateway) => gateway.close()));
    await this.apps.stopAll();
    await this.services.redis.stop();
    await this.services.postgres.stop();
    for (const disk of Object.values(this.disks)) disk?.unmount();
    await this.reaper.release();
  }

  private async open(options: RoomOptions): Promise<void> {
    const names = Array.from({ length: options.tables }, (_, at) => `Table ${at + 1}`);
    this.tableIds = await seedTables(
      this.databaseUrl,
      names.map((name) => ({ name, stakes: STAKES, maxSeats: SEATS_PER_TABLE, ...CLOCK })),
    );
    await Promise.all([
      this.apps.startAll(APP_NAMES.filter((name) => name !== 'game-gateway')),
      ...this.gateways.map((gateway) => gateway.start()),
    ]);
    this.collector.start(this.tableIds);
    this.tableIds.forEach((tableId, at) => this.seat(options, tableId, at));
  }

  private seat(options: RoomOptions, tableId: string, at: number): void {
    const { seed, playersPerTable, onTrouble } = options;
    for (let place = 0; place < playersPerTable; place += 1) {
      const number = at * playersPerTable + place;
      const client = new RecordingClient(
        {
          walletApiUrl: this.apps.url('wallet-api'),
          gatewayUrl: `http://127.0.0.1:${this.clientLink.port}`,
          email: `player${number}@chaos.example`,
          nickname: `Player ${number}`,
          password: 'a password for the test of faults',
          address: `10.2.${at}.${place + 1}`,
        },
        (operation) => this.history.note(operation),
      );
      this.clients.push(client);
      this.cards.follow(client);
      const bot = new Bot({
        ...{ client, seed: seed + number, tableIds: [tableId], seatsLeftFree: 0 },
        onTrouble: (what) => {
          this.troubles = [...this.troubles, what].slice(-KEPT_TROUBLES);
          onTrouble(what);
        },
        thinkMs: { min: 20, max: 120 },
        // They stay: a table that nobody plays at cannot show that it goes on.
        handsPerVisit: { min: 600, max: 600 },
      });
      this.bots.push(bot);
      bot.start();
    }
  }
}

/** The log is on another disk than the data. */
const placeOf = (folder: string, name: string, port: number) => ({
  dataDir: join(folder, `disk-${name}`, 'data'),
  logFile: join(folder, `${name}.log`),
  port,
});
