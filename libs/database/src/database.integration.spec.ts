import { setTimeout as wait } from 'node:timers/promises';

import { Module } from '@nestjs/common';
import { HealthRegistry, PlatformConfig, PlatformModule } from '@cardroom/platform';
import { createTestDatabase, type TestDatabase } from '@cardroom/testing';
import { NestFactory } from '@nestjs/core';
import { register } from 'prom-client';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { assertDurable, assertMigrated, createDataSource } from './data-source';
import { DatabaseModule } from './database.module';
import { SessionGuard } from './session-guard';
import { withTransaction } from './transaction';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  source = createDataSource({ databaseUrl: database.url, databasePoolSize: 10 });
  await source.initialize();
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

async function newSession(): Promise<{ userId: string; sessionId: string }> {
  const [userId, sessionId] = [uuidv7(), uuidv7()];
  await source.query(
    `INSERT INTO users (id, email, email_key, nickname, nickname_key, password_hash)
     VALUES ($1, 'e', $2, 'n', $2, 'h')`,
    [userId, userId],
  );
  await source.query(
    `INSERT INTO auth_sessions (id, user_id, user_agent, address, expires_at)
     VALUES ($1, $2, '', '', now() + interval '1 hour')`,
    [sessionId, userId],
  );
  return { userId, sessionId };
}

it('a deadlock of two transactions ends with both done', async () => {
  await source.query(`CREATE TABLE lockers (id int PRIMARY KEY, uses int NOT NULL)`);
  await source.query(`INSERT INTO lockers VALUES (1, 0), (2, 0)`);
  const use = (first: number, second: number) =>
    withTransaction(source, async (manager) => {
      await manager.query('UPDATE lockers SET uses = uses + 1 WHERE id = $1', [first]);
      await wait(50);
      await manager.query('UPDATE lockers SET uses = uses + 1 WHERE id = $1', [second]);
    });
  await Promise.all([use(1, 2), use(2, 1)]);
  expect(await source.query('SELECT id, uses FROM lockers ORDER BY id')).toEqual([
    { id: 1, uses: 2 },
    { id: 2, uses: 2 },
  ]);
});

it('work that throws leaves nothing behind', async () => {
  const id = uuidv7();
  const work = withTransaction(source, async (manager) => {
    await manager.query(`INSERT INTO processed_hands (hand_id) VALUES ($1)`, [id]);
    throw new Error('changed our mind');
  });
  await expect(work).rejects.toThrow('changed our mind');
  expect(await source.query('SELECT 1 FROM processed_hands WHERE hand_id = $1', [id])).toEqual([]);
});

it('a statement that takes too long is ended by the server, and the connection lives on', async () => {
  const hasty = createDataSource({ databaseUrl: database.url, databaseStatementTimeoutMs: 100 });
  await hasty.initialize();
  await expect(hasty.query('SELECT pg_sleep(5)')).rejects.toMatchObject({ code: '57014' });
  expect(await hasty.query('SELECT 1 AS answer')).toEqual([{ answer: 1 }]);
  await hasty.destroy();
});

describe('at the start', () => {
  it('a server that keeps what it acknowledges is taken', async () => {
    await expect(assertDurable(source)).resolves.toBeUndefined();
  });

  it('one that does not is refused by the name of the setting', async () => {
    const careless = createDataSource({
      databaseUrl: `${database.url}?options=-c%20synchronous_commit%3Doff`,
    });
    await careless.initialize();
    await expect(assertDurable(careless)).rejects.toThrow('synchronous_commit = off');
    await careless.destroy();
  });

  it('a schema with every migration is taken', async () => {
    await expect(assertMigrated(source)).resolves.toBeUndefined();
  });
});

