import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { findProgram, freePort, OwnedProcess, Reaper } from '@cardroom/testing';
import { Redis } from 'ioredis';

import { Cluster } from '../tools/drill-restore/cluster';
import { findPrograms } from '../tools/drill-restore/programs';
import { Workplace } from '../tools/drill-restore/workplace';
import { textOf } from './shipped-files';

jest.setTimeout(120_000);

const note = (text: string): boolean => process.stderr.write(`server configs: ${text}\n`);
let reaper: Reaper;

beforeAll(async () => {
  reaper = await Reaper.start();
});

afterAll(() => reaper.release());

const directives = (file: string): string[] =>
  textOf(file)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

describe('postgresql.prod.conf', () => {
  it('has a reason in each line', () => {
    const lines = directives('deploy/postgresql.prod.conf');
    expect(lines.length).toBeGreaterThan(30);
    expect(lines.filter((line) => !/\s#\s\S.{10,}/.test(line))).toEqual([]);
  });

  it('is taken by a real PostgreSQL as it is, and keeps what was committed', async () => {
    const programs = await findPrograms(note);
    if (programs === null) return;
    const place = new Workplace(programs);
    reaper.remove(place.folder);
    const file = join(place.folder, 'postgresql.conf');
    copyFileSync(resolve(__dirname, '../deploy/postgresql.prod.conf'), file);
    await place.run(join(programs.postgresBin, 'initdb'), [
      ...[`--pgdata=${place.dataDir('source')}`, '--username=cardroom', '--no-sync'],
      ...[`--pwfile=${place.passwordFile}`, '--auth=scram-sha-256', '--no-locale'],
    ]);
    // Only what belongs to another machine: its memory, and where its archive is.
    const cluster = await Cluster.start(place, reaper, 'source', [
      ...[`config_file=${file}`, 'shared_buffers=64MB', 'archive_mode=off'],
    ]);
    try {
      const ask = (sql: string): Promise<unknown> => cluster.ask(sql, 'postgres');
      // What the command line says wins: these three are not applied here.
      const wrong = await ask(
        `SELECT string_agg(name, ' ') FROM pg_file_settings WHERE error IS NOT NULL
           AND name NOT IN ('listen_addresses', 'shared_buffers', 'archive_mode')`,
      );
      expect(wrong).toBeNull();
      const taken = await ask(
        `SELECT string_agg(lower(name), ' ') FROM pg_settings WHERE source = 'configuration file'`,
      );
      const named = directives('deploy/postgresql.prod.conf').map((line) => line.split(' ')[0]);
      const elsewhere = ['shared_buffers', 'archive_mode', 'listen_addresses'];
      const missing = named.filter(
        (name) =>
          !elsewhere.includes(name ?? '') &&
          !String(taken)
            .split(' ')
            .includes(name ?? ''),
      );
      expect(missing).toEqual([]);
      for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
        expect([name, await ask(`SELECT current_setting('${name}')`)]).toEqual([name, 'on']);
      }
    } finally {
      await cluster.stop();
      place.remove();
    }
  });
});

describe('redis.prod.conf', () => {
  it('is taken by a real Redis as it is: on disk, and nothing evicted', async () => {
    const program = await findProgram('redis-server', 'redis-server', note);
    if (program === null) return;
    const folder = mkdtempSync(join(tmpdir(), 'cardroom-redis-conf-'));
    reaper.remove(folder);
    const port = await freePort();
    const server = await OwnedProcess.start(
      {
        ...{ name: 'Redis', command: program.command, cwd: folder },
        args: [
          resolve(__dirname, '../deploy/redis.prod.conf'),
          ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
        ],
        env: { PATH: process.env['PATH'], ...program.env },
        logFile: join(folder, 'redis.log'),
      },
      reaper,
    );
    const redis = new Redis(port, '127.0.0.1', { maxRetriesPerRequest: null });
    redis.on('error', () => undefined);
    try {
      const get = async (name: string): Promise<string> =>
        ((await redis.config('GET', name)) as string[])[1] ?? '';
      expect(await get('maxmemory-policy')).toBe('noeviction');
      expect(await get('appendonly')).toBe('yes');
      for (const line of directives('deploy/redis.prod.conf')) {
        const [name = '', ...values] = line.split(' ');
        const wanted = values.join(' ').replaceAll('"', '');
        // Sizes come back in bytes, and the limits of buffers with those of other clients.
        if (/\d[mg]b/.test(wanted)) continue;
        expect([name, await get(name)]).toEqual([name, wanted]);
      }
      expect(server.exitInfo).toBeNull();
    } finally {
      redis.disconnect();
      await server.stop();
    }
  });
});
