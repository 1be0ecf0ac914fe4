import { Account, RestError } from '@cardroom/client';

import { seedStaff } from './seed-staff';
import type { StaffFactors } from './staff-factors';

export interface DemoAccount {
  readonly email: string;
  readonly nickname: string;
  readonly role: 'player' | 'support' | 'cashier' | 'risk' | 'admin';
}

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { email: 'alice@cardroom.example', nickname: 'Alice', role: 'player' },
  { email: 'bob@cardroom.example', nickname: 'Bob', role: 'player' },
  { email: 'staff@cardroom.example', nickname: 'Suyeon', role: 'admin' },
  { email: 'risk@cardroom.example', nickname: 'Hana', role: 'risk' },
  { email: 'cashier@cardroom.example', nickname: 'Areum', role: 'cashier' },
  { email: 'support@cardroom.example', nickname: 'Boram', role: 'support' },
];

export const DEMO_MONEY_KRW = 10_000_000;

export interface SeedAccountsInput {
  readonly databaseUrl: string;
  readonly walletApiUrl: string;
  readonly password: string;
  readonly factors: StaffFactors;
}

/** People to be: players with money from the faucet, and one member of staff for each role. */
export async function seedAccounts(input: SeedAccountsInput): Promise<void> {
  for (const [index, demo] of DEMO_ACCOUNTS.entries()) {
    const account = new Account({
      walletApiUrl: input.walletApiUrl,
      email: demo.email,
      nickname: demo.nickname,
      password: input.password,
      address: `10.99.0.${index + 1}`,
    });
    const { role } = demo;
    if (role !== 'player') {
      await entering(account, () => seedStaff(account, { ...input, role }));
      continue;
    }
    await entering(account, () => account.enter());
    await giveMoney(account);
  }
}

/** Why an account to be cannot be had, for whoever started the room. */
const STRANGERS: Partial<Record<string, (account: Account) => string>> = {
  EMAIL_TAKEN: ({ options: { email } }) =>
    `${email} is in the database with another password: the database and the data folder belong to different systems`,
  NICKNAME_TAKEN: ({ options: { email, nickname } }) =>
    `${nickname}, the nickname of ${email}, belongs to another account of this data: --fresh forgets it, --data DIR leaves it alone`,
};

async function entering(account: Account, enter: () => Promise<void>): Promise<void> {
  try {
    await enter();
  } catch (cause) {
    const reason = cause instanceof RestError ? STRANGERS[cause.code]?.(account) : undefined;
    throw reason === undefined ? cause : new Error(reason, { cause });
  }
}

/** Only an account that never had any: what a demo player lost stays lost. */
async function giveMoney(account: Account): Promise<void> {
  const history = await account.authorized<{ readonly items: readonly unknown[] }>(
    'GET',
    '/wallet/transactions?limit=1',
  );
  if (history.items.length === 0) await account.faucet(DEMO_MONEY_KRW);
}
