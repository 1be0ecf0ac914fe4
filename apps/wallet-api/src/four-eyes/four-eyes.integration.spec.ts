import { withTransaction } from '@cardroom/database';
import { v7 as uuidv7 } from 'uuid';

import { WalletApi } from '../wallet-api.builder';
import { FourEyes } from './four-eyes';
import { FourEyesRepository } from './four-eyes.repository';
import type { FourEyesRequest, Proposal } from './four-eyes.types';

let api: WalletApi;
let eyes: FourEyes;
let [asker, other, player] = ['', '', ''];
let nowMs = Date.now();
let done: FourEyesRequest[] = [];
let fails = false;

beforeAll(async () => {
  api = await WalletApi.start();
  [asker, other, player] = (await Promise.all([api.player(), api.player(), api.player()])).map(
    ({ userId }) => userId,
  ) as [string, string, string];
  eyes = new FourEyes(new FourEyesRepository(), () => nowMs);
  eyes.register({
    kind: 'test',
    deciders: ['risk', 'admin'],
    apply: async (manager, request) => {
      if (fails) throw new Error('the work failed');
      await manager.query('UPDATE users SET status_reason = $2 WHERE id = $1', [
        player,
        request.requestId,
      ]);
      done.push(request);
    },
  });
});

afterAll(() => api.stop());

beforeEach(() => {
  done = [];
  fails = false;
  nowMs = Date.now();
});

const propose = (change: Partial<Proposal> = {}): Promise<FourEyesRequest> =>
  eyes.propose(api.source.manager, {
    kind: 'test',
    subjectId: uuidv7(),
    beneficiaryId: player,
    payload: { amountKrw: 5_000, because: ['a', { b: null }] },
    requestedBy: asker,
    reason: 'it is right',
    ...change,
  });

const approve = (
  request: FourEyesRequest,
  change: { readonly decidedBy?: string; readonly payloadHash?: string } = {},
): Promise<FourEyesRequest> =>
  withTransaction(api.source, (manager) =>
    eyes.approve(manager, {
      ...{ requestId: request.requestId, payloadHash: request.payloadHash },
      ...{ decidedBy: other, decidedByRole: 'risk', reason: 'looked at it' },
      ...change,
    }),
  );

const statusOf = async ({ requestId }: FourEyesRequest): Promise<string> =>
  (await eyes.get(api.source.manager, requestId)).status;

describe('what needs two persons', () => {
  it('waits until another one approves, and is done with what was asked for', async () => {
    const request = await propose();
    expect(request).toMatchObject({ status: 'pending', requestedBy: asker, decidedBy: null });
    expect(done).toEqual([]);
    const approved = await approve(request);
    expect(approved).toMatchObject({ status: 'approved', decidedBy: other });
    expect(done.map(({ payload }) => payload)).toEqual([request.payload]);
  });

  it('#97 is approved neither by who asked nor by whom it profits, nor does the database keep it', async () => {
    const request = await propose();
    for (const decidedBy of [asker, player]) {
      await expect(approve(request, { decidedBy })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(
        api.source.query(
          `UPDATE four_eyes_requests SET status = 'approved', decided_by = $2, decided_at = now()
           WHERE id = $1`,
          [request.requestId, decidedBy],
        ),
      ).rejects.toThrow('CK_four_eyes_requests_two_persons');
    }
    expect(await statusOf(request)).toBe('pending');
    expect(done).toEqual([]);
  });

  it('#107 is not approved under another hash, nor when its payload was altered', async () => {
    const request = await propose();
    await expect(approve(request, { payloadHash: 'x' })).rejects.toMatchObject({
      code: 'REQUEST_CHANGED',
    });
    await api.source.query(
      `UPDATE four_eyes_requests SET payload = jsonb_set(payload, '{amountKrw}', '9')
       WHERE id = $1`,
      [request.requestId],
    );
    await expect(approve(request)).rejects.toMatchObject({ code: 'REQUEST_CHANGED' });
    expect(done).toEqual([]);
  });

  it('stays pending when the work of the approval fails', async () => {
    const request = await propose();
    fails = true;
    await expect(approve(request)).rejects.toThrow('the work failed');
    expect(await statusOf(request)).toBe('pending');
    fails = false;
    expect((await approve(request)).status).toBe('approved');
  });

  it('is done once, however many approve at once', async () => {
    const request = await propose();
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => approve(request)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(done).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        expect(outcome.reason).toMatchObject({ code: 'REQUEST_DECIDED' });
      }
    }
  });

  it('is rejected by another, or taken back by who asked, and not approved after that', async () => {
    for (const decidedBy of [other, asker]) {
      const request = await propose();
      await withTransaction(api.source, (manager) =>
        eyes.reject(manager, {
          ...{ requestId: request.requestId, decidedBy, decidedByRole: 'risk', reason: 'no' },
        }),
      );
      expect(await statusOf(request)).toBe('rejected');
      await expect(approve(request)).rejects.toMatchObject({ code: 'REQUEST_DECIDED' });
    }
  });

  it('waits once: asked for again it is REQUEST_PENDING, but something else is not', async () => {
    const subjectId = uuidv7();
    await propose({ subjectId });
    await expect(propose({ subjectId })).rejects.toMatchObject({ code: 'REQUEST_PENDING' });
    await propose({ subjectId, payload: { amountKrw: 5_001 } });
  });

  it('expires after a day, and can then be asked for again', async () => {
    const subjectId = uuidv7();
    const request = await propose({ subjectId });
    nowMs += 24 * 3_600_000;
    expect(await statusOf(request)).toBe('expired');
    await expect(approve(request)).rejects.toMatchObject({ code: 'REQUEST_EXPIRED' });
    expect((await propose({ subjectId })).status).toBe('pending');
  });
});

it('requests are listed by their state, newest first', async () => {
  const [first, second] = [await propose(), await propose()];
  await approve(first);
  const list = async (status: 'pending' | 'approved' | 'expired'): Promise<string[]> => {
    const filter = { status, kind: 'test', before: null, limit: 100 };
    return (await eyes.list(api.source.manager, filter)).map(({ requestId }) => requestId);
  };
  expect((await list('pending'))[0]).toBe(second.requestId);
  expect((await list('approved'))[0]).toBe(first.requestId);
  expect(await list('pending')).not.toContain(first.requestId);
  nowMs += 48 * 3_600_000;
  expect(await list('pending')).toEqual([]);
  expect(await list('expired')).toContain(second.requestId);
});
