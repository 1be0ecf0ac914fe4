import {
  claimRunFile,
  findRunning,
  readRunFile,
  removeRunFile,
  updateRunFile,
  type AppGroup,
  type RunningService,
  type RunProcess,
  type RunRecord,
} from '@cardroom/testing';

import { endLeftovers } from './leftovers';
import type { MoreGateway } from './more-gateways';

export const REDIS_KEY_PREFIX = 'cr';

/** What has been started. */
export interface Running {
  readonly services: readonly RunningService[];
  readonly group: AppGroup | null;
  readonly moreGateways: readonly MoreGateway[];
  readonly ready: boolean;
}

/** The data folder's run file, by which other tools find this system while it runs. */
export class RunBook {
  private constructor(
    private readonly dataDir: string,
    private record: RunRecord,
  ) {}

  /**
   * Takes the data folder for this launcher. A dead launcher's claim is cleared, with what it left
   * running; a living one's is respected: throws with its addresses.
   */
  static async claim(dataDir: string, onNote: (note: string) => void): Promise<RunBook> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const claimed = claimRunFile(dataDir, REDIS_KEY_PREFIX);
      if (claimed !== null) return new RunBook(dataDir, claimed);
      const running = findRunning(dataDir);
      if (running !== null) throw new Error(alreadyRunning(dataDir, running));
      const dead = readRunFile(dataDir);
      const ended = dead === null ? 0 : await endLeftovers(dead);
      onNote(`the last run did not end in order${ended === 0 ? '' : `; ended ${ended} processes`}`);
      removeRunFile(dataDir);
    }
    throw new Error(`another launcher is taking ${dataDir} at this moment`);
  }

  /** Writes down what runs now; `ready` once everything does. */
  save({ services, group, moreGateways, ready }: Running): void {
    this.record = {
      ...this.record,
      ready,
      urls: group === null ? null : urlsOf(services, group, moreGateways),
      processes: [
        ...services.flatMap(asRunProcess),
        ...(group?.processes() ?? []).map(({ identity, name }): RunProcess => ({
          ...identity,
          name,
          stopSignal: 'SIGTERM',
        })),
      ],
    };
    updateRunFile(this.dataDir, this.record);
  }

  close(): void {
    removeRunFile(this.dataDir);
  }
}

function urlsOf(
  services: readonly RunningService[],
  group: AppGroup,
  moreGateways: readonly MoreGateway[],
): RunRecord['urls'] {
  const of = (name: RunningService['name']): string =>
    services.find((service) => service.name === name)?.url ?? '';
  return {
    walletApi: group.url('wallet-api'),
    gateway: group.url('game-gateway'),
    moreGateways: moreGateways.map(({ url }) => url),
    jobs: group.url('jobs'),
    paymentGateway: group.url('payment-gateway'),
    rateSource: group.url('rate-source'),
    database: of('PostgreSQL'),
    redis: of('Redis'),
  };
}

function asRunProcess({ name, process }: RunningService): RunProcess[] {
  if (process === null) return [];
  // PostgreSQL waits for its clients on SIGTERM and disconnects them on SIGINT.
  return [{ ...process, name, stopSignal: name === 'PostgreSQL' ? 'SIGINT' : 'SIGTERM' }];
}

function alreadyRunning(dataDir: string, { launcher, startedAt, urls }: RunRecord): string {
  const where =
    urls === null ? '' : `\n  wallet  ${urls.walletApi}/docs\n  players ${urls.gateway}`;
  return `Cardroom already runs on ${dataDir} (process ${launcher.pid}, since ${startedAt}).${where}
Stop it with Ctrl-C where it runs, or start another one with --data DIR.`;
}
