import { join } from 'node:path';

import { AppGroup, freePort, isPortFree, type AppGroupOptions } from '@cardroom/testing';

const FIRST_PORT = 3011;

export interface MoreGateway {
  readonly url: string;
  readonly pid: number;
}

/**
 * Throws where a gateway would be several processes: they take the ports after its own, which other apps
 * have here, and what it counts would be of one of them.
 */
export function refuseWorkers(env: NodeJS.ProcessEnv): void {
  const workers = env['GATEWAY_WORKERS'] ?? '';
  if (workers === '' || workers === '1') return;
  throw new Error(
    `GATEWAY_WORKERS is set (${workers}): several gateways are started by --gateways`,
  );
}

/** Gateways beside the first one, which share its tables. Nobody starts them again when they end. */
export class MoreGateways {
  private readonly groups: AppGroup[] = [];

  /** Starts one more. Throws with the end of its log where it does not come up. */
  async add(options: AppGroupOptions): Promise<void> {
    const wanted = FIRST_PORT + this.groups.length;
    const port = (await isPortFree(wanted)) ? wanted : await freePort();
    const group = new AppGroup({
      ...options,
      ports: { ...options.ports, 'game-gateway': port },
      // Its log has the same name.
      logDir: join(options.logDir, `gateway-${this.groups.length + 2}`),
    });
    this.groups.push(group);
    await group.start('game-gateway');
  }

  get count(): number {
    return this.groups.length;
  }

  /** Those that run. */
  running(): MoreGateway[] {
    return this.groups.flatMap((group) => {
      const process = group.process('game-gateway');
      const isUp = process !== null && process.exitInfo === null;
      return isUp ? [{ url: group.url('game-gateway'), pid: process.pid }] : [];
    });
  }

  /** In the reverse order of starting: each hands its tables to those before it. */
  async stop(): Promise<void> {
    for (const group of [...this.groups].reverse()) await group.stopAll();
  }

  async kill(): Promise<void> {
    await Promise.all(this.groups.map((group) => group.kill('game-gateway')));
  }
}
