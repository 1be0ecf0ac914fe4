import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { OwnedProcess, type ExitInfo } from '../processes/owned-process';
import { projectRoot } from '../processes/project-root';
import type { Reaper } from '../processes/reaper';
import { appArguments, appEnvironment, type EnvironmentInput } from './app-environment';
import { APP_NAMES, APP_NODE_OPTIONS, APP_SCRIPTS, appUrl, type AppName } from './app-names';
import { waitForReady } from './wait-for-ready';

export interface AppGroupOptions extends EnvironmentInput {
  readonly logDir: string;
  /** What the apps see of the caller's own environment; nothing but PATH and HOME unless told. */
  readonly inheritedEnv?: NodeJS.ProcessEnv;
  /** Goes to every app; its variables win over those made here. */
  readonly env?: NodeJS.ProcessEnv;
  readonly envOf?: Partial<Record<AppName, NodeJS.ProcessEnv>>;
  readonly reaper?: Reaper;
  readonly readyTimeoutMs?: number;
  /** Runs the apps some other way than by this Node on `dist/`; its variables win over all others. */
  readonly programOf?: (app: AppName) => AppProgram;
  /**
   * Stacks name the lines of the sources; true unless told. A fifth of the work of a start goes into
   * reading the maps: tests that start many processes do without.
   */
  readonly withSourceMaps?: boolean;
}

export interface AppProgram {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

const READY_TIMEOUT_MS = 60_000;
const READY_PATHS = {
  'rate-source': '/health',
  'payment-gateway': '/health',
  'wallet-api': '/health/ready',
  jobs: '/health/ready',
  'game-gateway': '/health/ready',
} as const satisfies Record<AppName, string>;

/** The running apps of one system: started, stopped, killed and started again by name. */
export class AppGroup {
  private readonly running = new Map<AppName, OwnedProcess>();

  constructor(private readonly options: AppGroupOptions) {}

  url(app: AppName): string {
    return appUrl(this.options.ports[app]);
  }

  process(app: AppName): OwnedProcess | null {
    return this.running.get(app) ?? null;
  }

  /** The processes that run, in the order of starting. */
  processes(): OwnedProcess[] {
    return APP_NAMES.flatMap((app) => this.running.get(app) ?? []);
  }

  /** Starts an app and waits until it is ready. Throws with the end of its log when it is not. */
  async start(app: AppName): Promise<OwnedProcess> {
    const { options } = this;
    const { command, args, env } = options.programOf?.(app) ?? builtApp(app, options);
    const owned = await OwnedProcess.start(
      {
        name: app,
        command,
        args: [...args, ...appArguments(app, options)],
        env: {
          PATH: process.env['PATH'],
          HOME: process.env['HOME'],
          ...options.inheritedEnv,
          ...appEnvironment(app, options),
          ...options.env,
          ...options.envOf?.[app],
          ...env,
        },
        cwd: projectRoot(),
        logFile: join(options.logDir, `${app}.log`),
      },
      options.reaper,
    );
    this.running.set(app, owned);
    const timeoutMs = options.readyTimeoutMs ?? READY_TIMEOUT_MS;
    await waitForReady(owned, `${this.url(app)}${READY_PATHS[app]}`, timeoutMs);
    return owned;
  }

  /** Starts the apps one after the other, those first that others call. */
  async startAll(apps: readonly AppName[] = APP_NAMES): Promise<void> {
    for (const app of APP_NAMES) {
      if (apps.includes(app)) await this.start(app);
    }
  }

  /** Orderly end of one app: SIGTERM, and SIGKILL when it does not drain in time. */
  async stop(app: AppName): Promise<ExitInfo | null> {
    const owned = this.running.get(app);
    this.running.delete(app);
    return (await owned?.stop()) ?? null;
  }

  /** Stops all, in the reverse order of starting. */
  async stopAll(): Promise<void> {
    for (const app of [...APP_NAMES].reverse()) await this.stop(app);
  }

  /** Ends an app as a crash would. */
  async kill(app: AppName, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const owned = this.running.get(app);
    this.running.delete(app);
    await owned?.kill(signal);
  }
}

function builtApp(app: AppName, { withSourceMaps = true }: AppGroupOptions): AppProgram {
  const script = join(projectRoot(), APP_SCRIPTS[app]);
  if (!existsSync(script)) throw new Error(`${APP_SCRIPTS[app]} is not built`);
  const sourceMaps = withSourceMaps ? ['--enable-source-maps'] : [];
  const args = [...sourceMaps, ...(APP_NODE_OPTIONS[app] ?? []), script];
  return { command: process.execPath, args, env: {} };
}
