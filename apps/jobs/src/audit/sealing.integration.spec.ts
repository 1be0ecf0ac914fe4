import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AuditTrail } from '@cardroom/audit';
import type { INestApplicationContext } from '@nestjs/common';

import { JobsHouse } from '../jobs.builder';
import { ScheduledJobs } from '../schedule/scheduled-jobs';

jest.setTimeout(60_000);

const SEED = 9_009;
const folder = mkdtempSync(join(tmpdir(), 'cardroom-sealing-'));
const { privateKey } = generateKeyPairSync('ed25519', {
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const SEALING = { AUDIT_SIGNING_KEY: privateKey, AUDIT_DIR: folder };

let house: JobsHouse;

beforeAll(async () => {
  house = await JobsHouse.open(SEED);
});

afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const unsealed = async (): Promise<number> => {
  const [row] = await house.query<{ n: number }>(
    `SELECT (SELECT count(*) FROM ledger_transfers) - coalesce(sum(records), 0) AS n FROM audit_blocks`,
  );
  return row?.n ?? -1;
};

const verify = (app: INestApplicationContext): Promise<unknown> => {
  const job = app.get(ScheduledJobs).find('verify-audit');
  const period = { name: 'test', fromMs: 0, toMs: 1 };
  const { signal } = new AbortController();
  return (
    job?.run({ period, dryRun: false, again: false, signal, progress: () => undefined }) ??
    Promise.resolve(null)
  );
};

describe('jobs', () => {
  it('seals what is written while it runs, one process of two, and the other goes on after it', async () => {
    const [first] = [
      await house.startJobs(undefined, SEALING),
      await house.startJobs(undefined, SEALING),
    ];
    await house.hand();
    await house.until('the transfers to be sealed', async () => (await unsealed()) === 0);
    await first.close();
    await house.hand();
    await house.until('the other process to seal', async () => (await unsealed()) === 0);
  });

  it('compares the copies once an hour, and counts what it finds', async () => {
    const app = await house.startJobs(undefined, SEALING);
    expect(await verify(app)).toMatchObject({ mismatches: 0 });
    expect((await app.get(AuditTrail).compare()).areSignaturesChecked).toBe(true);
    await house.played.source.transaction(async (manager) => {
      await manager.query('SET LOCAL session_replication_role = replica');
      await manager.query(`UPDATE ledger_transfers SET memo = '{"forged":true}'
        WHERE id = (SELECT min(id::text)::uuid FROM ledger_transfers)`);
    });
    expect(await verify(app)).toMatchObject({ mismatches: 1 });
  });

  it('without a key seals nothing, and has nothing to compare', async () => {
    const app = await house.startJobs();
    expect(app.get(ScheduledJobs).find('verify-audit')).toBeNull();
  });
});
