import { createDataSource } from '@cardroom/database';
import {
  checkLedger,
  HoldRepository,
  Holds,
  IdempotentOperations,
  Ledger,
  PostingPump,
} from '@cardroom/ledger';
import { BusinessError } from '@cardroom/platform';
import { seededRandom } from '@cardroom/testing';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { LedgerModel, type Verdict } from './ledger-model';
import { anyStep, type Circle, type RealLedger, type Step } from './ledger-steps';

export interface SimulationOptions {
  readonly databaseUrl: string;
  readonly operations: number;
  readonly seed: number;
  /** Backends of PostgreSQL are killed about once in so many operations; 0 for never. */
  readonly crashEvery: number;
}

export interface SimulationReport {
  readonly operations: number;
  readonly accounts: number;
  readonly crashes: number;
  /** Tries that failed and were made again. */
  readonly retries: number;
  /** Where model and ledger differ; empty where they agree to the won. */
  readonly differences: readonly string[];
}

const CALLERS = 16;
const PLAYERS_EACH = 4;
const MAX_TRIES = 200;

/** Random operations of many callers at once, against the real ledger and a model of it. */
export async function simulateLedger(options: SimulationOptions): Promise<SimulationReport> {
  const source = createDataSource({ databaseUrl: options.databaseUrl, databasePoolSize: CALLERS });
  await source.initialize();
  try {
    return await new Simulation(source, options).run();
  } finally {
    await source.destroy();
  }
}

class Simulation {
  private readonly real: RealLedger;
  private readonly circles: readonly Circle[];
  private readonly differences: string[] = [];
  private done = 0;
  private crashes = 0;
  private retries = 0;

  constructor(
    private readonly source: DataSource,
    private readonly options: SimulationOptions,
  ) {
    const ledger = new Ledger();
    this.real = {
      ...{ source, ledger, pump: new PostingPump(source, ledger) },
      holds: new Holds(ledger, new HoldRepository()),
      operations: new IdempotentOperations(source),
    };
    this.circles = Array.from({ length: CALLERS }, (_, caller) =>
      newCircle(options.seed * CALLERS + caller),
    );
  }

  async run(): Promise<SimulationReport> {
    const users = this.circles.flatMap((circle) => circle.users);
    await this.source.query(
      `INSERT INTO users (id, email, email_key, nickname, nickname_key, password_hash)
       SELECT id, id::text, id::text, id::text, id::text, '' FROM unnest($1::uuid[]) id`,
      [users],
    );
    await Promise.all(this.circles.map((circle) => this.call(circle)));
    await this.compareBalances();
    const findings = await checkLedger(this.source.manager);
    const { done: operations, crashes, retries } = this;
    return {
      ...{ operations, crashes, retries },
      accounts: this.circles.reduce((sum, { model }) => sum + model.balances.size, 0),
      differences: [...this.differences, ...findings.map(({ what }) => what)],
    };
  }

  private async call(circle: Circle): Promise<void> {
    while (this.done < this.options.operations && this.differences.length === 0) {
      this.done += 1;
      const { crashEvery } = this.options;
      const isCrash = crashEvery > 0 && this.done % crashEvery === 0;
      const step = anyStep(circle);
      const [actual] = await Promise.all([this.tryUntilAnswered(step), isCrash && this.crash()]);
      if (actual.join() !== step.expected.join()) {
        this.differences.push(
          `${step.name}: the model says ${step.expected.join()}, it was ${actual.join()}`,
        );
      }
    }
  }

  private async tryUntilAnswered(step: Step): Promise<readonly Verdict[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await step.run(this.real);
      } catch (cause) {
        const isRule = cause instanceof BusinessError && cause.code !== 'IDEMPOTENCY_IN_PROGRESS';
        if (isRule || attempt >= MAX_TRIES) throw cause;
        this.retries += 1;
        await new Promise((resolve) => setTimeout(resolve, attempt));
      }
    }
  }

  /** Kills a backend of ours in the middle of whatever it does. */
  private async crash(): Promise<void> {
    try {
      const rows = await this.source.query<unknown[]>(
        `SELECT pg_terminate_backend(pid) FROM (
           SELECT pid FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid()
             AND (state = 'active' OR state = 'idle in transaction')
           ORDER BY random() LIMIT 1) victim`,
      );
      this.crashes += rows.length;
    } catch {
      // Another crash hit the one who kills.
    }
  }

  private async compareBalances(): Promise<void> {
    const rows = await this.source.query<{ name: string; krw: number }[]>(
      `SELECT o.kind || ':' || o.owner_key AS name, coalesce(h.balance_krw, a.balance_krw) AS krw
       FROM ledger_account_owners o JOIN ledger_accounts a ON a.id = o.account_id
       LEFT JOIN ledger_house_balances h ON h.account_id = o.account_id`,
    );
    const wanted = new Map<string, number>();
    for (const [name, balance] of this.circles.flatMap(({ model }) => [...model.balances])) {
      wanted.set(name, (wanted.get(name) ?? 0) + balance);
    }
    const actual = new Map(rows.map(({ name, krw }) => [name, krw]));
    for (const name of new Set([...wanted.keys(), ...actual.keys()])) {
      const [model, ledger] = [wanted.get(name) ?? 0, actual.get(name) ?? 0];
      if (model !== ledger) this.differences.push(`${name}: model ₩${model}, ledger ₩${ledger}`);
    }
    const counted = this.circles.reduce((sum, { model }) => sum + model.transfers.size, 0);
    const [row] = await this.source.query<{ n: number }[]>(
      'SELECT count(*) AS n FROM ledger_transfers',
    );
    if (row?.n !== counted) {
      this.differences.push(`the model has ${counted} transfers, the ledger ${row?.n ?? 0}`);
    }
  }
}

function newCircle(seed: number): Circle {
  const users = [uuidv7(), ...Array.from({ length: PLAYERS_EACH - 1 }, () => uuidv7())] as const;
  return {
    users,
    seats: new Map(users.map((userId) => [userId, uuidv7()])),
    random: seededRandom(seed),
    model: new LedgerModel(),
  };
}
