import { TempoBook } from './bot-timing';
import { chipDumping } from './chip-dumping';
import { observe, type PlayedHand } from './observation';
import { PairBook } from './pair-play';
import { sharedAccess, type Access } from './shared-access';
import { softPlay } from './soft-play';
import { REPORTED_SCORE, type Suspicion } from './suspicion';

/**
 * Looks at the hands of a stretch of time, in the order of play, and says what staff should look at.
 * It keeps sums, not hands. Rule: docs/rules/integrity.md.
 *
 * @example new IntegrityWatch().suspicions([]) // []
 */
export class IntegrityWatch {
  private readonly pairs = new PairBook();
  private readonly tempos = new TempoBook();
  private counted = 0;

  /** Hands that were settled. */
  get hands(): number {
    return this.counted;
  }

  /** Pairs of players who were compared. */
  get pairCount(): number {
    return this.pairs.size;
  }

  see(hand: PlayedHand): void {
    const observation = observe(hand);
    if (observation === null) return;
    this.counted += 1;
    this.pairs.add(observation);
    this.tempos.add(observation);
  }

  /** What is rare enough to be reported, the rarest first. */
  suspicions(accesses: readonly Access[]): Suspicion[] {
    const found = [...sharedAccess(this.pairs, accesses), ...this.tempos.suspicions()];
    for (const pair of this.pairs.all()) {
      found.push(chipDumping(this.pairs, pair), softPlay(this.pairs, pair));
    }
    return found
      .filter(({ score }) => score >= REPORTED_SCORE)
      .sort((one, other) => other.score - one.score);
  }
}
