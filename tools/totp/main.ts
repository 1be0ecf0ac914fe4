import { defaultDataDir, oneTimeCode } from '@cardroom/testing';

import { StaffFactors } from '../start/staff-factors';

const PERIOD_MS = 30_000;

const USAGE = `npm run totp -- NAME

Shows the one-time code of a staff account that npm start has made: cashier, support, risk, or
staff, or the whole e-mail address. An authenticator app takes the secret as well.`;

function main(name: string | undefined): number {
  const factors = StaffFactors.in(process.env['DATA_DIR'] ?? defaultDataDir());
  const email = factors.emails.find((each) => each === name || each.split('@')[0] === name);
  const secret = email === undefined ? null : factors.of(email);
  if (email === undefined || secret === null) {
    const known = factors.emails.map((each) => each.split('@')[0]).join(', ');
    process.stderr.write(`${USAGE}\n\nKnown here: ${known === '' ? 'nobody yet' : known}\n`);
    return 1;
  }
  const leftSeconds = Math.ceil((PERIOD_MS - (Date.now() % PERIOD_MS)) / 1000);
  process.stdout.write(
    `${oneTimeCode(secret)}   good for ${leftSeconds} s and half a minute more, once\n` +
      `${email}, secret ${secret}\n`,
  );
  return 0;
}

process.exit(main(process.argv[2]));
