import { codeAt, newSecret, secretUri, stepOf } from './one-time-codes';

/** The secret of RFC 6238 appendix B, `12345678901234567890`. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const PERIOD_MS = 30_000;
const nowMs = 1_700_000_000_000;
const nowStep = Math.floor(nowMs / PERIOD_MS);

describe('a one-time code', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at second %i is the one of RFC 6238', (second, code) => {
    expect(codeAt(RFC_SECRET, second * 1000)).toBe(code);
  });

  it.each([-1, 0, 1])('#93 of step %i from now is taken, and names its step', (steps) => {
    const code = codeAt(RFC_SECRET, nowMs + steps * PERIOD_MS);
    expect(stepOf(RFC_SECRET, code, nowMs)).toBe(nowStep + steps);
  });

  it.each([-3, -2, 2, 3])('#93 of step %i from now is not taken', (steps) => {
    expect(stepOf(RFC_SECRET, codeAt(RFC_SECRET, nowMs + steps * PERIOD_MS), nowMs)).toBeNull();
  });

  it.each(['', '12345', '1234567', '12345a', ' 12345', '１２３４５６', '-12345', '1e5000'])(
    'is six digits, and not %j',
    (code) => {
      expect(stepOf(RFC_SECRET, code, nowMs)).toBeNull();
    },
  );
});

it('a secret has 160 bits, and is another each time', () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(new Set(Array.from({ length: 20 }, newSecret)).size).toBe(20);
});

it('the address of a secret names the room and the account', () => {
  const uri = new URL(secretUri(RFC_SECRET, 'ann@example.com'));
  expect(uri.protocol).toBe('otpauth:');
  expect(decodeURIComponent(uri.pathname)).toContain('Cardroom:ann@example.com');
  expect(uri.searchParams.get('secret')).toBe(RFC_SECRET);
});
