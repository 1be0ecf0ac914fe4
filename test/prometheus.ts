import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { findProgram, freePort, OwnedProcess, type Reaper } from '@cardroom/testing';

const SHIPPED = resolve(__dirname, '../deploy/prometheus');

export interface Answer {
  readonly status: 'success' | 'error';
  readonly error?: string;
  readonly data?: {
    readonly result: readonly {
      readonly metric: Readonly<Record<string, string>>;
      readonly value: readonly [number, string];
    }[];
  };
}

/** A running Prometheus that scrapes given apps each second. */
export interface RunningPrometheus {
  readonly url: string;
  readonly process: OwnedProcess;
  ask(expression: string): Promise<Answer>;
}

/**
 * Runs Prometheus with its shipped configuration, in which only the addresses of the apps and the
 * times are put in place. Null where the program is not to be had.
 */
export async function startPrometheus(
  targets: Readonly<Record<string, string>>,
  reaper: Reaper,
): Promise<RunningPrometheus | null> {
  const program = await findProgram('prometheus', 'prometheus', (note) =>
    process.stderr.write(`prometheus: ${note}\n`),
  );
  if (program === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'cardroom-prometheus-'));
  reaper.remove(folder);
  mkdirSync(join(folder, 'data'));
  for (const file of ['alerts.yml', 'recording.yml']) {
    writeFileSync(join(folder, file), readFileSync(join(SHIPPED, file)));
  }
  writeFileSync(join(folder, 'prometheus.yml'), placed(targets));
  const port = await freePort();
  const owned = await OwnedProcess.start(
    {
      name: 'Prometheus',
      command: program.command,
      args: [
        `--config.file=${join(folder, 'prometheus.yml')}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      env: { PATH: process.env['PATH'], ...program.env },
      logFile: join(folder, 'prometheus.log'),
    },
    reaper,
  );
  const url = `http://127.0.0.1:${port}`;
  const ask = async (expression: string): Promise<Answer> => {
    const query = new URLSearchParams({ query: expression });
    const response = await fetch(`${url}/api/v1/query?${query.toString()}`);
    return (await response.json()) as Answer;
  };
  await untilReady(url, owned);
  return { url, process: owned, ask };
}

const placed = (targets: Readonly<Record<string, string>>): string => {
  const shipped = readFileSync(join(SHIPPED, 'prometheus.yml'), 'utf8')
    .replace('scrape_interval: 10s', 'scrape_interval: 1s')
    .replace('evaluation_interval: 10s', 'evaluation_interval: 1s');
  return shipped.replace(
    /dns_sd_configs:\n +- \{ names: \[([a-z-]+)\].*\}/g,
    (_all, app: string) =>
      `static_configs: [{ targets: ['${new URL(targets[app] ?? 'http://127.0.0.1:1').host}'] }]`,
  );
};

async function untilReady(url: string, owned: OwnedProcess): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (performance.now() < deadline && owned.exitInfo === null) {
    const isReady = await fetch(`${url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await sleep(100);
  }
  throw new Error(`Prometheus did not start:\n${owned.lastLog()}`);
}
