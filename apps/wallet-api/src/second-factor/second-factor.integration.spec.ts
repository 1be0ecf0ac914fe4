import { Keys, RateLimiter, REDIS_GAME } from '@cardroom/cache';
import { withTransaction } from '@cardroom/database';
import type { SealedBox } from '@cardroom/platform';
import type { Redis } from 'ioredis';

import { WalletApi } from '../wallet-api.builder';
import { codeAt } from './one-time-codes';
import { FACTOR_BOX, SecondFactor, type SecondFactorRefusal } from './second-factor';
import { SecondFactorRepository } from './second-factor.repository';

const PERIOD_MS = 30_000;

let api: WalletApi;
let factor: SecondFactor;
let nowMs = 1_700_000_000_000;

beforeAll(async () => {
  api = await WalletApi.start();
  const limiter = new RateLimiter(api.get<Redis>(REDIS_GAME), api.get(Keys));
  const box = api.get<SealedBox>(FACTOR_BOX);
  factor = new SecondFactor(new SecondFactorRepository(), limiter, box, () => nowMs);
});

afterAll(() => api.stop());

beforeEach(() => {
  nowMs += 10 * PERIOD_MS;
});

interface Owner {
  readonly userId: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

async function owner(): Promise<Owner> {
  const { userId } = await api.player();
  const { secret } = await factor.enrol(api.source.manager, userId, 'ann@example.com');
  const recoveryCodes = await withTransaction(api.source, (manager) =>
    factor.confirm(manager, userId, codeAt(secret, nowMs)),
  );
  nowMs += PERIOD_MS;
  return { userId, secret, recoveryCodes };
}

const verify = (userId: string, code?: string): Promise<SecondFactorRefusal | null> =>
  withTransaction(api.source, (manager) => factor.verify(manager, userId, code));

const recover = (userId: string, code: string): Promise<SecondFactorRefusal | null> =>
  withTransaction(api.source, (manager) => factor.verifyOrRecover(manager, userId, code));

describe('enrolment', () => {
  it('counts when a code of the new secret has come, and not before', async () => {
    const { userId } = await api.player();
    expect(await verify(userId, '123456')).toBe('SECOND_FACTOR_NOT_SET_UP');
    const { secret } = await factor.enrol(api.source.manager, userId, 'ann@example.com');
    expect(await verify(userId, codeAt(secret, nowMs))).toBe('SECOND_FACTOR_NOT_SET_UP');
    await expect(factor.confirm(api.source.manager, userId, '000000')).rejects.toMatchObject({
      code: 'SECOND_FACTOR_INVALID',
    });
    expect(await factor.enabledAt(api.source.manager, userId)).toBeNull();
    await factor.confirm(api.source.manager, userId, codeAt(secret, nowMs));
    expect(await factor.enabledAt(api.source.manager, userId)).toEqual(new Date(nowMs));
  });

  it('ends after a quarter of an hour', async () => {
    const { userId } = await api.player();
    const { secret } = await factor.enrol(api.source.manager, userId, 'ann@example.com');
    nowMs += 15 * 60_000 + 1;
    await expect(
      factor.confirm(api.source.manager, userId, codeAt(secret, nowMs)),
    ).rejects.toMatchObject({ code: 'SECOND_FACTOR_NOT_SET_UP' });
  });

  it('leaves the old secret in use until the new one is confirmed', async () => {
    const { userId, secret } = await owner();
    const next = await factor.enrol(api.source.manager, userId, 'ann@example.com');
    expect(await verify(userId, codeAt(secret, nowMs))).toBeNull();
    nowMs += PERIOD_MS;
    await factor.confirm(api.source.manager, userId, codeAt(next.secret, nowMs));
    nowMs += PERIOD_MS;
    expect(await verify(userId, codeAt(secret, nowMs))).toBe('SECOND_FACTOR_INVALID');
    expect(await verify(userId, codeAt(next.secret, nowMs))).toBeNull();
  });

  it('and removal set the moment that withdrawals are delayed by', async () => {
    const { userId } = await owner();
    const changedAt = async (): Promise<Date | undefined> => {
      const [row] = await api.source.query<{ at: Date }[]>(
        'SELECT factor_changed_at AS at FROM users WHERE id = $1',
        [userId],
      );
      return row?.at;
    };
    expect(await changedAt()).toEqual(new Date(nowMs - PERIOD_MS));
    nowMs += 1_000;
    expect(await factor.remove(api.source.manager, userId)).toBe(true);
    expect(await changedAt()).toEqual(new Date(nowMs));
    expect(await verify(userId, '123456')).toBe('SECOND_FACTOR_NOT_SET_UP');
  });

  it('#76 leaves neither the secret nor a recovery code readable at rest', async () => {
    const { userId, secret, recoveryCodes } = await owner();
    const rows = await api.source.query<unknown[]>(
      `SELECT f.*, r.* FROM second_factors f JOIN recovery_codes r USING (user_id)
       WHERE user_id = $1`,
      [userId],
    );
    const text = JSON.stringify(rows);
    expect(text).not.toContain(secret);
    for (const code of recoveryCodes) expect(text).not.toContain(code.replaceAll('-', ''));
    expect(recoveryCodes).toHaveLength(10);
  });
});

describe('a one-time code', () => {
  it('is good once', async () => {
    const { userId, secret } = await owner();
    const code = codeAt(secret, nowMs);
    expect(await verify(userId, code)).toBeNull();
    expect(await verify(userId, code)).toBe('SECOND_FACTOR_INVALID');
  });

  it('#93 is good once when it comes many times at once', async () => {
    const { userId, secret } = await owner();
    const code = codeAt(secret, nowMs);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => verify(userId, code)));
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
  });

