export const SUSPICION_KINDS = [
  'chip_dumping',
  'soft_play',
  'shared_access',
  'bot_timing',
] as const;
export type SuspicionKind = (typeof SUSPICION_KINDS)[number];

/** A hand that speaks for a suspicion, and how much by the measure of its kind. */
export interface HandOfEvidence {
  readonly handId: string;
  readonly weight: number;
}

/** What was counted, by name: players' ids and numbers, no addresses and no cards. */
export type Evidence = Readonly<Record<string, number | string>>;

/** Play that staff should look at. It proves nothing, and nothing follows from it by itself. */
export interface Suspicion {
  readonly kind: SuspicionKind;
  /** One player, or two in the order of their ids. */
  readonly userIds: readonly string[];
  /**
   * How rare it is, as a power of ten, that chance alone shows this for anybody of all who were
   * compared: 2 is one false alarm in a hundred runs.
   */
  readonly score: number;
  readonly evidence: Evidence;
  /** The hands that say most, heaviest first. */
  readonly hands: readonly HandOfEvidence[];
}

/** What staff are told of: one false alarm of a kind in a hundred runs, as far as chance goes. */
export const REPORTED_SCORE = 2;

/** Rarer than this is not said: the laws behind the numbers do not hold that far. */
const MOST_RARE = 99;

/** The score of something that rare, found by looking at so many. Rule: docs/rules/integrity.md §1. */
export const scoreOf = (rarity: number, compared: number): number =>
  Math.min(MOST_RARE, rarity) - Math.log10(Math.max(1, compared));

const MOST_HANDS = 20;

/** Keeps the heaviest hands and forgets the others. */
export class HeaviestHands {
  private readonly kept: HandOfEvidence[] = [];

  add(handId: string, weight: number): void {
    const lightest = this.kept[MOST_HANDS - 1];
    if (lightest !== undefined && lightest.weight >= weight) return;
    const place = this.kept.findIndex((hand) => hand.weight < weight);
    this.kept.splice(place < 0 ? this.kept.length : place, 0, { handId, weight });
    this.kept.length = Math.min(this.kept.length, MOST_HANDS);
  }

  list(): readonly HandOfEvidence[] {
    return [...this.kept];
  }
}

const HUNDREDTHS = 100;

/** Two places: evidence is read by people. */
export const rounded = (value: number): number => Math.round(value * HUNDREDTHS) / HUNDREDTHS;
