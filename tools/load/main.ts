import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { reportLines, runLoad } from './load';
import { readOptions, USAGE, type LoadOptions } from './options';
import { ownRoom, runningRoom } from './room';

const profiling = (file: string): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--require=${join(__dirname, 'profile.preload.js')}`,
  CPU_PROFILE: resolve(file),
});

async function main(): Promise<number> {
  let options: LoadOptions;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (cause) {
    console.error(`load: ${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`);
    return 2;
  }
  const room = options.running
    ? runningRoom()
    : await ownRoom({
        sockets: options.players + options.idle,
        env: options.profile === null ? {} : profiling(options.profile),
      });
  try {
    console.log(`load: in ${room.where}`);
    const report = await runLoad(options, room, (line) => console.log(`load: ${line}`));
    console.log(reportLines(report).join('\n'));
    if (options.json !== null) {
      writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
    }
    return Object.keys(report.errors).length === 0 ? 0 : 1;
  } finally {
    await room.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (cause: unknown) => {
    console.error(`load: ${cause instanceof Error ? cause.message : String(cause)}`);
    process.exit(1);
  },
);
