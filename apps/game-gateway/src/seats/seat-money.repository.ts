import { Injectable } from '@nestjs/common';
import { constraintOf, KillSwitches, withTransaction } from '@cardroom/database';
import { seatIndex, type SeatIndex } from '@cardroom/engine';
import { Ledger, type PostOutcome } from '@cardroom/ledger';
import { PlayLimits } from '@cardroom/limits';
import { krw, type Krw } from '@cardroom/money';
import { BusinessError, currentRequestId } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { holdsFence, type TableFence } from '../fence/table-fence';

/** A seat that is paid for, as PostgreSQL has it: the truth between hands. */
export interface SeatSession {
  readonly seatSessionId: string;
  readonly seat: SeatIndex;
  readonly userId: string;
  readonly nickname: string;
  readonly stackKrw: Krw;
  /** Missed a small blind by its table's last hand; absent where it has not. */
  readonly owesSmall?: true;
}

/** Whose chips move, at which seat. */
export interface SeatOwner {
  readonly seatSessionId: string;
  readonly userId: string;
}

export interface BuyIn extends SeatOwner {
  readonly seat: SeatIndex;
  readonly amountKrw: Krw;
}

export interface TopUp extends SeatOwner {
  /** Names the movement, so that it happens once. */
  readonly topUpId: string;
  readonly amountKrw: Krw;
}

/**
 * Chips leave a table after its finished hands are written. Whoever gets up can still be in the hand that is
 * played meanwhile: so many more are looked through for hands of his.
 */
const HANDS_AFTER = 10;

const REFUSAL_OF_CONSTRAINT = {
  UQ_seat_sessions_open_seat: 'SEAT_TAKEN',
  UQ_seat_sessions_open_user: 'ALREADY_SEATED',
} as const;

const isKnownConstraint = (name: string): name is keyof typeof REFUSAL_OF_CONSTRAINT =>
  Object.hasOwn(REFUSAL_OF_CONSTRAINT, name);

