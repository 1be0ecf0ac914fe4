import { BusinessError } from '@cardroom/platform';

export interface WorkLineLimits {
  /** How much is worked on at the same time. */
  readonly maxRunning: number;
  /** How much may wait for that; what comes on top is refused at once. */
  readonly maxWaiting: number;
}

const RETRY_AFTER_SECONDS = 2;

/** Lets costly work through a few at a time, in the order it came, and refuses what would wait long. */
export class WorkLine {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly limits: WorkLineLimits) {}

  /** Errors: SERVER_BUSY where the line is full; the work has not begun then. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    const { maxRunning, maxWaiting } = this.limits;
    if (this.running < maxRunning) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= maxWaiting) {
      throw new BusinessError('SERVER_BUSY', { retryAfterSeconds: RETRY_AFTER_SECONDS });
    }
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The place goes straight to the next in line, so that nobody slips in between. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.running -= 1;
    else next();
  }
}
