import { rmSync } from 'node:fs';

import { Reaper, testRedisUrl } from '@cardroom/testing';

import { Drill, flipByte } from './drill';
import { findPrograms } from './programs';
import { Workplace } from './workplace';

jest.setTimeout(240_000);

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const note = (text: string): boolean => process.stderr.write(`drill: ${text}\n`);

let reaper: Reaper;
let place: Workplace | null = null;
let drill: Drill;

beforeAll(async () => {
  reaper = await Reaper.start();
  const programs = await findPrograms(note);
  if (programs === null) return;
  place = new Workplace(programs);
  reaper.remove(place.folder);
  drill = await Drill.begin({
    ...{ place, reaper, redisUrl: testRedisUrl(), seed, hands: 3, archiveTimeoutSeconds: 1 },
    onStep: () => undefined,
  });
});

afterAll(async () => {
  await reaper.release();
  place?.remove();
});

/** Runs where a whole PostgreSQL is there, and says so where it is not. */
const rule = (title: string, check: () => Promise<void>): void => {
  it(title, async () => {
    if (place === null) note(`skipped, PostgreSQL's client programs are not to be had: ${title}`);
    else await check();
  });
};

rule(
  'F20 goes back to a moment, and after the loss of the machine to its last archived second',
  async () => {
    const { rpoSeconds, rtoSeconds } = await drill.run();
    expect(rpoSeconds).toBeGreaterThanOrEqual(0);
    // The archive is at most one timeout behind, and however long the script of the last file took.
    expect(rpoSeconds).toBeLessThan(30);
    expect(rtoSeconds).toBeGreaterThan(0);
  },
);

rule('F21 a damaged backup is refused by name; without it the one before it is taken', async () => {
  const [newest = '', previous = ''] = drill.baseBackups();
  flipByte(newest);
  await expect(drill.restore()).rejects.toThrow(`${newest} is damaged or was changed`);
  rmSync(newest);
  const restored = await drill.restore();
  await drill.verified(restored);
  await restored.stop();
  expect(drill.baseBackups()).toEqual([previous]);
});
