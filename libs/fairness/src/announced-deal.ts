/** What everybody at a table knows of a deal before its first card. Rule: docs/rules/fairness.md §3. */
import { hashBytes, isHashText, toHex, type Sha256 } from './bytes';

/** Names the whole of docs/rules/fairness.md §1 to §4: it changes when a step of it changes. */
export const DEAL_ALGORITHM = 'cardroom-deal-1';

/** A player's promise: the SHA-256 of the seed that it opens for the next hand. Hex. */
export interface SeedCommitment {
  readonly seat: number;
  readonly commitment: string;
}

/** A player's part in the order of the cards, 32 bytes in hex. */
export interface OpenedSeed {
  readonly seat: number;
  readonly value: string;
}

/** A root that is out, and what has come in for it. Public, plain data. */
export interface AnnouncedDeal {
  readonly handId: string;
  readonly algorithm: string;
  readonly root: string;
  /** Of the moment when the root came out, in the order of seats. */
  readonly commitments: readonly SeedCommitment[];
  /** Opened before the deal, in the order of seats. */
  readonly seeds: readonly OpenedSeed[];
}

/** An announced deal whose hand has begun: all that decides the order of its cards. */
export interface BegunDeal extends AnnouncedDeal {
  /** Seats dealt in, in the order of dealing. */
  readonly dealOrder: readonly number[];
}

/** The deals of a table: what the next one is bound to, and what the last one was. */
export interface DealState {
  /** The newest promise of each seat, in the order of seats: for the next root. */
  readonly commitments: readonly SeedCommitment[];
  /** A root that waits for its hand. */
  readonly announced: AnnouncedDeal | null;
  /** The hand being played or just over; null where it was dealt without a root. */
  readonly begun: BegunDeal | null;
}

/** Everything that happens to deals. Every event is public. */
export type DealEvent =
  | { readonly type: 'seed_committed'; readonly seat: number; readonly commitment: string }
  /** Whoever gets up takes its promise along. */
  | { readonly type: 'seed_withdrawn'; readonly seat: number }
  | {
      readonly type: 'root_announced';
      readonly handId: string;
      readonly algorithm: string;
      readonly root: string;
      readonly commitments: readonly SeedCommitment[];
    }
  | { readonly type: 'seed_opened'; readonly seat: number; readonly value: string }
  /** The announced root becomes the root of the hand that begins. */
  | { readonly type: 'root_used'; readonly handId: string; readonly dealOrder: readonly number[] }
  /** The announced root ends without a hand. */
  | { readonly type: 'root_voided'; readonly handId: string; readonly reason: string };

export const NO_DEAL: DealState = { commitments: [], announced: null, begun: null };

const bySeat = <T extends { readonly seat: number }>(items: readonly T[], added: T): T[] =>
  [...items.filter(({ seat }) => seat !== added.seat), added].sort((a, b) => a.seat - b.seat);

/** Folds one event into the deals of a table. The same events always give the same state. */
export function evolveDeal(state: DealState, event: DealEvent): DealState {
  switch (event.type) {
    case 'seed_committed': {
      const { seat, commitment } = event;
      return { ...state, commitments: bySeat(state.commitments, { seat, commitment }) };
    }
    case 'seed_withdrawn':
      return {
        ...state,
        commitments: state.commitments.filter(({ seat }) => seat !== event.seat),
      };
    case 'root_announced': {
      const { handId, algorithm, root, commitments } = event;
      return { ...state, announced: { handId, algorithm, root, commitments, seeds: [] } };
    }
    case 'seed_opened': {
      const { announced } = state;
      const { seat, value } = event;
      if (announced === null) return state;
      const seeds = bySeat(announced.seeds, { seat, value });
      return { ...movedOn(state, event), announced: { ...announced, seeds } };
    }
    case 'root_used': {
      const { announced } = state;
      const begun = announced === null ? null : { ...announced, dealOrder: event.dealOrder };
      return { ...state, announced: null, begun };
    }
    case 'root_voided':
      return { ...state, announced: null };
  }
}

/** An opened seed is the promise of the next one of its chain, unless there is a newer promise. */
function movedOn(state: DealState, { seat, value }: OpenedSeed): DealState {
  const promised = state.announced?.commitments.find((each) => each.seat === seat);
  const newest = state.commitments.find((each) => each.seat === seat);
  if (promised?.commitment !== newest?.commitment) return state;
  return { ...state, commitments: bySeat(state.commitments, { seat, commitment: value }) };
}

export const SEED_REFUSAL_CODES = [
  'HAND_MISMATCH',
  'SEED_NOT_EXPECTED',
  'SEED_MISMATCH',
  'VALIDATION_FAILED',
] as const;
export type SeedRefusalCode = (typeof SEED_REFUSAL_CODES)[number];

export type SeedDecision =
  | { readonly ok: true; readonly events: readonly DealEvent[] }
  | { readonly ok: false; readonly code: SeedRefusalCode };

const refuse = (code: SeedRefusalCode): SeedDecision => ({ ok: false, code });

/**
 * Takes a player's promise for the roots to come; one that is out already is bound to older ones.
 *
 * Rule: docs/rules/fairness.md §3.1. Errors: VALIDATION_FAILED unless it is 32 bytes in hex.
 */
export function commitSeed(state: DealState, { seat, commitment }: SeedCommitment): SeedDecision {
  if (!isHashText(commitment)) return refuse('VALIDATION_FAILED');
  const known = state.commitments.find((each) => each.seat === seat);
  if (known?.commitment === commitment) return { ok: true, events: [] };
  return { ok: true, events: [{ type: 'seed_committed', seat, commitment }] };
}

/**
 * Takes the seed that a player has promised, as long as the root waits for its hand.
 *
 * Rule: docs/rules/fairness.md §3.3. Errors, in this order: VALIDATION_FAILED (not 32 bytes in hex),
 * HAND_MISMATCH (no root, or that of another hand, waits for seeds), SEED_NOT_EXPECTED (the seat had
 * promised none when the root came out), SEED_MISMATCH (not the promised seed).
 */
export function openSeed(
  state: DealState,
  opening: OpenedSeed & { readonly handId: string },
  sha256: Sha256,
): SeedDecision {
  const { announced } = state;
  const { seat, value, handId } = opening;
  if (!isHashText(value)) return refuse('VALIDATION_FAILED');
  if (announced?.handId !== handId) return refuse('HAND_MISMATCH');
  const promised = announced.commitments.find((each) => each.seat === seat);
  if (promised === undefined) return refuse('SEED_NOT_EXPECTED');
  if (commitmentOf(value, sha256) !== promised.commitment) return refuse('SEED_MISMATCH');
  if (announced.seeds.some((each) => each.seat === seat)) return { ok: true, events: [] };
  return { ok: true, events: [{ type: 'seed_opened', seat, value }] };
}

/** The promise of a seed: its SHA-256, both in hex. Rule: docs/rules/fairness.md §3.1. */
export const commitmentOf = (seed: string, sha256: Sha256): string =>
  toHex(sha256(Uint8Array.from(hashBytes(seed))));

/** Whether every seed that was promised has come: nothing is left to wait for. */
export const areAllSeedsOpen = ({ commitments, seeds }: AnnouncedDeal): boolean =>
  seeds.length === commitments.length;
