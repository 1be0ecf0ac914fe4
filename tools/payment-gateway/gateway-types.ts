/** A payment to one of our addresses, as the gateway tells of it. */
export interface Payment {
  readonly id: string;
  /** Rises with each payment; lists are read on from it. */
  readonly sequence: number;
  readonly asset: string;
  readonly network: string;
  /** Of a token; null for the coin of the network itself. */
  readonly contract: string | null;
  readonly address: string;
  readonly txid: string;
  /** Which output, or which log entry, of the transaction: one may pay several. */
  readonly outputIndex: number;
  readonly amountUnits: string;
  readonly confirmations: number;
  /** `orphaned`: its block is gone and no other has it. `failed`: the transaction was reverted. */
  readonly status: 'valid' | 'failed' | 'orphaned';
  /** What was found out about where the coins come from. */
  readonly screening: 'clear' | 'pending' | 'flagged';
}

export const PAYOUT_STATUSES = [
  'accepted',
  'broadcast',
  'confirming',
  'completed',
  'failed',
] as const;
export type PayoutStatus = (typeof PAYOUT_STATUSES)[number];

/** Coins on their way out. */
export interface Payout {
  readonly payoutId: string;
  readonly idempotencyKey: string;
  readonly asset: string;
  readonly network: string;
  readonly address: string;
  readonly amountUnits: string;
  readonly status: PayoutStatus;
  /** Null until it is broadcast. */
  readonly txid: string | null;
  readonly confirmations: number;
}

/** How the simulated gateway misbehaves. */
export interface Behaviour {
  /** Each event is delivered so often. */
  readonly duplicates: number;
  /** Events are made and never delivered. */
  readonly loseWebhooks: boolean;
  /** Events wait so long before their first try. */
  readonly delayMs: number;
  /** Later events overtake earlier ones. */
  readonly reorder: boolean;
  /** The node is so many blocks behind. */
  readonly lag: number;
  /** `silent` accepts a call, does what it asks, and never answers; `down` answers 503. */
  readonly api: 'ok' | 'silent' | 'down';
  /** What becomes of payouts: they complete, stay where they are, fail, or are not answered. */
  readonly payouts: 'ok' | 'stuck' | 'fail' | 'silent';
}

export const WELL_BEHAVED: Behaviour = {
  duplicates: 1,
  loseWebhooks: false,
  delayMs: 0,
  reorder: false,
  lag: 0,
  api: 'ok',
  payouts: 'ok',
};
