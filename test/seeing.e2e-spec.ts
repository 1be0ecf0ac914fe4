import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { PlayerClient } from '@cardroom/client';
import { Bot, Reaper, seedTables, startApps, until, type RunningApps } from '@cardroom/testing';
import { Client } from 'pg';
import { Redis } from 'ioredis';

import { DASHBOARDS } from '../tools/dashboards';
import { declaredMetrics } from '../tools/reference/declared-metrics';
import { buckets, parseMetrics, total, type Scrape } from '../tools/start/metrics';
import { startPrometheus, type RunningPrometheus } from './prometheus';
import { SentrySink } from './sentry-sink';
import { at, documentsOf, listAt } from './shipped-files';

jest.setTimeout(180_000);

const APPS = ['wallet-api', 'game-gateway', 'jobs'] as const;
const PLAYERS = 4;
const HANDS = 8;
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

/** Only where a replica is set. */
const CONDITIONAL = ['db_replica_behind_seconds'];

/** Planted where people put secrets; none may be found anywhere. */
const PLANTED = {
  password: `planted password ${randomUUID()}`,
  token: `planted-token-${randomUUID()}`,
  query: `planted-query-${randomUUID()}`,
  cookie: `planted-cookie-${randomUUID()}`,
} as const;

let apps: RunningApps;
let reaper: Reaper;
let sentry: SentrySink;
/** Keeps what a collector of traces would be sent. */
let traces: SentrySink;
let prometheus: RunningPrometheus | null;
let database: Client;
let seenTable: string;
let stillTable: string;
const clients: PlayerClient[] = [];
/** Hole cards of hands that were not shown, as their owners saw them. */
const hidden = new Map<string, string>();
/** A table where nobody acts: its hand is being played while everything is looked at. */
const STILL = 'Still';
const PATIENCE = { timeoutMs: 90_000, everyMs: 200 };

const count = async (sql: string): Promise<number> => {
  const { rows } = await database.query<{ n: number }>(`SELECT (${sql})::int AS n`);
  return rows[0]?.n ?? 0;
};

function newClient(place: number): PlayerClient {
  const client = new PlayerClient({
    walletApiUrl: apps.walletApiUrl,
    gatewayUrl: apps.gatewayUrl,
    email: `seen${place}@e2e.example`,
    nickname: `Seen ${place}`,
    password: PLANTED.password,
    address: `10.9.0.${place + 1}`,
  });
  client.on('table', ({ cards }) => {
    if (cards !== null) hidden.set(`${cards.handId} ${client.userId}`, cards.cards.join(''));
  });
  clients.push(client);
  return client;
}

/** Calls that carry secrets and go wrong in every way that has an answer. */
async function plantSecrets(): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${PLANTED.token}`,
    cookie: `session=${PLANTED.cookie}`,
  };
  for (const url of APPS.map((app) => apps.group.url(app))) {
    const body = JSON.stringify({ email: 'a@b.example', password: PLANTED.password });
    for (const [method, path] of [
      ['GET', `/api/v1/wallet/balance?token=${PLANTED.query}`],
      ['GET', `/nowhere?secret=${PLANTED.query}`],
      ['POST', '/api/v1/auth/login'],
      ['POST', '/api/v1/wallet/webhook/deposit'],
    ] as const) {
      const response = await fetch(url + path, {
        method,
        headers,
        ...(method === 'POST' ? { body } : {}),
      });
      answers.push(await response.text());
    }
    const cut = await fetch(`${url}/api/v1/auth/login`, {
      method: 'POST',
      headers,
      body: `{"password": "${PLANTED.password}`,
    });
    answers.push(await cut.text());
  }
}
const answers: string[] = [];

async function playHands(): Promise<void> {
  const bots = Array.from(
    { length: PLAYERS },
    (_, place) =>
      new Bot({
        ...{ client: newClient(place), seed: seed + place, seatsLeftFree: 0 },
        tableIds: [seenTable],
        thinkMs: { min: 1, max: 10 },
      }),
  );
  bots.forEach((bot) => bot.start());
  await until('hands', async () => (await count('SELECT count(*) FROM hands')) >= HANDS, PATIENCE);
  await Promise.all(bots.map((bot) => bot.stop()));
}

