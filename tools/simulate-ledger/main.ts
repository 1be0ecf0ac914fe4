import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { migrate, Reaper, startPostgres } from '@cardroom/testing';

import { simulateLedger } from './simulate-ledger';

const USAGE =
  'simulate:ledger [--operations N] [--seed S] [--crash-every N]: random operations at once on the real ledger and on a model of it';

function readOptions() {
  const { values } = parseArgs({
    options: {
      operations: { type: 'string', default: '10000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      'crash-every': { type: 'string', default: '500' },
    },
  });
  const options = {
    operations: Number(values.operations),
    seed: Number(values.seed),
    crashEvery: Number(values['crash-every']),
  };
  if (!Object.values(options).every((value) => Number.isSafeInteger(value) && value >= 0)) {
    throw new Error(USAGE);
  }
  return options;
}

async function main(): Promise<void> {
  const options = readOptions();
  const folder = mkdtempSync(join(tmpdir(), 'cardroom-simulation-'));
  const reaper = await Reaper.start();
  reaper.remove(folder);
  const server = await startPostgres({ dataDir: join(folder, 'data'), throwAway: true, reaper });
  try {
    await migrate(server.url);
    const { differences, ...counts } = await simulateLedger({
      ...options,
      databaseUrl: server.url,
    });
    console.log(
      `seed ${options.seed}: ${counts.operations} operations, ${counts.accounts} accounts, ` +
        `${counts.crashes} backends killed, ${counts.retries} tries made again`,
    );
    for (const difference of differences) console.log(`differs: ${difference}`);
    if (differences.length === 0) console.log('model and ledger agree to the won');
    else process.exitCode = 1;
  } finally {
    await server.stop();
    await reaper.release();
  }
}

main().catch((cause: unknown) => {
  console.error(cause);
  process.exitCode = 1;
});
