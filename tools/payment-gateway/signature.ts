import { createHmac, timingSafeEqual } from 'node:crypto';

const WINDOW_SECONDS = 300;

const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/** The header over the parts, which are joined by dots: `t=<seconds>,v1=<hex of HMAC-SHA256>`. */
export function signatureHeader(
  secret: string,
  parts: readonly string[],
  atSeconds = nowSeconds(),
): string {
  const mac = createHmac('sha256', secret)
    .update([atSeconds, ...parts].join('.'))
    .digest('hex');
  return `t=${atSeconds},v1=${mac}`;
}

/** Whether a header is ours, over these parts, and of this moment. */
export function isSigned(header: unknown, secret: string, parts: readonly string[]): boolean {
  const [, at, mac] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(String(header)) ?? [];
  if (at === undefined || mac === undefined) return false;
  if (Math.abs(nowSeconds() - Number(at)) > WINDOW_SECONDS) return false;
  const expected = Buffer.from(signatureHeader(secret, parts, Number(at)));
  return timingSafeEqual(expected, Buffer.from(`t=${at},v1=${mac}`));
}
