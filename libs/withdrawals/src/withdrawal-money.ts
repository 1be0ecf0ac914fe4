import { Injectable } from '@nestjs/common';
import { Holds, type HoldRefusal } from '@cardroom/ledger';
import { addKrw, type Krw } from '@cardroom/money';
import { assertInvariant } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';

import type { Withdrawal, WithdrawalTerms } from './withdrawal.types';

const ACTOR = 'withdrawals';

/** Amount and fee: what leaves the wallet. Errors: RangeError past the safe integers. */
export const totalKrwOf = ({
  amountKrw,
  feeKrw,
}: Pick<WithdrawalTerms, 'amountKrw' | 'feeKrw'>): Krw => addKrw(amountKrw, feeKrw);

type Asked = WithdrawalTerms & { readonly id: string };

const memoOf = ({ id, asset, network, address, amountKrw, feeKrw }: Asked) => ({
  ...{ withdrawalId: id, asset, network, address, amountKrw, feeKrw },
});

/**
 * The won of a withdrawal: set aside, then either given back or gone. The hold has the withdrawal's
 * id. Rule: docs/rules/withdrawals.md §6.
 */
@Injectable()
export class WithdrawalMoney {
  constructor(private readonly holds: Holds) {}

  /** Sets amount and fee aside. Null, or why not: then nothing has changed. */
  async hold(manager: EntityManager, asked: Asked): Promise<HoldRefusal | null> {
    const { id: holdId, userId } = asked;
    const amountKrw = totalKrwOf(asked);
    const hold = { holdId, userId, amountKrw, actor: ACTOR, memo: memoOf(asked) };
    const outcome = await this.holds.place(manager, hold);
    return outcome.status === 'refused' ? outcome.code : null;
  }

  /** Gives amount and fee back to the wallet. */
  async giveBack(manager: EntityManager, withdrawal: Withdrawal): Promise<void> {
    const release = { holdId: withdrawal.id, actor: ACTOR, memo: memoOf(withdrawal) };
    const { status } = await this.holds.void(manager, release);
    assertInvariant(status === 'voided', 'the hold of a withdrawal is given back once');
  }

  /**
   * Books what was paid out: the won leave the house, and the coins with them. The fee leaves as
   * well, for it is what the network was paid.
   */
  async payOut(manager: EntityManager, withdrawal: Withdrawal, txid: string): Promise<void> {
    const { id, asset, amountUnits: units } = withdrawal;
    assertInvariant(units !== null, 'what was sent has an amount in units');
    const clearing = { kind: 'gateway_clearing', asset } as const;
    const { status } = await this.holds.post(manager, {
      ...{ holdId: id, type: 'crypto_withdrawal', businessKey: id, actor: ACTOR },
      memo: { ...memoOf(withdrawal), amountUnits: units.toString(), txid },
      to: [{ account: clearing, amountKrw: totalKrwOf(withdrawal) }],
      assets: [
        { account: clearing, asset, units: -units },
        { account: { kind: 'fx' }, asset, units },
      ],
    });
    assertInvariant(status === 'posted', 'the hold of a withdrawal is paid out once');
  }
}
