import { withTransaction } from '@cardroom/database';
import { Holds } from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import { v7 as uuidv7 } from 'uuid';

import { JobsHouse } from '../jobs.builder';
import { HoldExpiry } from './hold-expiry';

jest.setTimeout(60_000);

let house: JobsHouse;

beforeAll(async () => {
  house = await JobsHouse.open(16_018);
});

afterAll(() => house.close());

it('F26 gives each hold back once when its time is over, and no other', async () => {
  const { players } = await house.table(2);
  const userId = players[0]?.userId ?? '';
  const [one, other] = [await house.startJobs(), await house.startJobs()];
  const place = async (expiresAt?: Date): Promise<string> => {
    const holdId = uuidv7();
    const hold = { holdId, userId, amountKrw: krw(1_000), actor: 'test' };
    await withTransaction(house.played.source, (manager) =>
      one.get(Holds).place(manager, expiresAt === undefined ? hold : { ...hold, expiresAt }),
    );
    return holdId;
  };
  const over = [await place(new Date(0)), await place(new Date(0)), await place(new Date(0))];
  const others = [await place(), await place(new Date(Date.now() + 3_600_000))];
  await Promise.all([one, other, one].map((app) => app.get(HoldExpiry).run()));
  const statusOf = async (ids: readonly string[]): Promise<unknown[]> => {
    const rows = await house.query<{ status: string }>(
      'SELECT status FROM ledger_holds WHERE id = ANY($1)',
      [ids],
    );
    return rows.map(({ status }) => status);
  };
  expect(await statusOf(over)).toEqual(['expired', 'expired', 'expired']);
  expect(await statusOf(others)).toEqual(['held', 'held']);
  const [held] = await house.query<{ balance: number }>(
    `SELECT balance_krw AS balance FROM ledger_accounts WHERE user_id = $1 AND kind = 'withdrawal_hold'`,
    [userId],
  );
  expect(Number(held?.balance)).toBe(2_000);
});
