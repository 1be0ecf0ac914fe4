import { Injectable } from '@nestjs/common';
import { constraintOf, withTransaction } from '@cardroom/database';
import { seatIndex, type SeatIndex } from '@cardroom/engine';
import { Ledger, type PostOutcome } from '@cardroom/ledger';
import { krw, type Krw } from '@cardroom/money';
import { BusinessError, currentRequestId } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

/** A seat that is paid for, as PostgreSQL has it: the truth between hands. */
export interface SeatSession {
  readonly seatSessionId: string;
  readonly seat: SeatIndex;
  readonly userId: string;
  readonly nickname: string;
  readonly stackKrw: Krw;
}

export interface BuyIn {
  readonly tableId: string;
  readonly seat: SeatIndex;
  readonly userId: string;
  readonly cmdId: string;
  readonly amountKrw: Krw;
}

const REFUSAL_OF_CONSTRAINT = {
  UQ_seat_sessions_open_seat: 'SEAT_TAKEN',
  UQ_seat_sessions_open_user: 'ALREADY_SEATED',
} as const;

/** Chips between wallet and seat: each movement is one transaction that happens once. */
@Injectable()
export class SeatMoneyRepository {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
  ) {}

  async openSeats(tableId: string): Promise<SeatSession[]> {
    const rows = await this.source.query<
      { id: string; seat: number; user_id: string; nickname: string; stack_krw: number }[]
    >(
      `SELECT s.id, s.seat, s.user_id, u.nickname, s.stack_krw
       FROM seat_sessions s JOIN users u ON u.id = s.user_id
       WHERE s.table_id = $1 AND s.status = 'open' ORDER BY s.seat`,
      [tableId],
    );
    return rows.map((row) => ({
      seatSessionId: row.id,
      seat: seatIndex(row.seat),
      userId: row.user_id,
      nickname: row.nickname,
      stackKrw: krw(row.stack_krw),
    }));
  }

  /**
   * Takes a seat with chips from the wallet; returns the new seat session's id.
   *
   * Errors: BusinessError SEAT_TAKEN, ALREADY_SEATED, INSUFFICIENT_FUNDS.
   */
  async buyIn(buyIn: BuyIn): Promise<string> {
    const { tableId, seat, userId, cmdId, amountKrw } = buyIn;
    const seatSessionId = uuidv7();
    try {
      await withTransaction(this.source, async (manager) => {
        await manager.query(
          `INSERT INTO seat_sessions (id, table_id, seat, user_id, stack_krw, bought_in_krw)
           VALUES ($1, $2, $3, $4, $5, $5)`,
          [seatSessionId, tableId, seat, userId, amountKrw],
        );
        const outcome = await this.move(manager, {
          type: 'buy_in',
          businessKey: `${userId}:${cmdId}`,
          ...{ tableId, seatSessionId, userId },
          toSeatKrw: amountKrw,
        });
        if (outcome.status === 'refused') throw new BusinessError(outcome.code);
      });
    } catch (cause) {
      const constraint = constraintOf(cause) ?? '';
      if (constraint in REFUSAL_OF_CONSTRAINT) {
        const known = constraint as keyof typeof REFUSAL_OF_CONSTRAINT;
        throw new BusinessError(REFUSAL_OF_CONSTRAINT[known]);
      }
      throw cause;
    }
    return seatSessionId;
  }

  /**
   * Adds chips from the wallet to a seat between hands. Asked again with the same id it has
   * happened once. False where the wallet does not cover it.
   */
  async topUp(topUp: {
    readonly tableId: string;
    readonly seatSessionId: string;
    readonly userId: string;
    readonly topUpId: string;
    readonly amountKrw: Krw;
  }): Promise<boolean> {
    const { seatSessionId, topUpId, amountKrw } = topUp;
    return withTransaction(this.source, async (manager) => {
      await lockSeat(manager, seatSessionId);
      const outcome = await this.move(manager, {
        type: 'top_up',
        businessKey: `${seatSessionId}:${topUpId}`,
        ...topUp,
        toSeatKrw: amountKrw,
      });
      if (outcome.status === 'refused') {
        if (outcome.code === 'INSUFFICIENT_FUNDS') return false;
        throw new BusinessError(outcome.code);
      }
      if (outcome.status === 'posted') {
        await manager.query(
          `UPDATE seat_sessions SET stack_krw = stack_krw + $2, bought_in_krw = bought_in_krw + $2
           WHERE id = $1`,
          [seatSessionId, amountKrw],
        );
      }
      return true;
    });
  }

  /** Brings a seat's whole stack back to the wallet and frees the seat. Returns the amount. */
  async cashOut(tableId: string, seatSessionId: string, userId: string): Promise<Krw> {
    return withTransaction(this.source, async (manager) => {
      const { status, stackKrw } = await lockSeat(manager, seatSessionId);
      if (status === 'closed') return krw(0);
      if (stackKrw > 0) {
        const outcome = await this.move(manager, {
          type: 'cash_out',
          businessKey: seatSessionId,
          ...{ tableId, seatSessionId, userId },
          toSeatKrw: krw(0 - stackKrw),
        });
        if (outcome.status === 'refused') throw new BusinessError(outcome.code);
      }
      await manager.query(
        `UPDATE seat_sessions SET status = 'closed', closed_at = now(), stack_krw = 0
         WHERE id = $1 AND status = 'open'`,
        [seatSessionId],
      );
      return stackKrw;
    });
  }

  private async move(
    manager: EntityManager,
    movement: {
      readonly type: 'buy_in' | 'top_up' | 'cash_out';
      readonly businessKey: string;
      readonly tableId: string;
      readonly seatSessionId: string;
      readonly userId: string;
      readonly toSeatKrw: Krw;
    },
  ): Promise<PostOutcome> {
    const { type, businessKey, tableId, seatSessionId, userId, toSeatKrw } = movement;
    const requestId = currentRequestId();
    const [outcome] = await this.ledger.post(manager, [
      {
        id: uuidv7(),
        ...{ type, businessKey, actor: userId, memo: { tableId } },
        ...(requestId === undefined ? {} : { requestId }),
        entries: [
          { account: { kind: 'available', userId }, amountKrw: krw(0 - toSeatKrw) },
          { account: { kind: 'in_play', userId, seatSessionId }, amountKrw: toSeatKrw },
        ],
      },
    ]);
    if (outcome === undefined) throw new Error('A posted transfer has an outcome');
    return outcome;
  }
}

async function lockSeat(
  manager: EntityManager,
  seatSessionId: string,
): Promise<{ status: 'open' | 'closed'; stackKrw: Krw }> {
  const [row] = await manager.query<{ status: 'open' | 'closed'; stack_krw: number }[]>(
    'SELECT status, stack_krw FROM seat_sessions WHERE id = $1 FOR UPDATE',
    [seatSessionId],
  );
  if (row === undefined) throw new BusinessError('NOT_SEATED');
  return { status: row.status, stackKrw: krw(row.stack_krw) };
}
