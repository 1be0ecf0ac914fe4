import { Inject, Injectable, Optional } from '@nestjs/common';
import {
  BusinessError,
  counter,
  currentActor,
  WRITE_MARKS,
  type WriteMarks,
} from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { Replica } from './replica';
import { sqlStateOf } from './transaction';

/** The statement itself took too long: another server would not be quicker. */
const TOO_SLOW = '57014';

const reads = counter(
  'db_report_reads_total',
  'Reads of lists and reports, by the server that answered and why it was that one.',
  ['server', 'reason'],
);

type Why = 'recent_write' | 'behind' | 'failed';

/**
 * Reads for lists and reports: from the replica where there is one that is fresh, else from the
 * primary. Nothing is decided on them. Whoever has just written reads the primary, until every replica
 * that is read has what they wrote. Rule: docs/adr/0011-reads-from-a-replica.md.
 */
@Injectable()
export class Reads {
  constructor(
    private readonly primary: DataSource,
    private readonly replica: Replica,
    @Optional() @Inject(WRITE_MARKS) private readonly marks?: WriteMarks,
  ) {}

  /** Rows of one statement. */
  query<R>(sql: string, parameters: unknown[] = []): Promise<R> {
    return this.run((manager) => manager.query<R>(sql, parameters));
  }

  /**
   * Several statements on one server, none of which writes. They may run twice: where the replica
   * fails in the middle, all of them run on the primary.
   */
  async run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (!this.replica.isConfigured) return work(this.primary.manager);
    const reason = await this.tryReplica(work);
    if (typeof reason === 'object') return reason.result;
    reads.inc({ server: 'primary', reason });
    return work(this.primary.manager);
  }

  private async tryReplica<T>(
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<Why | { readonly result: T }> {
    const actor = currentActor();
    if (actor !== undefined && (await this.hasWritten(actor))) return 'recent_write';
    const source = this.replica.fresh;
    if (source === null) return 'behind';
    try {
      const result = await this.replica.reading(work(source.manager));
      reads.inc({ server: 'replica', reason: 'fresh' });
      return { result };
    } catch (cause) {
      if (cause instanceof BusinessError || sqlStateOf(cause) === TOO_SLOW) throw cause;
      this.replica.suspect();
      return 'failed';
    }
  }

  /** Without marks nobody can tell. */
  private async hasWritten(actor: string): Promise<boolean> {
    return this.marks === undefined || (await this.marks.isMarked(actor));
  }
}
