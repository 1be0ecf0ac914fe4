import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { APP_CONFIG, HealthRegistry, sampledGauge, type PlatformConfig } from '@cardroom/platform';
import { DataSource } from 'typeorm';

import { dataSourceOptions } from './data-source';
import { ReplicaAge } from './replica.rules';

const LOOK_EVERY_MS = 1_000;
/** One that is paused answers nobody: it is taken for away after this long. */
const LOOK_TIMEOUT_MS = 2_000;
const CONNECT_TIMEOUT_SECONDS = 2;

const PRIMARY_POSITION = `SELECT (pg_current_wal_lsn() - '0/0')::text AS position`;
/** Null on a server that follows nobody. */
const REPLICA_POSITION = `SELECT (pg_last_wal_replay_lsn() - '0/0')::text AS position`;

/**
 * The replica of DATABASE_REPLICA_URL: its connections, and how far it is behind. Where the setting is
 * missing there is none. It may come, go and come back while the process runs.
 */
@Injectable()
export class Replica implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Replica.name);
  private readonly age = new ReplicaAge();
  private readonly source: DataSource | null;
  private looking: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private isAway = false;
  private readers = new Set<(cause: Error) => void>();
  private connecting: Promise<unknown> | null = null;

  constructor(
    @Inject(APP_CONFIG) config: PlatformConfig,
    @Inject(getDataSourceToken()) private readonly primary: DataSource,
    private readonly health: HealthRegistry,
  ) {
    const { databaseReplicaUrl } = config;
    this.source =
      databaseReplicaUrl === undefined
        ? null
        : new DataSource(
            dataSourceOptions(config, {
              ...{ readOnly: true, url: databaseReplicaUrl },
              connectTimeoutSeconds: CONNECT_TIMEOUT_SECONDS,
            }),
          );
  }

  async onModuleInit(): Promise<void> {
    if (this.source === null) return;
    sampledGauge(
      'db_replica_behind_seconds',
      'How old the data of the replica may be; -1 while nobody knows.',
      () => (this.behindMs ?? -1_000) / 1_000,
    );
    this.health.addDetails(() => ({ replicaBehindMs: this.behindMs }));
    await this.look();
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
    if (this.source?.isInitialized === true) await this.source.destroy();
  }

  /** Whether there is one at all. */
  get isConfigured(): boolean {
    return this.source !== null;
  }

  /** What to read from; null while it is away or too far behind. */
  get fresh(): DataSource | null {
    return this.age.isFresh(performance.now()) ? this.source : null;
  }

  /**
   * What a reader asks of it, given up as soon as it is taken for away: who began before a server was
   * paused does not wait for the time limit of a statement.
   */
  async reading<T>(work: Promise<T>): Promise<T> {
    let giveUp: (cause: Error) => void = () => undefined;
    const away = new Promise<never>((_, reject) => (giveUp = reject));
    this.readers.add(giveUp);
    try {
      return await Promise.race([work, away]);
    } finally {
      this.readers.delete(giveUp);
    }
  }

  /** It has failed a reader: nobody asks it until it has answered a look. */
  suspect(): void {
    this.age.forget();
  }

  private get behindMs(): number | null {
    const behindMs = this.age.behindMs(performance.now());
    return behindMs === null ? null : Math.round(behindMs);
  }

  /** Asks both servers where they are; one look at a time. */
  look(): Promise<void> {
    const { source } = this;
    if (source === null) return Promise.resolve();
    this.looking = this.looking.then(() => this.compare(source));
    return this.looking;
  }

  private async compare(source: DataSource): Promise<void> {
    const giveUp = AbortSignal.timeout(LOOK_TIMEOUT_MS);
    try {
      await Promise.race([this.ask(source), rejectionOf(giveUp)]);
      if (this.isAway) this.logger.log('the replica is back');
      this.isAway = false;
    } catch (cause) {
      this.age.forget();
      for (const giveUp of this.readers) giveUp(new Error('the replica is away'));
      if (!this.isAway) this.logger.warn({ err: cause }, 'the replica is away');
      this.isAway = true;
    }
  }

  /** A look that gave up may still be connecting. */
  private connect(source: DataSource): Promise<unknown> {
    this.connecting ??= source.initialize().finally(() => (this.connecting = null));
    return this.connecting;
  }

  private async ask(source: DataSource): Promise<void> {
    const atMs = performance.now();
    this.age.primaryIsAt({ position: await positionOf(this.primary, PRIMARY_POSITION), atMs });
    if (!source.isInitialized) await this.connect(source);
    this.age.replicaIsAt(await positionOf(source, REPLICA_POSITION));
  }
}

async function positionOf(source: DataSource, sql: string): Promise<bigint> {
  const [row] = await source.query<{ readonly position: string | null }[]>(sql);
  if (row?.position === null || row === undefined) {
    throw new Error('DATABASE_REPLICA_URL names a server that follows no other');
  }
  return BigInt(row.position);
}

const rejectionOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('no answer in time')), { once: true });
  });
