import type { TransferRequest } from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import { RUNNING_DAYS, type VipLevel } from '@cardroom/vip';
import { v7 as uuidv7 } from 'uuid';

import { periodAt, type Period } from '../schedule/periods.rules';
import type { DayRange } from './rake-days.repository';

/** What a player is owed for a week, and by which terms. */
export interface OwedPayment {
  readonly userId: string;
  readonly rakeKrw: number;
  readonly level: VipLevel;
  readonly rateBp: number;
  readonly rakebackKrw: number;
}

/** In the books the job acts for the house. */
const ACTOR = 'weekly-rakeback';

const DAY_MS = 86_400_000;

/** The running period that ends with the last day of a period. Rule: docs/rules/vip.md §1.1. */
export const runningDaysOf = ({ toMs }: Period): DayRange => ({
  fromDay: periodAt('day', toMs - RUNNING_DAYS * DAY_MS).name,
  toDay: periodAt('day', toMs - 1).name,
});

/** All that a week owes leaves the rake before anybody is paid. Rule: docs/rules/vip.md §2.5. */
export const accrualOf = (week: string, owedKrw: number): TransferRequest => ({
  id: uuidv7(),
  type: 'rakeback',
  businessKey: `rakeback:${week}`,
  actor: ACTOR,
  memo: { week },
  entries: [
    { account: { kind: 'rake' }, amountKrw: krw(-owedKrw) },
    { account: { kind: 'rakeback_liability' }, amountKrw: krw(owedKrw) },
  ],
});

/** One payment for a player and week, whoever asks for it and how often. */
export const paymentTransferOf = (week: string, payment: OwedPayment): TransferRequest => {
  const { userId, rakeKrw, level, rateBp, rakebackKrw } = payment;
  return {
    id: uuidv7(),
    type: 'rakeback',
    businessKey: `rakeback:${week}:${userId}`,
    actor: ACTOR,
    memo: { week, level, rateBp, rakeKrw },
    entries: [
      { account: { kind: 'rakeback_liability' }, amountKrw: krw(-rakebackKrw) },
      { account: { kind: 'available', userId }, amountKrw: krw(rakebackKrw) },
    ],
  };
};
