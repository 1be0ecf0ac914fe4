import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Auditor, AuditSigner, AuditTrail, type SealProof } from '@cardroom/audit';
import type { Role } from '@cardroom/platform';
import { PlayedHouse, testRedisPrefix, testRedisUrl, type PlayedTable } from '@cardroom/testing';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';

import { WalletApi, type Answer, type StaffMember } from '../wallet-api.builder';

jest.setTimeout(60_000);

const SEED = 9_012;
const folder = mkdtempSync(join(tmpdir(), 'cardroom-proofs-'));
const redisKeyPrefix = testRedisPrefix();
const { privateKey } = generateKeyPairSync('ed25519', {
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const signer = new AuditSigner(privateKey);

let api: WalletApi;
let house: PlayedHouse;
let table: PlayedTable;
let risk: StaffMember;
let redis: Redis;

beforeAll(async () => {
  api = await WalletApi.start({ RATE_LIMIT_DEFAULT_PER_MIN: '10000' });
  house = await PlayedHouse.at(api.databaseUrl, SEED);
  table = await house.table(2);
  for (let at = 0; at < 3; at += 1) await house.hand(table);
  risk = await api.staff('risk');
  redis = new Redis(testRedisUrl());
});

afterAll(async () => {
  const keys = await redis.keys(`${redisKeyPrefix}*`);
  if (keys.length > 0) await redis.del(...keys);
  redis.disconnect();
  await house.close();
  await api.stop();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, token: string): Promise<Answer> => api.send({ path, token });
const itemsOf = ({ body }: Answer): Record<string, unknown>[] =>
  body['items'] as Record<string, unknown>[];

/** Seals once no other suite of the server has an open transaction that is older. */
async function sealAll(): Promise<void> {
  const trail = new AuditTrail({ source: api.source, redis, redisKeyPrefix, folder });
  const sealer = trail.sealer(signer, 'test', Date.now);
  const deadline = performance.now() + 30_000;
  do {
    if (performance.now() > deadline) throw new Error('in vain waited for the horizon');
    await sealer.seal();
  } while ((await trail.lagSeconds()) > 0);
}

describe('the audit search', () => {
  const event = (action: string, subject: string, actorId = risk.userId): Promise<void> =>
    api.get(Auditor).record(api.source.manager, {
      ...{ actorId, actorRole: 'risk', action, subject, outcome: 'done', reason: 'a reason' },
    });

  beforeAll(async () => {
    for (let at = 0; at < 5; at += 1) await event('test.search', `thing:${at}`);
    await event('test.other', 'thing:0', 'somebody-else');
  });

  it.each<[string, number]>([
    ['action=test.search', 5],
    ['action=test.search&subject=thing:3', 1],
    ['subject=thing:0', 2],
    ['actor=somebody-else', 1],
    ['action=test.search&to=2020-01-01T00:00:00Z', 0],
    ['action=test.search&from=2020-01-01T00:00:00Z', 5],
  ])('for %s finds %i events', async (query, found) => {
    const answer = await get(`/staff/audit/events?limit=100&${query}`, risk.token);
    expect(itemsOf(answer)).toHaveLength(found);
  });

  it('reads in pages, newest first, by cursors that are good for their search only', async () => {
    const subjects: unknown[] = [];
    let cursor = '';
    do {
      const answer = await get(
        `/staff/audit/events?limit=2&action=test.search${cursor}`,
        risk.token,
      );
      subjects.push(...itemsOf(answer).map((item) => item['subject']));
      const next = answer.body['nextCursor'];
      cursor = typeof next === 'string' ? `&cursor=${next}` : '';
      if (cursor !== '') {
        const other = await get(`/staff/audit/events?limit=2${cursor}`, risk.token);
        expect(other.body['code']).toBe('INVALID_CURSOR');
      }
    } while (cursor !== '');
    expect(subjects).toEqual([4, 3, 2, 1, 0].map((at) => `thing:${at}`));
  });

  it.each(['from=yesterday', 'to=2020-13-01', 'limit=0', 'unknown=1', 'actor='.padEnd(120, 'x')])(
    '#122 for %s is VALIDATION_FAILED',
    async (query) => {
      const answer = await get(`/staff/audit/events?${query}`, risk.token);
      expect([answer.status, answer.body['code']]).toEqual([400, 'VALIDATION_FAILED']);
    },
  );

  it.each<Exclude<Role, 'player'>>(['support', 'cashier'])(
    '#97 does not exist for %s',
    async (role) => {
      const { token } = await api.staff(role);
      for (const path of ['/staff/audit/events', '/staff/reconciliation/findings'])
        expect((await get(path, token)).status).toBe(404);
    },
  );
});

describe('a transfer in the audit trail', () => {
  const lastTransfer = async (userId: string): Promise<string> => {
    const [row] = await api.source.query<{ id: string }[]>(
      `SELECT transfer_id AS id FROM ledger_entries WHERE user_id = $1 ORDER BY transfer_id DESC LIMIT 1`,
      [userId],
    );
    return row?.id ?? '';
  };

  /** The root of RFC 6962 from a leaf, its place, and the hashes beside its way. */
  function rootFrom(leaf: string, { index, path, block }: SealProof): string {
    const hash = (left: Buffer, right: Buffer): Buffer =>
      createHash('sha256')
        .update(Buffer.concat([Buffer.of(1), left, right]))
        .digest();
    let [at, last] = [index, block.records - 1];
    let node: Buffer = Buffer.from(leaf, 'hex');
    for (const text of path) {
      const beside = Buffer.from(text, 'hex');
      if (at % 2 === 1 || at === last) {
        node = hash(beside, node);
        while (at % 2 === 0 && at !== 0) [at, last] = [at >> 1, last >> 1];
      } else node = hash(node, beside);
      [at, last] = [at >> 1, last >> 1];
    }
    return node.toString('hex');
  }

  it('is proven to its player by a path to a root whose head the key has signed', async () => {
    await sealAll();
    const { userId } = table.players[0] ?? { userId: '' };
    const id = await lastTransfer(userId);
    const { status, body } = await get(`/wallet/transactions/${id}/proof`, await api.enter(userId));
    expect(status).toBe(200);
    const seal = body['seal'] as SealProof;
    expect(rootFrom(String(body['leafHash']), seal)).toBe(seal.block.root);
    const signed = Buffer.from(`cardroom audit block ${seal.block.head}`);
    expect(
      verify(null, signed, signer.publicKey, Buffer.from(seal.block.signature, 'base64')),
    ).toBe(true);
    expect(body['record']).toBeUndefined();
    const history = await get('/wallet/transactions?limit=100', await api.enter(userId));
    const line = itemsOf(history).find((item) => item['transferId'] === id);
    expect(line?.['integrityHash']).toBe(body['leafHash']);
  });

  it('is sealed nowhere before its block, and says so', async () => {
    const runner = api.source.createQueryRunner();
    // An open transaction that has written holds the horizon back.
    await runner.startTransaction();
    await runner.query('SELECT pg_current_xact_id()');
    const other = await house.table(1);
    const { userId } = other.players[0] ?? { userId: '' };
    const { body } = await get(
      `/wallet/transactions/${await lastTransfer(userId)}/proof`,
      await api.enter(userId),
    );
    await runner.rollbackTransaction();
    await runner.release();
    expect(body['seal']).toBeNull();
    expect(body['leafHash']).toMatch(/^[0-9a-f]{64}$/);
  });

  it('#74 of somebody else does not exist, as one that is not there', async () => {
    const { userId } = table.players[0] ?? { userId: '' };
    const { accessToken } = await api.player();
    const foreign = await get(
      `/wallet/transactions/${await lastTransfer(userId)}/proof`,
      accessToken,
    );
    const absent = await get(`/wallet/transactions/${uuidv7()}/proof`, accessToken);
    expect([foreign.status, foreign.body['code']]).toEqual([404, 'NOT_FOUND']);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...absent.body, requestId: '' });
  });

  it('is shown to staff whole', async () => {
    const { userId } = table.players[0] ?? { userId: '' };
    const id = await lastTransfer(userId);
    const { body } = await get(`/staff/audit/transfers/${id}`, risk.token);
    expect(body['record']).toMatchObject({ kind: 'transfer', id });
    expect((await get(`/staff/audit/transfers/${uuidv7()}`, risk.token)).status).toBe(404);
  });
});

describe('findings of the reconciliation', () => {
  const finding = async (): Promise<string> => {
    const id = uuidv7();
    await api.source.query(
      `INSERT INTO reconciliation_findings (id, kind, subject, fingerprint, expected, found)
       VALUES ($1, 'gateway', $2, 'f', '5', '4')`,
      [id, `asset:${id}`],
    );
    return id;
  };
  const resolve = (id: string, body: object): Promise<Answer> =>
    api.send({ path: `/staff/reconciliation/findings/${id}/resolve`, token: risk.token, body });
  const RESOLUTION = { status: 'explained', reason: 'A payment was on its way.' };

  it('are listed by how they stand', async () => {
    const id = await finding();
    const open = await get('/staff/reconciliation/findings?status=open', risk.token);
    expect(itemsOf(open)[0]).toMatchObject({ id, status: 'open', expected: '5', found: '4' });
    const closed = await get('/staff/reconciliation/findings?status=closed', risk.token);
    expect(itemsOf(closed)).toEqual([]);
  });

  it('are resolved once, with a reason, which is an audit event', async () => {
    const id = await finding();
    const answers = await Promise.all([resolve(id, RESOLUTION), resolve(id, RESOLUTION)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const events = await get(`/staff/audit/events?subject=finding:${id}`, risk.token);
    expect(itemsOf(events)).toEqual([
      expect.objectContaining({ action: 'finding.resolve', actorId: risk.userId }),
    ]);
  });

  it.each([{}, { status: 'explained' }, { status: 'open', reason: 'It may stay.' }])(
    '#121 are not resolved by %j',
    async (body) => {
      const answer = await resolve(await finding(), body);
      expect(answer.body['code']).toBe('VALIDATION_FAILED');
    },
  );

  it('that are not there are NOT_FOUND', async () => {
    expect((await resolve(uuidv7(), RESOLUTION)).body['code']).toBe('NOT_FOUND');
  });
});
