import type { Observation } from './observation';
import { HeaviestHands, rounded, scoreOf, type Suspicion } from './suspicion';
import { rarityAbove, rarityOfBoth } from './tails';

interface Sum {
  count: number;
  sum: number;
  squares: number;
}

/** How a player takes time: sums of the logarithms of milliseconds. */
interface Tempo {
  readonly easy: Sum;
  readonly hard: Sum;
  playedMs: number;
  longestMs: number;
  lastAtMs: number;
  readonly hands: HeaviestHands;
}

/** Fewer decisions of a player say nothing. */
const LEAST_DECISIONS = 200;
const LEAST_HARD = 30;
/** A pause this long ends a stretch of play. */
const PAUSE_MS = 600_000;
/** People spread at least this much around each other, however few were measured. */
const LEAST_DEVIATION = 0.08;
/** With fewer players there is no knowing what is usual. */
const LEAST_PLAYERS = 10;
/** From the median of absolute deviations to a standard deviation. */
const MAD_SCALE = 1.4826;

const newSum = (): Sum => ({ count: 0, sum: 0, squares: 0 });
const meanOf = ({ count, sum }: Sum): number => sum / Math.max(1, count);
const varianceOf = (of: Sum): number =>
  Math.max(0, of.squares / Math.max(1, of.count) - meanOf(of) ** 2);

function add(to: Sum, value: number): void {
  to.count += 1;
  to.sum += value;
  to.squares += value * value;
}

/** Adds up how players take their time, hand by hand in the order of play. */
export class TempoBook {
  private readonly tempos = new Map<string, Tempo>();

  add({ handId, endedAtMs, users, decisions }: Observation): void {
    for (const userId of users) this.play(userId, endedAtMs);
    for (const { userId, thoughtMs, isHard } of decisions) {
      const tempo = this.tempo(userId);
      add(isHard ? tempo.hard : tempo.easy, Math.log(Math.max(1, thoughtMs)));
      if (isHard) tempo.hands.add(handId, 1 / Math.max(1, thoughtMs));
    }
  }

  /** Players whose time is even, or blind to what is at stake. Rule: docs/rules/integrity.md §6. */
  suspicions(): Suspicion[] {
    const known = [...this.tempos].filter(([, tempo]) => isKnown(tempo));
    if (known.length < LEAST_PLAYERS) return [];
    const spreads = usual(known.map(([, tempo]) => spreadOf(tempo)));
    const delays = usual(known.map(([, tempo]) => delayOf(tempo)));
    return known.map(([userId, tempo]) => {
      const evenness = (spreads.median - spreadOf(tempo)) / spreads.deviation;
      const blindness = (delays.median - delayOf(tempo)) / delays.deviation;
      return {
        kind: 'bot_timing',
        userIds: [userId],
        score: scoreOf(rarityOfBoth(rarityAbove(evenness), rarityAbove(blindness)), known.length),
        evidence: {
          decisions: tempo.easy.count + tempo.hard.count,
          spread: rounded(spreadOf(tempo)),
          usualSpread: rounded(spreads.median),
          delayOfHard: rounded(delayOf(tempo)),
          usualDelayOfHard: rounded(delays.median),
          longestPlayMinutes: Math.round(tempo.longestMs / 60_000),
        },
        hands: tempo.hands.list(),
      };
    });
  }

  private tempo(userId: string): Tempo {
    const known = this.tempos.get(userId);
    if (known !== undefined) return known;
    const hands = new HeaviestHands();
    const fresh = {
      ...{ easy: newSum(), hard: newSum(), playedMs: 0, longestMs: 0, lastAtMs: 0, hands },
    };
    this.tempos.set(userId, fresh);
    return fresh;
  }

  private play(userId: string, atMs: number): void {
    const tempo = this.tempo(userId);
    const sinceMs = atMs - tempo.lastAtMs;
    tempo.playedMs = sinceMs < PAUSE_MS ? tempo.playedMs + Math.max(0, sinceMs) : 0;
    tempo.longestMs = Math.max(tempo.longestMs, tempo.playedMs);
    tempo.lastAtMs = Math.max(tempo.lastAtMs, atMs);
  }
}

const isKnown = ({ easy, hard }: Tempo): boolean =>
  easy.count + hard.count >= LEAST_DECISIONS && hard.count >= LEAST_HARD;

/** Standard deviation of the logarithm of the time, within easy and hard decisions. */
function spreadOf({ easy, hard }: Tempo): number {
  const weighted = varianceOf(easy) * easy.count + varianceOf(hard) * hard.count;
  return Math.sqrt(weighted / (easy.count + hard.count));
}

/** How much longer hard decisions take, as a logarithm. */
const delayOf = ({ easy, hard }: Tempo): number => meanOf(hard) - meanOf(easy);

function usual(values: readonly number[]): { median: number; deviation: number } {
  const median = medianOf(values);
  const spread = medianOf(values.map((value) => Math.abs(value - median)));
  return { median, deviation: Math.max(LEAST_DEVIATION, spread * MAD_SCALE) };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
