import { krw, type Krw } from '@cardroom/money';
import { MAX_AMOUNT_KRW } from '@cardroom/protocol';

import { wonFor } from './development-rate';

export type Worth =
  | { readonly verdict: 'credit'; readonly amountKrw: Krw }
  /** Less than one won. */
  | { readonly verdict: 'under_min' }
  /** More than one movement of money may carry: a person looks at it first. */
  | { readonly verdict: 'manual_review' };

/** What becomes of a confirmed payment of so many base units; won are rounded down. */
export function worthOf(units: bigint): Worth {
  const won = wonFor(units);
  if (won === 0n) return { verdict: 'under_min' };
  if (won > BigInt(MAX_AMOUNT_KRW)) return { verdict: 'manual_review' };
  return { verdict: 'credit', amountKrw: krw(Number(won)) };
}
