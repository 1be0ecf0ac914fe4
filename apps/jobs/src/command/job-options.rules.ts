import { parseArgs } from 'node:util';

export const USAGE = `npm run job                      lists the jobs and their last runs
npm run job -- NAME [options]    runs one now, for the last period that is due
npm run job -- --help            this text
  --period PERIOD   another period: 2026-W47, 2026-11-21, 2026-11-21T13, 2026-11
  --again           does it anew where it is done
  --dry-run         says what would be done and changes nothing
  --now MOMENT      as if it were then (ISO 8601 with its offset); production refuses it`;

export interface JobOptions {
  readonly help: boolean;
  /** Null lists the jobs. */
  readonly name: string | null;
  readonly period: string | null;
  readonly dryRun: boolean;
  readonly again: boolean;
  readonly nowMs: number | null;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

function momentOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const atMs = MOMENT.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(atMs)) throw new Error('--now takes a moment such as 2026-11-23T04:00+09:00');
  return atMs;
}

/** Reads the command line of `npm run job`. Errors: throws with a message for who typed it. */
export function readJobOptions(args: readonly string[]): JobOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', default: false },
      period: { type: 'string' },
      again: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      now: { type: 'string' },
    },
  });
  const [name = null, ...rest] = positionals;
  if (rest.length > 0) throw new Error('one job at a time');
  return {
    help: values.help,
    name,
    period: values.period ?? null,
    dryRun: values['dry-run'],
    again: values.again,
    nowMs: momentOf(values.now),
  };
}
