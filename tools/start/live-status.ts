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

/** The one line that says how the room is doing, all its gateways together. */
export class LiveStatus {
  private readonly readings: Reading[] = [];
  private readonly startedAtMs = performance.now();
  /** What each gateway had counted when it last answered. */
  private readonly counted = new Map<string, number>();
  private hands = 0;

  constructor(private readonly gatewayUrls: readonly string[]) {}

  async line(): Promise<string> {
    const pages = await Promise.all(
      this.gatewayUrls.map(async (url) => ({ url, text: await metricsOf(url) })),
    );
    const answers = pages.filter(({ text }) => text !== '');
    if (answers.length === 0) return `the gateway does not answer · up ${this.uptime()}`;
    for (const { url, text } of answers) this.countHands(url, parseMetrics(text));
    const line = this.render(parseMetrics(answers.map(({ text }) => text).join('\n')));
    const silent = pages.length - answers.length;
    return silent === 0 ? line : `${line} · ${silent} of ${pages.length} gateways silent`;
  }

  private render(scrape: Scrape): string {
    const now = { atMs: performance.now(), scrape, hands: this.hands };
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

  private countHands(url: string, scrape: Scrape): void {
    const now = total(scrape, METRICS.hands);
    const before = this.counted.get(url) ?? now;
    // A counter that fell belongs to a process that was started again.
    this.hands += now >= before ? now - before : now;
    this.counted.set(url, now);
  }

  private uptime(): string {
    const seconds = Math.floor((performance.now() - this.startedAtMs) / 1_000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
}

const counted = (count: number, what: string): string =>
  `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;

/** Nothing where it does not answer in time. */
const metricsOf = (url: string): Promise<string> =>
  fetch(`${url}/metrics`, { signal: AbortSignal.timeout(SCRAPE_TIMEOUT_MS) })
    .then((response) => response.text())
    .catch(() => '');
