/** What one socket may ask: so many commands at once, then so many a second. */
export const COMMAND_BUDGET = { burst: 60, perSecond: 20 };

/**
 * A bucket of tokens: one a command, filled steadily. What is refused is remembered and forgiven as
 * steadily, so that a flood is too much at any rate far above what may be asked. Time is an argument.
 */
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
    const earned = ((nowMs - this.atMs) * perSecond) / 1000;
    this.tokens = Math.min(burst, this.tokens + earned);
    this.refusals = Math.max(0, this.refusals - earned);
    this.atMs = nowMs;
    if (this.tokens >= 1) {
      this.tokens -= 1;
      return 0;
    }
    this.refusals += 1;
    return Math.ceil(((1 - this.tokens) * 1000) / perSecond);
  }

  /** Whoever has been refused so often, and was not forgiven since, is cut off. */
  get isExhausted(): boolean {
    return this.refusals > this.limits.burst * 4;
  }
}
