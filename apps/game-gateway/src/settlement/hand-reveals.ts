import type { EntityManager } from 'typeorm';

import type { Reveal } from './finished-hand';

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