/** Chips between wallet and seat: each movement is one transaction that happens once. */
@Injectable()
export class SeatMoneyRepository {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
    private readonly limits: PlayLimits,
    private readonly switches: KillSwitches,
  ) {}

  async openSeats(tableId: string): Promise<SeatSession[]> {
    const rows = await this.source.query<
      {
        id: string;
        seat: number;
        user_id: string;
        nickname: string;
        stack_krw: number;
        owes_small: boolean;
      }[]
    >(
      `SELECT s.seat_session_id AS id, s.seat, s.user_id, u.nickname, s.stack_krw, s.owes_small
       FROM seat_stacks s JOIN users u ON u.id = s.user_id
       WHERE s.table_id = $1 AND s.status = 'open' ORDER BY s.seat`,
      [tableId],
    );
    return rows.map((row) => ({
      seatSessionId: row.id,
      seat: seatIndex(row.seat),
      userId: row.user_id,
      nickname: row.nickname,
      stackKrw: krw(row.stack_krw),
      ...(row.owes_small ? { owesSmall: true } : {}),
    }));
  }

  /**
   * Takes a seat with chips from the wallet. Asked again with the same seat session it has happened
   * once.
   *
   * Errors: BusinessError SEAT_TAKEN, ALREADY_SEATED, INSUFFICIENT_FUNDS; ACTION_ID_REUSED where
   * the seat session was another buy-in, or is over; TABLE_MOVED; ACCOUNT_EXCLUDED, LIMIT_EXCEEDED;
   * SWITCHED_OFF.
   */
  async buyIn(fence: TableFence, buyIn: BuyIn): Promise<void> {
    try {
      await this.fenced(fence, async (manager) => {
        if (!(await openSeat(manager, fence.tableId, buyIn))) return;
        const refusal = await this.limits.playRefusal(manager, buyIn.userId, buyIn.amountKrw);
        if (refusal !== null) throw new BusinessError(refusal);
        await this.switches.requireOn(manager, 'buy_in');
        const outcome = await this.move(manager, fence.tableId, {
          ...{ type: 'buy_in', businessKey: buyIn.seatSessionId },
          ...{ owner: buyIn, toSeatKrw: buyIn.amountKrw },
        });
        if (outcome.status === 'refused') throw new BusinessError(outcome.code);
      });
    } catch (cause) {
      const constraint = constraintOf(cause) ?? '';
      if (!isKnownConstraint(constraint)) throw cause;
      throw new BusinessError(REFUSAL_OF_CONSTRAINT[constraint]);
    }
  }

  /**
   * Adds chips from the wallet to a seat between hands. Asked again with the same id it has
   * happened once. False where the wallet, or a limit that the player has set, does not cover it, and
   * while buying in is switched off.
   *
   * Errors: BusinessError TABLE_MOVED, NOT_SEATED.
   */
  async topUp(fence: TableFence, topUp: TopUp): Promise<boolean> {
    const { seatSessionId, topUpId, amountKrw } = topUp;
    return this.fenced(fence, async (manager) => {
      await seatOf(manager, seatSessionId);
      const refusal = await this.limits.playRefusal(manager, topUp.userId, amountKrw);
      if (refusal !== null || !(await this.switches.isOn(manager, 'buy_in'))) return false;
      const outcome = await this.move(manager, fence.tableId, {
        ...{ type: 'top_up', businessKey: `${seatSessionId}:${topUpId}` },
        ...{ owner: topUp, toSeatKrw: amountKrw },
      });
      if (outcome.status === 'refused') {
        if (outcome.code === 'INSUFFICIENT_FUNDS') return false;
        throw new BusinessError(outcome.code);
      }
      if (outcome.status === 'posted') {
        const [, count] = await manager.query<[unknown[], number]>(
          `UPDATE seat_sessions SET bought_in_krw = bought_in_krw + $2 WHERE id = $1 AND status = 'open'`,
          [seatSessionId, amountKrw],
        );
        if (count !== 1) throw new BusinessError('NOT_SEATED');
      }
      return true;
    });
  }

  /** Brings a seat's whole stack back to the wallet and frees the seat. Returns the amount. */
  async cashOut(fence: TableFence, owner: SeatOwner): Promise<Krw> {
    return this.fenced(fence, async (manager) => {
      const { status, stackKrw } = await seatOf(manager, owner.seatSessionId);
      if (status === 'closed') return krw(0);
      if (stackKrw > 0) {
        const outcome = await this.move(manager, fence.tableId, {
          ...{ type: 'cash_out', businessKey: owner.seatSessionId },
          ...{ owner, toSeatKrw: krw(0 - stackKrw) },
        });
        if (outcome.status === 'refused') throw new BusinessError(outcome.code);
      }
      await manager.query(
        `UPDATE seat_sessions SET status = 'closed', closed_at = now(), left_with_krw = $2,
           until_hand_no = ${HANDS_AFTER} + (SELECT t.hand_no FROM tables t WHERE t.id = table_id)
         WHERE id = $1 AND status = 'open'`,
        [owner.seatSessionId, stackKrw],
      );
      return stackKrw;
    });
  }

  private fenced<T>(fence: TableFence, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return withTransaction(this.source, async (manager) => {
      if (!(await holdsFence(manager, fence))) throw new BusinessError('TABLE_MOVED');
      return work(manager);
    });
  }

  private async move(
    manager: EntityManager,
    tableId: string,
    movement: {
      readonly type: 'buy_in' | 'top_up' | 'cash_out';
      readonly businessKey: string;
      readonly owner: SeatOwner;
      readonly toSeatKrw: Krw;
    },
  ): Promise<PostOutcome> {
    const { type, businessKey, toSeatKrw } = movement;
    const { seatSessionId, userId } = movement.owner;
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

/** True where the seat is opened now, false where this very buy-in has opened it before. */
async function openSeat(manager: EntityManager, tableId: string, buyIn: BuyIn): Promise<boolean> {
  const { seatSessionId, seat, userId, amountKrw } = buyIn;
  const opened = await manager.query<unknown[]>(
    `INSERT INTO seat_sessions (id, table_id, seat, user_id, bought_in_krw)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING RETURNING 1`,
    [seatSessionId, tableId, seat, userId, amountKrw],
  );
  if (opened.length === 1) return true;
  const same = await manager.query<unknown[]>(
    `SELECT 1 FROM seat_sessions
     WHERE id = $1 AND seat = $2 AND bought_in_krw = $3 AND status = 'open'`,
    [seatSessionId, seat, amountKrw],
  );
  if (same.length === 0) throw new BusinessError('ACTION_ID_REUSED');
  return false;
}

/**
 * A seat with its chips, which nobody else moves while the fence is held. In a statement of its own after
 * the one that took the fence: a statement that waits for a row goes on seeing what was before its wait.
 */
async function seatOf(
  manager: EntityManager,
  seatSessionId: string,
): Promise<{ status: 'open' | 'closed'; stackKrw: Krw }> {
  const [row] = await manager.query<{ status: 'open' | 'closed'; stack_krw: number }[]>(
    'SELECT status, stack_krw FROM seat_stacks WHERE seat_session_id = $1',
    [seatSessionId],
  );
  if (row === undefined) throw new BusinessError('NOT_SEATED');
  return { status: row.status, stackKrw: krw(row.stack_krw) };
}
