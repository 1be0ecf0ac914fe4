/** One of those that do the same work. */
export interface Contender {
  readonly name: string;
  /** Does the work that often and returns what came of it, so that no compiler leaves it out. */
  readonly run: (times: number) => number;
}

export interface Measured {
  readonly name: string;
  /** How often in a second of CPU time; the median over the rounds. */
  readonly perSecond: number;
  /** Median over the rounds of the first contender's rate divided by this one's in the same round. */
  readonly ratio: number;
}

export interface RoundOptions {
  readonly rounds: number;
  readonly roundMs: number;
}

/** The middle value; of an even number, the higher of the two. */
export function median(values: readonly number[]): number {
  const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new RangeError('There is no median of nothing');
  return middle;
}

/** Values kept alive: reading them would be a benchmark of its own. */
let kept = 0;

function ratePerSecond(contender: Contender, times: number): number {
  return times / cpuSeconds(contender, times);
}

/** CPU time of the whole process, what it spends on compiling and on collecting garbage included. */
function cpuSeconds(contender: Contender, times: number): number {
  const before = process.cpuUsage();
  kept += contender.run(times);
  const { user, system } = process.cpuUsage(before);
  return Math.max(1, user + system) / 1_000_000;
}

const WARM_UP_S = 1.5;

/** How often a contender works in one round; found while it warms up. */
function timesPerRound(contender: Contender, roundMs: number): number {
  let times = 8;
  for (let spentS = 0; spentS < WARM_UP_S;) {
    const seconds = cpuSeconds(contender, times);
    spentS += seconds;
    times = Math.max(8, Math.ceil(times * Math.min(4, roundMs / 1_000 / seconds)));
  }
  return times;
}

/**
 * Lets all contenders work in turns, round after round, so that whatever else the machine does
 * falls on all of them. The first contender is the one that ratios are about.
 */
export function alternate(contenders: readonly Contender[], options: RoundOptions): Measured[] {
  const [subject] = contenders;
  if (subject === undefined) throw new RangeError('There is nobody to measure');
  const times = contenders.map((contender) => timesPerRound(contender, options.roundMs));
  const rounds = Array.from({ length: options.rounds }, () =>
    contenders.map((contender, index) => ratePerSecond(contender, times[index] ?? 1)),
  );
  if (!Number.isFinite(kept)) throw new Error('The work of a contender came to nothing');
  return contenders.map(({ name }, index) => ({
    name,
    perSecond: median(rounds.map((round) => round[index] ?? 0)),
    ratio: median(rounds.map((round) => (round[0] ?? 0) / (round[index] ?? 1))),
  }));
}
