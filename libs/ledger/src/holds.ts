import { Injectable } from '@nestjs/common';
import { isKrw, krw, type Krw } from '@cardroom/money';
import { assertInvariant, currentRequestId } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { HoldRepository, type HoldRow } from './hold.repository';
import type {
  Hold,
  HoldOutcome,
  HoldPosting,
  HoldRelease,
  HoldRequest,
  HoldResolution,
} from './hold-types';
import { Ledger } from './ledger.service';
import type { TransferRequest } from './transfer-types';

type Release = 'voided' | 'expired';

/**
 * Money that a player has set aside: it is gone from `available` at once, and goes on or comes back
 * later, once. Everything happens in the caller's transaction. Rule: docs/rules/ledger.md §3.
 */
@Injectable()
export class Holds {
  constructor(
    private readonly ledger: Ledger,
    private readonly holds: HoldRepository,
  ) {}

  /** Sets money aside. Asked again with the same id and content it is `replayed`. */
  async place(manager: EntityManager, request: HoldRequest): Promise<HoldOutcome> {
    const { holdId, userId, amountKrw, actor, expiresAt = null, memo = {} } = request;
    if (!isKrw(amountKrw) || amountKrw <= 0) return { status: 'refused', code: 'INVALID_AMOUNT' };
    const outcome = await this.postOne(manager, {
      ...named('hold', holdId, actor),
      memo: { ...memo, holdId },
      entries: [
        { account: { kind: 'available', userId }, amountKrw: krw(0 - amountKrw) },
        { account: { kind: 'withdrawal_hold', userId }, amountKrw },
      ],
    });
    if (outcome.status === 'refused') return outcome;
    const { transferId } = outcome;
    if (outcome.status === 'replayed') return { status: 'replayed', transferId };
    await this.holds.insert(manager, { holdId, userId, transferId, amountKrw, actor, expiresAt });
    return { status: 'held', transferId };
  }

  /**
   * Sends a hold on, wholly or partly; the rest goes back to the player in the same transaction.
   *
   * Refused: NOT_FOUND, HOLD_RESOLVED where it has gone another way, HOLD_EXPIRED, INVALID_AMOUNT
   * where `to` takes more than the hold or nothing, and what the ledger refuses.
   */
  async post(manager: EntityManager, posting: HoldPosting): Promise<HoldResolution> {
    const row = await this.holds.lock(manager, posting.holdId);
    if (row === null) return { status: 'refused', code: 'NOT_FOUND' };
    if (row.status !== 'held') return this.postedBefore(manager, row, posting);
    if (row.is_over) return { status: 'refused', code: 'HOLD_EXPIRED' };
    const postedKrw = sumOf(posting);
    if (postedKrw === null || postedKrw > row.amount_krw) {
      return { status: 'refused', code: 'INVALID_AMOUNT' };
    }
    const sent = await this.send(manager, row, { posting, postedKrw });
    if (sent.status === 'refused') return sent;
    const rest = krw(row.amount_krw - postedKrw);
    const releaseId = rest > 0 ? await this.giveBack(manager, row, posting, rest) : null;
    await this.holds.resolve(manager, {
      ...{ holdId: row.id, status: 'posted', postedKrw, actor: posting.actor },
      ...{ postingId: sent.transferId, releaseId },
    });
    return { status: 'posted', transferId: sent.transferId };
  }

  /** Gives a hold back. Refused: NOT_FOUND, HOLD_RESOLVED. */
  void(manager: EntityManager, release: HoldRelease): Promise<HoldResolution> {
    return this.release(manager, release, 'voided');
  }

  /** Gives a hold back whose time is over, as its owner sees it. Refused: NOT_FOUND, HOLD_RESOLVED. */
  expire(manager: EntityManager, release: HoldRelease): Promise<HoldResolution> {
    return this.release(manager, release, 'expired');
  }

  /** Gives back up to `limit` holds whose `expiresAt` has passed. Returns their ids. */
  async expireDue(manager: EntityManager, actor: string, limit: number): Promise<string[]> {
    const ids = await this.holds.due(manager, limit);
    for (const holdId of ids) await this.expire(manager, { holdId, actor });
    return ids;
  }

