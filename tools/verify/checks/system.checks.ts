import { Keys } from '@cardroom/cache';
import { recordOf, type StoredRecord } from '@cardroom/packing';
import type { EntityManager } from 'typeorm';

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

/** An entry of a log; null where it is none. */
function entryOf(text: string): LoggedEntry | null {
  try {
    const entry = JSON.parse(text) as Partial<LoggedEntry> | null;
    const { version, token } = entry ?? {};
    return isWhole(version) && isWhole(token) ? { version, token } : null;
  } catch {
    return null;
  }
}

/** Where a log does not rise by one, its token falls, or an entry cannot be read. */
function logFindings(tableId: string, texts: readonly string[]): string[] {
  const entries = texts.map(entryOf);
  return entries.flatMap((entry, index) => {
    if (entry === null) return [`table ${tableId}: entry ${index} of its log cannot be read`];
    const before = entries[index - 1] ?? null;
    if (before === null) return [];
    const { version, token } = entry;
    const isNext = version === before.version + 1 && token >= before.token;
    return isNext ? [] : [`table ${tableId} version ${version} after ${before.version}`];
  });
}

const versions: Check = {
  invariant: 'I6',
  rule: 'versions of a table rise by one, tokens never fall',
  run: async (evidence) => {
    const logs = await logsOf(evidence);
    const findings = [...logs].flatMap(([tableId, entries]) => logFindings(tableId, entries));
    return { looked: `${logs.size} logs`, findings: findings.slice(0, MAX_FINDINGS) };
  },
};

/** Properties that would hold a hidden card, were they anywhere outside the dealer. */
const SECRET_PROPERTY = /"(?:deck|holeCards|hole_cards|seed|salts?)"\s*:/;

/** What a job may carry: an id, a count, a week, a day, or words such as `email` and `new_device`. */
const PLAIN_VALUE =
  '^([0-9a-f-]{36}|[0-9]{1,15}|[0-9]{4}-W[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[a-z]{4,}|[a-z]+([._][a-z]+)+)$';

const HANDS_PER_CHUNK = 1_000;

/** Records are packed: they are opened a chunk at a time, so that any number of them fits. */
async function secretsInHands(manager: EntityManager): Promise<string[]> {
  const findings: string[] = [];
  let after = '00000000-0000-0000-0000-000000000000';
  while (findings.length < MAX_FINDINGS) {
    const hands = await manager.query<({ readonly id: string } & StoredRecord)[]>(
      'SELECT id, record, archive FROM hands WHERE id > $1 ORDER BY id LIMIT $2',
      [after, HANDS_PER_CHUNK],
    );
    const last = hands.at(-1);
    if (last === undefined) break;
    const open = hands.filter((hand) => SECRET_PROPERTY.test(JSON.stringify(recordOf(hand))));
    findings.push(...open.map(({ id }) => `hand ${id}`));
    after = last.id;
  }
  return findings.slice(0, MAX_FINDINGS);
}

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
      `SELECT 'outbox row ' || id AS what FROM outbox
       WHERE EXISTS (SELECT 1 FROM jsonb_each_text(payload) e WHERE e.value !~ '${PLAIN_VALUE}')
       LIMIT ${MAX_FINDINGS}`,
    );
    const inHands = await secretsInHands(manager);
    return {
      looked: `${logs.size} logs, all records of hands and outbox rows`,
      findings: [...inLogs, ...inHands, ...inRows.map(({ what }) => what)],
    };
  },
};

/**
 * Work may wait this long before it counts as stuck. Time is that of the newest row, not of a clock:
 * at rest nothing is done, and nothing is late.
 */
const STUCK_AFTER_SECONDS = 300;

const outbox = sqlCheck({
  invariant: 'I10',
  rule: 'the outbox drains and nothing was given up',
  noun: 'outbox rows',
  count: 'SELECT count(*) FROM outbox',
  broken: `
    SELECT 'outbox row ' || o.id || CASE WHEN o.dead_at IS NULL THEN ' waits' ELSE ' was given up' END
    FROM outbox o, (SELECT max(greatest(created_at, dispatched_at, done_at)) AS at FROM outbox) newest
    WHERE o.done_at IS NULL AND (o.dead_at IS NOT NULL
      OR o.created_at < newest.at - interval '${STUCK_AFTER_SECONDS} seconds')`,
});

export const depositEvents = sqlCheck({
  invariant: 'I10',
  rule: 'events of the payment gateway are worked off, and what they credited is there',
  noun: 'deposit events',
  count: 'SELECT count(*) FROM webhook_events',
  broken: `
    SELECT 'deposit event ' || e.event_id || ' waits' FROM webhook_events e,
      (SELECT max(greatest(received_at, processed_at)) AS at FROM webhook_events) newest
    WHERE e.processed_at IS NULL
      AND e.next_try_at < newest.at - interval '${STUCK_AFTER_SECONDS} seconds'
    UNION ALL
    SELECT 'deposit ' || d.id || ' is credited without its transfer' FROM deposits d
    LEFT JOIN ledger_transfers t ON t.id = d.transfer_id AND t.type = 'crypto_deposit'
    WHERE d.status = 'credited' AND t.id IS NULL`,
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
      FROM hand_seats p JOIN processed_hands d ON d.hand_id = p.hand_id
      JOIN hands h ON h.id = p.hand_id AND h.outcome = 'settled'
      GROUP BY p.user_id) c
    WHERE counted <> played`,
});

export const SYSTEM_CHECKS: readonly Check[] = [
  versions,
  secrets,
  outbox,
  depositEvents,
  statistics,
];