  it('#93 of an earlier step is spent with a later one, so that the window opens no second door', async () => {
    const { userId, secret } = await owner();
    expect(await verify(userId, codeAt(secret, nowMs + PERIOD_MS))).toBeNull();
    expect(await verify(userId, codeAt(secret, nowMs))).toBe('SECOND_FACTOR_INVALID');
  });

  it('that came with work which was rolled back can come again', async () => {
    const { userId, secret } = await owner();
    const code = codeAt(secret, nowMs);
    const work = withTransaction(api.source, async (manager) => {
      expect(await factor.verify(manager, userId, code)).toBeNull();
      throw new Error('something else went wrong');
    });
    await expect(work).rejects.toThrow('something else');
    expect(await verify(userId, code)).toBeNull();
  });

  it('of somebody else is refused, and one that is missing is asked for', async () => {
    const [one, other] = [await owner(), await owner()];
    expect(await verify(one.userId, codeAt(other.secret, nowMs))).toBe('SECOND_FACTOR_INVALID');
    expect(await verify(one.userId)).toBe('SECOND_FACTOR_REQUIRED');
    expect(await verify(one.userId, '')).toBe('SECOND_FACTOR_REQUIRED');
  });

  it('#93 is not guessed: five wrong ones lock, even against the right one, and rolled back work counts', async () => {
    const { userId, secret } = await owner();
    for (let tries = 0; tries < 5; tries += 1) {
      const work = withTransaction(api.source, async (manager) => {
        const refusal = await factor.verify(manager, userId, '000000');
        throw new Error(refusal ?? 'it was right');
      });
      await expect(work).rejects.toThrow('SECOND_FACTOR_INVALID');
    }
    expect(await verify(userId, codeAt(secret, nowMs))).toBe('SECOND_FACTOR_LOCKED');
  });

  it('that was right forgives the wrong ones before it', async () => {
    const { userId, secret } = await owner();
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 4; tries += 1) await verify(userId, '000000');
      nowMs += PERIOD_MS;
      expect(await verify(userId, codeAt(secret, nowMs))).toBeNull();
    }
  });
});

describe('a recovery code', () => {
  it('is good once, however it is typed, and only where it may stand in', async () => {
    const { userId, recoveryCodes } = await owner();
    const [first = '', second = ''] = recoveryCodes;
    expect(await verify(userId, first)).toBe('SECOND_FACTOR_INVALID');
    expect(await recover(userId, ` ${first.toUpperCase().replaceAll('-', '')} `)).toBeNull();
    expect(await recover(userId, first)).toBe('SECOND_FACTOR_INVALID');
    expect(await factor.recoveryCodesLeft(api.source.manager, userId)).toBe(9);
    expect(await recover(userId, second)).toBeNull();
  });

  it('of somebody else is refused', async () => {
    const [one, other] = [await owner(), await owner()];
    expect(await recover(one.userId, other.recoveryCodes[0] ?? '')).toBe('SECOND_FACTOR_INVALID');
  });
});
