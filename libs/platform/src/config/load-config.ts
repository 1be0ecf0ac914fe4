import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';

import { isPlain } from './setting-readers';

/** A setting is wrong: the message names every wrong variable, and never repeats a secret. */
export class ConfigError extends Error {}

type ConfigClass<T extends object = object> = new () => T;

/** Property → name of its variable, by the prototype of the config class that declares it. */
const variables = new Map<object, Map<string, string>>();

/** Reads a property of a config class from an environment variable. */
export const Variable = (name: string): PropertyDecorator => {
  return (prototype, property) => {
    const own = variables.get(prototype) ?? new Map<string, string>();
    own.set(String(property), name);
    variables.set(prototype, own);
  };
};

/** The variables of a config class by property, its parents' first. */
export function variablesOf(config: ConfigClass): ReadonlyMap<string, string> {
  return new Map(lineageOf(config).flatMap((each) => [...(variables.get(each) ?? [])]));
}

function lineageOf(config: ConfigClass): object[] {
  const lineage: object[] = [];
  let prototype = config.prototype as object | null;
  while (prototype !== null) {
    lineage.unshift(prototype);
    prototype = Object.getPrototypeOf(prototype) as object | null;
  }
  return lineage;
}

/**
 * Builds a typed config from environment variables; an empty variable counts as not set.
 *
 * Errors: ConfigError whose message has one line for each wrong variable.
 */
export function loadConfig<T extends object>(config: ConfigClass<T>, env: NodeJS.ProcessEnv): T {
  const names = variablesOf(config);
  const given: Record<string, unknown> = {};
  for (const [property, name] of names) {
    const value = env[name];
    if (value !== undefined && value !== '') given[property] = value;
  }
  const loaded = plainToInstance(config, given, { exposeDefaultValues: true });
  const faults = validateSync(loaded, { forbidUnknownValues: true });
  if (faults.length > 0) throw new ConfigError(describe(config, faults, given));
  return loaded;
}

function describe(
  config: ConfigClass,
  faults: readonly ValidationError[],
  given: Readonly<Record<string, unknown>>,
): string {
  const names = variablesOf(config);
  const lines = faults.map(({ property, constraints }) => {
    const rules = Object.values(constraints ?? {}).map((rule) =>
      rule.replace(`each value in ${property} `, 'each ').replace(`${property} `, ''),
    );
    const value = shownValue(config, property, given[property]);
    return `  ${names.get(property) ?? property}: ${rules.join(', ')} (${value})`;
  });
  return ['The configuration is wrong:', ...lines, 'See .env.example for every variable.'].join(
    '\n',
  );
}

const MAX_SHOWN_LENGTH = 40;

/** A value may be a secret; only where a number or one of a few words is expected is it repeated. */
function shownValue(config: ConfigClass, property: string, value: unknown): string {
  if (typeof value !== 'string') return 'it is not set';
  return lineageOf(config).some((prototype) => isPlain(prototype, property))
    ? `got ${JSON.stringify(value.slice(0, MAX_SHOWN_LENGTH))}`
    : 'its value is not shown';
}

/** Loads the config of an app, or ends the process with the message and nothing else. */
export function loadConfigOrExit<T extends object>(config: ConfigClass<T>): T {
  try {
    return loadConfig(config, process.env);
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    process.exit(1);
  }
}
