import { withTransaction } from '@cardroom/database';
import { PlayedHouse } from '@cardroom/testing';

import { FourEyes } from '../four-eyes/four-eyes';
import { WalletApi, type Answer } from '../wallet-api.builder';
import type { StakesRake } from './rake-terms.repository';

let api: WalletApi;
let [asker, other] = ['', ''];
let [askerToken, playerToken] = ['', ''];
let stakesId = '';

const MINUTE_MS = 60_000;

beforeAll(async () => {
  api = await WalletApi.start({ RATE_LIMIT_DEFAULT_PER_MIN: '1000' });
  const house = await PlayedHouse.at(api.databaseUrl, 11);
  await house.table(2);
  await house.close();
  [asker, other] = [(await api.player()).userId, (await api.player()).userId];
  askerToken = await api.enter(asker, 'risk');
  playerToken = await api.enter(other);
  const [row] = await api.source.query<{ id: string }[]>('SELECT id FROM stakes LIMIT 1');
  stakesId = row?.id ?? '';
});

afterAll(() => api.stop());

const inMinutes = (minutes: number): string =>
  new Date(Date.now() + minutes * MINUTE_MS).toISOString();

const asked = (change: object = {}): object => ({
  ...{ stakesId, rateBp: 450, capKrw: 8_000, effectiveFrom: inMinutes(60) },
  ...{ reason: 'as the market asks' },
  ...change,
});

const propose = (change: object = {}, token = askerToken): Promise<Answer> =>
  api.send({ path: '/staff/rake/changes', body: asked(change), token });

const approve = ({ body }: Answer, decidedBy = other) =>
  withTransaction(api.source, (manager) =>
    api.get(FourEyes).approve(manager, {
      ...{ requestId: String(body['requestId']), payloadHash: String(body['payloadHash']) },
      ...{ decidedBy, decidedByRole: 'admin', reason: 'looked at the figures' },
    }),
  );

const terms = async (): Promise<StakesRake['terms']> => {
  const { text } = await api.send({ path: '/staff/rake/terms', token: askerToken });
  const all = JSON.parse(text) as StakesRake[];
  return all.find((each) => each.stakesId === stakesId)?.terms ?? [];
};

describe('§4 the rake of stakes', () => {
  it('§4.2 begins with the figures of the house for its blinds where it names none', async () => {
    const blinds = [
      [1_000, 2_000, 500, 6_000],
      [5_000, 10_000, 500, 40_000],
      [25_000, 50_000, 400, 250_000],
      [300, 600, 500, 1_800],
    ];
    for (const [small, big, rateBp, capKrw] of blinds) {
      const [row] = await api.source.query<unknown[]>(
        `WITH s AS (INSERT INTO stakes (id, name, small_blind_krw, big_blind_krw)
           VALUES (gen_random_uuid(), 'house ' || $1::bigint, $1::bigint, $2) RETURNING rake_bp, rake_cap_krw)
         SELECT * FROM s`,
        [small, big],
      );
      expect(row).toEqual({ rake_bp: rateBp, rake_cap_krw: capKrw });
    }
  });

  it('§4.3 #97 changes when a second person has approved, and from its moment only', async () => {
    const request = await propose();
    expect([request.status, request.body['status']]).toEqual([201, 'pending']);
    expect(await terms()).toMatchObject([{ effectiveFrom: null, inForce: true }]);
    const pending = await api.send({ path: '/staff/rake/changes', token: askerToken });
    expect(pending.body['items']).toMatchObject([{ requestId: request.body['requestId'] }]);
    await expect(approve(request, asker)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await approve(request);
    expect(await terms()).toMatchObject([
      { rateBp: 500, effectiveFrom: null, inForce: true },
      { rateBp: 450, capKrw: 8_000, inForce: false, requestId: request.body['requestId'] },
    ]);
    const actions = await api.source.query<{ action: string }[]>(
      `SELECT action FROM audit_events WHERE subject = $1 ORDER BY id`,
      [`stakes:${stakesId}`],
    );
    expect(actions.map(({ action }) => action)).toEqual(['rake.propose', 'rake.change']);
  });

  it('§4.3 is looked at again when it is approved', async () => {
    const effectiveFrom = inMinutes(90);
    const [first, second] = [
      await propose({ effectiveFrom, rateBp: 300 }),
      await propose({ effectiveFrom, rateBp: 310 }),
    ];
    await approve(first);
    await expect(approve(second)).rejects.toMatchObject({ code: 'TERMS_EXIST' });
  });

  it.each([
    [{ effectiveFrom: inMinutes(5) }, 422, 'TERMS_TOO_SOON'],
    [{ effectiveFrom: '2020-01-01T00:00:00Z' }, 422, 'TERMS_TOO_SOON'],
    [{ effectiveFrom: '2030-01-01T00:00:00' }, 400, 'VALIDATION_FAILED'],
    [{ effectiveFrom: 'next monday' }, 400, 'VALIDATION_FAILED'],
    [{ rateBp: 1_001 }, 400, 'VALIDATION_FAILED'],
    [{ rateBp: -1 }, 400, 'VALIDATION_FAILED'],
    [{ rateBp: 4.5 }, 400, 'VALIDATION_FAILED'],
    [{ capKrw: 20_001 }, 422, 'INVALID_AMOUNT'],
    [{ capKrw: 0.5 }, 422, 'INVALID_AMOUNT'],
    [{ stakesId: '01900000-0000-7000-8000-000000000001' }, 404, 'NOT_FOUND'],
    [{ reason: '' }, 400, 'VALIDATION_FAILED'],
  ])('refuses %j', async (change, status, code) => {
    const answer = await propose(change);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });

  it('is never rewritten: neither what was in force nor what is to come', async () => {
    for (const statement of [
      'UPDATE rake_terms SET rate_bp = 0',
      'DELETE FROM rake_terms',
      'UPDATE stakes SET rake_bp = rake_bp + 1',
    ]) {
      await expect(api.source.query(statement)).rejects.toThrow('append-only');
    }
  });

  it.each(['/staff/rake/terms', '/staff/rake/changes', '/staff/rakeback/weeks'])(
    '#99 %s is not there for players',
    async (path) => {
      expect((await api.send({ path, token: playerToken })).status).toBe(404);
    },
  );
});
