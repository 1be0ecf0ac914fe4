import type { PlayedTable } from '@cardroom/testing';
import { v7 as uuidv7 } from 'uuid';

import type { FinishedHand } from './finished-hand';

/** What each player of a played table has bought in for. */
export const STACK_KRW = 200_000;

/** The first player wins 900 of the second; 100 are rake. */
export const handAt = (table: PlayedTable, changes: Partial<FinishedHand> = {}): FinishedHand => ({
  ...{ handId: uuidv7(), handNo: 1, tableId: table.tableId, outcome: 'settled' },
  ...{ voidReason: null, buttonSeat: 0, board: [0, 1, 2], potKrw: 2_000, rakeKrw: 100 },
  players: table.players.slice(0, 2).map((player, at) => ({
    ...{ ...player, startStackKrw: STACK_KRW, putInKrw: 1_000, shown: at === 0 },
    endStackKrw: STACK_KRW + (at === 0 ? 900 : -1_000),
  })),
  ...{ events: [], sealedCards: null, deal: null, sealedDeal: null },
  ...{ startedAtMs: 1_000, endedAtMs: 2_000, requestId: 'settled-1' },
  ...changes,
});
