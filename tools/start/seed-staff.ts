import { Client } from 'pg';

import { RestError, type Account } from '@cardroom/client';
import { oneTimeCode } from '@cardroom/testing';

import type { StaffFactors } from './staff-factors';

/**
 * Makes an account one of staff: with a second factor whose secret is kept for `npm run totp`, and
 * then with its role. Done once; a later start finds it done.
 */
export async function seedStaff(
  account: Account,
  staff: { readonly role: string; readonly databaseUrl: string; readonly factors: StaffFactors },
): Promise<void> {
  const { email } = account.options;
  if (!(await hasFactor(account))) await enrol(account, staff.factors);
  else if (staff.factors.of(email) === null) throw new Error(unknownFactor(email));
  await giveRole(staff.databaseUrl, email, staff.role);
}

/** Whether a code is asked for at the login; else the account is entered, and made where it is new. */
async function hasFactor(account: Account): Promise<boolean> {
  try {
    await account.enter();
    return false;
  } catch (cause) {
    if (!(cause instanceof RestError) || cause.code !== 'SECOND_FACTOR_REQUIRED') throw cause;
    return true;
  }
}

async function enrol(account: Account, factors: StaffFactors): Promise<void> {
  const { email, password } = account.options;
  const { secret } = await account.authorized<{ readonly secret: string }>(
    'POST',
    '/me/second-factor',
    { password },
  );
  // Kept before it counts: whoever is interrupted here can still log in.
  factors.keep(email, secret);
  await account.authorized('POST', '/me/second-factor/confirm', { code: oneTimeCode(secret) });
}

async function giveRole(databaseUrl: string, email: string, role: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('UPDATE users SET role = $2 WHERE email_key = $1 AND role <> $2', [
      email,
      role,
    ]);
  } finally {
    await client.end();
  }
}

const unknownFactor = (email: string): string =>
  `${email} is in the database with a second factor that this data folder does not know: they belong to different systems`;
