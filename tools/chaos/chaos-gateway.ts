import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { AppGroup, projectRoot, type AppGroupOptions, type OwnedProcess } from '@cardroom/testing';

import type { Instruction } from './instructions';
import { Link } from './link';
import type { Planted } from './planted';

const PRELOAD = join(projectRoot(), 'dist/tools/chaos/gateway.preload.js');
const APP = 'game-gateway';

export interface ChaosGatewayOptions extends AppGroupOptions {
  readonly planted: Planted | null;
}

/** A gateway whose process, and whose lines to its servers, may be broken. */
export class ChaosGateway {
  private constructor(
    private readonly group: AppGroup,
    readonly port: number,
    private readonly instructionFile: string,
    readonly links: { readonly redis: Link; readonly postgres: Link },
  ) {}

  /** Not started yet. */
  static async at(options: ChaosGatewayOptions): Promise<ChaosGateway> {
    const [redisUrl, databaseUrl] = [new URL(options.redisUrl), new URL(options.databaseUrl)];
    const redis = await Link.to(Number(redisUrl.port));
    const postgres = await Link.to(Number(databaseUrl.port));
    redisUrl.port = String(redis.port);
    databaseUrl.port = String(postgres.port);
    const { planted, env, ...rest } = options;
    const file = join(options.logDir, 'instruction.json');
    const group = new AppGroup({
      ...rest,
      ...{ redisUrl: redisUrl.href, databaseUrl: databaseUrl.href },
      env: {
        ...env,
        NODE_OPTIONS: `--require ${PRELOAD}`,
        CHAOS_INSTRUCTION: file,
        ...(planted === null ? {} : { CHAOS_PLANTED: planted }),
      },
    });
    const port = options.ports[APP];
    return new ChaosGateway(group, port, file, { redis, postgres });
  }

  /** Null where it does not run. */
  get process(): OwnedProcess | null {
    return this.group.process(APP);
  }

  get isUp(): boolean {
    return this.process !== null && this.process.exitInfo === null;
  }

  /** Resolves when it serves. */
  async start(): Promise<void> {
    await this.group.start(APP);
  }

  async kill(): Promise<void> {
    await this.group.kill(APP);
  }

  /** How it ended although nobody told it to; null while it runs, or where somebody did. */
  get ownEnd(): string | null {
    const exit = this.process?.exitInfo ?? null;
    return exit === null
      ? null
      : `${exit.signal ?? `exit code ${exit.code ?? 0}`}: ${this.process?.lastLog(8) ?? ''}`;
  }

  /** In order, as for an update. Throws where it does not end by itself and well. */
  async drain(): Promise<void> {
    const exit = await this.group.stop(APP);
    if (exit !== null && exit.code !== 0) {
      throw new Error(`a gateway drained with ${exit.signal ?? `exit code ${exit.code ?? 0}`}`);
    }
  }

  /** Tells it what to do; it obeys as soon as its event loop turns. */
  tell(instruction: Instruction): void {
    writeFileSync(this.instructionFile, JSON.stringify(instruction));
    this.process?.signal('SIGUSR2');
  }

  /** By which others know it; null where it does not answer. */
  async nodeId(): Promise<string | null> {
    try {
      const answer = await fetch(`${this.group.url(APP)}/health/live`, {
        signal: AbortSignal.timeout(2_000),
      });
      return ((await answer.json()) as { readonly serverId: string }).serverId;
    } catch {
      return null;
    }
  }

  /** Whether it takes players. */
  async isReady(): Promise<boolean> {
    return fetch(`${this.group.url(APP)}/health/ready`, {
      signal: AbortSignal.timeout(1_000),
    }).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  async close(): Promise<void> {
    this.links.redis.set({});
    this.links.postgres.set({});
    this.process?.signal('SIGCONT');
    await this.group.stopAll();
    this.links.redis.close();
    this.links.postgres.close();
  }
}
