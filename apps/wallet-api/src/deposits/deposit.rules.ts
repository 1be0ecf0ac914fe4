import {
  krw,
  minKrw,
  subKrw,
  wonForUnits,
  ZERO_KRW,
  type ExchangeRate,
  type Krw,
} from '@cardroom/money';
import { MAX_AMOUNT_KRW } from '@cardroom/protocol';
import type { Asset } from '@cardroom/rates';

import type { Deposit, DepositStatus } from './deposit.types';
import type { Payment } from './payment-gateway.client';

/** Which status may follow which. Rule: docs/rules/deposits.md §2. */
const NEXT: Readonly<Record<DepositStatus, readonly DepositStatus[]>> = {
  detected: ['confirming', 'confirmed', 'under_min', 'manual_review', 'aml_hold', 'orphaned'],
  confirming: ['detected', 'confirmed', 'manual_review', 'aml_hold', 'orphaned'],
  confirmed: [
    ...(['credited', 'under_min', 'rate_hold', 'limit_hold', 'aml_hold'] as const),
    ...(['manual_review', 'detected', 'confirming', 'orphaned'] as const),
  ],
  credited: ['reversed'],
  under_min: ['credited', 'orphaned'],
  unsupported_asset: ['orphaned'],
  unknown_address: ['credited', 'orphaned'],
  rate_hold: [
    ...(['credited', 'detected', 'confirming', 'confirmed'] as const),
    ...(['limit_hold', 'under_min', 'aml_hold', 'manual_review', 'orphaned'] as const),
  ],
  limit_hold: [
    ...(['credited', 'detected', 'confirming', 'confirmed'] as const),
    ...(['rate_hold', 'under_min', 'aml_hold', 'manual_review', 'orphaned'] as const),
  ],
  aml_hold: ['credited', 'orphaned'],
  manual_review: ['credited', 'orphaned'],
  orphaned: ['detected', 'confirming', 'confirmed', 'aml_hold', 'manual_review'],
  reversed: [],
};

export const mayBecome = (from: DepositStatus, to: DepositStatus): boolean =>
  NEXT[from].includes(to);

/** Statuses that a person has to end; what the chain says changes them only when it takes the coins back. */
const WAITS_FOR_A_PERSON: ReadonlySet<DepositStatus> = new Set([
  ...(['under_min', 'unsupported_asset', 'unknown_address', 'aml_hold', 'manual_review'] as const),
]);

/**
 * Statuses of what is confirmed and waits for something that comes by itself: a rate, or room in the
 * limit that its player has set. Rule: docs/rules/deposits.md §2.
 */
export const waitsByItself = (status: DepositStatus): boolean =>
  status === 'rate_hold' || status === 'limit_hold';

/** How many confirmations an amount needs. */
export const confirmationsFor = ({ tiers, finalConfirmations }: Asset, units: bigint): number =>
  tiers.find(({ fromUnits }) => units >= fromUnits)?.confirmations ?? finalConfirmations;

/** A token counts by its contract, not by the symbol that it gives itself. */
export const isSupported = (
  asset: Asset | null,
  { contract }: Pick<Payment, 'contract'>,
): boolean =>
  asset !== null &&
  asset.depositsEnabled &&
  (contract?.toLowerCase() ?? null) === asset.tokenContract;

/** What a new payment is before anybody looks at its confirmations; null for one to wait for. */
export function firstObjection(
  payment: Pick<Payment, 'contract' | 'amountUnits'>,
  { asset, hasOwner }: { readonly asset: Asset | null; readonly hasOwner: boolean },
): DepositStatus | null {
  if (asset === null || !isSupported(asset, payment)) return 'unsupported_asset';
  if (!hasOwner) return 'unknown_address';
  return BigInt(payment.amountUnits) < asset.minDepositUnits ? 'under_min' : null;
}

/**
 * Where a deposit stands by what the chain says of its payment now. `confirmed` means that it may be
 * credited; `reversed` that its credit has to be taken back.
 */
export function standingOf(
  deposit: Pick<Deposit, 'status' | 'confirmationsNeeded'>,
  payment: Pick<Payment, 'status' | 'confirmations' | 'screening'>,
): DepositStatus {
  const isGone = payment.status !== 'valid';
  if (deposit.status === 'reversed') return 'reversed';
  if (deposit.status === 'credited') return isGone ? 'reversed' : 'credited';
  if (isGone) return 'orphaned';
  if (WAITS_FOR_A_PERSON.has(deposit.status)) return deposit.status;
  if (payment.screening === 'flagged') return 'aml_hold';
  if (payment.confirmations === 0) return 'detected';
  if (payment.confirmations < (deposit.confirmationsNeeded ?? 1)) return 'confirming';
  // Nobody is credited before it is known where the coins come from.
  return payment.screening === 'clear' ? 'confirmed' : 'confirming';
}

