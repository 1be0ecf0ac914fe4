import { Inject, Injectable } from '@nestjs/common';
import { RateLimiter, type RateRule } from '@cardroom/cache';
import { BusinessError, CLOCK, SealedBox, type Clock } from '@cardroom/platform';
import type { ErrorCode } from '@cardroom/protocol';
import type { EntityManager } from 'typeorm';

import { newSecret, secretUri, stepOf } from './one-time-codes';
import { isRecoveryCode, newRecoveryCodes, recoveryCodeHash } from './recovery-codes';
import { SecondFactorRepository } from './second-factor.repository';

/** Seals the secrets of second factors; a key of its own, that wallet-api alone holds. */
export const FACTOR_BOX = Symbol('FACTOR_BOX');

export type SecondFactorRefusal = Extract<
  ErrorCode,
  | 'SECOND_FACTOR_NOT_SET_UP'
  | 'SECOND_FACTOR_REQUIRED'
  | 'SECOND_FACTOR_INVALID'
  | 'SECOND_FACTOR_LOCKED'
>;

/** What the owner of a new secret needs to put it into an authenticator. */
export interface Enrolment {
  readonly secret: string;
  readonly uri: string;
}

const PENDING_TTL_MS = 15 * 60_000;

/**
 * A code is one of a million and three are good at a time: twenty tries a day find one in 17,000
 * days. Without Redis nobody can count, so nobody may try.
 */
const TRIES: readonly RateRule[] = [
  { scope: 'factor', limit: 5, windowMs: 15 * 60_000, whenRedisIsAway: 'refuse' },
  { scope: 'factor-day', limit: 20, windowMs: 24 * 3_600_000, whenRedisIsAway: 'refuse' },
];

/** One-time codes (TOTP) and recovery codes. Rule: docs/rules/accounts.md. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly limiter: RateLimiter,
    @Inject(FACTOR_BOX) private readonly box: SealedBox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Spends a one-time code. Null where it was good; else why not.
   *
   * The code is spent with the caller's transaction: work that is rolled back can be tried again
   * with the same code while it lasts, work that is committed cannot. Tries count at once.
   */
  async verify(
    manager: EntityManager,
    userId: string,
    code: string | undefined,
  ): Promise<SecondFactorRefusal | null> {
    return this.check(manager, userId, code, { takesRecoveryCodes: false });
  }

  /** As `verify`, but takes a recovery code as well: to log in, or to change the factor. */
  async verifyOrRecover(
    manager: EntityManager,
    userId: string,
    code: string | undefined,
  ): Promise<SecondFactorRefusal | null> {
    return this.check(manager, userId, code, { takesRecoveryCodes: true });
  }

  /** Since when the user has one, or null. */
  async enabledAt(manager: EntityManager, userId: string): Promise<Date | null> {
    return (await this.factors.find(manager, userId))?.enabledAt ?? null;
  }

  async recoveryCodesLeft(manager: EntityManager, userId: string): Promise<number> {
    return (await this.factors.find(manager, userId))?.recoveryCodesLeft ?? 0;
  }

  /** A new secret, which counts when `confirm` has seen a code of it. Good for 15 minutes. */
  async enrol(manager: EntityManager, userId: string, accountName: string): Promise<Enrolment> {
    const secret = newSecret();
    const sealedSecret = this.box.seal(Buffer.from(secret), associated(userId));
    await this.factors.putPending(manager, userId, {
      sealedSecret,
      since: new Date(this.clock()),
    });
    return { secret, uri: secretUri(secret, accountName) };
  }

  /**
   * Puts the new secret to use and returns new recovery codes; the old secret and the old codes are
   * gone.
   *
   * Errors: BusinessError SECOND_FACTOR_NOT_SET_UP where none is pending, SECOND_FACTOR_INVALID,
   * SECOND_FACTOR_LOCKED.
   */
  async confirm(manager: EntityManager, userId: string, code: string): Promise<string[]> {
    const nowMs = this.clock();
    const row = await this.factors.find(manager, userId);
    const pending = row?.pendingSealedSecret ?? null;
    const sinceMs = row?.pendingSince?.getTime() ?? 0;
    if (pending === null || nowMs - sinceMs > PENDING_TTL_MS) {
      throw new BusinessError('SECOND_FACTOR_NOT_SET_UP');
    }
    if (!(await this.mayTry(userId))) throw new BusinessError('SECOND_FACTOR_LOCKED');
    const step = stepOf(this.open(pending, userId), code, nowMs);
    const proof = { pendingSealedSecret: pending, step: step ?? -1, at: new Date(nowMs) };
    if (step === null || !(await this.factors.enable(manager, userId, proof))) {
      throw new BusinessError('SECOND_FACTOR_INVALID');
    }
    const codes = newRecoveryCodes();
    const hashes = codes.map((each) => recoveryCodeHash(userId, each));
    await this.factors.putRecoveryCodes(manager, userId, hashes);
    await this.factors.markChanged(manager, userId, new Date(nowMs));
    await this.forgetTries(userId);
    return codes;
  }

  /** Takes the factor away. False where there was none. */
  async remove(manager: EntityManager, userId: string): Promise<boolean> {
    const removed = await this.factors.remove(manager, userId);
    if (removed) await this.factors.markChanged(manager, userId, new Date(this.clock()));
    return removed;
  }

  private async check(
    manager: EntityManager,
    userId: string,
    code: string | undefined,
    { takesRecoveryCodes }: { readonly takesRecoveryCodes: boolean },
  ): Promise<SecondFactorRefusal | null> {
    const sealed = (await this.factors.find(manager, userId))?.sealedSecret ?? null;
    if (sealed === null) return 'SECOND_FACTOR_NOT_SET_UP';
    if (code === undefined || code === '') return 'SECOND_FACTOR_REQUIRED';
    if (!(await this.mayTry(userId))) return 'SECOND_FACTOR_LOCKED';
    const step = stepOf(this.open(sealed, userId), code, this.clock());
    const isSpent =
      step === null
        ? takesRecoveryCodes && (await this.spendRecoveryCode(manager, userId, code))
        : await this.factors.spendStep(manager, userId, step);
    if (!isSpent) return 'SECOND_FACTOR_INVALID';
    await this.forgetTries(userId);
    return null;
  }

  private async spendRecoveryCode(
    manager: EntityManager,
    userId: string,
    code: string,
  ): Promise<boolean> {
    if (!isRecoveryCode(code)) return false;
    return this.factors.spendRecoveryCode(manager, userId, recoveryCodeHash(userId, code));
  }

  /** Counted before the code is looked at, and outside the caller's transaction. */
  private async mayTry(userId: string): Promise<boolean> {
    for (const rule of TRIES) {
      if (!(await this.limiter.consume(rule, userId)).allowed) return false;
    }
    return true;
  }

  /** Only tries that failed one after the other are held against somebody. */
  private async forgetTries(userId: string): Promise<void> {
    await Promise.all(TRIES.map(({ scope }) => this.limiter.forget(scope, userId)));
  }

  private open(sealed: string, userId: string): string {
    return Buffer.from(this.box.open(sealed, associated(userId))).toString();
  }
}

/** A sealed secret opens for its own user only. */
const associated = (userId: string): string => `second-factor:${userId}`;
