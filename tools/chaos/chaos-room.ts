import { mkdtempSync, chmodSync } from 'node:fs';
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

import { RecordingClient } from './recording-client';
import { StickyFront } from './sticky-front';

export interface RoomOptions {
  readonly seed: number;
  readonly gateways: number;
  readonly tables: number;
  readonly playersPerTable: number;
  readonly onTrouble: (what: string) => void;
}

export interface GatewayPlace {
  readonly port: number;
  readonly group: AppGroup;
}

const STAKES = {
  name: 'chaos',
  smallBlindKrw: 500,
  bigBlindKrw: 1_000,
  rakeBp: 500,
  rakeCapKrw: 3_000,
};
const CLOCK = { actionTimeoutMs: 4_000, timeBankMs: 0, showdownPauseMs: 200 };
const POOL = { DATABASE_POOL_SIZE: '8', DATABASE_MAX_OVERFLOW: '4' };

/** A whole system whose parts may be broken: servers of its own, several gateways, bots at play. */
export class ChaosRoom {
  readonly redisKeyPrefix = 'cr';
  readonly gateways: GatewayPlace[] = [];
  readonly clients: RecordingClient[] = [];
  private readonly bots: Bot[] = [];
  tableIds: readonly string[] = [];

  private constructor(
    private readonly reaper: Reaper,
    private readonly folder: string,
    private readonly services: { postgres: RunningService; redis: RunningService },
    private readonly ports: { readonly front: number; readonly redis: number },
    private readonly apps: AppGroup,
    readonly front: StickyFront,
  ) {}

  static async start(options: RoomOptions): Promise<ChaosRoom> {
    const folder = mkdtempSync(join(tmpdir(), 'cardroom-chaos-'));
    // The account that PostgreSQL runs as must be able to enter.
    chmodSync(folder, 0o755);
    const reaper = await Reaper.start();
    reaper.remove(folder);
    const common = { throwAway: true, reaper };
    const redisPort = await freePort();
    const [postgres, redis] = await Promise.all([
      startPostgres({ ...common, dataDir: join(folder, 'pg'), database: 'cardroom' }),
      startRedis({ ...common, dataDir: join(folder, 'redis'), port: redisPort }),
    ]);
    await migrate(postgres.url);
    const names = Array.from({ length: options.tables }, (_, at) => `Table ${at + 1}`);
    const tableIds = await seedTables(
      postgres.url,
      names.map((name) => ({ name, stakes: STAKES, maxSeats: 6, ...CLOCK })),
    );
    const ports = Object.fromEntries(
      await Promise.all(APP_NAMES.map(async (name) => [name, await freePort()] as const)),
    ) as AppPorts;
    const secrets = generateSecrets();
    const groupAt = (gatewayPort: number, name: string): AppGroup =>
      new AppGroup({
        databaseUrl: postgres.url,
        redisUrl: redis.url,
        redisKeyPrefix: 'cr',
        secrets,
        reaper,
        dataDir: folder,
        logDir: join(folder, name),
        ports: { ...ports, 'game-gateway': gatewayPort },
        env: { LOG_LEVEL: 'warn', ...POOL },
      });
    const gatewayPorts = await Promise.all(Array.from({ length: options.gateways }, freePort));
    const front = await StickyFront.start(ports['game-gateway'], gatewayPorts);
    const own = { front: ports['game-gateway'], redis: redisPort };
    const apps = groupAt(own.front, 'apps');
    const room = new ChaosRoom(reaper, folder, { postgres, redis }, own, apps, front);
    room.tableIds = tableIds;
    room.gateways.push(
      ...gatewayPorts.map((port, at) => ({ port, group: groupAt(port, `gateway-${at + 1}`) })),
    );
    await room.apps.startAll(APP_NAMES.filter((name) => name !== 'game-gateway'));
    for (const { group } of room.gateways) await group.start('game-gateway');
    room.seat(options);
    return room;
  }

  get databaseUrl(): string {
    return this.services.postgres.url;
  }

  get redisUrl(): string {
    return this.services.redis.url;
  }

  get postgresPid(): number {
    return this.services.postgres.process?.pid ?? 0;
  }

  /** Ends Redis as a crash does, and starts it again on what it had written. */
  async restartRedis(): Promise<void> {
    await this.services.redis.kill();
    const { reaper, ports } = this;
    const dataDir = join(this.folder, 'redis');
    this.services.redis = await startRedis({ reaper, dataDir, port: ports.redis });
  }

  /** Everybody gets up. */
  async stopPlaying(): Promise<void> {
    await Promise.all(this.bots.map((bot) => bot.stop()));
  }

  async stop(): Promise<void> {
    this.clients.forEach((client) => client.disconnect());
    this.front.close();
    await Promise.all(this.gateways.map(({ group }) => group.stopAll()));
    await this.apps.stopAll();
    await this.services.redis.stop();
    await this.services.postgres.stop();
    await this.reaper.release();
  }

  private seat({ seed, playersPerTable, onTrouble }: RoomOptions): void {
    this.tableIds.forEach((tableId, at) => {
      for (let place = 0; place < playersPerTable; place += 1) {
        const number = at * playersPerTable + place;
        const client = new RecordingClient({
          walletApiUrl: this.apps.url('wallet-api'),
          gatewayUrl: `http://127.0.0.1:${this.ports.front}`,
          email: `player${number}@chaos.example`,
          nickname: `Player ${number}`,
          password: 'a password for the test of faults',
          address: `10.2.${at}.${place + 1}`,
          recordFrames: false,
        });
        this.clients.push(client);
        const bot = new Bot({
          ...{ client, seed: seed + number, tableIds: [tableId], seatsLeftFree: 0, onTrouble },
          thinkMs: { min: 20, max: 120 },
          // They stay: a table that nobody plays at cannot show that it goes on.
          handsPerVisit: { min: 100_000, max: 100_000 },
        });
        this.bots.push(bot);
        bot.start();
      }
    });
  }
}
