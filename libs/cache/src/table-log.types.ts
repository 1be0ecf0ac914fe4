/** One version of a table: what happened, by whom, under which token. */
export interface LogEntry<E = unknown> {
  readonly version: number;
  readonly token: number;
  readonly atMs: number;
  readonly requestId: string;
  readonly userId?: string | undefined;
  readonly cmdId?: string | undefined;
  readonly events: readonly E[];
  /** The deck of the hand that this entry begins, where it has no root; ciphertext. */
  readonly sealedDeck?: string;
  /** The seed and the committed deck of the hand that this entry begins; ciphertext. */
  readonly sealedDeal?: string;
}

/** What of an entry may be told to anyone at the table. */
export type PublicEntry<E = unknown> = Pick<LogEntry<E>, 'version' | 'atMs' | 'events'>;

export interface CommandAnswer {
  readonly cmdId: string;
  /** Tells another command with the same id apart. */
  readonly fingerprint: string;
  readonly answer: unknown;
}

export interface ClaimRequest {
  readonly tableId: string;
  /** From the sequence in PostgreSQL, drawn for this ownership. */
  readonly token: number;
  /** Given to a table that is empty. */
  readonly incarnation: string;
  /** The version that an empty table begins with. */
  readonly firstVersion: number;
}

export interface CommitRequest<E = unknown> {
  readonly tableId: string;
  readonly token: number;
  readonly incarnation: string;
  readonly expectedVersion: number;
  readonly entry: Omit<LogEntry<E>, 'version' | 'token'>;
  readonly command?: CommandAnswer | undefined;
  /** Public values of the table's hash, for monitors. */
  readonly publicFields?: Readonly<Record<string, string>>;
  /** State of the table between hands: entries before it are only kept for clients that reconnect. */
  readonly checkpoint?: unknown;
  /** A finished hand for PostgreSQL; must have a `handId`. */
  readonly settlement?: { readonly handId: string } | undefined;
}

export type CommitOutcome =
  | { readonly status: 'committed'; readonly version: number }
  /** The command ran before: its first answer. */
  | { readonly status: 'repeated'; readonly answer: unknown }
  /** The command id belongs to another command. */
  | { readonly status: 'reused' }
  /** Somebody with a higher token owns the table. */
  | { readonly status: 'fenced'; readonly token: number }
  /** The table has gone on to a later version. */
  | { readonly status: 'conflict'; readonly version: number }
  /** Redis has forgotten what it once answered: the table is gone, or was older than its owner. */
  | { readonly status: 'lost' };

export interface LoadedTable<E = unknown> {
  readonly version: number;
  readonly token: number;
  readonly incarnation: string;
  /** State and the version it holds, where a checkpoint was written. */
  readonly checkpoint: { readonly version: number; readonly state: unknown } | null;
  /** Those after the checkpoint, without a gap. */
  readonly entries: readonly LogEntry<E>[];
  /** Finished hands for PostgreSQL, oldest first. */
  readonly unsettled: readonly unknown[];
}

export type ClaimOutcome =
  | { readonly status: 'claimed' | 'empty'; readonly incarnation: string }
  | { readonly status: 'fenced'; readonly token: number };
