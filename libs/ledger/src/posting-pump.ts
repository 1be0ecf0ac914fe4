import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { poolSizeOf, withRetries } from '@cardroom/database';
import {
  assertInvariant,
  BusinessError,
  counter,
  histogram,
  sampledGauge,
  Throughput,
  WorkLine,
} from '@cardroom/platform';
import { DataSource } from 'typeorm';

import { Ledger } from './ledger.service';
import {
  mayBeOneItem,
  PUMP_LIMITS,
  shareOf,
  unitLanesOf,
  type PumpLimits,
} from './posting-pump.rules';
import type { PostOutcome, TransferRequest } from './transfer-types';

interface Waiting {
  readonly transfer: TransferRequest;
  readonly sinceMs: number;
  readonly resolve: (outcome: PostOutcome) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Posts transfers that are transactions of their own: at once when nothing else is being posted, and
 * together with whatever came meanwhile under load. Rule: docs/rules/ledger.md §5.
 */
@Injectable()
export class PostingPump implements BeforeApplicationShutdown {
  private queue: Waiting[] = [];
  private running = 0;
  private sending = 0;
  private isDraining = false;
  private whenIdle: (() => void)[] = [];
  private readonly speed = new Throughput();
  private line: WorkLine | null = null;

  private readonly posted = counter(
    'ledger_pump_transfers_total',
    'Transfers that the pump took, by what became of them.',
    ['outcome'],
  );
  private readonly units = counter(
    'ledger_pump_units_total',
    'Transactions of money with rows of their own that asked to be let through: `begun` or `shed`.',
    ['outcome'],
  );
  private readonly batches = counter('ledger_pump_batches_total', 'Calls that posted a batch.');
  private readonly seconds = histogram('ledger_pump_seconds', 'From asking to the answer.');

  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
  ) {
    sampledGauge('ledger_pump_waiting', 'Transfers that wait for the pump.', () => this.waiting);
    sampledGauge(
      'ledger_pump_units_waiting',
      'Transactions of money that wait to be let through.',
      () => this.line?.waiting ?? 0,
    );
  }

  /** Transfers that no call has taken yet. */
  get waiting(): number {
    return this.queue.length;
  }

  protected get limits(): PumpLimits {
    return PUMP_LIMITS;
  }

  /**
   * Posts one transfer in a transaction of its own. It may be asked for again whatever happened: its
   * business key posts once.
   *
   * Errors: BusinessError SERVER_BUSY where too many wait or it has waited too long, with
   * `retryAfterSeconds`; SERVER_DRAINING. In both cases nothing was posted.
   */
  post(transfer: TransferRequest): Promise<PostOutcome> {
    if (this.isDraining) return Promise.reject(new BusinessError('SERVER_DRAINING'));
    if (this.queue.length >= this.limits.maxWaiting) return Promise.reject(this.busy());
    return new Promise((resolve, reject) => {
      this.queue.push({ transfer, sinceMs: performance.now(), resolve, reject });
      this.start();
    });
  }

  /**
   * Lets a transaction begin that posts beside rows of its own and can therefore not be put together
   * with others: a few at a time, so that what waits does so here and not in the pool. The work
   * takes one connection, and must not ask for admission itself.
   *
   * Errors: as of `post`, with the work not begun; whatever the work throws.
   */
  async admit<T>(work: () => Promise<T>): Promise<T> {
    if (this.isDraining) throw new BusinessError('SERVER_DRAINING');
    let outcome: 'begun' | 'shed' = 'shed';
    try {
      return await this.unitLine().run(() => {
        outcome = 'begun';
        return work();
      });
    } finally {
      this.units.inc({ outcome });
    }
  }

  /** Takes nothing more, and waits until everything that was taken is answered. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isDraining = true;
    await this.line?.idle();
    if (this.running === 0) return;
    await new Promise<void>((resolve) => this.whenIdle.push(resolve));
  }

  /** Made when it is first asked for: the pool's size is known by then. */
  private unitLine(): WorkLine {
    const { maxUnitsWaiting: maxWaiting, maxWaitMs } = this.limits;
    const maxRunning = unitLanesOf(poolSizeOf(this.source));
    this.line ??= new WorkLine({ maxRunning, maxWaiting, maxWaitMs });
    return this.line;
  }

  private start(): void {
    if (this.running >= this.limits.lanes) return;
    this.running += 1;
    // What is asked for in the same turn goes together.
    setImmediate(() => void this.runLane());
  }

  private async runLane(): Promise<void> {
    for (let batch = this.take(); batch.length > 0; batch = this.take()) {
      this.sending += 1;
      await this.send(batch);
      this.sending -= 1;
    }
    this.running -= 1;
    if (this.running > 0) return;
    for (const tell of this.whenIdle.splice(0)) tell();
  }

  /** What the next call posts: its share of those that wait, the oldest first. */
  private take(): Waiting[] {
    const { maxBatch, lanes, maxWaitMs } = this.limits;
    const share = shareOf(this.queue.length, lanes - this.sending);
    const batch = this.queue.splice(0, Math.min(share, maxBatch));
    const oldestMs = performance.now() - maxWaitMs;
    const [late, inTime] = [
      batch.filter(({ sinceMs }) => sinceMs < oldestMs),
      batch.filter(({ sinceMs }) => sinceMs >= oldestMs),
    ];
    for (const { reject } of late) reject(this.busy());
    return inTime.length > 0 || late.length === 0 ? inTime : this.take();
  }

  private async send(batch: readonly Waiting[]): Promise<void> {
    this.batches.inc();
    try {
      const outcomes = await this.call(batch);
      for (const [index, item] of batch.entries()) this.answer(item, outcomes[index]);
    } catch (cause) {
      if (batch.length > 1 && mayBeOneItem(cause)) {
        for (const item of batch) await this.send([item]);
        return;
      }
      for (const { reject } of batch) reject(cause);
      this.posted.inc({ outcome: 'failed' }, batch.length);
    }
  }

  private call(batch: readonly Waiting[]): Promise<PostOutcome[]> {
    const transfers = batch.map(({ transfer }) => transfer);
    // One statement is a transaction: no BEGIN, no COMMIT, one way there and back.
    return withRetries(() => this.ledger.post(this.source.manager, transfers));
  }

  private answer({ sinceMs, resolve }: Waiting, outcome: PostOutcome | undefined): void {
    assertInvariant(outcome !== undefined, 'every transfer of a batch has an outcome');
    this.posted.inc({ outcome: outcome.status });
    this.seconds.observe((performance.now() - sinceMs) / 1000);
    this.speed.count();
    resolve(outcome);
  }

  private busy(): BusinessError {
    this.posted.inc({ outcome: 'shed' });
    const retryAfterSeconds = this.speed.secondsFor(this.queue.length);
    return new BusinessError('SERVER_BUSY', { retryAfterSeconds });
  }
}
