import type { ProcessIdentity } from '../processes/process-identity';
import type { Reaper } from '../processes/reaper';

/** A PostgreSQL or Redis server that answers. */
export interface RunningService {
  readonly name: 'PostgreSQL' | 'Redis';
  readonly url: string;
  /** Null where the server is not ours: its URL was given. */
  readonly process: ProcessIdentity | null;
  /** Settles when the server has ended, asked or not; null where it is not ours. */
  readonly exited: Promise<unknown> | null;
  /** Where it came from, in a few words for people. */
  readonly origin: string;
  stop(): Promise<void>;
  /** Ends it at once, as a crash would. Throws where the server is not ours. */
  kill(): Promise<void>;
}

export interface ServiceOptions {
  /** Kept between runs; made when missing. */
  readonly dataDir: string;
  readonly logFile?: string;
  readonly port?: number;
  /** True for tests: the data need not survive the machine. */
  readonly throwAway?: boolean;
  readonly reaper?: Reaper;
  /** Told what a person may want to know, one sentence at a time. */
  readonly onNote?: (note: string) => void;
}

/** A server that somebody else runs; stopping it is not ours. */
export const givenService = (name: RunningService['name'], url: string): RunningService => ({
  name,
  url,
  process: null,
  exited: null,
  origin: 'given by its URL',
  stop: () => Promise.resolve(),
  kill: () => Promise.reject(new Error(`${name} is not ours to kill`)),
});
