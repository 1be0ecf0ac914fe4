import type { AppGroup, AppName } from '@cardroom/testing';

export interface SupervisorHooks {
  readonly isStopping: () => boolean;
  /** Told of every end and every new start, in a few words. */
  readonly onChange: (what: string) => void;
  /** Told why the app is not started any more. */
  readonly onGivenUp: (reason: string) => void;
}

/** This many unasked ends within this time are no accident any more. */
const MAX_RESTARTS = 3;
const RESTART_WINDOW_MS = 30_000;

/** Starts an app again that ended unasked, as a deployment would. */
export class AppSupervisor {
  private readonly endedAtMs = new Map<AppName, number[]>();

  constructor(
    private readonly group: AppGroup,
    private readonly hooks: SupervisorHooks,
  ) {}

  /** From now on the running process of this app is looked after. */
  watch(app: AppName): void {
    const owned = this.group.process(app);
    void owned?.exited.then(async ({ code, signal }) => {
      if (this.hooks.isStopping()) return;
      const how = signal ?? `exit code ${code ?? 0}`;
      if (!this.mayRestart(app)) {
        this.hooks.onGivenUp(`${app} keeps ending (${how}). Its last lines:\n${owned.lastLog()}`);
        return;
      }
      this.hooks.onChange(`${app} ended (${how}); starting it again`);
      await this.restart(app);
    });
  }

  private async restart(app: AppName): Promise<void> {
    try {
      await this.group.start(app);
      this.watch(app);
      this.hooks.onChange(`${app} is back`);
    } catch (cause) {
      if (this.hooks.isStopping()) return;
      this.hooks.onGivenUp(cause instanceof Error ? cause.message : String(cause));
    }
  }

  private mayRestart(app: AppName): boolean {
    const nowMs = performance.now();
    const recent = (this.endedAtMs.get(app) ?? []).filter((at) => nowMs - at < RESTART_WINDOW_MS);
    this.endedAtMs.set(app, [...recent, nowMs]);
    return recent.length < MAX_RESTARTS;
  }
}
