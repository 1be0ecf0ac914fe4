import { register } from 'prom-client';

import { problemOf } from './http/problem.filter';
import { fullServerOf, noteStorageRefusal } from './storage-refusals';

const withCode = (code: string): Error =>
  Object.assign(new Error('could not extend file'), { code });
const AOF = 'MISCONF Errors writing to the AOF file: No space left on device';
const MEMORY = "OOM command not allowed when used memory > 'maxmemory'.";

const told = async (server: string): Promise<number | undefined> =>
  (await register.getSingleMetric('storage_refusals_total')?.get())?.values.find(
    ({ labels }) => labels['server'] === server,
  )?.value;

describe('F14 a server without room', () => {
  it.each([
    [withCode('53100'), 'postgresql'],
    [withCode('53200'), 'postgresql'],
    [new Error(AOF), 'redis'],
    [new Error(MEMORY), 'redis'],
  ] as const)(
    'is known by what it says, and is away for clients, not broken: %s of %s',
    (cause, server) => {
      expect(fullServerOf(cause)).toBe(server);
      expect(problemOf(cause).code).toBe('SERVICE_UNAVAILABLE');
    },
  );

  it.each([withCode('23505'), new Error('Connection terminated'), 'MISCONF', null])(
    'is not what %s says',
    (cause) => {
      expect(fullServerOf(cause)).toBeNull();
    },
  );

  it('is counted by server, from 0 on', async () => {
    expect(await told('redis')).toBe(0);
    noteStorageRefusal(withCode('53100'));
    noteStorageRefusal(withCode('23505'));
    expect(await told('postgresql')).toBe(1);
    expect(await told('redis')).toBe(0);
  });
});
