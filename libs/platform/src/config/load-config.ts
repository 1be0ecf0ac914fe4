import 'reflect-metadata';
import { plainToInstance, Transform } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';

/** A setting is wrong: the message names every wrong variable, and never repeats a secret. */
export class ConfigError extends Error {}

type ConfigClass<T extends object> = new () => T;

/** Property → name of its variable, by config class. */
const variables = new Map<object, Map<string, string>>();

/** Reads a property of a config class from an environment variable. */
export const Variable = (name: string): PropertyDecorator => {
  return (prototype, property) => {
    const own = variables.get(prototype) ?? new Map<string, string>();
    own.set(String(property), name);
    variables.set(prototype, own);
  };
};

const asNumber = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;

/** The text of the variable as a number; anything else is left for the validator to refuse. */
export const AsNumber = (): PropertyDecorator => Transform(({ value }) => asNumber(value));

/** The text of the variable as a list, separated by commas. */
export const AsList = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string'
      ? value
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== '')
      : value,
  );

/** PEM keys often come with `\n` written out. */
export const AsPem = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.replaceAll('\\n', '\n') : value,
  );

/** The variables of a config class, its parents' included. */
export function variablesOf(config: ConfigClass<object>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let prototype = config.prototype as object | null;
  while (prototype !== null) {
    for (const [property, name] of variables.get(prototype) ?? []) found.set(property, name);
    prototype = Object.getPrototypeOf(prototype) as object | null;
  }
  return found;
}

/**
 * Builds a typed config from environment variables; an empty variable counts as not set.
 *
 * Errors: ConfigError whose message has one line for each wrong variable.
 */
export function loadConfig<T extends object>(config: ConfigClass<T>, env: NodeJS.ProcessEnv): T {
  const names = variablesOf(config);
  const plain: Record<string, unknown> = {};
  for (const [property, name] of names) {
    const value = env[name];
    if (value !== undefined && value !== '') plain[property] = value;
  }
  const loaded = plainToInstance(config, plain, { exposeDefaultValues: true });
  const faults = validateSync(loaded, { forbidUnknownValues: true });
  if (faults.length > 0) throw new ConfigError(describe(faults, names));
  return loaded;
}

function describe(faults: readonly ValidationError[], names: ReadonlyMap<string, string>): string {
  const lines = faults.map((fault) => {
    const rules = Object.values(fault.constraints ?? {}).map((rule) =>
      rule.replace(`${fault.property} `, '').replace(`each value in ${fault.property} `, 'each '),
    );
    return `  ${names.get(fault.property) ?? fault.property}: ${rules.join(', ')}`;
  });
  return ['The configuration is wrong:', ...lines, 'See .env.example for every variable.'].join(
    '\n',
  );
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
