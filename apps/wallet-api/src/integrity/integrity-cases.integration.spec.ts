import type { Role } from '@cardroom/platform';
import { v7 as uuidv7 } from 'uuid';

import { WalletApi, type Answer, type StaffMember } from '../wallet-api.builder';

jest.setTimeout(60_000);

const RESOLUTION = { status: 'dismissed', reason: 'Two brothers who play at home.' };

let api: WalletApi;
let risk: StaffMember;
let users: readonly string[];

beforeAll(async () => {
  api = await WalletApi.start({ RATE_LIMIT_DEFAULT_PER_MIN: '10000' });
  risk = await api.staff('risk');
  users = [(await api.player()).userId, (await api.player()).userId].sort();
});

afterEach(() => api.source.query('DELETE FROM integrity_cases'));

afterAll(() => api.stop());

const get = (path: string, token = risk.token): Promise<Answer> => api.send({ path, token });
const itemsOf = ({ body }: Answer): Record<string, unknown>[] =>
  body['items'] as Record<string, unknown>[];

async function suspicion(kind = 'chip_dumping', score = 5): Promise<string> {
  const id = uuidv7();
  const partner = kind === 'bot_timing' ? null : users[1];
  await api.source.query(
    `INSERT INTO integrity_cases
       (id, kind, user_id, partner_id, score, evidence, hands, window_from, window_to)
     VALUES ($1, $2, $3, $4, $5, '{"surrenders": 9}', '[{"handId": "h", "weight": 40}]',
       now() - interval '7 days', now())`,
    [id, kind, users[0], partner, score],
  );
  return id;
}

const resolve = (id: string, body: object): Promise<Answer> =>
  api.send({ path: `/staff/integrity/cases/${id}/resolve`, token: risk.token, body });

describe('cases of suspicious play', () => {
  it('are listed newest first, by kind, score, player and how they stand', async () => {
    const first = await suspicion();
    const second = await suspicion('bot_timing', 2.5);
    const idsOf = async (query: string): Promise<unknown[]> =>
      itemsOf(await get(`/staff/integrity/cases?${query}`)).map(({ id }) => id);
    expect(await idsOf('status=open')).toEqual([second, first]);
    expect(await idsOf('kind=bot_timing')).toEqual([second]);
    expect(await idsOf('minScore=3')).toEqual([first]);
    expect(await idsOf(`userId=${users[1] ?? ''}`)).toEqual([first]);
    expect(await idsOf('status=confirmed')).toEqual([]);
  });

  it('are read in pages, by cursors that are good for their search only', async () => {
    const first = await suspicion();
    await suspicion('soft_play');
    const page = await get('/staff/integrity/cases?limit=1');
    const cursor = String(page.body['nextCursor']);
    const rest = await get(`/staff/integrity/cases?limit=1&cursor=${cursor}`);
    expect(itemsOf(rest).map(({ id }) => id)).toEqual([first]);
    const other = await get(`/staff/integrity/cases?kind=soft_play&cursor=${cursor}`);
    expect(other.body['code']).toBe('INVALID_CURSOR');
  });

  it('are shown with evidence and hands, and that they were read is an audit event', async () => {
    const id = await suspicion();
    const { body } = await get(`/staff/integrity/cases/${id}`);
    expect(body).toMatchObject({
      ...{ id, kind: 'chip_dumping', userId: users[0], partnerId: users[1], status: 'open' },
      evidence: { surrenders: 9 },
      hands: [{ handId: 'h', weight: 40 }],
    });
    const events = await get(`/staff/audit/events?subject=integrity-case:${id}`);
    expect(itemsOf(events)).toEqual([
      expect.objectContaining({ action: 'integrity.read', actorId: risk.userId }),
    ]);
  });

  it('are judged once, with a reason, which is an audit event and nothing more', async () => {
    const id = await suspicion();
    const answers = await Promise.all([resolve(id, RESOLUTION), resolve(id, RESOLUTION)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const events = await get(`/staff/audit/events?action=integrity.resolve&limit=100`);
    expect(itemsOf(events)).toEqual([
      expect.objectContaining({ subject: `integrity-case:${id}`, reason: RESOLUTION.reason }),
    ]);
    const states = await api.source.query('SELECT DISTINCT status FROM users WHERE id = ANY ($1)', [
      users,
    ]);
    expect(states).toEqual([{ status: 'active' }]);
  });

  it.each([{}, { status: 'confirmed' }, { status: 'open', reason: 'It may stay open.' }])(
    '#121 are not judged by %j',
    async (body) => {
      const answer = await resolve(await suspicion(), body);
      expect(answer.body['code']).toBe('VALIDATION_FAILED');
    },
  );

  it('that are not there are NOT_FOUND', async () => {
    expect((await resolve(uuidv7(), RESOLUTION)).body['code']).toBe('NOT_FOUND');
    expect((await get(`/staff/integrity/cases/${uuidv7()}`)).body['code']).toBe('NOT_FOUND');
  });

  it.each<Exclude<Role, 'player'>>(['support', 'cashier'])(
    '#97 do not exist for %s',
    async (role) => {
      const { token } = await api.staff(role);
      expect((await get('/staff/integrity/cases', token)).status).toBe(404);
    },
  );
});
