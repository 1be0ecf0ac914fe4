import { setTimeout as wait } from 'node:timers/promises';

import { Logger } from '@nestjs/common';
import type { TableLog } from '@cardroom/cache';
import {
  counter,
  histogram,
  InvariantError,
  runWithRequestId,
  sampledGauge,
  traced,
  type ErrorReporter,
} from '@cardroom/platform';

import type { TableFence } from '../fence/table-fence';
import { countRoots } from './deal-root.repository';
import { rootEndOf, type Settlement } from './finished-hand';
import type { SettlementRepository } from './settlement.repository';

/** A table pauses when this many of its hands wait for PostgreSQL. */
export const MAX_BACKLOG_HANDS = 20;

const FIRST_PAUSE_MS = 200;
const MAX_PAUSE_MS = 5_000;

/** What waits for PostgreSQL in this process, and since when; the oldest comes first. */
const waitingSinceMs = new Map<Settlement, number>();
sampledGauge(
  'settlement_backlog_hands',
  'Finished hands that wait for PostgreSQL.',
  () => waitingSinceMs.size,
);
sampledGauge('settlement_lag_seconds', 'Age of the oldest hand that waits for PostgreSQL.', () => {
  const [oldestMs] = waitingSinceMs.values();
  return oldestMs === undefined ? 0 : (performance.now() - oldestMs) / 1000;
});
const hands = counter('hands_total', 'Hands that ended and are in PostgreSQL.', ['outcome']);
// A series that begins with its first hand would hide that hand from `increase`.
for (const outcome of ['settled', 'voided']) hands.inc({ outcome }, 0);
const rake = counter('rake_krw_total', 'Won of rake that hands in PostgreSQL have paid.');
const duration = histogram('settlement_duration_seconds', 'Time of one settlement transaction.');

export interface SettlerListener {
  /** A hand is in PostgreSQL, now or since before a crash; the backlog may be empty now. */
  readonly onSettled: (outcome: 'settled' | 'repeated') => void;
  /** Somebody with a higher token owns the table. */
  readonly onFenced: () => void;
}

function countEnd(settlement: Settlement): void {
  if ('outcome' in settlement) {
    hands.inc({ outcome: settlement.outcome });
    rake.inc(settlement.rakeKrw);
  }
  const root = rootEndOf(settlement);
  if (root !== null) countRoots(root.outcome, root.voidReason);
}

/** Writes the finished hands of one table to PostgreSQL, in their order, for as long as it takes. */
export class Settler {
  private readonly logger = new Logger(Settler.name);
  private readonly backlog: Settlement[] = [];
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly deps: {
      readonly repository: Pick<SettlementRepository, 'settle'>;
      readonly log: Pick<TableLog, 'settled'>;
      readonly reporter: Pick<ErrorReporter, 'report'>;
    },
    private readonly fence: TableFence,
    private readonly listener: SettlerListener,
  ) {}

  get backlogHands(): number {
    return this.backlog.length;
  }

  /** Resolves when nothing waits, or nothing more is tried. */
  async idle(): Promise<void> {
    await this.running;
  }

  /** Takes a hand that Redis holds as unsettled. */
  add(hand: Settlement): void {
    if (this.backlog.some((waiting) => waiting.handId === hand.handId)) return;
    this.backlog.push(hand);
    waitingSinceMs.set(hand, performance.now());
    this.running ??= this.run().finally(() => (this.running = null));
  }

  /** Stops trying; what waits stays in Redis for the next owner. */
  async stop(graceMs: number): Promise<void> {
    await Promise.race([this.running, wait(graceMs, undefined, { ref: false })]);
    this.stopped = true;
    for (const hand of this.backlog.splice(0)) waitingSinceMs.delete(hand);
  }

  private async run(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    for (let hand = this.backlog[0]; hand !== undefined && !this.stopped; hand = this.backlog[0]) {
      try {
        await this.settle(hand);
        pauseMs = FIRST_PAUSE_MS;
      } catch (cause) {
        this.tell(hand, cause);
        await wait(pauseMs, undefined, { ref: false });
        pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS);
      }
    }
  }

  private async settle(hand: Settlement): Promise<void> {
    const { repository, log } = this.deps;
    const end = duration.startTimer();
    const span = { name: 'settlement', attributes: { 'cardroom.table': this.fence.tableId } };
    const outcome = await runWithRequestId(hand.requestId, () =>
      traced(span, () => repository.settle(hand, this.fence.token)),
    );
    end();
    if (outcome === 'fenced') {
      this.stopped = true;
      this.listener.onFenced();
      return;
    }
    if (outcome === 'settled') countEnd(hand);
    await log.settled(this.fence.tableId, this.fence.token, hand.handId);
    this.backlog.shift();
    waitingSinceMs.delete(hand);
    this.listener.onSettled(outcome);
  }

  private tell(hand: Settlement, cause: unknown): void {
    const { handId, tableId } = hand;
    this.logger.warn({ handId, tableId, err: cause }, 'a hand waits for PostgreSQL');
    if (cause instanceof InvariantError) {
      this.deps.reporter.report(cause, { handId, tableId, money: true });
    }
  }
}
