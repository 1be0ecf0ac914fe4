import { Client } from 'pg';

import { Account, RestError } from '@cardroom/testing';

export interface DemoAccount {
  readonly email: string;
  readonly nickname: string;
  readonly role: 'player' | 'admin';
}

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { email: 'alice@cardroom.example', nickname: 'Alice', role: 'player' },
  { email: 'bob@cardroom.example', nickname: 'Bob', role: 'player' },
  { email: 'staff@cardroom.example', nickname: 'Suyeon', role: 'admin' },
];

export const DEMO_MONEY_KRW = 10_000_000;

export interface SeedAccountsInput {
  readonly databaseUrl: string;
  readonly walletApiUrl: string;
  readonly password: string;
}

/** People to be: registered as everybody is, players with money from the faucet. */
export async function seedAccounts(input: SeedAccountsInput): Promise<void> {
  for (const [index, demo] of DEMO_ACCOUNTS.entries()) {
    const account = new Account({
      walletApiUrl: input.walletApiUrl,
      email: demo.email,
      nickname: demo.nickname,
      password: input.password,
      address: `10.99.0.${index + 1}`,
    });
    await enter(account);
    if (demo.role === 'player') await giveMoney(account);
    else await giveRole(input.databaseUrl, account.userId, demo.role);
  }
}

async function enter(account: Account): Promise<void> {
  try {
    await account.enter();
  } catch (cause) {
    if (!(cause instanceof RestError) || cause.code !== 'EMAIL_TAKEN') throw cause;
    throw new Error(
      `${account.options.email} is in the database with another password: the database and the data folder belong to different systems`,
      { cause },
    );
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

async function giveRole(databaseUrl: string, userId: string, role: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('UPDATE users SET role = $2 WHERE id = $1 AND role <> $2', [userId, role]);
  } finally {
    await client.end();
  }
}
