import { Injectable, Logger } from '@nestjs/common';
import { KillSwitches, leaveWork } from '@cardroom/database';
import { PlayLimits } from '@cardroom/limits';
import { assertInvariant, counter, ErrorReporter } from '@cardroom/platform';
import { findAsset, Rates, type Asset } from '@cardroom/rates';
import { WithdrawalFreezes } from '@cardroom/withdrawals';
import type { EntityManager } from 'typeorm';

import { DepositAddressRepository } from './deposit-address.repository';
import { DepositBooks } from './deposit-books';
import { DepositRepository } from './deposit.repository';
import {
  checkAgainSeconds,
  confirmationsFor,
  firstObjection,
  isSamePayment,
  isWatched,
  mayBecome,
  mayCredit,
  standingOf,
  waitsByItself,
  worthOf,
} from './deposit.rules';
import type { Deposit, DepositStatus } from './deposit.types';
import type { Payment } from './payment-gateway.client';

/** What the gateway's word about a payment led to: where its deposit stands, or that it lied. */
export type IntakeOutcome = DepositStatus | 'tx_conflict';

const conflicts = counter(
  'deposit_conflicts_total',
  'Payments of which the gateway told two different things. Must stay 0.',
);
const reversals = counter(
  'deposit_reversals_total',
  'Credits that were taken back because the chain was reorganised.',
);
const moves = counter('deposit_moves_total', 'Steps of deposits, by where they led.', ['status']);

/** Turns what the gateway says of a payment into a deposit's next step. Rule: docs/rules/deposits.md. */
@Injectable()
export class DepositIntake {
  private readonly logger = new Logger(DepositIntake.name);

  constructor(
    private readonly deposits: DepositRepository,
    private readonly addresses: DepositAddressRepository,
    private readonly books: DepositBooks,
    private readonly rates: Rates,
    private readonly limits: PlayLimits,
    private readonly switches: KillSwitches,
    private readonly freezes: WithdrawalFreezes,
    private readonly reporter: ErrorReporter,
  ) {}

  /** In the caller's transaction, one at a time for a payment, whichever events tell of it. */
  async take(manager: EntityManager, payment: Payment): Promise<IntakeOutcome> {
    const known = await this.deposits.lockPayment(manager, payment);
    const asset = await findAsset(manager, payment.asset, payment.network);
    const deposit = known ?? (await this.open(manager, payment, asset));
    if (!isSamePayment(deposit, payment)) return this.conflict(manager, deposit);
    const current = await this.follow(manager, deposit, payment);
    await this.watch(manager, current, asset);
    return current.status;
  }

  private async open(
    manager: EntityManager,
    payment: Payment,
    asset: Asset | null,
  ): Promise<Deposit> {
    const userId = await this.addresses.ownerOf(manager, payment.network, payment.address);
    const status = firstObjection(payment, { asset, hasOwner: userId !== null }) ?? 'detected';
    const units = BigInt(payment.amountUnits);
    const confirmationsNeeded = asset === null ? null : confirmationsFor(asset, units);
    return this.deposits.insert(manager, { payment, userId, status, confirmationsNeeded });
  }

  /** Rule: docs/rules/deposits.md §3: one payment has one amount, one coin and one address. */
  private async conflict(manager: EntityManager, deposit: Deposit): Promise<'tx_conflict'> {
    conflicts.inc();
    const { depositId, status } = deposit;
    this.logger.error({ depositId, status }, 'TX_CONFLICT: the gateway told of another payment');
    this.reporter.report(new Error('A payment was told of in two ways'), { money: true });
    const isOpen = ['detected', 'confirming', 'confirmed', 'rate_hold'].includes(status);
    if (isOpen) await this.deposits.move(manager, deposit, 'manual_review');
    return 'tx_conflict';
  }

