import { firstIdAt } from '@cardroom/database';
import { PlayedHouse, playMonths } from '@cardroom/testing';
import { v7 as uuidv7 } from 'uuid';

import { WalletApi, type Answer, type StaffMember } from '../wallet-api.builder';
import { ExportRepository } from './export.repository';

let api: WalletApi;
let cashier: StaffMember;
let risk: StaffMember;
let playerId = '';

const seoulDay = (atMs: number): string =>
  new Date(atMs + 9 * 3_600_000).toISOString().slice(0, 10);
const DAY_MS = 86_400_000;
/** Midnight may pass while the test runs. */
const DAYS = `from=${seoulDay(Date.now() - DAY_MS)}&to=${seoulDay(Date.now() + DAY_MS)}`;

beforeAll(async () => {
  api = await WalletApi.start({ RATE_LIMIT_DEFAULT_PER_MIN: '1000' });
  const house = await PlayedHouse.at(api.databaseUrl, 130);
  const { players } = await house.table(2);
  await house.close();
  playerId = players[0]?.userId ?? '';
  [cashier, risk] = [await api.staff('cashier'), await api.staff('risk')];
  for (const [count, status] of ['detected', 'detected', 'confirming'].entries()) {
    await api.source.query(
      `INSERT INTO deposits (id, user_id, asset, network, txid, output_index, amount_units, address,
         payment_id, status, confirmations)
       VALUES ($1, $2, 'BTC', 'bitcoin', $3, 0, 12345678901234567890, '=cmd|x', $3, $4, 3)`,
      [uuidv7(), playerId, `tx${count}`, status],
    );
  }
});

afterAll(() => api.stop());

const take = (list: string, { token }: StaffMember, query = DAYS): Promise<Answer> =>
  api.send({ path: `/staff/exports/${list}?${query}`, token });

const linesOf = ({ text }: Answer): string[] => text.trimEnd().split('\r\n').slice(1);

it('an export is a file with a line for each row of its days, newest first', async () => {
  const answer = await take('deposits.csv', cashier);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toContain('attachment; filename="deposits-');
  expect(linesOf(answer).map((line) => /tx\d/.exec(line)?.[0])).toEqual(['tx2', 'tx1', 'tx0']);
  const before = await take('deposits.csv', cashier, 'from=2020-01-01&to=2020-02-01');
  expect(linesOf(before)).toEqual([]);
});

it('is filtered as the list is', async () => {
  const detected = await take('deposits.csv', cashier, `${DAYS}&status=detected`);
  expect(linesOf(detected)).toHaveLength(2);
  const nobodys = await take('deposits.csv', cashier, `${DAYS}&userId=${uuidv7()}`);
  expect(linesOf(nobodys)).toEqual([]);
});

it('#131 no cell is a formula, and no number of coins is rounded', async () => {
  const [line = ''] = linesOf(await take('deposits.csv', cashier));
  expect(line).toContain(`"'=cmd|x"`);
  expect(line).toContain('12345678901234567890');
});

it('the history of a player is their statement', async () => {
  const answer = await take(`players/${playerId}/transactions.csv`, cashier);
  expect(linesOf(answer).map((line) => line.split(',')[1])).toEqual(['buy_in', 'crypto_deposit']);
  const nobody = await take(`players/${uuidv7()}/transactions.csv`, cashier);
  expect([nobody.status, nobody.body['code']]).toEqual([404, 'NOT_FOUND']);
});

it('who took what is in the audit trail, and that is exported to risk alone', async () => {
  await take('withdrawals.csv', cashier);
  const lines = linesOf(await take('audit-events.csv', risk, `${DAYS}&actor=${cashier.userId}`));
  const actions = lines.map((line) => line.split(',')[4]);
  expect(actions[0]).toBe('export.withdrawals');
  expect(actions).toContain('export.transactions');
  expect(lines.find((line) => line.includes('export.transactions'))).toContain(playerId);
  expect((await take('audit-events.csv', cashier)).status).toBe(404);
});

it.each([
  'deposits.csv',
  'withdrawals.csv',
  'audit-events.csv',
  `players/${uuidv7()}/transactions.csv`,
])('#98 %s is not there for support and players', async (list) => {
  for (const token of [(await api.staff('support')).token, (await api.player()).accessToken]) {
    expect((await api.send({ path: `/staff/exports/${list}?${DAYS}`, token })).status).toBe(404);
  }
});

it.each(['', 'from=2016-01-01&to=2026-01-01', 'from=2026-02-02&to=2026-02-01', `${DAYS}&status=x`])(
  '#124 refuses %j',
  async (query) => {
    const { status, body } = await take('deposits.csv', cashier, query);
    expect([status, body['code']]).toEqual([400, 'VALIDATION_FAILED']);
  },
);

it('a list too long for one file is refused whole', async () => {
  await api.source.query(
    `INSERT INTO audit_events (id, actor_id, actor_role, action, subject, outcome, details)
     SELECT ($1 || lpad(to_hex(n), 12, '0'))::uuid, 'many', 'system', 'test.many', 'x', 'done', '{}'
     FROM generate_series(1, 50001) n`,
    [firstIdAt(Date.now()).slice(0, 24)],
  );
  const { status, body } = await take('audit-events.csv', risk, `${DAYS}&actor=many`);
  expect([status, body['code']]).toEqual([422, 'EXPORT_TOO_LARGE']);
  const rest = await take('audit-events.csv', risk, `${DAYS}&actor=${risk.userId}`);
  expect(rest.status).toBe(200);
});

it('the lines of a history are counted as they are listed, of days and up to a limit', async () => {
  const how = { seed: 131, days: 4, oldBeforeDays: 2.5 };
  const { userId, lines } = await playMonths(api.source, api.databaseUrl, how);
  const exports = api.get(ExportRepository);
  const [from, to] = [new Date(Date.now() - 2 * DAY_MS), new Date()];
  const listed = lines.filter(({ createdAt }) => createdAt >= from.toISOString());
  expect(listed.length).toBeGreaterThan(10);
  expect(await exports.countTransactions(userId, { from, to }, 9_999)).toBe(listed.length);
  const all = { from: new Date(0), to };
  expect(await exports.countTransactions(userId, all, 9_999)).toBe(lines.length);
  expect(await exports.countTransactions(userId, all, 30)).toBe(31);
});
