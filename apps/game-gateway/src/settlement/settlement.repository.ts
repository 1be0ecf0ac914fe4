import { Injectable } from '@nestjs/common';
import { formatCard, type Card } from '@cardroom/engine';
import { leaveWork, withTransaction } from '@cardroom/database';
import { Ledger, type TransferEntry } from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import { assertInvariant } from '@cardroom/platform';
import { attributeRake } from '@cardroom/rake';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { holdsFence } from '../fence/table-fence';
import { DealRootRepository } from './deal-root.repository';
import { rootEndOf, type FinishedHand, type Settlement } from './finished-hand';
import { insertReveal, rememberTable } from './table-memory';

export type SettleOutcome = 'settled' | 'repeated' | 'fenced';

/** Writes a finished hand: hand, seats, ledger, fence and outbox in one transaction, once. */
@Injectable()
export class SettlementRepository {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
    private readonly roots: DealRootRepository,
  ) {}

  async settle(settlement: Settlement, token: number): Promise<SettleOutcome> {
    return withTransaction(this.source, async (manager) => {
      const { tableId } = settlement;
      if (!(await holdsFence(manager, { tableId, token }))) return 'fenced';
      const outcome = await this.write(manager, settlement, token);
      const end = rootEndOf(settlement);
      if (end !== null) await this.roots.ended(manager, end);
      return outcome;
    });
  }

  private async write(
    manager: EntityManager,
    settlement: Settlement,
    token: number,
  ): Promise<SettleOutcome> {
    if ('unused' in settlement) return 'settled';
    if ('revealed' in settlement) return insertReveal(manager, settlement);
    return this.settleHand(manager, settlement, token);
  }

  private async settleHand(
    manager: EntityManager,
    hand: FinishedHand,
    token: number,
  ): Promise<SettleOutcome> {
    const known = await manager.query<unknown[]>('SELECT 1 FROM hands WHERE id = $1', [
      hand.handId,
    ]);
    if (known.length > 0) return 'repeated';
    const transferId = await this.moveChips(manager, hand);
    await insertHand(manager, hand, token, transferId);
    await insertPlayers(manager, hand);
    await rememberTable(manager, hand);
    const { handId, outcome, requestId } = hand;
    await leaveWork(manager, { topic: `hand.${outcome}`, payload: { handId }, requestId });
    return 'settled';
  }

  /** Each seat's net on its own account and the rake to the house; null where nothing moved. */
  private async moveChips(manager: EntityManager, hand: FinishedHand): Promise<string | null> {
    const entries: TransferEntry[] = hand.players
      .map((player) => ({
        account: {
          kind: 'in_play',
          userId: player.userId,
          seatSessionId: player.seatSessionId,
        } as const,
        amountKrw: krw(player.endStackKrw - player.startStackKrw),
      }))
      .filter((entry) => entry.amountKrw !== 0);
    if (hand.rakeKrw > 0) entries.push({ account: { kind: 'rake' }, amountKrw: krw(hand.rakeKrw) });
    if (entries.length === 0) return null;
    const [outcome] = await this.ledger.post(manager, [
      {
        id: uuidv7(),
        type: 'hand',
        businessKey: hand.handId,
        actor: 'game-gateway',
        requestId: hand.requestId,
        memo: { handId: hand.handId, tableId: hand.tableId, handNo: hand.handNo },
        entries,
      },
    ]);
    assertInvariant(outcome?.status === 'posted', 'the chips of a hand are there to be moved');
    await moveStacks(manager, hand);
    return outcome.transferId;
  }
}

async function moveStacks(manager: EntityManager, hand: FinishedHand): Promise<void> {
  const moved = hand.players.filter((player) => player.endStackKrw !== player.startStackKrw);
  const rows = await manager.query<[unknown[], number]>(
    `UPDATE seat_sessions s SET stack_krw = w.end_krw
     FROM unnest($1::uuid[], $2::bigint[], $3::bigint[]) AS w (id, start_krw, end_krw)
     WHERE s.id = w.id AND s.status = 'open' AND s.stack_krw = w.start_krw`,
    [
      moved.map((player) => player.seatSessionId),
      moved.map((player) => player.startStackKrw),
      moved.map((player) => player.endStackKrw),
    ],
  );
  assertInvariant(rows[1] === moved.length, 'a hand begins with the stacks that PostgreSQL has');
}

async function insertHand(
  manager: EntityManager,
  hand: FinishedHand,
  token: number,
  transferId: string | null,
): Promise<void> {
  await manager.query(
    `INSERT INTO hands (id, table_id, hand_no, fencing_token, button_seat, board, pot_krw, rake_krw,
       outcome, void_reason, player_count, archive, sealed_cards, sealed_deal, transfer_id,
       started_at, ended_at, second_board)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
       to_timestamp($16::double precision / 1000), to_timestamp($17::double precision / 1000), $18)`,
    [
      ...[hand.handId, hand.tableId, hand.handNo, token, hand.buttonSeat],
      boardText(hand.board),
      ...[hand.potKrw, hand.rakeKrw, hand.outcome, hand.voidReason, hand.players.length],
      JSON.stringify({ events: hand.events, deal: hand.deal, thoughtMs: hand.thoughtMs }),
      ...[hand.sealedCards, hand.sealedDeal, transferId, hand.startedAtMs, hand.endedAtMs],
      hand.secondBoard === undefined ? null : boardText(hand.secondBoard),
    ],
  );
}

const boardText = (board: readonly number[]): string =>
  board.map((code) => formatCard(code as Card)).join('');

async function insertPlayers(manager: EntityManager, hand: FinishedHand): Promise<void> {
  const column = <T>(of: (player: FinishedHand['players'][number]) => T): T[] =>
    hand.players.map(of);
  await manager.query(
    `INSERT INTO hand_players (hand_id, seat, user_id, seat_session_id, start_stack_krw,
       end_stack_krw, net_krw, put_in_krw, shown, rake_krw)
     SELECT $1, w.seat, w.user_id, w.session_id, w.start_krw, w.end_krw, w.end_krw - w.start_krw,
       w.put_in_krw, w.shown, w.rake_krw
     FROM unnest($2::int[], $3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[], $7::bigint[],
         $8::boolean[], $9::bigint[])
       AS w (seat, user_id, session_id, start_krw, end_krw, put_in_krw, shown, rake_krw)`,
    [
      hand.handId,
      column((player) => player.seat),
      column((player) => player.userId),
      column((player) => player.seatSessionId),
      column((player) => player.startStackKrw),
      column((player) => player.endStackKrw),
      column((player) => player.putInKrw),
      column((player) => player.shown),
      attributeRake(
        krw(hand.rakeKrw),
        column((player) => krw(player.putInKrw)),
      ),
    ],
  );
}