  private async follow(
    manager: EntityManager,
    deposit: Deposit,
    payment: Payment,
  ): Promise<Deposit> {
    const standing = standingOf(deposit, payment);
    if (standing === 'reversed' && deposit.status === 'credited') {
      return this.reverse(manager, deposit);
    }
    const { confirmations } = payment;
    const isSame = standing === deposit.status || deposit.resolution === 'rejected';
    const isHeld = waitsByItself(deposit.status) && standing === 'confirmed';
    const current =
      isSame || isHeld
        ? await this.deposits.update(manager, deposit, { confirmations })
        : await this.step(manager, deposit, standing, { confirmations });
    return mayCredit(current, payment) ? this.credit(manager, current) : current;
  }

  private async step(
    manager: EntityManager,
    deposit: Deposit,
    to: DepositStatus,
    change: Parameters<DepositRepository['move']>[3] = {},
  ): Promise<Deposit> {
    const moved = await this.deposits.move(manager, deposit, to, change);
    moves.inc({ status: to });
    return moved;
  }

  /** Credits what is confirmed, or says why not yet. */
  private async credit(manager: EntityManager, deposit: Deposit): Promise<Deposit> {
    // What a person has released stays where it is until it can be credited.
    const hold = (to: DepositStatus): Promise<Deposit> | Deposit =>
      mayBecome(deposit.status, to) ? this.step(manager, deposit, to) : deposit;
    // Switched off, a confirmed deposit stays where it is and is credited when it is on again.
    if (!(await this.switches.isOn(manager, 'deposit_credit'))) return deposit;
    const quoted = await this.rates.quote(manager, deposit.asset, deposit.network);
    if (!quoted.ok) return hold('rate_hold');
    const worth = worthOf(BigInt(deposit.amountUnits), quoted.quote.rate);
    if (worth.verdict !== 'credit') return hold(worth.verdict);
    const { userId, depositId } = deposit;
    assertInvariant(userId !== null, 'a deposit that is credited has an owner');
    const roomKrw = await this.limits.depositRoomKrw(manager, userId);
    if (roomKrw !== null && worth.amountKrw > roomKrw) return hold('limit_hold');
    const refused = await this.rates.use(manager, quoted.quote.id, {
      kind: 'deposit',
      id: depositId,
    });
    assertInvariant(refused === null, 'a quote that was just made can be used');
    const { amountKrw, remainder } = worth;
    const booked = await this.books.credit(manager, { deposit, userId, amountKrw });
    const credited = await this.step(manager, deposit, 'credited', {
      rate_quote_id: quoted.quote.id,
      amount_krw: amountKrw,
      remainder: remainder.toString(),
      transfer_id: booked.transferId,
      debt_paid_krw: booked.debtPaidKrw,
    });
    const payload = { depositId };
    await leaveWork(manager, { topic: 'deposit.credited', payload, requestId: depositId });
    return credited;
  }

  /** The coins are gone from the chain after they were credited. */
  private async reverse(manager: EntityManager, deposit: Deposit): Promise<Deposit> {
    const { depositId, userId, amountKrw } = deposit;
    assertInvariant(userId !== null && amountKrw !== null, 'a credit has an owner and an amount');
    const { transferId, owedKrw } = await this.books.reverse(manager, {
      ...{ deposit, userId, amountKrw },
    });
    await this.freezes.freeze(manager, { userId, depositId, reason: 'a credit was taken back' });
    reversals.inc();
    this.logger.error({ depositId, owedKrw }, 'a credit was taken back: its block is gone');
    this.reporter.report(new Error('A credited deposit was reorganised away'), { money: true });
    const change = { reversal_transfer_id: transferId, confirmations: 0 };
    return this.step(manager, deposit, 'reversed', change);
  }

  private watch(manager: EntityManager, deposit: Deposit, asset: Asset | null): Promise<void> {
    const isOpen = isWatched(deposit, asset?.finalConfirmations ?? 0);
    return this.deposits.watch(manager, deposit, isOpen ? checkAgainSeconds(deposit.checks) : null);
  }
}
