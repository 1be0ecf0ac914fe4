/** Counters of a stretch of days. */
export interface PlayCounters {
  readonly hands: number;
  readonly wonHands: number;
  readonly vpipHands: number;
  readonly pfrHands: number;
  readonly threeBetChances: number;
  readonly threeBetHands: number;
  readonly aggressiveActions: number;
  readonly calls: number;
  readonly showdownHands: number;
  readonly netKrw: number;
  readonly putInKrw: number;
  readonly rakeKrw: number;
}

/** What the counters say of how somebody plays; null where nothing was counted that could say it. */
export interface PlayStyle {
  readonly vpipBp: number | null;
  readonly pfrBp: number | null;
  readonly threeBetBp: number | null;
  readonly wonBp: number | null;
  readonly showdownBp: number | null;
  /** Bets and raises for each call after the flop. */
  readonly aggressionFactor: number | null;
}

const BP_OF_WHOLE = 10_000;
const HUNDREDTHS = 100;

const shareBp = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * BP_OF_WHOLE) / whole);

/** Rule: docs/rules/statistics.md §2. Shares in hundredths of a percent. */
export const styleOf = (of: PlayCounters): PlayStyle => ({
  vpipBp: shareBp(of.vpipHands, of.hands),
  pfrBp: shareBp(of.pfrHands, of.hands),
  threeBetBp: shareBp(of.threeBetHands, of.threeBetChances),
  wonBp: shareBp(of.wonHands, of.hands),
  showdownBp: shareBp(of.showdownHands, of.hands),
  aggressionFactor:
    of.calls === 0 ? null : Math.round((of.aggressiveActions * HUNDREDTHS) / of.calls) / HUNDREDTHS,
});