/** Whether the chain tells of the payment what it told before. Rule: docs/rules/deposits.md §3. */
export const isSamePayment = (
  deposit: Pick<Deposit, 'amountUnits' | 'asset' | 'address'>,
  payment: Pick<Payment, 'amountUnits' | 'asset' | 'address'>,
): boolean =>
  deposit.amountUnits === payment.amountUnits &&
  deposit.asset === payment.asset &&
  (deposit.address === null || deposit.address === payment.address);

export type Worth =
  | {
      readonly verdict: 'credit';
      readonly amountKrw: Krw;
      /** Over the rate's denominator: the part of a won that was left over. */
      readonly remainder: bigint;
    }
  /** Less than one won. */
  | { readonly verdict: 'under_min' }
  /** More than one movement of money may carry: a person looks at it first. */
  | { readonly verdict: 'manual_review' };

/** What a confirmed payment is worth; won are rounded down. */
export function worthOf(units: bigint, rate: ExchangeRate): Worth {
  const { won, remainder } = wonForUnits(units, rate);
  if (won === 0n) return { verdict: 'under_min' };
  if (won > BigInt(MAX_AMOUNT_KRW)) return { verdict: 'manual_review' };
  return { verdict: 'credit', amountKrw: krw(Number(won)), remainder };
}

/** A credit pays a debt first; what is left is the player's. */
export function splitCredit(
  amountKrw: Krw,
  debtKrw: Krw,
): { readonly debtPaidKrw: Krw; readonly availableKrw: Krw } {
  const debtPaidKrw = minKrw(amountKrw, debtKrw);
  return { debtPaidKrw, availableKrw: subKrw(amountKrw, debtPaidKrw) };
}

/** What is taken back comes from what is there; the rest the player owes. */
export function splitReversal(
  amountKrw: Krw,
  availableKrw: Krw,
): { readonly takenKrw: Krw; readonly owedKrw: Krw } {
  const takenKrw = minKrw(amountKrw, availableKrw < 0 ? ZERO_KRW : availableKrw);
  return { takenKrw, owedKrw: subKrw(amountKrw, takenKrw) };
}

const FIRST_CHECK_SECONDS = 15;
const MAX_CHECK_SECONDS = 600;

/** When a deposit is looked at again, although no event came: webhooks are lost. */
export const checkAgainSeconds = (checks: number): number =>
  Math.min(MAX_CHECK_SECONDS, FIRST_CHECK_SECONDS * 2 ** Math.min(10, checks >> 2));

/**
 * Whether a deposit may be credited now: it is confirmed, or a person has released it. Nothing is that
 * the chain does not hold deep enough, or that a person has rejected.
 */
export function mayCredit(
  { status, resolution, confirmationsNeeded }: CreditFacts,
  payment: Pick<Payment, 'status' | 'confirmations'>,
): boolean {
  const isDeep = payment.confirmations >= (confirmationsNeeded ?? Infinity);
  if (payment.status !== 'valid' || !isDeep || resolution === 'rejected') return false;
  const isReleased = resolution === 'released' && WAITS_FOR_A_PERSON.has(status);
  return status === 'confirmed' || waitsByItself(status) || isReleased;
}

type CreditFacts = Pick<Deposit, 'status' | 'resolution' | 'confirmationsNeeded'>;

/** Whether a deposit is watched further: those that are not over, and credits until they are final. */
export function isWatched(
  { status, resolution, confirmations }: Pick<Deposit, 'status' | 'resolution' | 'confirmations'>,
  finalConfirmations: number,
): boolean {
  if (resolution === 'rejected') return false;
  switch (status) {
    case 'detected':
    case 'confirming':
    case 'confirmed':
    case 'rate_hold':
    case 'limit_hold':
      return true;
    case 'credited':
      return confirmations < finalConfirmations;
    case 'under_min':
    case 'unsupported_asset':
    case 'unknown_address':
    case 'aml_hold':
    case 'manual_review':
      return resolution === 'released';
    case 'orphaned':
    case 'reversed':
      return false;
  }
}
