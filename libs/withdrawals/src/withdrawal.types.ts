import type { Krw } from '@cardroom/money';

import type { PayoutNetwork } from './payout-address';
import type { WithdrawalStatus } from './withdrawal-status';

/** What a player asked for. None of it changes, whatever becomes of the withdrawal. */
export interface WithdrawalTerms {
  readonly userId: string;
  readonly asset: string;
  readonly network: PayoutNetwork;
  readonly address: string;
  readonly amountKrw: Krw;
  /** Taken on top of the amount. */
  readonly feeKrw: Krw;
}

/** What was looked at when a withdrawal was asked for; staff see it beside the decision. */
export interface WithdrawalChecks {
  readonly playerDayKrw: number;
  readonly addressDayKrw: number;
  readonly automaticUpToKrw: number;
  readonly onePersonUpToKrw: number;
  readonly waitsFor: string;
  readonly isNewAddress: boolean;
}

export interface NewWithdrawal extends WithdrawalTerms {
  readonly id: string;
  readonly quoteId: string;
  readonly quotedUnits: bigint;
  readonly personsNeeded: 0 | 1 | 2;
  readonly checked: WithdrawalChecks;
  readonly coolingUntil: Date;
  readonly securityDelaySeconds: number;
  /** An approval must have come by then. */
  readonly expiresAt: Date;
  readonly requestId: string;
}

export interface Withdrawal extends WithdrawalTerms {
  readonly id: string;
  readonly status: WithdrawalStatus;
  /** Names the terms: what was approved is what is sent. */
  readonly revision: string;
  readonly quotedUnits: bigint;
  /** What is sent, in base units; null until it is sent. */
  readonly amountUnits: bigint | null;
  readonly sendingQuoteId: string | null;
  readonly personsNeeded: number;
  readonly approvals: number;
  readonly checked: WithdrawalChecks;
  readonly coolingUntil: Date;
  readonly securityDelaySeconds: number;
  readonly expiresAt: Date;
  readonly payoutId: string | null;
  readonly txid: string | null;
  readonly confirmations: number;
  readonly checksMade: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

export interface WithdrawalEvent {
  readonly fromStatus: WithdrawalStatus | null;
  readonly toStatus: WithdrawalStatus;
  /** A user's id, or the name of a part of the system. */
  readonly actor: string;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}

/** One step on a withdrawal's way, and what it leaves behind. */
export interface Move {
  readonly id: string;
  readonly from: WithdrawalStatus;
  readonly to: WithdrawalStatus;
  readonly actor: string;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}
