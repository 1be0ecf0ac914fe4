import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { migrate, PlayedHouse, type PlayedTable, type Reaper } from '@cardroom/testing';

import { reportLines, verify } from '../verify/verify';
import { Cluster } from './cluster';
import type { Workplace } from './workplace';

export interface DrillOptions {
  readonly place: Workplace;
  readonly reaper: Reaper;
  readonly redisUrl: string;
  readonly hands: number;
  /** Seconds after which PostgreSQL archives a WAL file that is not full. */
  readonly archiveTimeoutSeconds: number;
  readonly seed: number;
  readonly onStep: (what: string) => void;
}

export interface DrillReport {
  readonly hands: number;
  readonly baseBackupBytes: number;
  /** What was acknowledged and is lost when the machine is: seconds before its end. */
  readonly rpoSeconds: number;
  /** From the order to restore until the server takes writes and `verify` is clean. */
  readonly rtoSeconds: number;
}

/** Everything that must be the same again, in one word a table. */
const FINGERPRINT = [
  'ledger_entries',
  'ledger_transfers',
  'hands',
  'seat_sessions',
  'users',
  'outbox',
]
  .map(
    (table) =>
      `SELECT '${table}' AS name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS is FROM ${table} t`,
  )
  .join(' UNION ALL ');
const fingerprint = (cluster: Cluster): Promise<unknown> =>
  cluster.ask(`SELECT string_agg(name || ' ' || "is", ', ' ORDER BY name) FROM (${FINGERPRINT}) f`);

const PLAYERS = 4;

/** Backs a played house up, loses it, and takes it back from its backups. Rules: F20, F21. */
export class Drill {
  private restores = 0;

  private constructor(
    private readonly options: DrillOptions,
    private readonly source: Cluster,
    private readonly house: PlayedHouse,
    private table: PlayedTable,
  ) {}

  /** A house where hands were played before the first and between the first and the second backup. */
  static async begin(options: DrillOptions): Promise<Drill> {
    const { place, reaper, archiveTimeoutSeconds, seed } = options;
    options.onStep('starting PostgreSQL, with its WAL archived');
    const source = await Cluster.create(place, reaper, archiveTimeoutSeconds);
    await migrate(source.url);
    const house = await PlayedHouse.at(source.url, seed);
    const drill = new Drill(options, source, house, await house.table(PLAYERS));
    await drill.play();
    await drill.backUp('base');
    await drill.play();
    await drill.backUp('base');
    await drill.backUp('dump');
    await drill.backUp('redis');
    return drill;
  }

  /** To a moment before a mistake; then to the last moment that was archived before the end. */
  async run(): Promise<DrillReport> {
    await this.play();
    const wanted = await fingerprint(this.source);
    const moment = String(await this.source.ask('SELECT clock_timestamp()::text'));
    this.options.onStep(`the moment to go back to: ${moment}; then a mistake is made`);
    await this.source.ask(`UPDATE tables SET status = 'closed'`);
    await this.play();
    await this.archived();
    const { rtoSeconds } = await this.restoreTo(moment, wanted);
    await this.restoreDump();
    const rpoSeconds = await this.lose();
    const [newest = ''] = this.baseBackups();
    return {
      hands: this.options.hands * 4,
      baseBackupBytes: readFileSync(newest).length,
      ...{ rpoSeconds, rtoSeconds },
    };
  }

  /** Base backups, the newest first. */
  baseBackups(): string[] {
    const folder = join(this.options.place.backups, 'base');
    return readdirSync(folder)
      .filter((name) => name.endsWith('.enc'))
      .sort()
      .reverse()
      .map((name) => join(folder, name));
  }

  /** Restores a backup and says whether the books of the restored server are right. */
  async restore(...args: readonly string[]): Promise<Cluster> {
    const { place, reaper } = this.options;
    this.restores += 1;
    const name = `restored-${this.restores}`;
    await place.run(place.script('restore.sh'), ['--into', place.dataDir(name), ...args]);
    return Cluster.start(place, reaper, name);
  }

