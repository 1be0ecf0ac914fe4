import { BusinessError } from './business-error';
import { Throughput } from './throughput';

export interface WorkLineLimits {
  /** How much is worked on at the same time. */
  readonly maxRunning: number;
  /** How much may wait for that; what comes on top is refused at once. */
  readonly maxWaiting: number;
  /** What has waited longer is refused instead of being begun late. */
  readonly maxWaitMs: number;
}

interface Place {
  readonly begin: () => void;
  readonly timer: NodeJS.Timeout;
}

/** Lets costly work through a few at a time, in the order it came, and refuses what would wait long. */
export class WorkLine {
  private running = 0;
  private readonly places: Place[] = [];
  private readonly throughput = new Throughput();
  private whenIdle: (() => void)[] = [];

  constructor(private readonly limits: WorkLineLimits) {}

  /** How much waits and has not begun. */
  get waiting(): number {
    return this.places.length;
  }

  /**
   * Errors: SERVER_BUSY where the line is full, or the turn does not come in time; the work has not
   * begun then.
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  /** Comes true when nothing runs and nothing waits. */
  async idle(): Promise<void> {
    if (this.running > 0) await new Promise<void>((resolve) => this.whenIdle.push(resolve));
  }

  private async enter(): Promise<void> {
    const { maxRunning, maxWaiting, maxWaitMs } = this.limits;
    if (this.running < maxRunning) {
      this.running += 1;
      return;
    }
    if (this.waiting >= maxWaiting) throw this.busy();
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.places.splice(this.places.indexOf(place), 1);
        reject(this.busy());
      }, maxWaitMs);
      const place: Place = { begin: resolve, timer };
      this.places.push(place);
    });
  }

  /** The place goes straight to the next in line, so that nobody slips in between. */
  private leave(): void {
    this.throughput.count();
    const next = this.places.shift();
    if (next !== undefined) {
      clearTimeout(next.timer);
      next.begin();
      return;
    }
    this.running -= 1;
    if (this.running > 0) return;
    for (const tell of this.whenIdle.splice(0)) tell();
  }

  private busy(): BusinessError {
    const retryAfterSeconds = this.throughput.secondsFor(this.waiting);
    return new BusinessError('SERVER_BUSY', { retryAfterSeconds });
  }
}
