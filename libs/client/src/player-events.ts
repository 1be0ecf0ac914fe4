import type { Notice } from '@cardroom/protocol';

import type { TableFollower } from './table-follower';

/** What a client tells whoever listens to it. */
export interface PlayerEvents {
  /** What is known of a table changed, or it is followed no more. */
  table: [follower: TableFollower];
  notice: [notice: Notice];
  /** Connected, or connected again, and the tables are followed. */
  online: [];
  offline: [reason: string];
  /** The server does not let us in: a code of the catalogue, or the transport's error. */
  refused: [code: string];
}
