import type { RakeTerms } from './rake';

/** Terms of rake and the moment from which hands that start are raked by them. */
export interface RakeVersion extends RakeTerms {
  /** Milliseconds since 1970; null: from the beginning. */
  readonly fromMs: number | null;
}

const startOf = (version: RakeVersion): number => version.fromMs ?? -Infinity;

/**
 * The terms in force for a hand that starts at a moment: the latest that are not of the future.
 * Null where there are none. Rule: docs/rules/rake.md §4.
 *
 * @example termsAt([{ fromMs: null, rateBp: 500, capKrw: 6_000 }], 0)?.rateBp // 500
 */
export function termsAt(versions: readonly RakeVersion[], startMs: number): RakeTerms | null {
  let found: RakeVersion | null = null;
  for (const version of versions) {
    if (startOf(version) > startMs) continue;
    if (found === null || startOf(version) >= startOf(found)) found = version;
  }
  return found;
}
