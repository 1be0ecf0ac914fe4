/** Where a withdrawal is on its way. Rule: docs/rules/withdrawals.md §2. */
export const WITHDRAWAL_STATUSES = [
  'requested',
  'cooling',
  'approved',
  'queued',
  'submitting',
  'submitted',
  'confirming',
  'completed',
  'unknown',
  'cancelled_by_user',
  'rejected',
  'expired',
  'failed_returned',
] as const;
export type WithdrawalStatus = (typeof WITHDRAWAL_STATUSES)[number];

/**
 * Which status may follow which. What is sent cannot be called back: from `submitting` on only the
 * gateway's word moves a withdrawal.
 */
export const NEXT_STATUSES: Readonly<Record<WithdrawalStatus, readonly WithdrawalStatus[]>> = {
  requested: ['cooling'],
  cooling: ['approved', 'cancelled_by_user', 'rejected', 'expired'],
  approved: ['queued', 'cancelled_by_user', 'rejected'],
  queued: ['submitting', 'cancelled_by_user', 'rejected'],
  submitting: ['submitted', 'confirming', 'completed', 'unknown', 'failed_returned'],
  unknown: ['submitted', 'confirming', 'completed', 'failed_returned'],
  submitted: ['confirming', 'completed', 'failed_returned'],
  confirming: ['completed', 'failed_returned'],
  completed: [],
  cancelled_by_user: [],
  rejected: [],
  expired: [],
  failed_returned: [],
};

export const canFollow = (from: WithdrawalStatus, to: WithdrawalStatus): boolean =>
  NEXT_STATUSES[from].includes(to);

/** Statuses from which a withdrawal may come into another. */
export const statusesBefore = (to: WithdrawalStatus): readonly WithdrawalStatus[] =>
  WITHDRAWAL_STATUSES.filter((from) => canFollow(from, to));

/** Whether the money went back to the player: such a withdrawal counts against no limit. */
const RETURNED: Readonly<Record<WithdrawalStatus, boolean>> = {
  ...{ requested: false, cooling: false, approved: false, queued: false },
  ...{ submitting: false, submitted: false, confirming: false, completed: false, unknown: false },
  ...{ cancelled_by_user: true, rejected: true, expired: true, failed_returned: true },
};

export const RETURNED_STATUSES: readonly WithdrawalStatus[] = WITHDRAWAL_STATUSES.filter(
  (status) => RETURNED[status],
);

/** Whether the hold is still there: not paid out and not given back. */
export const isPending = (status: WithdrawalStatus): boolean => NEXT_STATUSES[status].length > 0;

/** What its player hears of. The steps between say nothing new to him, or concern the house alone. */
const TOLD: Readonly<Record<WithdrawalStatus, boolean>> = {
  ...{ requested: false, cooling: true, approved: true, queued: false, submitting: false },
  ...{ submitted: true, confirming: false, completed: true, unknown: false },
  ...{ cancelled_by_user: true, rejected: true, expired: true, failed_returned: true },
};

export const isTold = (status: WithdrawalStatus): boolean => TOLD[status];
