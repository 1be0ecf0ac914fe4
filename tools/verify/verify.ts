import { createDataSource } from '@cardroom/database';
import { Redis } from 'ioredis';

import { AUDIT_CHECKS } from './checks/audit.checks';
import type { AuditPlace, Check, CheckResult, Evidence } from './checks/check';
import { HAND_CHECKS } from './checks/hand.checks';
import { MONEY_CHECKS } from './checks/money.checks';
import { SYSTEM_CHECKS } from './checks/system.checks';

export interface SystemUrls {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly redisKeyPrefix: string;
  /** Without it, files and signatures of the audit trail are not looked at. */
  readonly audit?: AuditPlace;
}

export interface CheckReport extends CheckResult {
  readonly check: Check;
}

const CHECKS: readonly Check[] = [
  ...MONEY_CHECKS,
  ...HAND_CHECKS,
  ...AUDIT_CHECKS,
  ...SYSTEM_CHECKS,
];

const STATEMENT_TIMEOUT_MS = 600_000;

/** Runs every check on one snapshot of the books, so that a running system can be checked too. */
export async function verify(urls: SystemUrls): Promise<CheckReport[]> {
  const source = createDataSource({
    databaseUrl: urls.databaseUrl,
    databaseStatementTimeoutMs: STATEMENT_TIMEOUT_MS,
  });
  const redis = new Redis(urls.redisUrl, { lazyConnect: true, maxRetriesPerRequest: 2 });
  redis.on('error', () => undefined);
  try {
    await Promise.all([source.initialize(), redis.connect()]);
    return await source.transaction('REPEATABLE READ', (manager) =>
      runChecks({ ...urls, manager, redis }),
    );
  } finally {
    redis.disconnect();
    if (source.isInitialized) await source.destroy();
  }
}

export async function runChecks(evidence: Evidence): Promise<CheckReport[]> {
  const reports: CheckReport[] = [];
  for (const check of CHECKS) reports.push({ check, ...(await check.run(evidence)) });
  return reports;
}

/** The report as people read it; its last line says whether all is well. */
export function reportLines(reports: readonly CheckReport[]): string[] {
  const lines = reports.flatMap(({ check, looked, findings }) => [
    `${findings.length === 0 ? '✓' : '✗'} ${check.invariant.padEnd(5)} ${check.rule} (${looked})`,
    ...findings.map((finding) => `      ${finding}`),
  ]);
  const broken = reports.reduce((sum, { findings }) => sum + findings.length, 0);
  const verdict = broken === 0 ? `clean (${reports.length} checks)` : `${broken} findings`;
  return [...lines, `verify: ${verdict}`];
}
