import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { Reaper, startRedis } from '@cardroom/testing';

import { Drill, flipByte } from './drill';
import { findPrograms } from './programs';
import { Workplace } from './workplace';

const say = (what: string): void => console.log(`drill: ${what}`);

/** npm run drill:restore -- [--hands 200] [--archive-timeout 5] [--seed N] */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      hands: { type: 'string', default: '200' },
      'archive-timeout': { type: 'string', default: '5' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    },
  });
  const programs = await findPrograms(say);
  if (programs === null) return 2;
  const reaper = await Reaper.start();
  const place = new Workplace(programs);
  reaper.remove(place.folder);
  const folder = mkdtempSync(join(tmpdir(), 'cardroom-drill-redis-'));
  reaper.remove(folder);
  const redis = await startRedis({ dataDir: join(folder, 'redis'), reaper, throwAway: true });
  try {
    say(`PostgreSQL of ${programs.postgresBin}, seed ${values.seed}`);
    const drill = await Drill.begin({
      ...{ place, reaper, redisUrl: redis.url, onStep: say, hands: Number(values.hands) },
      ...{ archiveTimeoutSeconds: Number(values['archive-timeout']), seed: Number(values.seed) },
    });
    const report = await drill.run();
    await damage(drill);
    console.table(report);
    say('done: RPO is what was lost with the machine, RTO the time until the books were verified');
    return 0;
  } finally {
    await redis.stop();
    await reaper.release();
    place.remove();
  }
}

/** F21: the newest backup is damaged; that is said, and the one before it works. */
async function damage(drill: Drill): Promise<void> {
  const [newest = '', previous = ''] = drill.baseBackups();
  flipByte(newest);
  const refused = await drill.restore().then(
    () => null,
    (cause: unknown) => String(cause),
  );
  if (refused === null) throw new Error('a damaged backup was restored as if nothing were wrong');
  say(`one bit turned: ${refused.split('\n').at(-1) ?? ''}`);
  const restored = await drill.restore('--from', previous);
  await drill.verified(restored);
  await restored.stop();
  say('the backup before it was restored, with all WAL since, and verify is clean');
}

main().then(
  (code) => process.exit(code),
  (cause: unknown) => {
    console.error(`drill: FAILED: ${cause instanceof Error ? cause.message : String(cause)}`);
    process.exit(1);
  },
);
