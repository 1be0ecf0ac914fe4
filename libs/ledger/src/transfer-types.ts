import type { Krw } from '@cardroom/money';
import type { ErrorCode } from '@cardroom/protocol';

export const TRANSFER_TYPES = [
  'crypto_deposit',
  'crypto_withdrawal',
  'buy_in',
  'cash_out',
  'top_up',
  'hand',
  'rakeback',
  'adjustment',
  'reversal',
  'hold',
  'release',
] as const;
export type TransferType = (typeof TRANSFER_TYPES)[number];

/** Whose account. House accounts are appended to; the others carry a balance of their own. */
export type AccountRef =
  | { readonly kind: 'available' | 'withdrawal_hold' | 'debt'; readonly userId: string }
  | { readonly kind: 'in_play'; readonly userId: string; readonly seatSessionId: string }
  | { readonly kind: 'rake' | 'rakeback_liability' | 'fx' | 'adjustments' }
  | { readonly kind: 'gateway_clearing'; readonly asset: string };

export interface TransferEntry {
  readonly account: AccountRef;
  /** Above 0 into the account, below 0 out of it; never 0. */
  readonly amountKrw: Krw;
}

/** Crypto that moved with the won, in base units as a decimal text; sums to 0 an asset. */
export interface AssetEntry {
  readonly account: AccountRef;
  readonly asset: string;
  readonly units: bigint;
}

export interface TransferRequest {
  /** UUIDv7, so that ids rise with time; of a hand its own id. */
  readonly id: string;
  readonly type: TransferType;
  /** What makes it the same transfer when it is asked for again; unique a type; of a hand its id. */
  readonly businessKey: string;
  /** Who asks: a user's id or the name of a part of the system. */
  readonly actor: string;
  readonly requestId?: string;
  readonly memo?: Readonly<Record<string, unknown>>;
  readonly reversesTransferId?: string;
  readonly entries: readonly TransferEntry[];
  readonly assets?: readonly AssetEntry[];
}

export type PostRefusal = Extract<
  ErrorCode,
  | 'INSUFFICIENT_FUNDS'
  | 'IDEMPOTENCY_CONFLICT'
  | 'TRANSFER_CANCELLED'
  | 'INVALID_AMOUNT'
  | 'INTERNAL_ERROR'
>;

export type PostOutcome =
  | { readonly status: 'posted' | 'replayed'; readonly transferId: string }
  | { readonly status: 'refused'; readonly code: PostRefusal };

export interface ReversalRequest {
  readonly transferId: string;
  readonly actor: string;
  readonly reason: string;
}

export type ReversalOutcome =
  | PostOutcome
  | {
      readonly status: 'refused';
      readonly code: Extract<ErrorCode, 'NOT_FOUND' | 'NOT_REVERSIBLE'>;
    };

export interface PlayerBalance {
  readonly availableKrw: Krw;
  readonly inPlayKrw: Krw;
  readonly heldKrw: Krw;
}

export const HISTORY_TYPES = [
  'crypto_deposit',
  'crypto_withdrawal',
  'buy_in',
  'cash_out',
  'top_up',
  'win',
  'lose',
  'rake',
  'rakeback',
  'adjustment',
  'reversal',
  'hold',
  'release',
] as const;
export type HistoryType = (typeof HISTORY_TYPES)[number];

/** One line of a player's history. */
export interface HistoryItem {
  readonly transferId: string;
  readonly type: HistoryType;
  readonly amountKrw: Krw;
  /** Of the account it moved: the wallet, or for a hand the chips at the table. */
  readonly balanceAfterKrw: Krw;
  readonly createdAt: string;
  readonly details: Readonly<Record<string, unknown>>;
}
