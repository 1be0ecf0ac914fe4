/** What the bare server is told first: traffic as heavy as ours. */
export interface BareOrder {
  /** To the room of the table, on the average. */
  readonly broadcastsPerAction: number;
  readonly bytesPerBroadcast: number;
}

/** What it tells. */
export type BareWord =
  | { readonly type: 'listening'; readonly port: number }
  | { readonly type: 'figures'; readonly cpuSeconds: number; readonly rssBytes: number };
