import { formatCard, type Card } from '@cardroom/engine';
import { krw } from '@cardroom/money';
import type { HandRecordJson } from '@cardroom/packing';
import { attributeRake } from '@cardroom/rake';

import { rootEndOf, type FinishedHand } from './finished-hand';

/** A finished hand as `settle_hand` takes it, by the names of the columns. */
export function rowOf(hand: FinishedHand): Readonly<Record<string, unknown>> {
  const { owingSmall = [], waiting = [], secondBoard } = hand;
  const end = rootEndOf(hand);
  return {
    ...{ id: hand.handId, table_id: hand.tableId, hand_no: hand.handNo },
    ...{ button_seat: hand.buttonSeat, board: boardText(hand.board) },
    ...(secondBoard === undefined ? {} : { second_board: boardText(secondBoard) }),
    ...{ pot_krw: hand.potKrw, rake_krw: hand.rakeKrw },
    ...{ outcome: hand.outcome, void_reason: hand.voidReason },
    ...{ sealed_cards: hand.sealedCards, sealed_deal: hand.sealedDeal },
    ...{ started_at_ms: hand.startedAtMs, ended_at_ms: hand.endedAtMs },
    // What the table must not forget, should Redis lose it. Rule: docs/rules/table.md §3, §5.
    ...{ owing_small: owingSmall, waiting },
    ...(end === null ? {} : { root: end.deal.root, algorithm: end.deal.algorithm }),
  };
}

/** What is told of it for good: how it was played, what decided the deal, how long was thought. */
export const playedRecordOf = ({ events, deal, thoughtMs }: FinishedHand): HandRecordJson => ({
  ...{ events, deal },
  ...(thoughtMs === undefined ? {} : { thoughtMs }),
});

const boardText = (board: readonly number[]): string =>
  board.map((code) => formatCard(code as Card)).join('');

/** Its players, with what each of them paid of the rake. */
export function playerColumns(hand: FinishedHand): Readonly<Record<string, unknown>>[] {
  const rake = attributeRake(
    krw(hand.rakeKrw),
    hand.players.map(({ putInKrw }) => krw(putInKrw)),
  );
  return hand.players.map((player, at) => ({
    ...{ seat: player.seat, user_id: player.userId, session_id: player.seatSessionId },
    ...{ start_krw: player.startStackKrw, end_krw: player.endStackKrw },
    ...{ put_in_krw: player.putInKrw, shown: player.shown, rake_krw: rake[at] },
  }));
}
