import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import {
  APP_NAMES,
  AppGroup,
  freePort,
  generateSecrets,
  startPostgres,
  startRedis,
  type AppName,
  type AppPorts,
  type Reaper,
} from '@cardroom/testing';

import type { BuiltImage } from './image-builder';
import { commandFor, runIn, type Container } from './sandbox';

const run = promisify(execFile);

/** What production asks for beside the settings of `npm start`. */
const PRODUCTION = {
  NODE_ENV: 'production',
  WS_ALLOWED_ORIGINS: 'https://play.example.com',
  TRUSTED_PROXIES: '127.0.0.1',
  DATA_DIR: undefined,
};
const PORT_SETTINGS: Partial<Record<string, string>> = {
  'wallet-api': 'WALLET_API_PORT',
  'game-gateway': 'GATEWAY_PORT',
  jobs: 'JOBS_PORT',
};

interface RunOptions {
  readonly images: readonly BuiltImage[];
  readonly folder: string;
  readonly reaper: Reaper;
  readonly say: (what: string) => void;
}

export interface AppReport {
  readonly name: string;
  readonly megabytes: number;
  readonly readySeconds: number;
}

/**
 * Runs what the images run, against servers of its own and with the settings of production: the
 * migrations, then each app until its HEALTHCHECK is content and it is ready, then its orderly end.
 * Throws with what is wrong.
 */
export async function tryImages({ images, folder, reaper, say }: RunOptions): Promise<AppReport[]> {
  const common = { throwAway: true, reaper };
  const postgres = await startPostgres({
    ...{ ...common, dataDir: join(folder, 'pg'), database: 'cardroom' },
  });
  const redis = await startRedis({ ...common, dataDir: join(folder, 'redis') });
  const ports = Object.fromEntries(
    await Promise.all(APP_NAMES.map(async (name) => [name, await freePort()] as const)),
  ) as AppPorts;
  const imageOf = (name: string): BuiltImage => {
    const image = images.find((each) => each.name === name);
    if (image === undefined) throw new Error(`the Dockerfile makes no image ${name}`);
    return image;
  };
  const group = new AppGroup({
    ...{ databaseUrl: postgres.url, redisUrl: redis.url, redisKeyPrefix: 'cr', reaper, ports },
    ...{ secrets: generateSecrets(), dataDir: folder, logDir: join(folder, 'logs') },
    env: PRODUCTION,
    programOf: (app) => {
      const image = imageOf(app);
      return { ...commandFor(containerOf(image, image.command)), env: image.env };
    },
  });
  const reports: AppReport[] = [];
  try {
    const migrations = imageOf('migrate');
    const env = { ...migrations.env, DATABASE_URL: postgres.url };
    await runIn(containerOf(migrations, migrations.command), env);
    say('migrate: ended with 0');
    for (const image of images.filter(({ healthcheck }) => healthcheck !== null)) {
      reports.push(await tryApp(image, group, ports, say));
    }
    return reports;
  } finally {
    await group.stopAll();
    await redis.stop();
    await postgres.stop();
  }
}

async function tryApp(
  image: BuiltImage,
  group: AppGroup,
  ports: AppPorts,
  say: (what: string) => void,
): Promise<AppReport> {
  const app = image.name as AppName;
  const health = async (): Promise<boolean> => {
    const setting = PORT_SETTINGS[app] ?? '';
    const { command, args } = commandFor(containerOf(image, image.healthcheck ?? []));
    const env = { ...image.env, [setting]: String(ports[app]) };
    return run(command, args, { env }).then(
      () => true,
      () => false,
    );
  };
  expect(!(await health()), `${app}: HEALTHCHECK is content although nothing runs`);
  const startedAt = performance.now();
  const owned = await group.start(app);
  const readySeconds = (performance.now() - startedAt) / 1000;
  expect(await health(), `${app}: HEALTHCHECK is not content with a ready app`);
  const account = /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${owned.pid}/status`, 'utf8'))?.[1];
  expect(account !== '0' && account !== undefined, `${app}: runs as root`);
  expect(await cannotWrite(image), `${app}: may change its own program`);
  const exit = await owned.kill(image.stopSignal as NodeJS.Signals);
  expect(exit.code === 0, `${app}: ${image.stopSignal} ended it with ${exit.code ?? 'a signal'}`);
  expect(!(await health()), `${app}: HEALTHCHECK is content after the end`);
  say(
    `${app}: ready after ${readySeconds.toFixed(1)} s as account ${account ?? ''}, healthy, ended with 0`,
  );
  return { name: app, megabytes: Math.round(image.bytes / 1e6), readySeconds };
}

/** Even where the whole image may be written, the files belong to somebody else. */
const cannotWrite = (image: BuiltImage): Promise<boolean> => {
  const append = ['/bin/sh', '-c', `echo >> ${image.command.at(-1) ?? ''}`];
  const { command, args } = commandFor(bare(image, append));
  return run(command, args, { env: image.env }).then(
    () => false,
    () => true,
  );
};

const bare = ({ root, user, workdir }: BuiltImage, command: readonly string[]): Container => ({
  ...{ root, user, workdir, command },
});

/** As Kubernetes runs it: a root for reading, and the data folder for writing. */
const containerOf = (image: BuiltImage, command: readonly string[]): Container => ({
  ...bare(image, command),
  writable: [image.env['DATA_DIR'] ?? '/tmp'],
});

function expect(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
