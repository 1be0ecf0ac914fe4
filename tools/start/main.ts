import { setTimeout as sleep } from 'node:timers/promises';

import { Console } from './console';
import { Launcher } from './launcher';
import { HELP, OptionError, parseOptions } from './options';

/** The end that a person asked for, and not a reason to stop. */
const ASKED = Symbol('asked');

const REFRESH_MS = 1_000;

/** One Ctrl-C may arrive twice: from the terminal, and passed on by npm. */
const SAME_SIGNAL_MS = 800;

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
    const outcome = await Promise.race([asked, launcher.start()]);
    const end = outcome ?? (await show(launcher, console, asked));
    console.endLive();
    if (end !== ASKED) console.print(`\n${end}`);
    console.print(end === ASKED ? '\nStopping; Ctrl-C again to force.' : '\nStopping.');
    return end === ASKED ? 0 : 1;
  } catch (cause) {
    console.print(`\n${cause instanceof Error ? cause.message : String(cause)}`);
    return 1;
  } finally {
    await launcher.stop();
  }
}

/** Resolves at the first signal; at the second one everything is ended at once. */
function untilAsked(console: Console, launcher: Launcher): Promise<typeof ASKED> {
  return new Promise((resolve) => {
    let firstAtMs: number | null = null;
    let isForced = false;
    const onSignal = (): void => {
      firstAtMs ??= performance.now();
      resolve(ASKED);
      if (isForced || performance.now() - firstAtMs < SAME_SIGNAL_MS) return;
      isForced = true;
      console.print('Forced.');
      void launcher.force().finally(() => process.exit(130));
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  });
}

/** Keeps the live line up to date until asked to stop, or until the system cannot go on. */
async function show(
  launcher: Launcher,
  console: Console,
  asked: Promise<typeof ASKED>,
): Promise<typeof ASKED | string> {
  for (;;) {
    console.live(await launcher.statusLine());
    const end = await Promise.race([asked, launcher.failed, sleep(REFRESH_MS, null)]);
    if (end !== null) return end;
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
