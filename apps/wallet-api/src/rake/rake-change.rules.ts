import type { ErrorCode } from '@cardroom/protocol';

import type { RakeChange } from './rake-terms.repository';

/** Every table learns of terms well before they count. Rule: docs/rules/rake.md §4.3. */
export const MIN_NOTICE_MS = 10 * 60_000;
export const MAX_RATE_BP = 1_000;
export const MAX_CAP_BB = 10;

/**
 * Why stakes may not get new terms now; null where they may. Asked when a change is proposed and
 * again when it is approved. Rule: docs/rules/rake.md §4.3, §4.4.
 */
export function changeRefusal(
  change: Pick<RakeChange, 'capKrw' | 'effectiveFrom'>,
  bigBlindKrw: number | null,
  nowMs: number,
): ErrorCode | null {
  if (bigBlindKrw === null) return 'NOT_FOUND';
  if (change.capKrw > MAX_CAP_BB * bigBlindKrw) return 'INVALID_AMOUNT';
  return change.effectiveFrom.getTime() < nowMs + MIN_NOTICE_MS ? 'TERMS_TOO_SOON' : null;
}