  /** Throws with the findings where `verify` is not clean. Redis starts empty. */
  async verified(cluster: Cluster): Promise<void> {
    const redisKeyPrefix = `drill-${randomUUID()}`;
    const reports = await verify({
      ...{ databaseUrl: cluster.url, redisUrl: this.options.redisUrl, redisKeyPrefix },
    });
    if (reports.some(({ findings }) => findings.length > 0)) {
      throw new Error(`the restored books are wrong:\n${reportLines(reports).join('\n')}`);
    }
  }

  async backUp(kind: 'base' | 'dump' | 'redis' | 'retain'): Promise<void> {
    const { place, redisUrl, onStep } = this.options;
    const said = await place.run(place.script('backup.sh'), [kind], {
      DATABASE_URL: this.source.url,
      REDIS_GAME_URL: redisUrl,
    });
    onStep(said.trim().split('\n').at(-1) ?? kind);
  }

  async end(): Promise<void> {
    await this.house.close();
    await this.source.stop();
  }

  private async play(): Promise<void> {
    for (let hand = 0; hand < this.options.hands; hand += 1) await this.playHand();
  }

  /** At another table where one player has won all the chips of this one. */
  private async playHand(): Promise<void> {
    const withChips = this.table.players.filter(({ stackKrw }) => stackKrw > 0);
    if (withChips.length < 2) this.table = await this.house.table(PLAYERS);
    await this.house.hand(this.table);
  }

  /** Waits until the WAL of everything that was committed is in the archive. */
  private async archived(): Promise<void> {
    const last = String(await this.source.ask('SELECT pg_walfile_name(pg_switch_wal())'));
    const isArchived = (): boolean =>
      readdirSync(join(this.options.place.backups, 'wal')).some((name) => name === last);
    for (let turn = 0; turn < 600 && !isArchived(); turn += 1) await sleep(50);
    if (!isArchived()) throw new Error(`the WAL ${last} was not archived`);
  }

  private async restoreTo(moment: string, wanted: unknown): Promise<{ rtoSeconds: number }> {
    const began = performance.now();
    const restored = await this.restore('--to', moment);
    await this.verified(restored);
    const rtoSeconds = (performance.now() - began) / 1000;
    const found = await fingerprint(restored);
    const closed = await restored.ask(`SELECT count(*)::int FROM tables WHERE status = 'closed'`);
    await restored.stop();
    if (found !== wanted) throw new Error(`restored: ${String(found)}; wanted: ${String(wanted)}`);
    if (closed !== 0) throw new Error('the mistake was restored as well');
    this.options.onStep('restored to the moment: every row is as it was, and verify is clean');
    return { rtoSeconds };
  }

  private async restoreDump(): Promise<void> {
    const { place, onStep } = this.options;
    await this.source.ask('CREATE DATABASE from_dump', 'postgres');
    const folder = join(place.backups, 'dump');
    const [dump = ''] = readdirSync(folder).filter((name) => name.endsWith('.enc'));
    const url = this.source.url.replace(/cardroom$/, 'from_dump');
    await place.run(place.script('restore-dump.sh'), [join(folder, dump), url]);
    const [hands, fromDump] = [
      await this.source.ask('SELECT count(*)::int FROM ledger_transfers', 'from_dump'),
      await this.source.ask('SELECT count(*)::int FROM users', 'from_dump'),
    ];
    if (Number(hands) === 0 || Number(fromDump) === 0) throw new Error('the dump holds nothing');
    onStep(`restored the dump into a second database: ${String(hands)} transfers`);
  }

  /** Loses the machine while it is written to; returns how many seconds of acknowledged writes are gone. */
  private async lose(): Promise<number> {
    const { archiveTimeoutSeconds, onStep } = this.options;
    const until = performance.now() + (archiveTimeoutSeconds * 2 + 1) * 1000;
    while (performance.now() < until) await this.playHand();
    const last = 'SELECT extract(epoch FROM max(created_at))::float8 FROM ledger_transfers';
    const acknowledged = Number(await this.source.ask(last));
    await this.house.close();
    await this.source.kill();
    onStep('the server was killed and its disk is lost; restoring all that was archived');
    const restored = await this.restore();
    await this.verified(restored);
    const kept = Number(await restored.ask(last));
    await restored.stop();
    return acknowledged - kept;
  }
}

/** Turns one bit of a file, as a bad disk does. */
export function flipByte(file: string): void {
  const bytes = readFileSync(file);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
