import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import {
  APP_NAMES,
  AppGroup,
  keptSecrets,
  migrate,
  Reaper,
  seedTables,
  type AppGroupOptions,
  type AppName,
  type AppSecrets,
  type RunningService,
} from '@cardroom/testing';

import { AppSupervisor } from './app-supervisor';
import { BotCrew } from './bot-crew';
import type { Console } from './console';
import { dataFolder, forget, shortPath, type DataFolder } from './data-folder';
import { bringPostgres, bringRedis, refuseFreshOnGivenServers } from './databases';
import { demoTables } from './demo-tables';
import { LiveStatus } from './live-status';
import { MoreGateways, refuseWorkers } from './more-gateways';
import type { StartOptions } from './options';
import { choosePorts } from './ports';
import { REDIS_KEY_PREFIX, RunBook } from './run-book';
import { seedAccounts } from './seed-accounts';
import { StaffFactors } from './staff-factors';
import { summary } from './summary';

/** Brings the whole system up, keeps it up, and takes it down in the reverse order. */
export class Launcher {
  /** Settles when the system cannot go on, with the reason. */
  readonly failed: Promise<string>;
  private fail: (reason: string) => void = () => undefined;
  private readonly folder: DataFolder;
  private readonly services: RunningService[] = [];
  private isStopping = false;
  private starting: Promise<void> | null = null;
  private runBook: RunBook | null = null;
  private reaper: Reaper | null = null;
  private group: AppGroup | null = null;
  private readonly more = new MoreGateways();
  private crew: BotCrew | null = null;
  private status: LiveStatus | null = null;

  constructor(
    private readonly options: StartOptions,
    private readonly console: Console,
    private readonly env: NodeJS.ProcessEnv,
  ) {
    this.folder = dataFolder(options.dataDir);
    this.failed = new Promise((resolve) => {
      this.fail = resolve;
    });
  }

  /** Starts everything. Throws with a text for people; `stop` is then still to be called. */
  start(): Promise<void> {
    this.starting = this.bringUp();
    return this.starting;
  }

  /** The live line of this moment. */
  async statusLine(): Promise<string> {
    return (await this.status?.line()) ?? '';
  }

  /** Takes everything down that was started, in order; safe at any moment. */
  async stop(): Promise<void> {
    this.isStopping = true;
    if (this.crew !== null) await this.timed('bots', 'left', () => this.crew?.stop());
    if (this.more.count > 0) {
      await this.timed('more gateways', 'stopped', () => this.more.stop());
    }
    // An app that is being started is stopped too, which ends its start.
    for (const app of [...APP_NAMES].reverse()) {
      if (!this.isRunning(app)) continue;
      await this.timed(app, 'stopped', () => this.group?.stop(app));
    }
    await this.starting?.catch(() => undefined);
    await this.more.stop();
    await this.group?.stopAll();
    for (const service of this.services.reverse()) {
      if (service.process === null) continue;
      await this.timed(service.name, 'stopped', () => service.stop());
    }
    await this.reaper?.release();
    this.runBook?.close();
  }

  /** Ends everything at once, in no order. */
  async force(): Promise<void> {
    await Promise.all([
      this.more.kill(),
      ...(this.group?.processes() ?? []).map((owned) => owned.kill('SIGKILL')),
      ...this.services.filter(({ process }) => process !== null).map((service) => service.kill()),
    ]);
    this.runBook?.close();
  }

