import { parseArgs } from 'node:util';

export interface StartOptions {
  readonly help: boolean;
  readonly fresh: boolean;
  readonly bots: number;
  readonly tables: number;
  readonly gateways: number;
  /** Null for the project's own data folder. */
  readonly dataDir: string | null;
}

export const HELP = `Starts the whole card room on this machine, with bots at its tables.

  npm start                    go on with the data of the last time
  npm start -- --fresh         forget that data first
  npm start -- --tables N      open at least N tables (default 6, at most 500)
  npm start -- --bots N        let N bots play (default: four per table, at most 1000)
  npm start -- --no-bots       the same as --bots 0
  npm start -- --gateways N    let N gateways share the tables (default 1, at most 8)
  npm start -- --data DIR      keep the data in DIR instead of .cardroom
  npm start -- --help          this text

Environment: DATABASE_URL and REDIS_URL use your servers instead of starting ones;
WALLET_API_PORT, GATEWAY_PORT, JOBS_PORT, PAYMENT_GATEWAY_PORT and RATE_SOURCE_PORT ask
for fixed ports.
Ctrl-C stops everything in order; a second Ctrl-C stops it at once.`;

const DEFAULT_TABLES = 6;
const BOTS_PER_TABLE = 4;
const MAX_TABLES = 500;
const MAX_GATEWAYS = 8;
export const MAX_BOTS = 1_000;

/** An option that cannot be followed; the message is for the person who typed it. */
export class OptionError extends Error {}

/** Reads the command line. Throws OptionError. */
export function parseOptions(argv: readonly string[]): StartOptions {
  const { values } = read(argv);
  const tables = wholeNumber('--tables', values.tables, 1, MAX_TABLES) ?? DEFAULT_TABLES;
  const bots = wholeNumber('--bots', values.bots, 0, MAX_BOTS);
  if (values['no-bots'] === true && bots !== null && bots > 0) {
    throw new OptionError('--no-bots and --bots say different things');
  }
  return {
    help: values.help ?? false,
    fresh: values.fresh ?? false,
    tables,
    gateways: wholeNumber('--gateways', values.gateways, 1, MAX_GATEWAYS) ?? 1,
    bots: values['no-bots'] === true ? 0 : (bots ?? Math.min(MAX_BOTS, tables * BOTS_PER_TABLE)),
    dataDir: values.data ?? null,
  };
}

function read(argv: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(argv);
  } catch (cause) {
    throw new OptionError(cause instanceof Error ? cause.message : String(cause));
  }
}

const parse = (argv: readonly string[]) =>
  parseArgs({
    args: [...argv],
    options: {
      help: { type: 'boolean', short: 'h' },
      fresh: { type: 'boolean' },
      bots: { type: 'string' },
      tables: { type: 'string' },
      gateways: { type: 'string' },
      'no-bots': { type: 'boolean' },
      data: { type: 'string' },
    },
  });

function wholeNumber(
  name: string,
  text: string | undefined,
  min: number,
  max: number,
): number | null {
  if (text === undefined) return null;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new OptionError(`${name} must be a whole number from ${min} to ${max}, not "${text}"`);
}
