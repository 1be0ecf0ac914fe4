import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { createTestDatabase, type TestDatabase } from '@cardroom/testing';
import pg from 'pg';
import type { DataSource } from 'typeorm';

import { CheckedPool, PoolBusyError } from './checked-pool';
import { createDataSource } from './data-source';
import { keptStatement } from './kept-statement';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

/** A line to PostgreSQL that can go dead: connections stay open and nothing comes through. */
class Line {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private isDead = false;
  opened = 0;

  constructor(private readonly target: URL) {
    this.server = createServer((near) => {
      this.opened += 1;
      const far = connect(Number(target.port), target.hostname);
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(from);
        let isCut = this.isDead;
        this.server.on('dead', () => (isCut = true));
        from.on('data', (chunk) => {
          if (!isCut) to.write(chunk);
        });
        from.on('close', () => to.destroy());
        from.on('error', () => to.destroy());
      }
    });
  }

  async open(): Promise<string> {
    this.server.setMaxListeners(0);
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.toString();
  }

  /** Connections made so far go silent for ever; new ones work unless all are to be dead. */
  goDead(forNewOnes: boolean): void {
    this.isDead = forNewOnes;
    this.server.emit('dead');
  }

  mend(): void {
    this.isDead = false;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }
}

describe('on a line that goes dead', () => {
  let line: Line;
  let url: string;

  beforeEach(async () => {
    line = new Line(new URL(database.url));
    url = await line.open();
  });

  afterEach(() => line.close());

  it('a query times out, its connection is thrown away and the next query works', async () => {
    const source = createDataSource({ databaseUrl: url, databaseStatementTimeoutMs: 100 });
    await source.initialize();
    await source.query('SELECT 1');
    line.goDead(false);
    await expect(source.query('SELECT 1')).rejects.toThrow('Query read timeout');
    expect(await source.query('SELECT 2 AS answer')).toEqual([{ answer: 2 }]);
    await source.destroy();
  });

  it('a transaction times out, and its connection is not lent again', async () => {
    const source = createDataSource({ databaseUrl: url, databaseStatementTimeoutMs: 100 });
    await source.initialize();
    const work = source.transaction(async (manager) => {
      await manager.query('SELECT 1');
      line.goDead(false);
      await manager.query('SELECT 1');
    });
    await expect(work).rejects.toThrow('Query read timeout');
    const pool = (source.driver as unknown as { master: pg.Pool }).master;
    expect(pool.totalCount).toBe(0);
    expect(await source.query('SELECT 2 AS answer')).toEqual([{ answer: 2 }]);
    await source.destroy();
  });

  it('waiting for a connection ends', async () => {
    line.goDead(true);
    const pool = new CheckedPool({ connectionString: url, connectionTimeoutMillis: 1_500 });
    await expect(pool.connect()).rejects.toThrow(/timeout/);
    line.mend();
    const client = await pool.connect();
    client.release();
    await pool.end();
  });

  it('connections that lay idle are all found out by one probe', async () => {
    const pool = new CheckedPool({ connectionString: url, max: 5, idleTimeoutMillis: 60_000 });
    pool.on('error', () => undefined);
    const clients = await Promise.all(Array.from({ length: 5 }, () => pool.connect()));
    for (const client of clients) client.release();
    line.goDead(false);
    // The pool measures how long they lay by a clock that only goes forward.
    const clock = jest.spyOn(performance, 'now');
    const laterMs = performance.now() + 60_000;
    clock.mockImplementation(() => laterMs);
    const startedMs = Date.now();
    const fresh = await pool.connect();
    expect((await fresh.query<{ answer: number }>('SELECT 3 AS answer')).rows[0]?.answer).toBe(3);
    expect(Date.now() - startedMs).toBeLessThan(4_000);
    expect(line.opened).toBe(6);
    clock.mockRestore();
    fresh.release();
    await pool.end();
  });
});

describe('a pool', () => {
  it('lends a connection that lay idle for a moment without a probe', async () => {
    const pool = new CheckedPool({ connectionString: database.url, max: 1 });
    const first = await pool.connect();
    const query = jest.spyOn(pg.Client.prototype, 'query');
    first.release();
    const second = await pool.connect();
    expect(second).toBe(first);
    expect(query).not.toHaveBeenCalled();
    query.mockRestore();
    second.release();
    await pool.end();
  });

  it('replaces a connection that the server has ended', async () => {
    const pool = new CheckedPool({ connectionString: database.url, max: 1 });
    pool.on('error', () => undefined);
    const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const other = new pg.Client({ connectionString: database.url });
    await other.connect();
    await other.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await other.end();
    await wait(100);
    expect((await pool.query('SELECT 1')).rowCount).toBe(1);
    await pool.end();
  });

  it('refuses at once when its waiting line is long', async () => {
    const pool = new CheckedPool({ connectionString: database.url, max: 1 });
    const held = await pool.connect();
    const waiting = Array.from({ length: 20 }, () => pool.connect());
    await wait(10);
    await expect(pool.connect()).rejects.toBeInstanceOf(PoolBusyError);
    held.release();
    for (const each of waiting) (await each).release();
    expect((await pool.query('SELECT 1')).rowCount).toBe(1);
    await pool.end();
  });
});

describe('values', () => {
  let source: DataSource;

  beforeAll(async () => {
    source = createDataSource({ databaseUrl: database.url });
    await source.initialize();
  });

  afterAll(() => source.destroy());

  it.each(['9007199254740991', '-9007199254740991', '0'])('bigint %s is a number', async (text) => {
    const rows = await source.query<unknown[]>('SELECT $1::bigint AS value', [text]);
    expect(rows).toEqual([{ value: Number(text) }]);
  });

  it.each(['9007199254740992', '-9223372036854775808'])(
    '#33 bigint %s is refused, never rounded, and the connection lives on',
    async (text) => {
      await expect(source.query('SELECT $1::bigint AS value', [text])).rejects.toThrow(
        'outside the safe integers',
      );
      expect(await source.query('SELECT 1 AS answer')).toEqual([{ answer: 1 }]);
    },
  );

  it('numeric and date stay text: neither fits a type of JavaScript', async () => {
    const rows = await source.query<unknown[]>(
      `SELECT 123456789012345678901234567890::numeric(78, 0) AS units, '2026-03-01'::date AS day`,
    );
    expect(rows).toEqual([{ units: '123456789012345678901234567890', day: '2026-03-01' }]);
  });

  it('times are instants', async () => {
    const [row] = await source.query<{ at: Date }[]>(
      `SELECT '2026-03-01T09:00:00+09:00'::timestamptz AS at`,
    );
    expect(row?.at.toISOString()).toBe('2026-03-01T00:00:00.000Z');
  });
});

describe('a statement that is marked to be kept', () => {
  it('is parsed once a connection, and others each time', async () => {
    const source = createDataSource({ databaseUrl: database.url, databasePoolSize: 1 });
    await source.initialize();
    try {
      for (const number of [1, 2]) {
        const kept = keptStatement('SELECT $1::int AS number');
        expect(await source.query(kept, [number])).toEqual([{ number }]);
        expect(await source.query('SELECT $1::int AS number', [number])).toEqual([{ number }]);
      }
      const known = await source.query<object[]>('SELECT statement FROM pg_prepared_statements');
      expect(known).toEqual([{ statement: keptStatement('SELECT $1::int AS number') }]);
    } finally {
      await source.destroy();
    }
  });
});
