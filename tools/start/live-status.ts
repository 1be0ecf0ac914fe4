import { buckets, parseMetrics, quantile, total, type Scrape } from './metrics';

/** The gateway's metrics that the live line is made of. */
const METRICS = {
  tables: 'gateway_tables',
  players: 'seated_players',
  hands: 'hands_total',
  actionSeconds: 'action_duration_seconds',
} as const;

interface Reading {
  readonly atMs: number;
  readonly scrape: Scrape;
  /** Hands since this launcher started, whatever became of the processes that counted them. */
  readonly hands: number;
}

/** Rates and quantiles are of this last stretch of time. */
const WINDOW_MS = 30_000;
const SCRAPE_TIMEOUT_MS = 900;

/** The one line that says how the room is doing. */
export class LiveStatus {
  private readonly readings: Reading[] = [];
  private readonly startedAtMs = performance.now();

  constructor(private readonly gatewayUrl: string) {}

  async line(): Promise<string> {
    try {
      const response = await fetch(`${this.gatewayUrl}/metrics`, {
        signal: AbortSignal.timeout(SCRAPE_TIMEOUT_MS),
      });
      return this.render(parseMetrics(await response.text()));
    } catch {
      return `the gateway does not answer · up ${this.uptime()}`;
    }
  }

  private render(scrape: Scrape): string {
    const now = { atMs: performance.now(), scrape, hands: this.handsUpTo(scrape) };
    this.readings.push(now);
    while ((this.readings[0]?.atMs ?? 0) < now.atMs - WINDOW_MS) this.readings.shift();
    const first = this.readings[0] ?? now;
    const seconds = (now.atMs - first.atMs) / 1_000;
    const p95 = quantile(
      0.95,
      buckets(first.scrape, METRICS.actionSeconds),
      buckets(scrape, METRICS.actionSeconds),
    );
    return [
      counted(total(scrape, METRICS.tables), 'table'),
      counted(total(scrape, METRICS.players), 'player'),
      `${(seconds > 0 ? (now.hands - first.hands) / seconds : 0).toFixed(2)} hands/s`,
      `action p95 ${p95 === null ? '-' : (p95 * 1_000).toFixed(1)} ms`,
      counted(now.hands, 'hand'),
      `up ${this.uptime()}`,
    ].join(' · ');
  }

  private handsUpTo(scrape: Scrape): number {
    const last = this.readings.at(-1);
    if (last === undefined) return 0;
    const counted = total(scrape, METRICS.hands);
    const before = total(last.scrape, METRICS.hands);
    // A counter that fell belongs to a process that was started again.
    return last.hands + (counted >= before ? counted - before : counted);
  }

  private uptime(): string {
    const seconds = Math.floor((performance.now() - this.startedAtMs) / 1_000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
}

const counted = (count: number, what: string): string =>
  `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
