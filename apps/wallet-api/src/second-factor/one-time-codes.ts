import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;

/** Clocks of telephones are off by a little: one step before and one after are taken as well. */
const WINDOW_STEPS = 1;

const totpOf = (secret: string, label?: string): TOTP =>
  new TOTP({
    ...{ issuer: 'Cardroom', algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS },
    secret: Secret.fromBase32(secret),
    ...(label === undefined ? {} : { label }),
  });

/** A new secret of 160 bits, in base32 as authenticator apps take it. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What authenticator apps read from a QR code. */
export const secretUri = (secret: string, accountName: string): string =>
  totpOf(secret, accountName).toString();

/** The code of six digits that an authenticator shows at a moment. */
export const codeAt = (secret: string, nowMs: number): string =>
  totpOf(secret).generate({ timestamp: nowMs });

/**
 * The step of 30 seconds that a code belongs to, or null where it is none of those near now. Who
 * keeps the step can refuse that code, and all before it, when it comes again.
 */
export function stepOf(secret: string, code: string, nowMs: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf(secret).validate({ token: code, timestamp: nowMs, window: WINDOW_STEPS });
  return delta === null ? null : Math.floor(nowMs / 1000 / PERIOD_SECONDS) + delta;
}
