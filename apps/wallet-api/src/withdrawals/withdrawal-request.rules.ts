import type { ErrorCode } from '@cardroom/protocol';
import type { AddressFault } from '@cardroom/withdrawals';

/** What is looked at before a withdrawal is taken. */
export interface RequestFacts {
  readonly amountKrw: number;
  readonly minKrw: number;
  readonly addressFault: AddressFault | null;
  /** An address at which we take deposits: the money would only go round. */
  readonly isOurAddress: boolean;
  readonly isFrozen: boolean;
  /** Staff, or a deposit that was taken back, stopped the withdrawals of this player. */
  readonly isStopped: boolean;
  readonly isInDebt: boolean;
  readonly askedLastHour: number;
  readonly mayAskPerHour: number;
}

export type RequestRefusal = Extract<
  ErrorCode,
  | 'INVALID_AMOUNT'
  | 'INVALID_ADDRESS'
  | 'ACCOUNT_FROZEN'
  | 'WITHDRAWALS_STOPPED'
  | 'ACCOUNT_IN_DEBT'
  | 'RATE_LIMITED'
>;

/**
 * Why a withdrawal is not taken, or null. The order is the documented one: what the request itself
 * shows, then the account, then how often. Rule: docs/rules/withdrawals.md §1.
 */
export function requestRefusal(facts: RequestFacts): RequestRefusal | null {
  if (facts.amountKrw < facts.minKrw) return 'INVALID_AMOUNT';
  if (facts.addressFault !== null || facts.isOurAddress) return 'INVALID_ADDRESS';
  if (facts.isFrozen) return 'ACCOUNT_FROZEN';
  if (facts.isStopped) return 'WITHDRAWALS_STOPPED';
  if (facts.isInDebt) return 'ACCOUNT_IN_DEBT';
  if (facts.askedLastHour >= facts.mayAskPerHour) return 'RATE_LIMITED';
  return null;
}
