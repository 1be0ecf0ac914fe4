import { Injectable } from '@nestjs/common';

export interface ReadinessCheck {
  readonly name: string;
  /** Resolves when the dependency serves; rejects with the reason when it does not. */
  readonly check: () => Promise<void>;
}

/** What a process says of its health; features add to it, the health endpoints read it. */
@Injectable()
export class HealthRegistry {
  private readonly readinessChecks: ReadinessCheck[] = [];
  private readonly details: (() => Record<string, unknown>)[] = [];
  private readonly startedAtMs = performance.now();
  private phase: 'starting' | 'serving' | 'draining' = 'starting';

  addReadinessCheck(check: ReadinessCheck): void {
    this.readinessChecks.push(check);
  }

  /** Adds live details, such as the number of tables, to every answer. */
  addDetails(details: () => Record<string, unknown>): void {
    this.details.push(details);
  }

  checks(): readonly ReadinessCheck[] {
    return this.readinessChecks;
  }

  serving(): void {
    if (this.phase === 'starting') this.phase = 'serving';
  }

  draining(): void {
    this.phase = 'draining';
  }

  get state(): 'starting' | 'serving' | 'draining' {
    return this.phase;
  }

  describe(): Record<string, unknown> {
    const uptimeSeconds = Math.floor((performance.now() - this.startedAtMs) / 1000);
    return Object.assign(
      { state: this.phase, uptimeSeconds },
      ...this.details.map((of) => of()),
    ) as Record<string, unknown>;
  }
}
