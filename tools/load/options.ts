import { parseArgs } from 'node:util';

export const USAGE = [
  'load [--players N] [--tables M] [--rate ACTIONS/S] [--seconds N] [--idle N] [--processes N] [--seed N]',
  '     [--warm-up SECONDS] [--running] [--profile FILE] [--json FILE]',
].join('\n');

export interface LoadOptions {
  readonly players: number;
  readonly tables: number;
  /** Actions a second over all tables. */
  readonly rate: number;
  readonly seconds: number;
  /** Played before anything is counted: hands that all began at once have drifted apart by its end. */
  readonly warmUpSeconds: number;
  /** Sockets beside the players that only stay connected. */
  readonly idle: number;
  /** Of the generator. */
  readonly processes: number;
  readonly seed: number;
  /** Plays in the room that `npm start` runs instead of in one of its own. */
  readonly running: boolean;
  /** Where the gateway of an own room leaves its CPU profile. */
  readonly profile: string | null;
  readonly json: string | null;
}

const MAX_SEATS = 9;
/** So many sockets one process of the generator serves with time to spare. */
const SOCKETS_A_PROCESS = 5_000;

/** What the command line asks for. Errors: throws with what is wrong. */
export function readOptions(args: readonly string[]): LoadOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      players: { type: 'string', default: '100' },
      tables: { type: 'string' },
      rate: { type: 'string' },
      seconds: { type: 'string', default: '30' },
      'warm-up': { type: 'string', default: '5' },
      idle: { type: 'string', default: '0' },
      processes: { type: 'string' },
      seed: { type: 'string', default: '1' },
      running: { type: 'boolean', default: false },
      profile: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const number = (
    name: 'players' | 'tables' | 'rate' | 'seconds' | 'warm-up' | 'idle' | 'seed' | 'processes',
    otherwise = 0,
  ) => {
    const value = values[name] === undefined ? otherwise : Number(values[name]);
    if (!Number.isFinite(value) || value < 0) throw new Error(`--${name} takes a number`);
    return value;
  };
  const [players, idle] = [number('players'), number('idle')];
  const tables = number('tables', Math.ceil(players / 6));
  if (players < 2 * tables || players > MAX_SEATS * tables) {
    throw new Error(`2 to ${MAX_SEATS} players sit at a table`);
  }
  return {
    ...{ players, tables, idle, rate: number('rate', tables), seconds: number('seconds') },
    warmUpSeconds: number('warm-up'),
    processes: number('processes', Math.max(1, Math.ceil((players + idle) / SOCKETS_A_PROCESS))),
    ...{ seed: number('seed'), running: values.running, json: values.json ?? null },
    profile: values.profile ?? null,
  };
}
