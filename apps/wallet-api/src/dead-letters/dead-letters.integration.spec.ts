import type { Role } from '@cardroom/platform';
import { v7 as uuidv7 } from 'uuid';

import { WalletApi, type Answer, type StaffMember } from '../wallet-api.builder';

jest.setTimeout(60_000);

let api: WalletApi;
let admin: StaffMember;

beforeAll(async () => {
  api = await WalletApi.start({ RATE_LIMIT_DEFAULT_PER_MIN: '10000' });
  admin = await api.staff('admin');
});

afterEach(() => api.source.query('DELETE FROM outbox'));

afterAll(() => api.stop());

const PATH = '/staff/jobs/dead-letters';
const REASON = { reason: 'The cause is mended.' };

/** A row that was tried five times; dead unless told. */
async function row(topic: string, isDead = true): Promise<string> {
  const id = uuidv7();
  await api.source.query(
    `INSERT INTO outbox (id, topic, payload, request_id, attempts, dispatched_at, dead_at, last_error)
     VALUES ($1, $2, $3, 'request-of-a-test', 5, now(), CASE WHEN $4 THEN now() END, 'it broke')`,
    [id, topic, { handId: id }, isDead],
  );
  return id;
}

const stateOf = async (id: string): Promise<unknown> => {
  const [state] = await api.source.query<unknown[]>(
    `SELECT attempts, dead_at IS NOT NULL AS dead, done_at IS NOT NULL AS done,
            dropped_at IS NOT NULL AS dropped, dispatched_at IS NOT NULL AS sent
     FROM outbox WHERE id = $1`,
    [id],
  );
  return state;
};

const list = (query = ''): Promise<Answer> =>
  api.send({ path: `${PATH}?${query}`, token: admin.token });
const decide = (path: string, body: object = REASON): Promise<Answer> =>
  api.send({ path: `${PATH}/${path}`, token: admin.token, body });
const idsOf = ({ body }: Answer): unknown[] =>
  (body['items'] as { readonly id: string }[]).map(({ id }) => id);

const audited = (action: string): Promise<unknown[]> =>
  api.source.query(
    'SELECT actor_id, subject, reason FROM audit_events WHERE action = $1 ORDER BY id DESC LIMIT 1',
    [action],
  );

describe('dead letters', () => {
  it('are listed oldest first, in pages, with what they are about and why they died', async () => {
    const dead = [await row('hand.settled'), await row('rakeback.paid'), await row('hand.voided')];
    await row('hand.settled', false);
    const first = await list('limit=2');
    expect(idsOf(first)).toEqual(dead.slice(0, 2));
    expect(first.body['items']).toContainEqual(
      expect.objectContaining({ topic: 'hand.settled', attempts: 5, lastError: 'it broke' }),
    );
    expect(idsOf(await list(`limit=2&cursor=${String(first.body['nextCursor'])}`))).toEqual(
      dead.slice(2),
    );
    expect(idsOf(await list('queue=notification'))).toEqual(dead.slice(1, 2));
    expect(idsOf(await list('queue=settlement'))).toEqual([]);
  });

  it('are tried again from the first try on, and it is audited', async () => {
    const id = await row('hand.settled');
    expect((await decide(`${id}/replay`)).status).toBe(204);
    const open = { attempts: 0, dead: false, done: false, dropped: false, sent: false };
    expect(await stateOf(id)).toEqual(open);
    expect(await audited('job.replay')).toEqual([
      { actor_id: admin.userId, subject: `job:${id}`, ...REASON },
    ]);
    expect((await decide(`${id}/replay`)).body['code']).toBe('NOT_FOUND');
  });

  it('of a queue are tried again together, those of others wait', async () => {
    const [one, two] = [await row('notification.send'), await row('rakeback.paid')];
    const other = await row('hand.settled');
    const answer = await decide('replay', { queue: 'notification', ...REASON });
    expect(answer.body).toEqual({ replayed: 2 });
    for (const id of [one, two]) expect(await stateOf(id)).toMatchObject({ dead: false });
    expect(await stateOf(other)).toMatchObject({ dead: true });
  });

  it('are dropped for good', async () => {
    const id = await row('hand.settled');
    expect((await decide(`${id}/drop`)).status).toBe(204);
    expect(await stateOf(id)).toMatchObject({ dead: true, done: true, dropped: true });
    expect(idsOf(await list())).toEqual([]);
    expect(await audited('job.drop')).toHaveLength(1);
  });

  it('that move money are not dropped', async () => {
    const id = await row('withdrawal.queued');
    expect((await decide(`${id}/drop`)).body['code']).toBe('STATE_CONFLICT');
    expect(await stateOf(id)).toMatchObject({ dead: true, done: false });
  });

  it('are decided once where two decide at the same moment', async () => {
    const id = await row('hand.settled');
    const answers = await Promise.all([decide(`${id}/replay`), decide(`${id}/drop`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
  });

  it.each(['replay', `${uuidv7()}/drop`])('#122 %s without a reason is refused', async (path) => {
    const answer = await decide(path, { queue: 'notification' });
    expect(answer.body['code']).toBe('VALIDATION_FAILED');
  });

  it.each<Exclude<Role, 'player'>>(['support', 'cashier'])(
    '#97 do not exist for %s',
    async (role) => {
      const { token } = await api.staff(role);
      expect((await api.send({ path: PATH, token })).status).toBe(404);
    },
  );
});
