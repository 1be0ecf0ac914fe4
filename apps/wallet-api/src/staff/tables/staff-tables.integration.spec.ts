import { TableLog } from '@cardroom/cache';
import { PlayedHouse, type PlayedTable } from '@cardroom/testing';
import type { Role } from '@cardroom/platform';

import { WalletApi, type Answer } from '../../wallet-api.builder';

/** Stands for what nobody may read: it is in the log of the table, and in no answer. */
const SECRET = 'c2VhbGVkLWRlY2s';
const UNKNOWN_TABLE = '0190a7c2-0000-7000-8000-000000000001';

let api: WalletApi;
let house: PlayedHouse;
let table: PlayedTable;

beforeAll(async () => {
  api = await WalletApi.start();
  house = await PlayedHouse.at(api.databaseUrl, 75);
  table = await house.table(2);
  await playLive(table.tableId);
});

afterAll(async () => {
  await house.close();
  await api.stop();
});

/** A table in the middle of a hand, as the gateway leaves it in Redis. */
async function playLive(tableId: string): Promise<void> {
  const log = api.get(TableLog);
  const owner = { tableId, token: 1, incarnation: 'first' };
  await log.claim({ ...owner, firstVersion: 0 });
  const outcome = await log.commit({
    ...owner,
    expectedVersion: 0,
    entry: {
      atMs: 1,
      requestId: 'request-75',
      events: [{ type: 'cards_dealt' }],
      sealedDeck: SECRET,
    },
    publicFields: { board: 'AhKd2c', potKrw: '9000' },
  });
  expect(outcome.status).toBe('committed');
}

async function live(role: Role, tableId = table.tableId): Promise<Answer> {
  const token = await api.enter(table.players[0]?.userId ?? '', role);
  return api.send({ path: `/staff/tables/${tableId}/live`, token });
}

describe('a table with a hand being played', () => {
  it.each<Role>(['support', 'risk', 'admin'])(
    '#75 shows %s what everybody at the table sees, and no card besides',
    async (role) => {
      const { status, body, text, headers } = await live(role);
      expect(status).toBe(200);
      expect(body).toEqual({ tableId: table.tableId, board: 'AhKd2c', potKrw: '9000' });
      expect(text).not.toContain(SECRET);
      expect(headers.get('cache-control')).toBe('no-store');
    },
  );

  it.each<Role>(['player', 'cashier'])('#75 #97 does not exist for a %s', async (role) => {
    const [there, nowhere] = [await live(role), await live(role, UNKNOWN_TABLE)];
    expect([there.status, there.body['code']]).toEqual([404, 'NOT_FOUND']);
    expect({ ...there.body, requestId: '' }).toEqual({ ...nowhere.body, requestId: '' });
  });

  it('#74 that does not exist is NOT_FOUND for staff as well', async () => {
    expect((await live('admin', UNKNOWN_TABLE)).body['code']).toBe('NOT_FOUND');
  });

  it.each(['x', '%00', "'--", '{t:x}', '*'])(
    '#122 with the id %j is VALIDATION_FAILED',
    async (id) => {
      const { status, body } = await live('admin', id);
      expect([status, body['code']]).toEqual([400, 'VALIDATION_FAILED']);
    },
  );
});