describe('#88 a session', () => {
  it('lives until it is revoked', async () => {
    const guard = new SessionGuard(source);
    const session = await newSession();
    expect(await guard.check(session)).toEqual({
      ok: true,
      role: 'player',
      hasSecondFactor: false,
    });
    await source.query('UPDATE auth_sessions SET revoked_at = now() WHERE id = $1', [
      session.sessionId,
    ]);
    expect(await guard.check(session)).toEqual({ ok: false, code: 'SESSION_REVOKED' });
  });

  it('is found among many when it has ended, or its account is frozen', async () => {
    const guard = new SessionGuard(source);
    const [living, revoked, frozen] = [await newSession(), await newSession(), await newSession()];
    const end = 'UPDATE auth_sessions SET revoked_at = now() WHERE id = $1';
    await source.query(end, [revoked.sessionId]);
    await source.query(`UPDATE users SET status = 'frozen' WHERE id = $1`, [frozen.userId]);
    const unknown = uuidv7();
    const asked = [...[living, revoked, frozen].map(({ sessionId }) => sessionId), unknown];
    expect(await guard.endedOf(asked)).toEqual(
      new Set([revoked.sessionId, frozen.sessionId, unknown]),
    );
  });

  it('has the role that its user has now', async () => {
    const session = await newSession();
    await source.query(`UPDATE users SET role = 'risk' WHERE id = $1`, [session.userId]);
    const guard = new SessionGuard(source);
    expect(await guard.check(session)).toMatchObject({ role: 'risk' });
    await source.query(`UPDATE users SET role = 'player' WHERE id = $1`, [session.userId]);
    expect(await guard.check(session)).toMatchObject({ role: 'player' });
  });

  it.each([
    ['frozen', 'ACCOUNT_FROZEN'],
    ['closed', 'SESSION_REVOKED'],
  ])('of a %s account is %s', async (status, code) => {
    const session = await newSession();
    await source.query('UPDATE users SET status = $2 WHERE id = $1', [session.userId, status]);
    expect(await new SessionGuard(source).check(session)).toEqual({ ok: false, code: code });
  });

  it('that has expired, belongs to another or never was is SESSION_REVOKED', async () => {
    const guard = new SessionGuard(source);
    const [one, other] = [await newSession(), await newSession()];
    await source.query('UPDATE auth_sessions SET expires_at = now() WHERE id = $1', [
      one.sessionId,
    ]);
    expect(await guard.check(one)).toEqual({ ok: false, code: 'SESSION_REVOKED' });
    expect(await guard.check({ ...other, userId: one.userId })).toEqual({
      ok: false,
      code: 'SESSION_REVOKED',
    });
    expect(await guard.check({ ...other, sessionId: uuidv7() })).toEqual({
      ok: false,
      code: 'SESSION_REVOKED',
    });
  });
});

it('an app reports PostgreSQL and its schema, and measures its pool', async () => {
  const config = Object.assign(new PlatformConfig(), {
    logLevel: 'silent' as const,
    databaseUrl: database.url,
    databasePoolSize: 2,
    databaseMaxOverflow: 1,
  });

  @Module({ imports: [PlatformModule.forRoot({ app: 'jobs', config }), DatabaseModule.forRoot()] })
  class AppModule {}

  const app = await NestFactory.createApplicationContext(AppModule, { logger: false });
  const checks = app.get(HealthRegistry).checks();
  expect(checks.map((check) => check.name)).toEqual(['postgresql', 'migrations']);
  for (const { check } of checks) await check();

  const pooled = app.get(DataSource);
  const runners = Array.from({ length: 3 }, () => pooled.createQueryRunner());
  for (const runner of runners) await runner.connect();
  const fourth = pooled.query('SELECT 1');
  await wait(20);
  const metrics = await register.metrics();
  expect(metrics).toMatch(/^db_connection_pool_waiting 1$/m);
  expect(metrics).toMatch(/^db_connection_pool_used 3$/m);
  for (const runner of runners) await runner.release();
  await fourth;
  await app.close();
  await expect(checks[0]?.check()).rejects.toThrow();
});
