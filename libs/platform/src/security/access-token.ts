import { JwtService } from '@nestjs/jwt';
import type { ErrorCode } from '@cardroom/protocol';

export const ROLES = ['player', 'support', 'cashier', 'risk', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** How somebody has shown who they are: a password, and a one-time code besides (RFC 8176). */
export const AUTH_METHODS = ['pwd', 'otp'] as const;
export type AuthMethod = (typeof AUTH_METHODS)[number];

/** What an access token says about its bearer. */
export interface AccessClaims {
  readonly userId: string;
  readonly sessionId: string;
  readonly role: Role;
  readonly nickname: string;
  readonly amr?: readonly AuthMethod[];
}

export interface TokenSettings {
  readonly issuer: string;
  readonly audience: string;
}

const ALGORITHM = 'ES256';
const CLOCK_TOLERANCE_SECONDS = 5;

/** Ours have some 500 characters; a longer one is not worth parsing. */
const MAX_TOKEN_LENGTH = 4_096;

const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value);

export type Verified =
  | { readonly ok: true; readonly claims: AccessClaims }
  | {
      readonly ok: false;
      readonly code: Extract<ErrorCode, 'TOKEN_MISSING' | 'TOKEN_INVALID' | 'TOKEN_EXPIRED'>;
    };

/** Checks access tokens with the public key alone. */
export class AccessTokenVerifier {
  private readonly jwt: JwtService;

  constructor(
    publicKeyPem: string,
    private readonly settings: TokenSettings,
  ) {
    this.jwt = new JwtService({ publicKey: publicKeyPem });
  }

  /**
   * Only ES256 of our own issuer, for us, of type `access`; headers that name keys are ignored.
   * Takes whatever a client sent: sockets may send any JSON.
   */
  async verify(token: unknown): Promise<Verified> {
    if (token === undefined || token === null || token === '') {
      return { ok: false, code: 'TOKEN_MISSING' };
    }
    if (typeof token !== 'string' || token.length > MAX_TOKEN_LENGTH) {
      return { ok: false, code: 'TOKEN_INVALID' };
    }
    try {
      const payload = await this.jwt.verifyAsync<Record<string, unknown>>(token, {
        algorithms: [ALGORITHM],
        ...this.settings,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
      const claims = claimsOf(payload);
      return claims === null ? { ok: false, code: 'TOKEN_INVALID' } : { ok: true, claims };
    } catch (cause) {
      const expired = cause instanceof Error && cause.name === 'TokenExpiredError';
      return { ok: false, code: expired ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID' };
    }
  }
}

function claimsOf(payload: Record<string, unknown>): AccessClaims | null {
  const { sub, sid, role, nickname, typ, exp, amr } = payload;
  if (typ !== 'access' || typeof exp !== 'number') return null;
  if (typeof sub !== 'string' || typeof sid !== 'string') return null;
  if (typeof nickname !== 'string' || !isRole(role)) return null;
  const methods = AUTH_METHODS.filter((method) => Array.isArray(amr) && amr.includes(method));
  return { userId: sub, sessionId: sid, role, nickname, amr: methods };
}

/** Signs access tokens; only wallet-api holds the private key. */
export class AccessTokenSigner {
  private readonly jwt: JwtService;

  constructor(
    privateKeyPem: string,
    private readonly settings: TokenSettings,
  ) {
    this.jwt = new JwtService({ privateKey: privateKeyPem });
  }

  sign(claims: AccessClaims, ttlSeconds: number): Promise<string> {
    const { userId, sessionId, role, nickname, amr = ['pwd'] } = claims;
    return this.jwt.signAsync(
      { sid: sessionId, role, nickname, amr, typ: 'access' },
      { algorithm: ALGORITHM, subject: userId, expiresIn: ttlSeconds, ...this.settings },
    );
  }
}
