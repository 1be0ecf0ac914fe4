export const PAYOUT_STATUSES = [
  'accepted',
  'broadcast',
  'confirming',
  'completed',
  'failed',
] as const;
export type PayoutStatus = (typeof PAYOUT_STATUSES)[number];

/** A payment to a player, as the gateway tells of it. */
export interface Payout {
  readonly payoutId: string;
  readonly status: PayoutStatus;
  readonly asset: string;
  readonly network: string;
  readonly address: string;
  readonly amountUnits: string;
  readonly txid: string | null;
  readonly confirmations: number;
}

/** What two persons may say became of a withdrawal of which nobody knows. */
export const RESOLUTIONS = ['completed', 'failed_returned'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** What the gateway says when it is asked about a key. */
type PayoutKnowledge = 'found' | 'absent' | 'unknown';

/**
 * Why a withdrawal of which nobody knows may not be ended so, or null. The gateway's word counts
 * where it has one. Rule: docs/rules/withdrawals.md §7.
 *
 * - It knows the payout: the withdrawal follows it, and no person says otherwise.
 * - It never saw the key: nothing was sent, so it goes back and cannot have been paid.
 * - It says nothing: it cannot go back, for it may have been paid; with a transaction that persons
 *   have seen on the chain it is paid.
 */
export function resolutionRefusal(
  resolution: Resolution,
  knowledge: PayoutKnowledge,
): 'STATE_CONFLICT' | 'PAYMENT_GATEWAY_UNAVAILABLE' | null {
  switch (knowledge) {
    case 'found':
      return 'STATE_CONFLICT';
    case 'absent':
      return resolution === 'failed_returned' ? null : 'STATE_CONFLICT';
    case 'unknown':
      return resolution === 'completed' ? null : 'PAYMENT_GATEWAY_UNAVAILABLE';
  }
}
