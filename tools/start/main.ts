import { setTimeout as sleep } from 'node:timers/promises';

import { Console } from './console';
import { Launcher } from './launcher';
import { HELP, OptionError, parseOptions } from './options';

const REFRESH_MS = 1_000;

async function main(): Promise<number> {
  const console = new Console();
  const options = parseOptions(process.argv.slice(2));
  if (options.help) {
    console.print(HELP);
    return 0;
  }
  const launcher = new Launcher(options, console, process.env);
  const asked = untilAsked(console, launcher);
  try {
    const outcome = await Promise.race([asked, launcher.start().then(() => 'started' as const)]);
    const failure =
      outcome === 'asked'
        ? null
        : await Promise.race([show(launcher, console, asked), launcher.failed]);
    console.endLive();
    if (failure !== null) console.print(`\n${failure}`);
    console.print(failure === null ? '\nStopping; Ctrl-C again to force.' : '\nStopping.');
    return failure === null ? 0 : 1;
  } catch (cause) {
    console.print(`\n${cause instanceof Error ? cause.message : String(cause)}`);
    return 1;
  } finally {
    await launcher.stop();
  }
}

/** Resolves at the first signal; at the second one everything is ended at once. */
function untilAsked(console: Console, launcher: Launcher): Promise<'asked'> {
  return new Promise((resolve) => {
    let times = 0;
    const onSignal = (): void => {
      times += 1;
      resolve('asked');
      if (times < 2) return;
      console.print('Forced.');
      void launcher.force().finally(() => process.exit(130));
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  });
}

/** Keeps the live line up to date until asked to stop. */
async function show(launcher: Launcher, console: Console, asked: Promise<'asked'>): Promise<null> {
  for (;;) {
    const now = await Promise.race([asked, sleep(REFRESH_MS, null)]);
    if (now === 'asked') return null;
    console.live(await launcher.statusLine());
  }
}

main().then(
  (code) => {
    process.exit(code);
  },
  (cause: unknown) => {
    const text = cause instanceof Error ? cause.message : String(cause);
    process.stderr.write(`${text}${cause instanceof OptionError ? '\nSee --help.' : ''}\n`);
    process.exit(1);
  },
);
