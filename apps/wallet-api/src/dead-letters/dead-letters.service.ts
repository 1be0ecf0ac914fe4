import { Injectable } from '@nestjs/common';
import { Auditor } from '@cardroom/audit';
import { withTransaction } from '@cardroom/database';
import { BusinessError } from '@cardroom/platform';
import type { QueueName } from '@cardroom/protocol';
import { DataSource, type EntityManager } from 'typeorm';

import { auditedAs, type StaffActor } from '../staff/staff-actor';
import { DeadLettersRepository } from './dead-letters.repository';
import { mayBeDropped, topicsOf } from './dead-letters.rules';

type Decision = 'replay' | 'drop';

/** What becomes of work that was given up. Each decision is audited with its reason. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly source: DataSource,
    private readonly letters: DeadLettersRepository,
    private readonly auditor: Auditor,
  ) {}

  /** Has it tried again. Errors: NOT_FOUND where no dead letter has the id. */
  async replay(actor: StaffActor, id: string, reason: string): Promise<void> {
    await withTransaction(this.source, async (manager) => {
      const topic = await this.letters.hold(manager, id);
      if (topic === null) throw new BusinessError('NOT_FOUND');
      await this.letters.replay(manager, { id });
      await this.note(manager, actor, { decision: 'replay', subject: `job:${id}`, reason, topic });
    });
  }

  /** Has all of a queue tried again: what ended them is mended. Returns how many. */
  async replayAll(actor: StaffActor, queue: QueueName, reason: string): Promise<number> {
    return withTransaction(this.source, async (manager) => {
      const ids = await this.letters.replay(manager, { topics: topicsOf(queue) });
      const about = { decision: 'replay', subject: `queue:${queue}`, reason } as const;
      if (ids.length > 0) await this.note(manager, actor, { ...about, ids });
      return ids.length;
    });
  }

  /** Gives it up for good. Errors: NOT_FOUND; STATE_CONFLICT where it moves money. */
  async drop(actor: StaffActor, id: string, reason: string): Promise<void> {
    await withTransaction(this.source, async (manager) => {
      const topic = await this.letters.hold(manager, id);
      if (topic === null) throw new BusinessError('NOT_FOUND');
      if (!mayBeDropped(topic)) throw new BusinessError('STATE_CONFLICT');
      await this.letters.drop(manager, id);
      await this.note(manager, actor, { decision: 'drop', subject: `job:${id}`, reason, topic });
    });
  }

  private note(
    manager: EntityManager,
    actor: StaffActor,
    {
      decision,
      subject,
      reason,
      ...details
    }: {
      readonly decision: Decision;
      readonly subject: string;
      readonly reason: string;
    } & Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return this.auditor.record(manager, {
      ...{ ...auditedAs(actor), action: `job.${decision}`, subject, outcome: 'done', reason },
      details,
    });
  }
}