  /** A hold as it is now, or null. */
  async find(manager: EntityManager, holdId: string): Promise<Hold | null> {
    return this.holds.find(manager, holdId);
  }

  private async release(
    manager: EntityManager,
    release: HoldRelease,
    status: Release,
  ): Promise<HoldResolution> {
    const row = await this.holds.lock(manager, release.holdId);
    if (row === null) return { status: 'refused', code: 'NOT_FOUND' };
    if (row.status === status && row.release_transfer_id !== null) {
      return { status: 'replayed', transferId: row.release_transfer_id };
    }
    if (row.status !== 'held') return { status: 'refused', code: 'HOLD_RESOLVED' };
    const releaseId = await this.giveBack(manager, row, release, krw(row.amount_krw));
    await this.holds.resolve(manager, {
      ...{ holdId: row.id, status, postedKrw: krw(0), actor: release.actor },
      ...{ postingId: null, releaseId },
    });
    return { status, transferId: releaseId };
  }

  /** The same posting again is answered as before; any other comes too late. */
  private async postedBefore(
    manager: EntityManager,
    row: HoldRow,
    posting: HoldPosting,
  ): Promise<HoldResolution> {
    const isSame =
      row.posting_transfer_id !== null &&
      row.posted_krw === sumOf(posting) &&
      (await this.holds.isTransfer(manager, row.posting_transfer_id, posting));
    return isSame
      ? { status: 'replayed', transferId: row.posting_transfer_id }
      : { status: 'refused', code: 'HOLD_RESOLVED' };
  }

  private async send(
    manager: EntityManager,
    { id, user_id: userId }: HoldRow,
    { posting, postedKrw }: { readonly posting: HoldPosting; readonly postedKrw: Krw },
  ) {
    const { type, businessKey, actor, to, assets = [], memo = {} } = posting;
    const outcome = await this.postOne(manager, {
      ...named(type, businessKey, actor),
      memo: { ...memo, holdId: id },
      entries: [
        { account: { kind: 'withdrawal_hold', userId }, amountKrw: krw(0 - postedKrw) },
        ...to,
      ],
      assets,
    });
    // The hold was open, so nothing of this name can have been posted for it.
    return outcome.status === 'replayed'
      ? ({ status: 'refused', code: 'IDEMPOTENCY_CONFLICT' } as const)
      : outcome;
  }

  private async giveBack(
    manager: EntityManager,
    { id, user_id: userId }: HoldRow,
    { actor, memo = {} }: Pick<HoldRelease, 'actor' | 'memo'>,
    amountKrw: Krw,
  ): Promise<string> {
    const outcome = await this.postOne(manager, {
      ...named('release', id, actor),
      memo: { ...memo, holdId: id },
      entries: [
        { account: { kind: 'withdrawal_hold', userId }, amountKrw: krw(0 - amountKrw) },
        { account: { kind: 'available', userId }, amountKrw },
      ],
    });
    assertInvariant(outcome.status === 'posted', 'what a hold holds can be given back');
    return outcome.transferId;
  }

  private async postOne(manager: EntityManager, transfer: TransferRequest) {
    const [outcome] = await this.ledger.post(manager, [transfer]);
    assertInvariant(outcome !== undefined, 'a posted transfer has an outcome');
    return outcome;
  }
}

function named(type: TransferRequest['type'], businessKey: string, actor: string) {
  const requestId = currentRequestId();
  return {
    ...{ id: uuidv7(), type, businessKey, actor },
    ...(requestId === undefined ? {} : { requestId }),
  };
}

/** What a posting takes of the hold; null where an amount is not above 0. */
function sumOf({ to }: HoldPosting): Krw | null {
  const sum = to.reduce((total, { amountKrw }) => total + amountKrw, 0);
  const areAllTaken = to.length > 0 && to.every(({ amountKrw }) => amountKrw > 0);
  return areAllTaken && isKrw(sum) ? krw(sum) : null;
}
