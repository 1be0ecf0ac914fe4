import { Keys } from '@cardroom/cache';

import { MAX_FINDINGS, sqlCheck, type Check, type Evidence } from './check';

interface LoggedEntry {
  readonly version: number;
  readonly token: number;
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

async function logsOf({
  manager,
  redis,
  redisKeyPrefix,
}: Evidence): Promise<Map<string, string[]>> {
  const keys = new Keys(redisKeyPrefix);
  const tables = await manager.query<{ id: string }[]>('SELECT id FROM tables');
  const logs = new Map<string, string[]>();
  for (const { id } of tables) {
    const entries = await redis.lrange(keys.tableLog(id), 0, -1);
    if (entries.length > 0) logs.set(id, entries);
  }
  return logs;
}

/** Where a log does not rise by one, or its token falls. */
export function logFindings(tableId: string, entries: readonly LoggedEntry[]): string[] {
  return entries.flatMap((entry, index) => {
    const before = entries[index - 1];
    if (before === undefined) return [];
    const isNext = isWhole(entry.version) && entry.version === before.version + 1;
    if (isNext && entry.token >= before.token) return [];
    return [`table ${tableId} version ${entry.version} after ${before.version}`];
  });
}

const versions: Check = {
  invariant: 'I6',
  rule: 'versions of a table rise by one, tokens never fall',
  run: async (evidence) => {
    const logs = await logsOf(evidence);
    const findings = [...logs].flatMap(([tableId, entries]) =>
      logFindings(
        tableId,
        entries.map((entry) => JSON.parse(entry) as LoggedEntry),
      ),
    );
    return { looked: `${logs.size} logs`, findings: findings.slice(0, MAX_FINDINGS) };
  },
};

/** Properties that would hold a hidden card, were they anywhere outside the dealer. */
const SECRET_PROPERTY = /"(?:deck|holeCards|hole_cards|seed|salts?)"\s*:/;

const secrets: Check = {
  invariant: 'I8',
  rule: 'no deck, seed or hole card rests unsealed in logs, jobs and archives',
  run: async (evidence) => {
    const { manager } = evidence;
    const logs = await logsOf(evidence);
    const inLogs = [...logs].flatMap(([tableId, entries]) =>
      entries.some((entry) => SECRET_PROPERTY.test(entry)) ? [`log of table ${tableId}`] : [],
    );
    const inRows = await manager.query<{ what: string }[]>(
      `SELECT 'hand ' || id AS what FROM hands WHERE archive::text ~ $1
       UNION ALL SELECT 'outbox row ' || id FROM outbox
       WHERE EXISTS (SELECT 1 FROM jsonb_each_text(payload) e WHERE e.value !~ '^[0-9a-f-]{36}$')
       LIMIT ${MAX_FINDINGS}`,
      [SECRET_PROPERTY.source.replaceAll('(?:', '(')],
    );
    return {
      looked: `${logs.size} logs, all archives and outbox rows`,
      findings: [...inLogs, ...inRows.map(({ what }) => what)],
    };
  },
};

/** Work may wait this long before it counts as stuck. */
const STUCK_AFTER_SECONDS = 300;

const outbox = sqlCheck({
  invariant: 'I10',
  rule: 'the outbox drains and nothing was given up',
  noun: 'outbox rows',
  count: 'SELECT count(*) FROM outbox',
  broken: `
    SELECT 'outbox row ' || id || CASE WHEN dead_at IS NULL THEN ' waits' ELSE ' was given up' END
    FROM outbox WHERE done_at IS NULL
      AND (dead_at IS NOT NULL OR dispatched_at < now() - interval '${STUCK_AFTER_SECONDS} seconds')`,
});

const statistics = sqlCheck({
  invariant: 'I10',
  rule: 'statistics hold exactly the hands that were counted',
  noun: 'hands counted',
  count: 'SELECT count(*) FROM processed_hands',
  broken: `
    SELECT 'player ' || user_id || ' has ' || counted || ' hands, not ' || played FROM (
      SELECT p.user_id, count(*) AS played,
        coalesce((SELECT sum(s.hands) FROM player_day_stats s WHERE s.user_id = p.user_id), 0) AS counted
      FROM hand_players p JOIN processed_hands d ON d.hand_id = p.hand_id
      JOIN hands h ON h.id = p.hand_id AND h.outcome = 'settled'
      GROUP BY p.user_id) c
    WHERE counted <> played`,
});

export const SYSTEM_CHECKS: readonly Check[] = [versions, secrets, outbox, statistics];
