import type { EntityManager } from 'typeorm';

import type { FinishedHand, Reveal } from './finished-hand';

/**
 * Notes beside a finished hand what its table must not forget, should Redis lose it: the number of
 * the hand, who has missed a small blind, and who is in line for a seat. Rule: docs/rules/table.md §3, §5.
 */
export async function rememberTable(manager: EntityManager, hand: FinishedHand): Promise<void> {
  const { tableId, handNo, waiting = [], owingSmall = [] } = hand;
  await manager.query(
    'UPDATE tables SET hand_no = greatest(hand_no, $2), waiting = $3 WHERE id = $1',
    [tableId, handNo, JSON.stringify(waiting)],
  );
  await manager.query(
    `UPDATE seat_sessions SET owes_small = (id = ANY ($2::uuid[]))
     WHERE table_id = $1 AND status = 'open' AND owes_small <> (id = ANY ($2::uuid[]))`,
    [tableId, owingSmall],
  );
}

/** Adds cards to a hand that were turned up after its end; told again it has happened once. */
export async function insertReveal(
  manager: EntityManager,
  { revealed, endedAtMs }: Reveal,
): Promise<'settled' | 'repeated'> {
  const { handId, place, events } = revealed;
  const rows = await manager.query<unknown[]>(
    `INSERT INTO hand_reveals (hand_id, place, event, revealed_at)
     SELECT $1, $2 + e.place - 1, e.event, to_timestamp($4::double precision / 1000)
     FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS e (event, place)
     ON CONFLICT ON CONSTRAINT "PK_hand_reveals" DO NOTHING RETURNING hand_id`,
    [handId, place, JSON.stringify(events), endedAtMs],
  );
  return rows.length > 0 ? 'settled' : 'repeated';
}
