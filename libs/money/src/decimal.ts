/** An exact decimal: `digits / 10^scale`. Prices are these, never floats. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const DECIMAL = /^(\d{1,30})(?:\.(\d{1,30}))?(?:[eE]([+-]?\d{1,2}))?$/;
const MAX_SCALE = 30;

/**
 * Reads a decimal of 0 or more exactly, exponents as JSON writes them included. Null where the text is
 * anything else: a sign, a space, a comma, a digit that is not ASCII, more places than a price has.
 *
 * @example decimalText(parseDecimal('1.50e3')) // "1500"
 */
export function parseDecimal(text: string): Decimal | null {
  const [, whole, fraction = '', exponent = '0'] = DECIMAL.exec(text) ?? [];
  if (whole === undefined) return null;
  const scale = fraction.length - Number(exponent);
  if (scale > MAX_SCALE || scale < -MAX_SCALE) return null;
  const digits = BigInt(whole + fraction);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** The decimal as people write it, without zeros at its end. */
export function decimalText({ digits, scale }: Decimal): string {
  const padded = digits.toString().padStart(scale + 1, '0');
  const whole = padded.slice(0, padded.length - scale);
  const fraction = padded.slice(padded.length - scale).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** Below 0 where `a` is smaller, above 0 where it is larger. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const left = a.digits * 10n ** BigInt(b.scale);
  const right = b.digits * 10n ** BigInt(a.scale);
  return left < right ? -1 : left > right ? 1 : 0;
}

export const multiplyDecimals = (a: Decimal, b: Decimal): Decimal => ({
  digits: a.digits * b.digits,
  scale: a.scale + b.scale,
});

/** The value in the middle; of two in the middle, exactly half their sum. Errors: RangeError on none. */
export function medianDecimal(values: readonly Decimal[]): Decimal {
  const sorted = [...values].sort(compareDecimals);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined) throw new RangeError('A median needs a value');
  if (sorted.length % 2 === 1) return upper;
  const scale = Math.max(upper.scale, lower.scale);
  const at = (value: Decimal): bigint => value.digits * 10n ** BigInt(scale - value.scale);
  // Half of a sum is five tenths of it.
  return { digits: (at(upper) + at(lower)) * 5n, scale: scale + 1 };
}

/** How far `value` is from `base`, in basis points of `base`, rounded up. Errors: RangeError on base 0. */
export function bpApart(value: Decimal, base: Decimal): bigint {
  if (base.digits === 0n) throw new RangeError('Nothing is a share of 0');
  const left = value.digits * 10n ** BigInt(base.scale);
  const right = base.digits * 10n ** BigInt(value.scale);
  const apart = left > right ? left - right : right - left;
  return (apart * 10_000n + right - 1n) / right;
}
