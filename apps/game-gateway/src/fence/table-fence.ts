import type { EntityManager } from 'typeorm';

/** A table under the token of its owner. */
export interface TableFence {
  readonly tableId: string;
  readonly token: number;
}

/**
 * Whether nobody with a higher token has the table: `$1`, its token `$2`. Others who ask wait until the
 * transaction ends.
 */
export const HOLD_FENCE = 'hold_fence($1, $2)';

/**
 * Whether nobody with a higher token has the table. Asked first in every transaction that moves
 * chips of a table: an owner that slept through the loss of its lease must not move any.
 */
export async function holdsFence(
  manager: EntityManager,
  { tableId, token }: TableFence,
): Promise<boolean> {
  const [row] = await manager.query<{ holds: boolean }[]>(`SELECT ${HOLD_FENCE} AS holds`, [
    ...[tableId, token],
  ]);
  return row?.holds === true;
}
