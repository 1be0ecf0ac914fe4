import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import {
  ConfigError,
  EdgeConfig,
  loadConfig,
  PlatformConfig,
  variablesOf,
} from '@cardroom/platform';

import { parseEnvExample } from '../tools/reference/env-example';

type ConfigClass = new () => PlatformConfig;

/** The config classes of an app, by the place where every app keeps them. */
function configsOf(app: string): ConfigClass[] {
  const folder = resolve(__dirname, '../apps', app, 'src/config');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.config.ts'))
    .flatMap((name) =>
      Object.values(jest.requireActual<Record<string, unknown>>(join(folder, name))),
    )
    .filter(
      (value): value is ConfigClass =>
        typeof value === 'function' && value.prototype instanceof PlatformConfig,
    );
}

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.join(',') : JSON.stringify(value).replaceAll('"', '');

/** Name → default, of what a class declares and `parent` does not; undefined: there is no default. */
function declared(config: ConfigClass, parent?: ConfigClass): Map<string, string | undefined> {
  const inherited = new Set(parent === undefined ? [] : variablesOf(parent).values());
  const defaults = new Map<string, unknown>(Object.entries(new config()));
  const own = [...variablesOf(config)].filter(([, name]) => !inherited.has(name));
  return new Map(
    own.map(([property, name]) => {
      const value = defaults.get(property);
      return [name, value === undefined ? undefined : textOf(value)];
    }),
  );
}

const only = (app: string): ConfigClass => {
  const [config, ...others] = configsOf(app);
  if (config === undefined || others.length > 0) throw new Error(`${app} needs one config class`);
  return config;
};

/** The variables without which an app does not start. */
function required(config: ConfigClass): string[] {
  try {
    loadConfig(config, {});
    return [];
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    return cause.message.match(/(?<=^ {2})[A-Z0-9_]+(?=:)/gm) ?? [];
  }
}

/** Section of the file → the class that declares its variables, and the one it builds on. */
const SECTIONS: Readonly<Record<string, () => Map<string, string | undefined>>> = {
  'Every app': () => declared(PlatformConfig),
  'game-gateway and wallet-api': () => declared(EdgeConfig, PlatformConfig),
  'game-gateway': () => declared(only('game-gateway'), EdgeConfig),
  'wallet-api': () => declared(only('wallet-api'), EdgeConfig),
  jobs: () => declared(only('jobs'), PlatformConfig),
};

const sections = parseEnvExample(readFileSync(resolve(__dirname, '../.env.example'), 'utf8'));

it('.env.example has a section for each group of settings', () => {
  expect(sections.map(({ title }) => title)).toEqual(Object.keys(SECTIONS));
});

describe.each(sections)('the section "$title"', ({ title, variables }) => {
  const expected = () => SECTIONS[title]?.() ?? new Map<string, string | undefined>();

  it('lists exactly the variables that are read', () => {
    expect(variables.map(({ name }) => name).sort()).toEqual([...expected().keys()].sort());
  });

  it('shows the defaults', () => {
    const shown = new Map(variables.map(({ name, value }) => [name, value]));
    for (const [name, value] of expected())
      expect([name, shown.get(name)]).toEqual([name, value ?? '']);
  });
});

it('what has no value and no # in front is what an app does not start without', () => {
  const needed = ['game-gateway', 'wallet-api', 'jobs'].flatMap((app) => required(only(app)));
  const shown = sections
    .flatMap(({ variables }) => variables)
    .filter(({ value, isOptional }) => value === '' && !isOptional);
  expect(shown.map(({ name }) => name).sort()).toEqual([...new Set(needed)].sort());
});
