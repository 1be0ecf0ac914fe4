/** A bucket of tokens: one a command, filled steadily. Time is an argument. */
export class CommandBudget {
  private tokens: number;
  private refusals = 0;
  private atMs: number;

  constructor(
    private readonly limits: { readonly burst: number; readonly perSecond: number },
    nowMs: number,
  ) {
    this.tokens = limits.burst;
    this.atMs = nowMs;
  }

  /** Milliseconds to wait; 0 where the command may run. */
  take(nowMs: number): number {
    const { burst, perSecond } = this.limits;
    this.tokens = Math.min(burst, this.tokens + ((nowMs - this.atMs) * perSecond) / 1000);
    this.atMs = nowMs;
    if (this.tokens >= 1) {
      this.tokens -= 1;
      this.refusals = 0;
      return 0;
    }
    this.refusals += 1;
    return Math.ceil(((1 - this.tokens) * 1000) / perSecond);
  }

  /** Whoever goes on after this many refusals in a row is cut off. */
  get isExhausted(): boolean {
    return this.refusals > this.limits.burst * 4;
  }
}
