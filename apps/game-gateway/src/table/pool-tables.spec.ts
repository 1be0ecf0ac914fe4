import { PoolTables } from './pool-tables';

function poolOf(versions: readonly string[]) {
  const reads: string[] = [];
  let at = 0;
  const tables = new PoolTables(
    {
      settingsVersion: () => Promise.resolve(versions[at++] ?? '0'),
      tablesToHost: (pool) => {
        reads.push(pool);
        return Promise.resolve([]);
      },
    },
    'main',
  );
  return { tables, reads };
}

it('tables are read at the first look, and when the version is another', async () => {
  const { tables, reads } = poolOf(['7', '7', '8', '8']);
  const seen = [];
  for (let look = 0; look < 4; look += 1) seen.push(await tables.now());
  expect(reads).toEqual(['main', 'main']);
  expect(seen[1]).toBe(seen[0]);
  expect(seen[2]).not.toBe(seen[1]);
  expect(seen[3]).toBe(seen[2]);
});

it('they are read now and then whatever the version says', async () => {
  const { tables, reads } = poolOf([]);
  for (let look = 0; look < 61; look += 1) await tables.now();
  expect(reads).toHaveLength(3);
});

it('a look that fails is made again at the next', async () => {
  let isAway = true;
  const tables = new PoolTables(
    {
      settingsVersion: () => Promise.resolve('1'),
      tablesToHost: () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve([])),
    },
    'main',
  );
  await expect(tables.now()).rejects.toThrow('away');
  isAway = false;
  await expect(tables.now()).resolves.toEqual([]);
});