/** Two players hold cards, and the first of them thinks. Returns the cards. */
async function holdCards(): Promise<string[]> {
  const followers = await Promise.all(
    [0, 1].map(async (seat) => {
      const client = newClient(PLAYERS + seat);
      await client.enter();
      await client.account.faucet(1_000_000);
      await client.connect();
      const follower = await client.watch(stillTable);
      expect(await client.sit(stillTable, { seat, buyInKrw: 100_000 })).toMatchObject({ ok: true });
      return follower;
    }),
  );
  const held = (): string[] => followers.flatMap(({ holeCards }) => holeCards ?? []);
  await until('cards are dealt', () => held().length === 4, PATIENCE);
  return held();
}

const scrapes = async (): Promise<Map<string, { text: string; scrape: Scrape }>> =>
  new Map(
    await Promise.all(
      APPS.map(async (app) => {
        const text = await (await fetch(`${apps.group.url(app)}/metrics`)).text();
        return [app, { text, scrape: parseMetrics(text) }] as const;
      }),
    ),
  );

beforeAll(async () => {
  sentry = await SentrySink.start();
  traces = await SentrySink.start();
  reaper = await Reaper.start();
  apps = await startApps({
    env: {
      ...{ LOG_LEVEL: 'debug', SENTRY_DSN: sentry.dsn },
      OTLP_TRACES_URL: new URL('/v1/traces', new URL(traces.dsn).origin).href,
    },
    seed: async (databaseUrl) => {
      const stakes = {
        ...{ name: 'seen', smallBlindKrw: 500, bigBlindKrw: 1_000 },
        ...{ rakeBp: 500, rakeCapKrw: 3_000 },
      };
      const clock = { actionTimeoutMs: 3_000, timeBankMs: 500, showdownPauseMs: 40 };
      const tables = [
        { name: 'Seen', stakes, maxSeats: 6, ...clock },
        { name: STILL, stakes, maxSeats: 2, ...clock, actionTimeoutMs: 60_000 },
      ];
      [seenTable = '', stillTable = ''] = await seedTables(databaseUrl, tables);
    },
  });
  const targets = Object.fromEntries(APPS.map((app) => [app, apps.group.url(app)]));
  prometheus = await startPrometheus(targets, reaper);
  database = new Client({ connectionString: apps.databaseUrl });
  await database.connect();
  await playHands();
  await plantSecrets();
  await until(
    'the outbox drains',
    async () => (await count('SELECT count(*) FROM outbox WHERE done_at IS NULL')) === 0,
    PATIENCE,
  );
  // Two more scrapes: rates need two samples after the last event.
  await sleep(2_500);
});

afterAll(async () => {
  clients.forEach((client) => client.disconnect());
  await database.end();
  await prometheus?.process.stop();
  await apps.stop();
  await reaper.release();
  sentry.stop();
  traces.stop();
});

