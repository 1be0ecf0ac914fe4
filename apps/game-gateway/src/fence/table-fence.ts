import type { EntityManager } from 'typeorm';

/** A table under the token of its owner. */
export interface TableFence {
  readonly tableId: string;
  readonly token: number;
}

/** Answers with a row where nobody with a higher token has the table: `$1`, its token `$2`. */
export const HOLD_FENCE = `INSERT INTO table_fences (table_id, token) VALUES ($1, $2)
     ON CONFLICT (table_id) DO UPDATE SET token = excluded.token
       WHERE table_fences.token <= excluded.token
     RETURNING 1`;

/**
 * Whether nobody with a higher token has the table. Asked first in every transaction that moves
 * chips of a table: an owner that slept through the loss of its lease must not move any.
 */
export async function holdsFence(
  manager: EntityManager,
  { tableId, token }: TableFence,
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(HOLD_FENCE, [tableId, token]);
  return rows.length === 1;
}