  private async bringUp(): Promise<void> {
    const { options, folder } = this;
    const startedAt = performance.now();
    if (options.fresh) refuseFreshOnGivenServers(this.env);
    refuseWorkers(this.env);
    this.runBook = await RunBook.claim(folder.root, this.note);
    if (options.fresh) forget(folder);
    mkdirSync(folder.logs, { recursive: true });
    const secrets = keptSecrets(folder.secrets);
    this.reaper = await Reaper.start();
    const input = { env: this.env, folder, reaper: this.reaper, onNote: this.note };
    const postgres = this.keep(await this.step('PostgreSQL', () => bringPostgres(input)));
    const redis = this.keep(await this.step('Redis', () => bringRedis(input)));
    await this.step('migrations', () => migrate(postgres.url));
    const tableIds = await this.step('tables', () =>
      seedTables(postgres.url, demoTables(options.tables)),
    );
    const group = await this.startApps(postgres.url, redis.url, secrets);
    const urls = { walletApiUrl: group.url('wallet-api'), gatewayUrl: group.url('game-gateway') };
    const password = secrets.demoPassword;
    await this.step('accounts', () =>
      seedAccounts({
        ...{ ...urls, databaseUrl: postgres.url, password },
        factors: StaffFactors.in(folder.root),
      }),
    );
    this.writeDown(true);
    this.status = new LiveStatus([urls.gatewayUrl, ...this.more.running().map(({ url }) => url)]);
    this.crew = new BotCrew({
      ...urls,
      password,
      tableIds,
      count: options.bots,
      logFile: join(folder.logs, 'bots.log'),
    });
    this.crew.start();
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    this.console.print(`\nCardroom runs; it took ${seconds} s to start.`);
    this.console.print(
      summary({
        ...urls,
        jobsUrl: group.url('jobs'),
        password,
        logs: shortPath(folder.logs),
        gatewayPid: group.process('game-gateway')?.pid ?? 0,
        moreGateways: this.more.running(),
      }),
    );
  }

  private async startApps(
    databaseUrl: string,
    redisUrl: string,
    secrets: AppSecrets,
  ): Promise<AppGroup> {
    const input: AppGroupOptions = {
      databaseUrl,
      redisUrl,
      redisKeyPrefix: REDIS_KEY_PREFIX,
      secrets,
      ports: await choosePorts(this.env, this.note),
      dataDir: this.folder.root,
      logDir: this.folder.logs,
      inheritedEnv: this.env,
      // Room for every bot and for people beside them.
      envOf: { 'game-gateway': { WS_MAX_CONNECTIONS: String(this.options.bots + 600) } },
      ...(this.reaper === null ? {} : { reaper: this.reaper }),
    };
    const group = new AppGroup(input);
    this.group = group;
    const supervisor = new AppSupervisor(group, {
      isStopping: () => this.isStopping,
      onChange: (what) => {
        this.console.print(what);
        this.writeDown(true);
      },
      onGivenUp: this.fail,
    });
    for (const app of APP_NAMES) {
      await this.step(app, () => group.start(app));
      supervisor.watch(app);
      this.writeDown(false);
    }
    for (let number = 2; number <= this.options.gateways; number += 1) {
      await this.step(`game-gateway ${number}`, () => this.more.add(input));
    }
    return group;
  }

  private writeDown(ready: boolean): void {
    const { services, group } = this;
    this.runBook?.save({ services, group, moreGateways: this.more.running(), ready });
  }

  private keep(service: RunningService): RunningService {
    this.services.push(service);
    this.writeDown(false);
    void service.exited?.then(() => {
      const { logs } = this.folder;
      if (!this.isStopping) this.fail(`${service.name} ended unasked; see ${shortPath(logs)}/`);
    });
    return service;
  }

  private isRunning(app: AppName): boolean {
    return this.group !== null && this.group.process(app) !== null;
  }

  private readonly note = (note: string): void => {
    this.console.print(`  (${note})`);
  };

  /** A part of the start; its error says which part it was. */
  private step<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (this.isStopping) throw new Error('The start was called off.');
    return this.timed(name, 'ready', work).catch((cause: unknown) => {
      const text = cause instanceof Error ? cause.message : String(cause);
      throw new Error(text.startsWith(name) ? text : `${name}: ${text}`, { cause });
    });
  }

  /** Does a part of the work, with a line that says how long it took. */
  private async timed<T>(name: string, done: string, work: () => T | Promise<T>): Promise<T> {
    const startedAt = performance.now();
    const result = await work();
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    this.console.print(`  ${name.padEnd(16)} ${done.padEnd(8)} ${seconds.padStart(5)} s`);
    return result;
  }
}
