import {
  canFollow,
  isPending,
  type Payout,
  type PayoutStatus,
  type Withdrawal,
  type WithdrawalStatus,
} from '@cardroom/withdrawals';

/** Statuses in which a withdrawal is the gateway's. */
export type SentStatus = Extract<
  WithdrawalStatus,
  'submitting' | 'unknown' | 'submitted' | 'confirming'
>;
export const SENT_STATUSES: readonly SentStatus[] = [
  ...(['submitting', 'unknown', 'submitted', 'confirming'] as const),
];

const STATUS_OF = {
  accepted: 'submitted',
  broadcast: 'submitted',
  confirming: 'confirming',
  completed: 'completed',
  failed: 'failed_returned',
} as const satisfies Record<PayoutStatus, WithdrawalStatus>;

export type PayoutStep =
  | { readonly kind: 'move'; readonly to: (typeof STATUS_OF)[PayoutStatus] }
  /** Nothing new, or older news than what is known. */
  | { readonly kind: 'stay' }
  /** The gateway tells of something else than what was asked for, or of an end that is not ours. */
  | { readonly kind: 'conflict'; readonly what: 'terms' | 'end' | 'txid' };

/**
 * What the gateway's word on a payout means for its withdrawal. A withdrawal never goes back: what
 * comes late or twice changes nothing. Rule: docs/rules/withdrawals.md §7.
 */
export function stepAfter(
  withdrawal: Pick<Withdrawal, 'status' | 'asset' | 'network' | 'address' | 'amountUnits'>,
  payout: Payout,
): PayoutStep {
  const isSame =
    payout.asset === withdrawal.asset &&
    payout.network === withdrawal.network &&
    payout.address === withdrawal.address &&
    payout.amountUnits === withdrawal.amountUnits?.toString();
  if (!isSame) return { kind: 'conflict', what: 'terms' };
  const to = STATUS_OF[payout.status];
  if (to === 'completed' && payout.txid === null) return { kind: 'conflict', what: 'txid' };
  if (!isPending(withdrawal.status)) {
    const isOtherEnd = (to === 'completed' || to === 'failed_returned') && to !== withdrawal.status;
    return isOtherEnd ? { kind: 'conflict', what: 'end' } : { kind: 'stay' };
  }
  return canFollow(withdrawal.status, to) ? { kind: 'move', to } : { kind: 'stay' };
}
