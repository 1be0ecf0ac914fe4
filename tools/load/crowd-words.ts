import type { FrameSeat } from '@cardroom/client';

import type { Counted } from './tally';

/** A player or an idle socket of one process of the generator. */
export interface CrowdMember {
  readonly gatewayUrl: string;
  readonly token: string;
  readonly name: string;
  /** Null for one who only stays connected. */
  readonly seat: FrameSeat | null;
}

/** What a process of the generator is told to do. A second message, of any kind, starts the play. */
export interface CrowdOrder {
  readonly members: readonly CrowdMember[];
  /** Between two actions of one table. */
  readonly intervalMs: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
  readonly seed: number;
}

/** What it tells. */
export type CrowdWord =
  | { readonly type: 'connected' | 'seated' | 'measuring' }
  | {
      readonly type: 'progress';
      readonly sent: number;
      readonly received: number;
      readonly errors: Readonly<Record<string, number>>;
    }
  | { readonly type: 'measured'; readonly counted: Counted }
  | { readonly type: 'failed'; readonly message: string };
