/** What one process of the generator has counted; times are milliseconds. */
export interface Counted {
  readonly due: number;
  readonly sent: number;
  readonly received: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly ackMs: readonly number[];
  readonly seenMs: readonly number[];
  /** From the moment an action was due to its sending: the server's and the generator's lateness. */
  readonly lateMs: readonly number[];
  readonly errors: Readonly<Record<string, number>>;
  /** Some frames as they came, for weighing. */
  readonly samples: readonly string[];
}

/** Frames kept of each kind by one process: snapshots when players come, deltas as they play. */
const KEPT_SAMPLES = 500;

/** The name of an event; of answers, whether there is a snapshot in it. */
function kindOf(frame: string): string {
  if (!frame.startsWith('43')) return frame.slice(0, frame.indexOf('"', 4));
  return frame.includes('"kind":"snapshot"') ? 'snapshot' : 'answer';
}

/** Counts while a load runs. */
export class Tally implements Counted {
  due = 0;
  sent = 0;
  received = 0;
  bytesIn = 0;
  bytesOut = 0;
  ackMs: number[] = [];
  seenMs: number[] = [];
  lateMs: number[] = [];
  errors: Record<string, number> = {};
  samples: string[] = [];
  private readonly kept = new Map<string, number>();

  refuse(code: string): void {
    this.errors[code] = (this.errors[code] ?? 0) + 1;
  }

  /** A frame of the server. Everything counts, of each kind a few are kept. */
  receive(frame: string): void {
    this.received += 1;
    this.bytesIn += Buffer.byteLength(frame);
    const kind = kindOf(frame);
    const kept = this.kept.get(kind) ?? 0;
    if (kept === KEPT_SAMPLES) return;
    this.kept.set(kind, kept + 1);
    this.samples.push(frame);
  }

  /** What came before the measuring does not count; refusals do. */
  restart(): void {
    [this.due, this.sent, this.received, this.bytesIn, this.bytesOut] = [0, 0, 0, 0, 0];
    [this.ackMs, this.seenMs, this.lateMs] = [[], [], []];
  }
}

/** The counts of all processes together. */
export function together(counts: readonly Counted[]): Counted {
  const sum = (of: (counted: Counted) => number): number =>
    counts.reduce((total, counted) => total + of(counted), 0);
  const errors: Record<string, number> = {};
  for (const [code, times] of counts.flatMap((counted) => Object.entries(counted.errors))) {
    errors[code] = (errors[code] ?? 0) + times;
  }
  return {
    ...{ due: sum(({ due }) => due), sent: sum(({ sent }) => sent) },
    received: sum(({ received }) => received),
    bytesIn: sum(({ bytesIn }) => bytesIn),
    bytesOut: sum(({ bytesOut }) => bytesOut),
    ackMs: counts.flatMap(({ ackMs }) => ackMs),
    seenMs: counts.flatMap(({ seenMs }) => seenMs),
    lateMs: counts.flatMap(({ lateMs }) => lateMs),
    errors,
    samples: counts.flatMap(({ samples }) => samples),
  };
}

export interface Quantiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** The nearest-rank quantiles of times; zeros where there are none. */
export function quantiles(values: readonly number[]): Quantiles {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number =>
    sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}
