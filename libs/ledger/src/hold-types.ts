import type { Krw } from '@cardroom/money';
import type { ErrorCode } from '@cardroom/protocol';

import type { AssetEntry, PostRefusal, TransferEntry, TransferType } from './transfer-types';

export type HoldStatus = 'held' | 'posted' | 'voided' | 'expired';

export interface Hold {
  readonly id: string;
  readonly userId: string;
  readonly amountKrw: Krw;
  /** What was taken of it when it was posted; what was not went back. */
  readonly postedKrw: Krw;
  readonly status: HoldStatus;
  /** From then on it cannot be posted; null where it waits for ever. */
  readonly expiresAt: Date | null;
}

export interface HoldRequest {
  /** A UUID of the caller's: asked for again with the same content it is the same hold. */
  readonly holdId: string;
  readonly userId: string;
  /** Above 0; leaves the player's available balance at once. */
  readonly amountKrw: Krw;
  readonly actor: string;
  readonly expiresAt?: Date;
  readonly memo?: Readonly<Record<string, unknown>>;
}

/** Where the money of a hold goes: what `to` does not take goes back to the player. */
export interface HoldPosting {
  readonly holdId: string;
  readonly type: TransferType;
  readonly businessKey: string;
  readonly actor: string;
  /** Each above 0; together no more than the hold. */
  readonly to: readonly TransferEntry[];
  readonly assets?: readonly AssetEntry[];
  readonly memo?: Readonly<Record<string, unknown>>;
}

export interface HoldRelease {
  readonly holdId: string;
  readonly actor: string;
  readonly memo?: Readonly<Record<string, unknown>>;
}

export type HoldRefusal =
  PostRefusal | Extract<ErrorCode, 'NOT_FOUND' | 'HOLD_RESOLVED' | 'HOLD_EXPIRED'>;

export type HoldOutcome =
  | { readonly status: 'held' | 'replayed'; readonly transferId: string }
  | { readonly status: 'refused'; readonly code: HoldRefusal };

export type HoldResolution =
  | { readonly status: 'posted' | 'voided' | 'expired' | 'replayed'; readonly transferId: string }
  | { readonly status: 'refused'; readonly code: HoldRefusal };
