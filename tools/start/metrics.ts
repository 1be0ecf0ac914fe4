/** One scrape: every sample of the Prometheus text format by its name and labels. */
export type Scrape = ReadonlyMap<string, readonly Sample[]>;

export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const LINE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?\s+(\S+)/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"/g;

export function parseMetrics(text: string): Scrape {
  const scrape = new Map<string, Sample[]>();
  for (const line of text.split('\n')) {
    const match = line.startsWith('#') ? null : LINE.exec(line);
    if (match === null) continue;
    const [, name = '', labelText = '', value = ''] = match;
    const labels = Object.fromEntries(
      [...labelText.matchAll(LABEL)].map(([, key = '', text = '']) => [key, text]),
    );
    const samples = scrape.get(name) ?? [];
    samples.push({ labels, value: value === '+Inf' ? Infinity : Number(value) });
    scrape.set(name, samples);
  }
  return scrape;
}

/** Sum over all labels; 0 where the metric is not there yet. */
export const total = (scrape: Scrape, name: string): number =>
  (scrape.get(name) ?? []).reduce((sum, { value }) => sum + value, 0);

/** Cumulative counts of a histogram by upper bound, summed over its other labels. */
export function buckets(scrape: Scrape, name: string): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { labels, value } of scrape.get(`${name}_bucket`) ?? []) {
    const bound = labels['le'] === '+Inf' ? Infinity : Number(labels['le']);
    counts.set(bound, (counts.get(bound) ?? 0) + value);
  }
  return counts;
}

/**
 * The quantile of what a histogram counted between two scrapes, by linear interpolation inside
 * its bucket as Prometheus does; null where nothing was counted.
 */
export function quantile(
  share: number,
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
): number | null {
  const bounds = [...after.keys()].sort((a, b) => a - b);
  // A counter that fell belongs to a process that was started again.
  const counted = bounds.map((bound) => {
    const now = after.get(bound) ?? 0;
    const earlier = before.get(bound) ?? 0;
    return earlier > now ? now : now - earlier;
  });
  const all = counted.at(-1) ?? 0;
  if (all <= 0) return null;
  const rank = share * all;
  const at = counted.findIndex((count) => count >= rank);
  const upper = bounds[at] ?? Infinity;
  const lower = at === 0 ? 0 : (bounds[at - 1] ?? 0);
  if (upper === Infinity) return lower;
  const below = at === 0 ? 0 : (counted[at - 1] ?? 0);
  const inside = (counted[at] ?? 0) - below;
  return inside === 0 ? upper : lower + ((upper - lower) * (rank - below)) / inside;
}
