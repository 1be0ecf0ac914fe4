import { counter } from '@cardroom/platform';

import { TRANSFER_TYPES, type PostOutcome, type TransferRequest } from './transfer-types';

const amounts = counter(
  'transactions_total_amount',
  'Won that posted transfers moved, by their kind.',
  ['type'],
);
const shortages = counter(
  'wallet_insufficient_funds_error_count',
  'Transfers that were refused because the balance did not cover them.',
);
// A series that begins with its first transfer would hide that one from `increase`.
for (const type of TRANSFER_TYPES) amounts.inc({ type }, 0);

/** What a transfer moves: everything that goes into an account, in won. */
const movedKrwOf = ({ entries }: TransferRequest): number =>
  entries.reduce((sum, { amountKrw }) => sum + Math.max(amountKrw, 0), 0);

/** Counts what the books took, once it is committed. */
export function countPosted(
  transfers: readonly TransferRequest[],
  outcomes: readonly PostOutcome[],
): void {
  for (const [index, transfer] of transfers.entries()) {
    if (outcomes[index]?.status === 'posted') {
      amounts.inc({ type: transfer.type }, movedKrwOf(transfer));
    }
  }
}

/** Counts what the books refused for want of money; a refusal changes nothing and needs no commit. */
export function countShortages(outcomes: readonly PostOutcome[]): void {
  const short = outcomes.filter(
    (outcome) => outcome.status === 'refused' && outcome.code === 'INSUFFICIENT_FUNDS',
  );
  shortages.inc(short.length);
}
