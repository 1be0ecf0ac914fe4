import type { Redis } from 'ioredis';
import type { EntityManager } from 'typeorm';

/** Where the audit files are, and which keys are trusted. */
export interface AuditPlace {
  readonly folder: string | null;
  /** In PEM. */
  readonly publicKeys: readonly string[];
}

/** What a check may look at: one snapshot of PostgreSQL, and Redis as it is. */
export interface Evidence {
  readonly manager: EntityManager;
  readonly redis: Redis;
  readonly redisKeyPrefix: string;
  readonly audit?: AuditPlace;
}

export interface CheckResult {
  /** How many things were looked at, in words. */
  readonly looked: string;
  /** What is broken, each naming its row or key; empty where the invariant holds. */
  readonly findings: readonly string[];
}

export interface Check {
  readonly invariant: string;
  readonly rule: string;
  readonly run: (evidence: Evidence) => Promise<CheckResult>;
}

/** At most this many findings a check are listed. */
export const MAX_FINDINGS = 20;

/** A check whose SQL returns the rows that break the rule as `what`. */
export function sqlCheck(check: {
  readonly invariant: string;
  readonly rule: string;
  readonly count: string;
  readonly noun: string;
  readonly broken: string;
}): Check {
  return {
    invariant: check.invariant,
    rule: check.rule,
    run: async ({ manager }) => {
      const [row] = await manager.query<{ n: number }[]>(`SELECT (${check.count}) AS n`);
      const broken = await manager.query<{ what: string }[]>(
        `SELECT what FROM (${check.broken}) broken (what) LIMIT ${MAX_FINDINGS}`,
      );
      return { looked: `${row?.n ?? 0} ${check.noun}`, findings: broken.map(({ what }) => what) };
    },
  };
}