describe('the metrics of running apps', () => {
  const declared = declaredMetrics();

  it('are those of docs/reference/metrics.md, each in at least one app', async () => {
    const texts = [...(await scrapes()).values()].map(({ text }) => text);
    const given = new Map(
      texts.flatMap((text) =>
        [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => [
          name,
          type,
        ]),
      ),
    );
    const ours = [...given].filter(([name]) => !/^(process|nodejs)_/.test(name));
    const listed = new Map<string, string>(declared.map(({ name, type }) => [name, type]));
    expect(ours.filter(([name, type]) => listed.get(name) !== type)).toEqual([]);
    const missing = [...listed.keys()].filter((name) => !given.has(name));
    expect(missing.filter((name) => !CONDITIONAL.includes(name))).toEqual([]);
  });

  it('have the labels of the page, with few values each', async () => {
    const labelsOf = new Map(declared.map(({ name, labels }) => [name, labels]));
    for (const { scrape } of (await scrapes()).values()) {
      for (const [sample, samples] of scrape) {
        const labels =
          labelsOf.get(sample) ?? labelsOf.get(sample.replace(/_(bucket|sum|count)$/, ''));
        if (labels === undefined) continue;
        for (const each of samples) {
          const names = Object.keys(each.labels).filter((name) => name !== 'le');
          expect(labels).toEqual(expect.arrayContaining(names));
        }
        expect([sample, samples.length < 1_500]).toEqual([sample, true]);
      }
    }
  });

  it('count what happened: players, hands, actions, won, rake, requests', async () => {
    const all = await scrapes();
    const gateway = all.get('game-gateway')?.scrape ?? new Map();
    const wallet = all.get('wallet-api')?.scrape ?? new Map();
    expect(total(gateway, 'hands_total')).toBe(await count('SELECT count(*) FROM hands'));
    expect(total(gateway, 'rake_krw_total')).toBe(await count('SELECT sum(rake_krw) FROM hands'));
    expect(total(gateway, 'transactions_total_amount')).toBeGreaterThan(0);
    expect(total(wallet, 'transactions_total_amount')).toBe(
      await count(
        `SELECT sum(amount_krw) FROM ledger_entries e JOIN ledger_transfers t ON t.id = e.transfer_id
         WHERE e.amount_krw > 0 AND t.type = 'crypto_deposit'`,
      ),
    );
    for (const name of ['action', 'commit', 'settlement']) {
      const counted = buckets(gateway, `${name}_duration_seconds`).get(Infinity) ?? 0;
      expect([name, counted >= HANDS]).toEqual([name, true]);
    }
    expect(total(wallet, 'http_request_duration_seconds_count')).toBeGreaterThan(10);
    expect(total(wallet, 'cache_requests_total')).toBeGreaterThan(0);
    for (const { scrape } of all.values()) {
      expect(total(scrape, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
      expect(total(scrape, 'invariant_violations_total')).toBe(0);
      expect(scrape.has('db_connection_pool_waiting')).toBe(true);
    }
  });
});

describe('a real Prometheus', () => {
  const rule = (title: string, check: (running: RunningPrometheus) => Promise<void>): void => {
    it(title, async () => {
      if (prometheus === null) process.stderr.write(`skipped, no Prometheus: ${title}\n`);
      else await check(prometheus);
    });
  };

  rule('answers every query of every dashboard, with data where there must be some', async (it) => {
    const faults: string[] = [];
    for (const [name, { panels }] of Object.entries(DASHBOARDS)) {
      for (const { title, queries } of panels) {
        for (const { expr, mayBeEmpty = false } of queries) {
          const { status, error, data } = await it.ask(expr);
          const isEmpty = (data?.result ?? []).length === 0;
          if (status !== 'success') faults.push(`${name}, ${title}: ${error ?? ''}: ${expr}`);
          else if (isEmpty && !mayBeEmpty) faults.push(`${name}, ${title}: no data: ${expr}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  rule('evaluates every rule, and no alert of a broken system fires', async (it) => {
    const response = await fetch(`${it.url}/api/v1/rules`);
    const rules = listAt(await response.json(), 'data', 'groups').flatMap((group) =>
      listAt(group, 'rules'),
    );
    const shipped = ['alerts.yml', 'recording.yml'].flatMap((file) =>
      listAt(documentsOf(`deploy/prometheus/${file}`)[0], 'groups').flatMap((group) =>
        listAt(group, 'rules'),
      ),
    );
    expect(rules).toHaveLength(shipped.length);
    expect(rules.filter((each) => at(each, 'health') !== 'ok')).toEqual([]);
    const firing = rules
      .filter(
        (each) => at(each, 'state') === 'firing' && at(each, 'labels', 'severity') === 'critical',
      )
      .map((each) => at(each, 'name'));
    // A machine under load may make the answers slow; nothing else may be wrong.
    expect(firing.filter((name) => !/Slow|Burn/.test(String(name)))).toEqual([]);
  });
});

describe('#76 what was planted', () => {
  /** Everything that the apps have said or kept in the open. */
  async function outputs(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const app of APPS) {
      found.set(`log of ${app}`, readFileSync(join(apps.logDir, `${app}.log`), 'utf8'));
    }
    for (const [app, { text }] of await scrapes()) found.set(`metrics of ${app}`, text);
    found.set('reports to Sentry', sentry.reports.join('\n'));
    found.set('traces', traces.reports.join('\n'));
    found.set('answers', answers.join('\n'));
    const redis = new Redis(apps.redisUrl);
    const kept: string[] = [];
    for (const key of await redis.keys(`*${apps.redisKeyPrefix}*`)) {
      kept.push(`${key} ${await valueOf(redis, key)}`);
    }
    await redis.quit();
    found.set('Redis', kept.join('\n'));
    return found;
  }

  /** In words, whatever it is: a dump would be compressed. */
  async function valueOf(redis: Redis, key: string): Promise<string> {
    switch (await redis.type(key)) {
      case 'hash':
        return JSON.stringify(await redis.hgetall(key));
      case 'list':
        return JSON.stringify(await redis.lrange(key, 0, -1));
      case 'zset':
        return JSON.stringify(await redis.zrange(key, 0, -1));
      case 'set':
        return JSON.stringify(await redis.smembers(key));
      case 'stream':
        return JSON.stringify(await redis.xrange(key, '-', '+'));
      default:
        return (await redis.get(key)) ?? '';
    }
  }

  it('is in no log, metric, report, answer or open key', async () => {
    const secrets = { ...PLANTED, ...apps.secrets };
    const found = await outputs();
    expect(found.get('log of wallet-api')?.length).toBeGreaterThan(1_000);
    for (const [place, text] of found) {
      for (const [name, secret] of Object.entries(secrets)) {
        // What is public may be anywhere.
        if (/public/i.test(name)) continue;
        expect([place, name, text.includes(secret)]).toEqual([place, name, false]);
      }
    }
  });

  it('names no card that a player held: logs have no cards at all', async () => {
    expect(hidden.size).toBeGreaterThan(HANDS);
    for (const [place, text] of await outputs()) {
      if (place === 'Redis') continue;
      expect([place, /"(cards|holeCards|deck|hole)":\s*(\[\s*[\d"]|")/.test(text)]).toEqual([
        place,
        false,
      ]);
    }
  });

  /** Ids and hashes have the letters of two cards by chance, such as 7c and 8d. */
  const withoutIds = (text: string): string =>
    text.replace(/\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,})\b/g, 'an id');

  it('I8 no card of a hand that is being played is anywhere but at its owner', async () => {
    const cards = await holdCards();
    const [first = '', second = '', third = '', fourth = ''] = cards;
    const pairs = [
      [first, second],
      [third, fourth],
    ].flatMap(([one = '', other = '']) => [`${one}${other}`, `${other}${one}`]);
    const written = (text: string): boolean =>
      [...pairs, ...pairs.map((pair) => `${pair.slice(0, 2)}","${pair.slice(2)}`)].some((each) =>
        withoutIds(text.replaceAll('\\', '')).includes(each),
      );
    // What is looked for is found where it may be.
    expect(written(JSON.stringify({ cards: [first, second] }))).toBe(true);
    expect(written(`{"id":"0123456789abcdef","held":"${first}${second}"}`)).toBe(true);
    const found = await outputs();
    const ofTable = (found.get('Redis') ?? '')
      .split('\n')
      .filter((line) => line.includes(`{t:${stillTable}}`));
    expect(ofTable.some((line) => line.includes('cards_dealt'))).toBe(true);
    for (const [place, text] of [...found, ['Redis of the table', ofTable.join('\n')] as const]) {
      // Elsewhere in Redis are hands that are over, with what was shown of them.
      if (place === 'Redis') continue;
      expect([place, written(text)]).toEqual([place, false]);
    }
    // Nobody has shown anything yet, and no board is dealt: nothing there is a card at all.
    expect(ofTable.filter((line) => /"[2-9TJQKA][cdhs]\\?"/.test(line))).toEqual([]);
    expect(ofTable.filter((line) => /cards\\?":\s*(\[\s*[\d"]|\\?")/i.test(line))).toEqual([]);
  });

  it('a hand that a command ended is one trace: socket, commit, settlement, job', async () => {
    const { rows } = await database.query<{ request_id: string }>(
      `SELECT request_id FROM outbox WHERE topic = 'hand.settled' ORDER BY created_at`,
    );
    const namesOf = (requestId: string): Set<string> => {
      const traceId = createHash('sha256').update(requestId).digest('hex').slice(0, 32);
      const names = traces.reports.flatMap((report) =>
        listAt(JSON.parse(report), 'resourceSpans').flatMap((each) =>
          listAt(each, 'scopeSpans').flatMap((scope) => listAt(scope, 'spans')),
        ),
      );
      return new Set(
        names
          .filter((span) => at(span, 'traceId') === traceId)
          .map((span) => String(at(span, 'name'))),
      );
    };
    const whole = ['socket command', 'commit', 'settlement', 'postgresql', 'job hand.settled'];
    await until(
      'a trace is whole',
      () =>
        rows.some(({ request_id }) => {
          const names = namesOf(request_id);
          return whole.every((name) => names.has(name));
        }),
      PATIENCE,
    );
  });

  it('one id goes from the socket to the ledger, the outbox and the job', async () => {
    const { rows } = await database.query<{ request_id: string; id: string }>(
      'SELECT request_id, id FROM outbox WHERE request_id IS NOT NULL ORDER BY created_at LIMIT 1',
    );
    const requestId = rows[0]?.request_id ?? 'none';
    const lines = readFileSync(join(apps.logDir, 'jobs.log'), 'utf8').split('\n');
    expect(lines.filter((line) => line.includes(`"requestId":"${requestId}"`))).not.toEqual([]);
  });
});
