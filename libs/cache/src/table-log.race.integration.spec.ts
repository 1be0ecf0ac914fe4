import { randomInt, randomUUID } from 'node:crypto';

import { pick, seededRandom, wholeBetween, type Random } from '@cardroom/testing';

import { claimOf, commitOf, INCARNATION, TestRedis } from './cache.builder';
import { TableLog, type CommitOutcome, type LogEntry } from './index';

const test = new TestRedis();
afterAll(() => {
  test.close();
});

const newLog = async (): Promise<TableLog> => new TableLog(await test.connect(), test.keys);

describe('F25 two owners of one table', () => {
  it('with one token: exactly one wins each version', async () => {
    const tableId = randomUUID();
    const logs = [await newLog(), await newLog()];
    await logs[0]?.claim(claimOf(tableId));
    for (let version = 0; version < 50; version += 1) {
      const outcomes = await Promise.all(
        logs.map((log) => log.commit(commitOf({ tableId, expectedVersion: version }))),
      );
      const statuses = outcomes.map(({ status }) => status).sort();
      expect(statuses).toEqual(['committed', 'conflict']);
    }
  });

  it('with two tokens: the older one never commits again', async () => {
    const tableId = randomUUID();
    const [older, newer] = [await newLog(), await newLog()];
    await older.claim(claimOf(tableId, 1));
    await older.commit(commitOf({ tableId, token: 1 }));
    const [claimed, ...late] = await Promise.all([
      newer.claim(claimOf(tableId, 2)),
      ...[1, 2, 3, 4].map((version) =>
        older.commit(commitOf({ tableId, token: 1, expectedVersion: version })),
      ),
    ]);
    expect(claimed.status).toBe('claimed');
    const afterwards = await older.commit(commitOf({ tableId, token: 1, expectedVersion: 5 }));
    expect(afterwards).toEqual({ status: 'fenced', token: 2 });
    const loaded = await newer.load(tableId);
    const committed = late.filter(({ status }) => status === 'committed');
    expect(loaded?.version).toBe(1 + committed.length);
  });
});

/** An owner as a node has one: what it believes may be out of date. */
class Owner {
  version = 0;
  total = 0;
  isFenced = false;

  constructor(
    readonly log: TableLog,
    readonly tableId: string,
    readonly token: number,
  ) {}

  async reload(): Promise<void> {
    const loaded = await this.log.load(this.tableId);
    if (loaded === null) throw new Error('the table is gone');
    const before = (loaded.checkpoint?.state ?? { total: 0 }) as { total: number };
    const added = (loaded.entries as LogEntry<number>[]).flatMap(({ events }) => events);
    this.total = added.reduce((sum, amount) => sum + amount, before.total);
    this.version = loaded.version;
  }

  async commit(amount: number, how: { cmdId: string | null; isBetweenHands: boolean }) {
    const { tableId, token, version } = this;
    const total = this.total + amount;
    const { cmdId, isBetweenHands } = how;
    const outcome = await this.log.commit(
      commitOf({
        ...{ tableId, token, expectedVersion: version },
        entry: { atMs: 1, requestId: 'r', events: [amount] },
        ...(cmdId === null ? {} : { command: { cmdId, fingerprint: 'f', answer: version + 1 } }),
        ...(isBetweenHands ? { checkpoint: { total } } : {}),
      }),
    );
    if (outcome.status === 'committed') Object.assign(this, { total, version: outcome.version });
    if (outcome.status === 'fenced') this.isFenced = true;
    return outcome;
  }
}

/** What Redis has accepted, by the answers it gave. */
class Witness {
  readonly versions = new Map<number, { token: number; amount: number }>();
  private readonly answers = new Map<string, number>();

  see(owner: Owner, outcome: CommitOutcome, given: { amount: number; cmdId: string | null }): void {
    if (outcome.status === 'committed') {
      expect(this.versions.has(outcome.version)).toBe(false);
      this.versions.set(outcome.version, { token: owner.token, amount: given.amount });
      if (given.cmdId === null) return;
      expect(this.answers.has(given.cmdId)).toBe(false);
      this.answers.set(given.cmdId, outcome.version);
    }
    if (outcome.status === 'repeated') {
      expect(outcome.answer).toBe(this.answers.get(given.cmdId ?? ''));
    }
  }

  get total(): number {
    return [...this.versions.values()].reduce((sum, { amount }) => sum + amount, 0);
  }
}

async function oneStep(random: Random, owners: Owner[], witness: Witness): Promise<void> {
  const round = owners.map(async (owner) => {
    if (random() < 0.2) return;
    if (random() < 0.3) await owner.reload();
    const amount = wholeBetween(random, 1, 1_000);
    const cmdId = random() < 0.5 ? `c${wholeBetween(random, 1, 60)}` : null;
    const outcome = await owner.commit(amount, { cmdId, isBetweenHands: random() < 0.1 });
    witness.see(owner, outcome, { amount, cmdId });
  });
  await Promise.all(round);
}

describe('I6 random interleavings of two owners and a third who takes over', () => {
  const seeds = Array.from({ length: 12 }, () => randomInt(2 ** 31));

  it.each(seeds)('keep every version, once, in the order of the tokens: seed %i', async (seed) => {
    const random = seededRandom(seed);
    const tableId = randomUUID();
    const logs = [await newLog(), await newLog()];
    const owners = logs.map((log, index) => new Owner(log, tableId, index + 1));
    for (const owner of owners) await owner.log.claim(claimOf(tableId, owner.token));
    const witness = new Witness();
    for (let step = 0; step < 60; step += 1) {
      if (step === 20) {
        const next = new Owner(pick(random, logs) ?? (await newLog()), tableId, 3);
        owners.push(next);
        expect((await next.log.claim(claimOf(tableId, 3))).status).toBe('claimed');
      }
      await oneStep(random, owners, witness);
    }
    const numbers = [...witness.versions.keys()].sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from(numbers, (_, index) => index + 1));
    const tokens = numbers.map((version) => witness.versions.get(version)?.token ?? 0);
    expect(tokens).toEqual([...tokens].sort((a, b) => a - b));
    expect(owners[0]?.isFenced).toBe(true);
    const [last] = owners.slice(-1);
    await last?.reload();
    expect([last?.version, last?.total]).toEqual([numbers.length, witness.total]);
    expect((await last?.log.load(tableId))?.incarnation).toBe(INCARNATION);
  });
});
