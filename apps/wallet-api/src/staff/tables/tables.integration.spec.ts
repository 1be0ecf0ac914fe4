import { PlayedHouse } from '@cardroom/testing';
import { v7 as uuidv7 } from 'uuid';

import { WalletApi, type Answer, type StaffMember } from '../../wallet-api.builder';

const REASON = 'Asked for by the players.';

let api: WalletApi;
let admin: StaffMember;
let support: StaffMember;
let stakesId: string;

beforeAll(async () => {
  api = await WalletApi.start({ RATE_LIMIT_DEFAULT_PER_MIN: '10000' });
  admin = await api.staff('admin');
  support = await api.staff('support');
  const { body } = await send('POST', '/staff/stakes', {
    ...{ name: '1k/2k', smallBlindKrw: 1_000, bigBlindKrw: 2_000 },
  });
  stakesId = String(body['stakesId']);
});

afterAll(() => api.stop());

const send = (
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: unknown,
  by = admin,
): Promise<Answer> =>
  api.send({ method, path, token: by.token, ...(body === undefined ? {} : { body }) });

let made = 0;
async function newTable(more: object = {}): Promise<string> {
  made += 1;
  const { status, body } = await send('POST', '/staff/tables', {
    ...{ name: `Table ${made}`, stakesId },
    ...more,
  });
  expect(status).toBe(201);
  return String(body['tableId']);
}

describe('stakes', () => {
  it('begin with the rake that the house has for such blinds', async () => {
    const [row] = await api.source.query<unknown[]>(
      'SELECT rake_bp AS "rakeBp", rake_cap_krw AS "capKrw" FROM stakes WHERE id = $1',
      [stakesId],
    );
    expect(row).toEqual({ rakeBp: 500, capKrw: 6_000 });
  });

  it.each([
    [{ name: '1k/2k' }, 'NAME_TAKEN'],
    [{ smallBlindKrw: 3_000 }, 'SETTINGS_CONTRADICT'],
    [{ smallBlindKrw: 0 }, 'INVALID_AMOUNT'],
    [{ bigBlindKrw: 10_000_001 }, 'INVALID_AMOUNT'],
    [{ anteKrw: -1 }, 'VALIDATION_FAILED'],
    [{ rakeBp: 0 }, 'VALIDATION_FAILED'],
  ])('with %j are %s', async (change, code) => {
    const stakes = { name: uuidv7(), smallBlindKrw: 1_000, bigBlindKrw: 2_000, ...change };
    expect((await send('POST', '/staff/stakes', stakes)).body['code']).toBe(code);
  });
});

describe('a table', () => {
  it('is closed until it is opened', async () => {
    const tableId = await newTable({ maxSeats: 9 });
    const opened = await send('POST', `/staff/tables/${tableId}/open`, { reason: REASON });
    expect(opened.body).toMatchObject({ status: 'open', seated: 0, settings: { maxSeats: 9 } });
    const again = await send('POST', `/staff/tables/${tableId}/open`, { reason: REASON });
    expect(again.body['code']).toBe('STATE_CONFLICT');
    const closed = await send('POST', `/staff/tables/${tableId}/close`, { reason: REASON });
    expect(closed.body['status']).toBe('closed');
  });

  it('changes what it plays by while it is open, but not what people sat down to', async () => {
    const tableId = await newTable();
    const path = `/staff/tables/${tableId}`;
    expect((await send('PATCH', path, { maxSeats: 8 })).status).toBe(200);
    await send('POST', `${path}/open`, { reason: REASON });
    const changed = await send('PATCH', path, { actionTimeoutMs: 20_000, runItTwice: true });
    expect(changed.body['settings']).toMatchObject({
      ...{ maxSeats: 8, actionTimeoutMs: 20_000, runItTwice: true },
    });
    for (const change of [
      { maxSeats: 6 },
      { stakesId },
      { pool: 'x' },
      { structure: 'pot-limit' },
    ]) {
      const { status, body } = await send('PATCH', path, change);
      expect([status, body['code']]).toEqual([409, 'STATE_CONFLICT']);
    }
  });

  it('that is closed with somebody still in a seat keeps its stakes', async () => {
    const house = await PlayedHouse.at(api.databaseUrl, 67);
    const { tableId } = await house.table(2);
    await api.source.query(`UPDATE tables SET status = 'closed' WHERE id = $1`, [tableId]);
    const { body } = await send('PATCH', `/staff/tables/${tableId}`, { stakesId });
    expect(body['code']).toBe('STATE_CONFLICT');
    await house.close();
  });

  it.each([
    [{ minBuyInBb: 100, maxBuyInBb: 40 }, 'SETTINGS_CONTRADICT'],
    [{ maxSeats: 11 }, 'VALIDATION_FAILED'],
    [{ actionTimeoutMs: 10 }, 'VALIDATION_FAILED'],
    [{ structure: 'spread' }, 'VALIDATION_FAILED'],
    [{ pool: 'a b' }, 'VALIDATION_FAILED'],
    [{ name: '' }, 'VALIDATION_FAILED'],
    [{ stakesId: uuidv7() }, 'NOT_FOUND'],
    [{ status: 'open' }, 'VALIDATION_FAILED'],
    [{ 'name = name; --': 1 }, 'VALIDATION_FAILED'],
  ])('#122 with %j is %s', async (change, code) => {
    const table = { name: uuidv7(), stakesId, ...change };
    expect((await send('POST', '/staff/tables', table)).body['code']).toBe(code);
  });

  it('has a name of its own', async () => {
    const tableId = await newTable({ name: 'Busan' });
    const taken = await send('POST', '/staff/tables', { name: 'Busan', stakesId });
    expect(taken.body['code']).toBe('NAME_TAKEN');
    const kept = await send('PATCH', `/staff/tables/${tableId}`, { name: 'Busan' });
    expect(kept.status).toBe(200);
  });

  it('that is not there is NOT_FOUND', async () => {
    const nowhere = `/staff/tables/${uuidv7()}`;
    expect((await send('PATCH', nowhere, { name: 'x' })).body['code']).toBe('NOT_FOUND');
    const opened = await send('POST', `${nowhere}/open`, { reason: REASON });
    expect(opened.body['code']).toBe('NOT_FOUND');
  });
});

it('#97 support sees tables and stakes, and changes none', async () => {
  const tableId = await newTable();
  const list = await send('GET', '/staff/tables', undefined, support);
  expect(list.text).toContain(tableId);
  expect((await send('GET', '/staff/stakes', undefined, support)).text).toContain(stakesId);
  const answers = [
    await send('POST', '/staff/tables', { name: 'mine', stakesId }, support),
    await send('PATCH', `/staff/tables/${tableId}`, { name: 'mine' }, support),
    await send('POST', `/staff/tables/${tableId}/open`, { reason: REASON }, support),
    await send('POST', '/staff/stakes', { name: 'mine' }, support),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
});

it('what was done to a table is written down', async () => {
  const tableId = await newTable();
  await send('PATCH', `/staff/tables/${tableId}`, { timeBankMs: 60_000 });
  await send('POST', `/staff/tables/${tableId}/open`, { reason: REASON });
  const rows = await api.source.query<{ action: string; reason: string | null }[]>(
    'SELECT action, reason FROM audit_events WHERE subject = $1 ORDER BY id',
    [`table:${tableId}`],
  );
  expect(rows).toEqual([
    { action: 'table.add', reason: null },
    { action: 'table.change', reason: null },
    { action: 'table.open', reason: REASON },
  ]);
});
