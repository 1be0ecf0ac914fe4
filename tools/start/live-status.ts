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
    const now: Reading = { atMs: performance.now(), scrape };
    this.readings.push(now);
    while ((this.readings[0]?.atMs ?? 0) < now.atMs - WINDOW_MS) this.readings.shift();
    const first = this.readings[0] ?? now;
    const seconds = (now.atMs - first.atMs) / 1_000;
    const played = total(scrape, METRICS.hands) - total(first.scrape, METRICS.hands);
    const p95 = quantile(
      0.95,
      buckets(first.scrape, METRICS.actionSeconds),
      buckets(scrape, METRICS.actionSeconds),
    );
    return [
      counted(total(scrape, METRICS.tables), 'table'),
      counted(total(scrape, METRICS.players), 'player'),
      `${(seconds > 0 ? Math.max(0, played) / seconds : 0).toFixed(2)} hands/s`,
      `action p95 ${p95 === null ? '-' : (p95 * 1_000).toFixed(1)} ms`,
      counted(total(scrape, METRICS.hands), 'hand'),
      `up ${this.uptime()}`,
    ].join(' · ');
  }

  private uptime(): string {
    const seconds = Math.floor((performance.now() - this.startedAtMs) / 1_000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
}

const counted = (count: number, what: string): string =>
  `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
