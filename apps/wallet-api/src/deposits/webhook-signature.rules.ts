import { createHmac, timingSafeEqual } from 'node:crypto';

import type { ErrorCode } from '@cardroom/protocol';

/** How far the signed time may be from ours. */
export const SIGNATURE_WINDOW_SECONDS = 300;

export type SignatureFault = Extract<ErrorCode, 'SIGNATURE_INVALID' | 'TIMESTAMP_OUT_OF_WINDOW'>;

const hmacOf = (secret: string, signedAt: string, raw: Uint8Array): Buffer =>
  createHmac('sha256', secret).update(`${signedAt}.`).update(raw).digest();

/**
 * Checks `t=<seconds>,v1=<hex>[,v1=<hex>]` over the bytes that came, against every active secret,
 * in constant time. Null where it holds.
 */
export function signatureFault(
  header: string | undefined,
  raw: Uint8Array,
  context: { readonly secrets: readonly string[]; readonly nowSeconds: number },
): SignatureFault | null {
  const parts = (header ?? '').split(',').map((part) => part.trim().split('=', 2));
  const signedAt = parts.find(([name]) => name === 't')?.[1] ?? '';
  if (!/^\d{1,12}$/.test(signedAt)) return 'SIGNATURE_INVALID';
  const given = parts.flatMap(([name, value = '']) =>
    name === 'v1' && /^[0-9a-f]{64}$/.test(value) ? [Buffer.from(value, 'hex')] : [],
  );
  const expected = context.secrets.map((secret) => hmacOf(secret, signedAt, raw));
  const isSigned = expected.some((right) => given.some((each) => timingSafeEqual(right, each)));
  if (!isSigned) return 'SIGNATURE_INVALID';
  const isNear = Math.abs(context.nowSeconds - Number(signedAt)) <= SIGNATURE_WINDOW_SECONDS;
  return isNear ? null : 'TIMESTAMP_OUT_OF_WINDOW';
}
