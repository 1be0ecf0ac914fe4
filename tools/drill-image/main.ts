import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { projectRoot, Reaper } from '@cardroom/testing';

import { BuildContext } from './build-context';
import { readStages, targetsOf } from './dockerfile';
import { ImageBuilder, type BuiltImage } from './image-builder';
import { tryImages } from './running-images';
import { whyNoContainers } from './sandbox';

const say = (what: string): void => console.log(`image: ${what}`);
const npmConfig = (name: string): string =>
  execFileSync('npm', ['config', 'get', name], { stdio: ['ignore', 'pipe', 'ignore'] })
    .toString()
    .trim();

/** npm run drill:image: builds the images by hand, runs what is in them, and tells their sizes. */
async function main(): Promise<number> {
  const obstacle = await whyNoContainers();
  if (obstacle !== null) {
    say(`cannot be done here: ${obstacle}`);
    return 2;
  }
  const reaper = await Reaper.start();
  const folder = mkdtempSync(join(tmpdir(), 'cardroom-image-'));
  // The accounts that PostgreSQL and the apps run as must be able to enter.
  chmodSync(folder, 0o755);
  reaper.remove(folder);
  try {
    const images = await buildAll(folder);
    console.table(await tryImages({ images, folder, reaper, say }));
    say('done: each image was built, ran without root, was healthy and ended in order');
    return 0;
  } finally {
    await reaper.release();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function buildAll(folder: string): Promise<BuiltImage[]> {
  const stages = readStages(readFileSync(join(projectRoot(), 'deploy/Dockerfile'), 'utf8'));
  const contextFolder = join(folder, 'context');
  mkdirSync(contextFolder);
  const files = BuildContext.of(projectRoot()).copyTo(contextFolder);
  say(`the builder is given ${files} files`);
  const startedAt = performance.now();
  const builder = new ImageBuilder({
    ...{ stages, contextFolder, folder: join(folder, 'stages'), onStep: say },
    env: { npm_config_registry: npmConfig('registry') },
    caches: { '/root/.npm': npmConfig('cache') },
  });
  const images: BuiltImage[] = [];
  for (const { name } of targetsOf(stages)) images.push(await builder.build(name));
  const seconds = (performance.now() - startedAt) / 1000;
  say(
    `${images.length} images in ${seconds.toFixed(0)} s, by Node ${process.version} of this machine`,
  );
  return images;
}

main().then(
  (code) => process.exit(code),
  (cause: unknown) => {
    console.error(`image: FAILED: ${cause instanceof Error ? cause.message : String(cause)}`);
    process.exit(1);
  },
);
