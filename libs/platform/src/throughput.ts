const MAX_SECONDS = 30;

/** How much was done in the last whole second. */
export class Throughput {
  private second = 0;
  private counted = 0;
  private before = 0;

  get perSecond(): number {
    this.turn();
    return this.before;
  }

  count(): void {
    this.turn();
    this.counted += 1;
  }

  /** Seconds until so much that waits is probably done; 1 to 30. */
  secondsFor(waiting: number): number {
    return Math.min(Math.max(Math.ceil(waiting / Math.max(this.perSecond, 1)), 1), MAX_SECONDS);
  }

  private turn(): void {
    const second = Math.floor(performance.now() / 1000);
    if (second === this.second) return;
    this.before = second === this.second + 1 ? this.counted : 0;
    this.counted = 0;
    this.second = second;
  }
}
