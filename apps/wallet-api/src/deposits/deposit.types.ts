import type { Krw } from '@cardroom/money';

/** Where a deposit stands. Rule: docs/rules/deposits.md §2. */
export const DEPOSIT_STATUSES = [
  'detected',
  'confirming',
  'confirmed',
  'credited',
  'under_min',
  'unsupported_asset',
  'unknown_address',
  'rate_hold',
  'limit_hold',
  'aml_hold',
  'manual_review',
  'orphaned',
  'reversed',
] as const;
export type DepositStatus = (typeof DEPOSIT_STATUSES)[number];

/** Those that staff look at: most wait for a person, some for a rate or a player's own limit. */
export const QUEUE_STATUSES = [
  'under_min',
  'unsupported_asset',
  'unknown_address',
  'rate_hold',
  'limit_hold',
  'aml_hold',
  'manual_review',
] as const satisfies readonly DepositStatus[];

/** A payment and what became of it. */
export interface Deposit {
  readonly depositId: string;
  /** Null while nobody is known who owns the address. */
  readonly userId: string | null;
  readonly asset: string;
  readonly network: string;
  readonly txid: string;
  readonly outputIndex: number;
  /** Base units as a decimal text. */
  readonly amountUnits: string;
  /** Null in deposits that were made before addresses were kept. */
  readonly address: string | null;
  readonly paymentId: string | null;
  readonly status: DepositStatus;
  readonly confirmations: number;
  readonly confirmationsNeeded: number | null;
  readonly amountKrw: Krw | null;
  /** Of it, what paid back a debt. */
  readonly debtPaidKrw: Krw;
  readonly rateQuoteId: string | null;
  readonly transferId: string | null;
  readonly checks: number;
  readonly resolution: 'released' | 'rejected' | null;
  readonly resolutionReason: string | null;
  readonly resolvedBy: string | null;
  readonly createdAt: Date;
  readonly creditedAt: Date | null;
  readonly reversedAt: Date | null;
}
