import { Injectable } from '@nestjs/common';
import { keptStatement, sqlStateOf, withRetries, withTransaction } from '@cardroom/database';
import { Ledger, type PreparedPosting, type TransferEntry } from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import { packHand } from '@cardroom/packing';
import { assertInvariant, currentRequestId, InvariantError } from '@cardroom/platform';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { HOLD_FENCE, holdsFence } from '../fence/table-fence';
import { DealRootRepository } from './deal-root.repository';
import {
  rootEndOf,
  type FinishedHand,
  type Reveal,
  type Settlement,
  type UnusedRoot,
} from './finished-hand';
import { insertReveal } from './hand-reveals';
import { playedRecordOf, playerColumns, rowOf } from './hand-row';

export type SettleOutcome = 'settled' | 'repeated' | 'fenced';

/** The fence is taken first; without it nothing of the function runs. */
const SETTLE_HAND = keptStatement(`
SELECT CASE WHEN ${HOLD_FENCE} THEN settle_hand($2, $3, $4, $5, $6) ELSE 'fenced' END AS outcome`);

/** The SQLSTATE with which `settle_hand` says that a rule is broken which never can be. */
const BROKEN_RULE = 'CR001';

/** Writes a finished hand: hand, seats, ledger, fence and outbox in one statement, once. */
@Injectable()
export class SettlementRepository {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
    private readonly roots: DealRootRepository,
  ) {}

  /** Errors: InvariantError where the books, or the stacks, are not what the hand began with. */
  settle(settlement: Settlement, token: number): Promise<SettleOutcome> {
    return 'outcome' in settlement
      ? this.settleHand(settlement, token)
      : this.settleRecord(settlement, token);
  }

  private settleRecord(record: UnusedRoot | Reveal, token: number): Promise<SettleOutcome> {
    return withTransaction(this.source, async (manager) => {
      const { tableId } = record;
      if (!(await holdsFence(manager, { tableId, token }))) return 'fenced';
      if ('revealed' in record) return insertReveal(manager, record);
      const end = rootEndOf(record);
      if (end !== null) await this.roots.ended(manager, end);
      return 'settled';
    });
  }

  private async settleHand(hand: FinishedHand, token: number): Promise<SettleOutcome> {
    const posting = this.movedChips(hand);
    const requestId = currentRequestId() ?? hand.requestId;
    const row = { ...rowOf(hand), outbox_id: uuidv7(), request_id: requestId };
    const parameters = [
      ...[hand.tableId, token, JSON.stringify(row), packHand(playedRecordOf(hand))],
      ...[JSON.stringify(playerColumns(hand)), posting?.json ?? null],
    ];
    const outcome = await withRetries(() => this.ask(parameters));
    if (outcome === 'settled') posting?.committed();
    return outcome;
  }

  private async ask(parameters: unknown[]): Promise<SettleOutcome> {
    try {
      const [answer] = await this.source.query<{ outcome: SettleOutcome }[]>(
        SETTLE_HAND,
        parameters,
      );
      assertInvariant(answer !== undefined, 'a settlement has an outcome');
      return answer.outcome;
    } catch (cause) {
      if (sqlStateOf(cause) !== BROKEN_RULE) throw cause;
      throw new InvariantError(cause instanceof Error ? cause.message : '');
    }
  }

  /**
   * Each seat's net on its own account and the rake to the house; null where nothing moved. The transfer
   * has the id of the hand: that a hand is posted once is what the key of transfers says anyway.
   */
  private movedChips(hand: FinishedHand): PreparedPosting | null {
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
    const { handId, requestId } = hand;
    return this.ledger.prepare({
      ...{ id: handId, type: 'hand', businessKey: handId, actor: 'game-gateway', requestId },
      entries,
    });
  }
}
