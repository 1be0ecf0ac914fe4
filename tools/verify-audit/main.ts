import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';

import {
  AuditTrail,
  findingText,
  isTampering,
  WRITTEN_COPIES,
  type AuditReport,
  type WrittenCopy,
} from '@cardroom/audit';
import { createDataSource } from '@cardroom/database';
import { Redis } from 'ioredis';

import { findSystem } from '../verify/find-system';
import type { SystemUrls } from '../verify/verify';

const USAGE = `verify-audit [--from HEIGHT] [--to HEIGHT]: recomputes the audit trail and compares its copies
verify-audit --rebuild stream|files --reason TEXT: writes a copy anew from the database; stop jobs first
Exit code: 0 clean, 1 tampered with, 2 cannot look, 3 a copy has lost blocks.`;

const STATEMENT_TIMEOUT_MS = 600_000;
const SHOW_EVERY_BLOCKS = 1_000;

interface Options {
  readonly from?: number;
  readonly to?: number;
  readonly rebuild?: WrittenCopy;
  readonly reason: string;
}

class UsageError extends Error {}

const isCopy = (text: string): text is WrittenCopy => WRITTEN_COPIES.some((copy) => copy === text);

function heightOf(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new UsageError(`${text} is no height of a block`);
  return Number(text);
}

function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      rebuild: { type: 'string' },
      reason: { type: 'string', default: '' },
    },
  });
  const { from, to, rebuild, reason } = values;
  if (rebuild !== undefined && !isCopy(rebuild)) throw new UsageError(`${rebuild} is no copy`);
  if (rebuild !== undefined && reason === '') throw new UsageError('--rebuild needs a --reason');
  return {
    ...(from === undefined ? {} : { from: heightOf(from) }),
    ...(to === undefined ? {} : { to: heightOf(to) }),
    ...(rebuild === undefined ? {} : { rebuild }),
    reason,
  };
}

async function withTrail<T>(urls: SystemUrls, work: (trail: AuditTrail) => Promise<T>): Promise<T> {
  const source = createDataSource({
    databaseUrl: urls.databaseUrl,
    databaseStatementTimeoutMs: STATEMENT_TIMEOUT_MS,
  });
  const redis = new Redis(urls.redisUrl, { lazyConnect: true, maxRetriesPerRequest: 2 });
  redis.on('error', () => undefined);
  try {
    await Promise.all([source.initialize(), redis.connect()]);
    const { folder = null, publicKeys = [] } = urls.audit ?? {};
    const { redisKeyPrefix } = urls;
    return await work(new AuditTrail({ source, redis, redisKeyPrefix, folder, publicKeys }));
  } finally {
    redis.disconnect();
    if (source.isInitialized) await source.destroy();
  }
}

function show(report: AuditReport): number {
  const { blocks, records, copies, findings } = report;
  for (const finding of findings) console.log(`✗ ${findingText(finding)}`);
  if (!report.areSignaturesChecked)
    console.log('  signatures were not checked: AUDIT_PUBLIC_KEYS is not set');
  if (!copies.includes('files')) console.log('  files were not looked at: AUDIT_DIR is not set');
  const tampered = findings.filter(isTampering).length;
  const lost = findings.filter(({ fault }) => fault === 'lost').length;
  const verdict = [
    ...(tampered > 0 ? [`${tampered} signs of tampering`] : []),
    ...(lost > 0 ? [`${lost} lost blocks: --rebuild writes them anew`] : []),
  ];
  console.log(
    `verify-audit: ${verdict.join('; ') || 'clean'} (${blocks} blocks, ${records} records, ${copies.join(', ')})`,
  );
  if (tampered > 0) return 1;
  return lost > 0 ? 3 : 0;
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const found = await findSystem();
  console.log(`verify-audit: looking at ${found.where}`);
  try {
    return await withTrail(found.urls, async (trail) => {
      const { rebuild, reason, ...range } = options;
      if (rebuild === undefined) return show(await trail.compare({ ...range, onProgress }));
      const order = { actorId: userInfo().username, actorRole: 'operator', reason };
      const written = await trail.rebuild(rebuild, order);
      console.log(`verify-audit: ${written} blocks of the ${rebuild} were written anew`);
      return 0;
    });
  } finally {
    await found.close();
  }
}

function onProgress(done: number, total: number): void {
  if (process.stderr.isTTY && (done % SHOW_EVERY_BLOCKS === 0 || done === total))
    process.stderr.write(`\r${done} of ${total} blocks${done === total ? '\n' : ''}`);
}

main().then(
  (code) => process.exit(code),
  (cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const isUsage = cause instanceof UsageError || (cause instanceof TypeError && 'code' in cause);
    console.error(`verify-audit: ${reason}${isUsage ? `\n${USAGE}` : ''}`);
    process.exit(2);
  },
);
