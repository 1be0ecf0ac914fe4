import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { defaultDataDir, findRunning, keptSecrets, projectRoot } from '@cardroom/testing';

/**
 * The settings with which a job is run: those of this shell where it has DATABASE_URL, else those of
 * jobs in the system that `npm start` runs.
 */
function surroundings(): NodeJS.ProcessEnv {
  if (process.env['DATABASE_URL'] !== undefined) return process.env;
  const dataDir = process.env['DATA_DIR'] ?? defaultDataDir();
  const running = findRunning(dataDir);
  const urls = running?.urls ?? null;
  if (running === null || urls === null) {
    console.error(`job: nothing runs on ${dataDir}: npm start, or set DATABASE_URL and REDIS_URL`);
    process.exit(2);
  }
  const { auditSigningKey, gatewayApiSecret } = keptSecrets(join(dataDir, 'secrets.json'));
  return {
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: urls.database,
    REDIS_URL: urls.redis,
    REDIS_KEY_PREFIX: running.redisKeyPrefix,
    PAYMENT_GATEWAY_URL: urls.paymentGateway,
    PAYMENT_GATEWAY_API_SECRET: gatewayApiSecret,
    AUDIT_SIGNING_KEY: auditSigningKey,
  };
}

const program = join(projectRoot(), 'dist/apps/jobs/src/command/job.main.js');
const args = process.argv.slice(2);
const { status } = spawnSync(process.execPath, [program, ...args], {
  env: args.includes('--help') ? process.env : surroundings(),
  stdio: 'inherit',
});
process.exit(status ?? 1);
