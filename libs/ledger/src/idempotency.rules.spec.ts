import { isRemembered, keyRefusal } from './idempotency.rules';

describe('a key', () => {
  it.each([undefined, ''])('#99 %j is missing', (key) => {
    expect(keyRefusal(key)).toBe('IDEMPOTENCY_KEY_MISSING');
  });

  it.each(['x'.repeat(129), 'a b', 'a\n', 'é', '\0'])('#99 %j is refused', (key) => {
    expect(keyRefusal(key)).toBe('VALIDATION_FAILED');
  });

  it.each(['x', 'x'.repeat(128), '0196f7f2-6b7c-7d7f-8a4e-0a0b0c0d0e0f', '!~"'])(
    '%j is taken',
    (key) => {
      expect(keyRefusal(key)).toBeNull();
    },
  );
});

it.each([
  ['INSUFFICIENT_FUNDS', true],
  ['LIMIT_EXCEEDED', true],
  ['HOLD_RESOLVED', true],
  ['NOT_FOUND', true],
  ['VALIDATION_FAILED', false],
  ['SECOND_FACTOR_INVALID', false],
  ['TOKEN_EXPIRED', false],
  ['RATE_LIMITED', false],
  ['SWITCHED_OFF', false],
  ['SERVICE_UNAVAILABLE', false],
  ['INTERNAL_ERROR', false],
] as const)('%s is remembered: %s', (code, expected) => {
  expect(isRemembered(code)).toBe(expected);
});
