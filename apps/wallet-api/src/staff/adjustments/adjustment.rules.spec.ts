import { adjustmentRoute, type AdjustedToday } from './adjustment.rules';

const none: AdjustedToday = { aloneByAskerKrw: 0, byTwoByAskerKrw: 0, aloneOfPlayerKrw: 0 };

describe('#121 an adjustment', () => {
  it.each([
    ['cashier', 100_000, 'alone'],
    ['cashier', 100_001, 'by_two'],
    ['cashier', -100_001, 'by_two'],
    ['cashier', 3_000_000, 'by_two'],
    ['cashier', 3_000_001, 'refused'],
    ['risk', 300_000, 'alone'],
    ['risk', 300_001, 'by_two'],
    ['admin', 50_000_000, 'by_two'],
    ['admin', 50_000_001, 'refused'],
    ['admin', -50_000_001, 'refused'],
    ['support', 1, 'refused'],
    ['player', 1, 'refused'],
  ] as const)('of %s over ₩%i goes %s', (role, amountKrw, route) => {
    expect(adjustmentRoute(role, amountKrw, none)).toBe(route);
  });

  it.each([
    ['by the day of who asks', { aloneByAskerKrw: 250_000 }, 50_000, 'alone'],
    ['by the day of who asks', { aloneByAskerKrw: 250_000 }, 50_001, 'by_two'],
    ['by the day of the player', { aloneOfPlayerKrw: 450_000 }, 50_000, 'alone'],
    ['by the day of the player', { aloneOfPlayerKrw: 450_000 }, 50_001, 'by_two'],
    ['by what waits for two', { byTwoByAskerKrw: 9_000_000 }, 1_000_000, 'by_two'],
    ['by what waits for two', { byTwoByAskerKrw: 9_000_000 }, 1_000_001, 'refused'],
  ] as const)('#105 that is split is added up again %s', (_what, today, amountKrw, route) => {
    expect(adjustmentRoute('cashier', amountKrw, { ...none, ...today })).toBe(route);
  });
});
