import { setTimeout as wait } from 'node:timers/promises';

import type { AppName, RunningApps } from '@cardroom/testing';
import type { Client } from 'pg';

/** Held by the test while an app stands at a statement. */
const GATE = 4_242;

const TIMEOUT_MS = 45_000;

/** A statement of an app, by what it does to which table. */
export interface Statement {
  readonly verb: 'INSERT' | 'UPDATE';
  readonly table: string;
}

/** Asks until the condition holds. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('it did not come to hold');
    await wait(50);
  }
}

/** Kills apps at a statement: a trigger makes it wait, and who waits is killed. */
export class CrashGate {
  private constructor(
    private readonly apps: RunningApps,
    private readonly database: Client,
  ) {}

  static async build(apps: RunningApps, database: Client): Promise<CrashGate> {
    await database.query(`
      CREATE FUNCTION wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock_shared(${GATE});
        RETURN NEW;
      END $$`);
    return new CrashGate(apps, database);
  }

  /** Ends an app as a crash would when it comes to a statement, and starts it again. */
  async killedAt(
    app: AppName,
    { verb, table }: Statement,
    begin: () => Promise<unknown>,
  ): Promise<void> {
    await this.database.query(`SELECT pg_advisory_lock(${GATE})`);
    await this.database.query(
      `CREATE TRIGGER wait_at_gate BEFORE ${verb} ON ${table}
       FOR EACH ROW EXECUTE FUNCTION wait_at_gate()`,
    );
    const begun = begin().catch(() => undefined);
    await until(() => this.isSomebodyThere());
    await this.apps.group.kill(app);
    await begun;
    await this.database.query(`SELECT pg_advisory_unlock(${GATE})`);
    await until(async () => !(await this.isSomebodyThere()));
    await this.database.query(`DROP TRIGGER wait_at_gate ON ${table}`);
    await this.apps.group.start(app);
  }

  private async isSomebodyThere(): Promise<boolean> {
    const { rows } = await this.database.query(
      `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = ${GATE} AND NOT granted`,
    );
    return rows.length > 0;
  }
}
