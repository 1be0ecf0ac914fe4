import type { SeatView, TableView } from '@cardroom/protocol';

import type { PlayerClient } from '@cardroom/client';
import { pick, type Random } from './seeded-random';

/** Answers how often the board is dealt, where the seat is asked; false where it is not. */
export async function answerRunChoice(
  client: PlayerClient,
  { seat }: SeatView,
  { tableId, handId, runChoice }: TableView,
  random: Random,
): Promise<boolean> {
  if (handId === null || runChoice?.seats.includes(seat) !== true) return false;
  const runs = pick(random, [1, 2, 2] as const) ?? 1;
  await client.cmd('table.choose_runs', { tableId, handId, runs });
  return true;
}
