import { COMMAND_BUDGET as LIMITS, CommandBudget } from './rate-limit.rules';

/** Commands at a steady rate for so many seconds: how many ran, and when it was too many. */
function ask(
  budget: CommandBudget,
  { perSecond, seconds, fromMs = 0 }: { perSecond: number; seconds: number; fromMs?: number },
): { readonly run: number; readonly cutAfterMs: number | null } {
  let run = 0;
  for (let asked = 0; asked < perSecond * seconds; asked += 1) {
    const atMs = (asked * 1000) / perSecond;
    if (budget.take(fromMs + atMs) === 0) run += 1;
    if (budget.isExhausted) return { run, cutAfterMs: atMs };
  }
  return { run, cutAfterMs: null };
}

it('a burst runs at once; the next command is told when it may', () => {
  const budget = new CommandBudget(LIMITS, 0);
  const waitsMs = Array.from({ length: LIMITS.burst + 1 }, () => budget.take(0));
  expect(waitsMs).toEqual([...Array.from({ length: LIMITS.burst }, () => 0), 50]);
  expect(budget.take(50)).toBe(0);
});

it.each([1_000, 10_000])(
  '#18 who sends %d a second is cut off within half a second',
  (perSecond) => {
    const { run, cutAfterMs } = ask(new CommandBudget(LIMITS, 0), { perSecond, seconds: 10 });
    expect(cutAfterMs).toBeLessThan(500);
    expect(run).toBeLessThanOrEqual(LIMITS.burst + 10);
  },
);

it('who asks half as often again as it may is refused, and never cut off', () => {
  const { run, cutAfterMs } = ask(new CommandBudget(LIMITS, 0), { perSecond: 30, seconds: 600 });
  expect(cutAfterMs).toBeNull();
  expect(run).toBeGreaterThanOrEqual(600 * LIMITS.perSecond);
});

it('what was too much is forgiven with time', () => {
  const budget = new CommandBudget(LIMITS, 0);
  for (let minute = 0; minute < 10; minute += 1) {
    const burst = { perSecond: 1_000, seconds: 0.2, fromMs: minute * 60_000 };
    expect(ask(budget, burst)).toEqual({ run: 63, cutAfterMs: null });
  }
});
