import { Secret, TOTP } from 'otpauth';

/** The code that an authenticator shows now for a secret in base32. */
export const oneTimeCode = (secret: string, nowMs = Date.now()): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: nowMs });
