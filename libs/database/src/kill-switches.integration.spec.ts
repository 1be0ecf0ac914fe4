import { createTestDatabase, type TestDatabase } from '@cardroom/testing';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { createDataSource } from './data-source';
import { isSwitchName, KillSwitches, SWITCH_NAMES, type SwitchName } from './kill-switches';

const switches = new KillSwitches();
let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  source = createDataSource({ databaseUrl: database.url });
  await source.initialize();
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const turn = (name: SwitchName, isOn: boolean): Promise<boolean> =>
  switches.set(source.manager, { name, isOn, reason: 'a test', actor: 'test' });

describe('a kill switch', () => {
  it.each(SWITCH_NAMES)('%s is on in a new house', async (name) => {
    expect(await switches.isOn(source.manager, name)).toBe(true);
  });

  it.each([`table:${uuidv7()}`, `login:${uuidv7()}`] as const)(
    'of one thing (%.6s) is on until somebody switches it off',
    async (name) => {
      expect(await switches.isOn(source.manager, name)).toBe(true);
      await turn(name, false);
      expect(await switches.isOn(source.manager, name)).toBe(false);
      await expect(switches.requireOn(source.manager, name)).rejects.toMatchObject({
        code: 'SWITCHED_OFF',
      });
    },
  );

  it('that has lost its row is off: they fail closed', async () => {
    await source.query(`DELETE FROM kill_switches WHERE name = 'sending'`);
    expect(await switches.isOn(source.manager, 'sending')).toBe(false);
    expect(await turn('sending', true)).toBe(true);
    expect(await switches.isOn(source.manager, 'sending')).toBe(true);
  });

  it('that cannot be read stops the work that asked', async () => {
    await expect(
      source.transaction(async (manager) => {
        await manager.query('ALTER TABLE kill_switches RENAME TO away');
        await switches.requireOn(manager, 'buy_in');
      }),
    ).rejects.toThrow('kill_switches');
  });

  it('that is switched twice says so, and keeps the first reason', async () => {
    expect(await turn('buy_in', false)).toBe(true);
    const again = { name: 'buy_in', isOn: false, reason: 'later', actor: 'x' } as const;
    expect(await switches.set(source.manager, again)).toBe(false);
    const found = (await switches.list(source.manager)).find(({ name }) => name === 'buy_in');
    expect(found).toMatchObject({ isOn: false, reason: 'a test', actor: 'test' });
    await turn('buy_in', true);
  });
});

it('the list holds the switches of the house in their order, and then what is off', async () => {
  const [off, on]: SwitchName[] = [`table:${uuidv7()}`, `table:${uuidv7()}`];
  if (off === undefined || on === undefined) throw new Error('two names');
  await turn(off, false);
  await turn(on, false);
  await turn(on, true);
  const names = (await switches.list(source.manager)).map(({ name }) => name);
  expect(names.slice(0, SWITCH_NAMES.length)).toEqual([...SWITCH_NAMES]);
  expect(names).toContain(off);
  expect(names).not.toContain(on);
});

it.each(['', 'buy-in', 'table:x', `table:${uuidv7()};`, `user:${uuidv7()}`, 'login:'])(
  '%j names no switch, and the database takes none like it',
  async (name) => {
    expect(isSwitchName(name)).toBe(false);
    await expect(
      source.query(
        `INSERT INTO kill_switches (name, is_on, reason, actor) VALUES ($1, true, '', '')`,
        [name],
      ),
    ).rejects.toThrow('CK_kill_switches_name');
  },
);
