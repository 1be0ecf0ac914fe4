import { Injectable } from '@nestjs/common';
import { Ledger, lockDebtAccounts, type TransferEntry } from '@cardroom/ledger';
import { krw, type Krw } from '@cardroom/money';
import { assertInvariant, currentRequestId } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { splitCredit, splitReversal } from './deposit.rules';
import type { Deposit } from './deposit.types';

const ACTOR = 'payment-gateway';

/** A deposit whose owner and amount in won are known. */
export interface Credit {
  readonly deposit: Deposit;
  readonly userId: string;
  readonly amountKrw: Krw;
}

const keyOf = ({ network, txid, outputIndex }: Deposit): string =>
  `${network}:${txid}:${outputIndex}`;

const isNotZero = ({ amountKrw }: TransferEntry): boolean => amountKrw !== 0;

/** What deposits are in the books. Rule: docs/rules/deposits.md §6 and §7. */
@Injectable()
export class DepositBooks {
  constructor(private readonly ledger: Ledger) {}

  /** Credits once a payment: its debt first, then the player. */
  async credit(
    manager: EntityManager,
    { deposit, userId, amountKrw }: Credit,
  ): Promise<{ readonly transferId: string; readonly debtPaidKrw: Krw }> {
    const { debtKrw } = await lockDebtAccounts(manager, userId);
    const { debtPaidKrw, availableKrw } = splitCredit(amountKrw, debtKrw);
    const { asset, network, txid, amountUnits, address, depositId } = deposit;
    const clearing = { kind: 'gateway_clearing', asset } as const;
    const units = BigInt(amountUnits);
    const transferId = await this.post(manager, {
      type: 'crypto_deposit',
      businessKey: keyOf(deposit),
      memo: { depositId, asset, network, txid, amountUnits, address },
      entries: [
        { account: clearing, amountKrw: krw(0 - amountKrw) },
        { account: { kind: 'available', userId } as const, amountKrw: availableKrw },
        { account: { kind: 'debt', userId } as const, amountKrw: debtPaidKrw },
      ].filter(isNotZero),
      assets: [
        { account: clearing, asset, units },
        { account: { kind: 'fx' }, asset, units: -units },
      ],
      deposit,
    });
    return { transferId, debtPaidKrw };
  }

  /** Takes a credit back: what is there is taken, the rest is owed. */
  async reverse(
    manager: EntityManager,
    { deposit, userId, amountKrw }: Credit,
  ): Promise<{ readonly transferId: string; readonly owedKrw: Krw }> {
    const { availableKrw } = await lockDebtAccounts(manager, userId);
    const { takenKrw, owedKrw } = splitReversal(amountKrw, availableKrw);
    const { asset, network, txid, amountUnits, depositId, transferId: credited } = deposit;
    const clearing = { kind: 'gateway_clearing', asset } as const;
    const units = BigInt(amountUnits);
    const transferId = await this.post(manager, {
      type: 'reversal',
      businessKey: `deposit:${keyOf(deposit)}`,
      ...(credited === null ? {} : { reversesTransferId: credited }),
      memo: { depositId, asset, network, txid, amountUnits, owedKrw },
      entries: [
        { account: clearing, amountKrw },
        { account: { kind: 'available', userId } as const, amountKrw: krw(0 - takenKrw) },
        { account: { kind: 'debt', userId } as const, amountKrw: krw(0 - owedKrw) },
      ].filter(isNotZero),
      assets: [
        { account: clearing, asset, units: -units },
        { account: { kind: 'fx' }, asset, units },
      ],
      deposit,
    });
    return { transferId, owedKrw };
  }

  private async post(
    manager: EntityManager,
    transfer: Omit<Parameters<Ledger['post']>[1][number], 'id' | 'actor'> & {
      readonly deposit: Deposit;
    },
  ): Promise<string> {
    const { deposit, ...rest } = transfer;
    const requestId = currentRequestId() ?? deposit.depositId;
    const [outcome] = await this.ledger.post(manager, [
      { id: uuidv7(), actor: ACTOR, requestId, ...rest },
    ]);
    assertInvariant(outcome?.status === 'posted', 'a payment is credited and taken back once');
    return outcome.transferId;
  }
}
