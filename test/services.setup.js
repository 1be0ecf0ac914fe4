const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, statSync } = require('node:fs');
const { join, resolve } = require('node:path');

const ROOT = resolve(__dirname, '..');
const SERVICES = join(ROOT, 'dist/libs/testing/src/services/test-services.js');

/** Starts PostgreSQL and Redis once for a run of the tests, and says where in the environment. */
module.exports = async function setup() {
  if (isStale()) build();
  const { startTestServices } = require(SERVICES);
  const services = await startTestServices((note) => process.stderr.write(`services: ${note}\n`));
  process.env.TEST_DATABASE_URL = services.databaseUrl;
  process.env.TEST_REDIS_URL = services.redisUrl;
  globalThis.cardroomTestServices = services;
};

function build() {
  const { status } = spawnSync(process.execPath, ['tools/build.mjs', '--quiet'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0 && !existsSync(SERVICES)) throw new Error('the build failed');
}

/** Whether a source is newer than its build; the reaper, the migrations and the apps run from dist/. */
function isStale() {
  if (!existsSync(SERVICES)) return true;
  return ['apps', 'libs', 'migrations', 'tools'].some((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true }).some((name) => {
      if (!name.endsWith('.ts') || /spec\.ts$|\.d\.ts$/.test(name)) return false;
      const built = join(ROOT, 'dist', folder, name.replace(/\.ts$/, '.js'));
      return (
        !existsSync(built) || statSync(built).mtimeMs < statSync(join(ROOT, folder, name)).mtimeMs
      );
    }),
  );
}
