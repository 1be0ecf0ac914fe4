import { PlayedHouse, type PlayedTable } from '@cardroom/testing';

import { WalletApi, type Answer } from '../wallet-api.builder';

const SEED = 7_071;

let api: WalletApi;
let house: PlayedHouse;
let table: PlayedTable;
let token: string;
let other: string;

beforeAll(async () => {
  process.stdout.write(`hands are played with seed ${SEED}\n`);
  api = await WalletApi.start({ RATE_LIMIT_DEFAULT_PER_MIN: '1000' });
  house = await PlayedHouse.at(api.databaseUrl, SEED);
  table = await house.table(2);
  for (let index = 0; index < 20; index += 1) await house.hand(table);
  [token = '', other = ''] = await Promise.all(
    table.players.map(({ userId }) => api.enter(userId)),
  );
});

afterAll(async () => {
  await house.close();
  await api.stop();
});

const ALL = '/wallet/transactions?limit=100';
const LISTS = ['/wallet/transactions', '/hands'];

interface Row {
  readonly transferId: string;
  readonly type: string;
  readonly amountKrw: number;
  readonly balanceAfterKrw: number;
}

const get = (path: string, as = token): Promise<Answer> => api.send({ path, token: as });
const rowsOf = ({ body }: Answer): Row[] => body['items'] as Row[];

async function wholeHistory(limit: number): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor = '';
  do {
    const answer = await get(`/wallet/transactions?limit=${limit}${cursor}`);
    rows.push(...rowsOf(answer));
    const next = answer.body['nextCursor'];
    cursor = typeof next === 'string' ? `&cursor=${next}` : '';
  } while (cursor !== '');
  return rows;
}

describe('the history', () => {
  it.each([1, 3, 100])('in pages of %i has every movement once, newest first', async (limit) => {
    const rows = await wholeHistory(limit);
    const ids = rows.map(({ transferId }) => transferId);
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
    expect(rows.map(({ type }) => type)).toEqual(expect.arrayContaining(['win', 'lose', 'buy_in']));
    expect(rows.at(-1)?.type).toBe('crypto_deposit');
  });

  it('adds up to the balance, line by line', async () => {
    const rows = (await wholeHistory(100)).reverse();
    const wallet = rows.filter(({ type }) => !['win', 'lose'].includes(type));
    let sumKrw = 0;
    for (const { amountKrw, balanceAfterKrw } of wallet) {
      sumKrw += amountKrw;
      expect(balanceAfterKrw).toBe(sumKrw);
    }
    const { body } = await get('/wallet/balance');
    expect(body).toEqual({
      availableKrw: sumKrw,
      inPlayKrw: table.players[0]?.stackKrw,
      heldKrw: 0,
    });
  });

  it('#98 is of nobody else', async () => {
    const [mine, theirs] = [await get(ALL), await get(ALL, other)].map(rowsOf);
    const known = new Set(mine?.map(({ transferId }) => transferId));
    const shared = theirs?.filter(({ transferId }) => known.has(transferId)) ?? [];
    // A hand is one movement, in which each sees his own side; nothing else has two sides here.
    expect(new Set(shared.map(({ type }) => type))).toEqual(new Set(['win', 'lose']));
    const sides = mine?.filter(({ transferId }) =>
      shared.some((row) => row.transferId === transferId),
    );
    const sumKrw = (rows: readonly Row[] = []): number =>
      rows.reduce((sum, { amountKrw }) => sum + amountKrw, 0);
    // What one of two wins the other loses, but for the rake.
    expect(sumKrw(sides) + sumKrw(shared)).toBeLessThanOrEqual(0);
  });

  it('goes on where it was while money moves', async () => {
    const first = await get('/wallet/transactions?limit=4');
    await house.hand(table);
    const next = `limit=4&cursor=${String(first.body['nextCursor'])}`;
    const second = await get(`/wallet/transactions?${next}`);
    const ids = [...rowsOf(first), ...rowsOf(second)].map(({ transferId }) => transferId);
    expect(new Set(ids).size).toBe(8);
    expect(ids).toEqual([...ids].sort().reverse());
  });
});

describe.each(LISTS)('the list %s', (path) => {
  const cursorOf = async (of = path, as = token): Promise<string> =>
    String((await get(`${of}?limit=1`, as)).body['nextCursor']);

  async function expectInvalid(cursor: string): Promise<void> {
    const { status, body } = await get(`${path}?cursor=${encodeURIComponent(cursor)}`);
    expect([cursor, status, body['code']]).toEqual([cursor, 400, 'INVALID_CURSOR']);
    expect(Object.keys(body).sort()).toEqual(['code', 'requestId', 'status', 'title', 'type']);
  }

  it('#123 takes the cursors that it gave', async () => {
    expect((await get(`${path}?cursor=${await cursorOf()}`)).status).toBe(200);
  });

  it('#123 refuses a cursor that was altered, cut, unsigned or signed by another', async () => {
    const cursor = await cursorOf();
    const [position = '', signature = ''] = cursor.split('.');
    const later = Buffer.from('ffffffff-ffff-ffff-ffff-ffffffffffff').toString('base64url');
    for (const bad of [
      ...[position, `${position}.`, `.${signature}`, `${later}.${signature}`],
      ...[`${cursor}x`, `${cursor}.x`, `${position}=.${signature}`, cursor.slice(0, -1)],
      ...[`${position}.${'A'.repeat(signature.length)}`, cursor.toUpperCase(), '.', 'null'],
    ]) {
      await expectInvalid(bad);
    }
  });

  it('#123 refuses the cursor of another reader, and of another list', async () => {
    await expectInvalid(await cursorOf(path, other));
    await expectInvalid(await cursorOf(LISTS.find((each) => each !== path)));
  });

  it.each(["' OR 1=1--", '1; DROP TABLE users', "x' UNION SELECT password_hash", '%', '_', '*'])(
    '#122 refuses the cursor %s',
    (cursor) => expectInvalid(cursor),
  );

  it.each(['\0', 'a\0b', 'x'.repeat(201)])('#122 #128 refuses the cursor %j', async (cursor) => {
    const { status, body } = await get(`${path}?cursor=${encodeURIComponent(cursor)}`);
    expect([status, body['code']]).toEqual([400, 'VALIDATION_FAILED']);
  });

  it.each([
    ...['1000000000', '101', '0', '-1', '1.5', '1e2', '0x10', '', '%20', '٣', 'NaN', "1'--"],
    ...['1&limit=2', '99999999999999999999'],
  ])('#124 #126 refuses the limit %s', async (limit) => {
    const { status, body } = await get(`${path}?limit=${limit}`);
    expect([status, body['code']]).toEqual([400, 'VALIDATION_FAILED']);
  });

  it.each([
    ...['sort=id;DROP', 'filter[type]=win', 'order=desc', 'offset=10', 'from=2016-01-01'],
    ...['userId=x', 'where=1', 'limit[]=5', 'cursor[$ne]=1', '__proto__=1', 'constructor=1'],
  ])('#122 #90 #125 knows no %s', async (query) => {
    const { status, body } = await get(`${path}?${query}`);
    expect([status, body['code']]).toEqual([400, 'VALIDATION_FAILED']);
  });

  it('#124 gives twenty at most where nobody says how many', async () => {
    const items = (await get(path)).body['items'] as unknown[];
    expect(items).toHaveLength(20);
  });

  it('#136 is not kept by caches, whatever its address looks like', async () => {
    expect((await get(path)).headers.get('cache-control')).toBe('no-store');
    expect((await get(`${path}/x.css`)).headers.get('cache-control')).toBe('no-store');
  });
});
