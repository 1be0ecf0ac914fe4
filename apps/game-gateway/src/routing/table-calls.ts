import { setTimeout as pause } from 'node:timers/promises';

import { Inject, Injectable, Logger } from '@nestjs/common';
import { counter, currentRequestId, requestIdOf } from '@cardroom/platform';
import { errorSpec, type Answer } from '@cardroom/protocol';

import { NodePeers } from '../nodes/node-peers';
import { answerOf, type TableCall } from '../nodes/node-questions';
import { refusal } from './answers';
import { Placement } from './placement';
import { TableDesk } from './table-desk';

/** A table changes owners in less; whoever asked meanwhile hears nothing of it. */
const DEADLINE_MS = 6_000;
const PAUSE_MS = 50;
/** Whoever is silent for so long may have stopped: the lease says whether it still is the owner. */
const ANSWER_MS = 1_500;

const routed = counter('routed_commands_total', 'Commands for tables of other nodes.', ['outcome']);

/**
 * What became of a call so far. Once an owner that fell silent may have heard it, no fault of ours on
 * the way to the next owner says that nothing was done.
 */
interface Course {
  wasHeard: boolean;
}

/** Brings what a player asks of a table to the node that hosts it, and the answer back. */
@Injectable()
export class TableCalls {
  /** Who was found to host a table: asked first, and forgotten when it no longer does. */
  private readonly owners = new Map<string, string>();

  private readonly logger = new Logger(TableCalls.name);

  constructor(
    @Inject(TableDesk) private readonly desk: Pick<TableDesk, 'answer'>,
    @Inject(Placement)
    private readonly placement: Pick<Placement, 'ownerOf' | 'isHere' | 'faultOf'>,
    @Inject(NodePeers) private readonly peers: Pick<NodePeers, 'ask'>,
  ) {}

  /**
   * Asks until the table's owner answers, whoever that is by then: a command keeps its id, and a
   * repeat gets the first answer. Where none comes in time it is `OUTCOME_UNKNOWN`; its client asks
   * again with the same id.
   */
  async call(call: TableCall): Promise<Answer> {
    const course: Course = { wasHeard: false };
    try {
      const answer = await this.askUntilAnswered(call, course);
      return course.wasHeard && !answer.ok && errorSpec(answer.code).retryable
        ? refusal('OUTCOME_UNKNOWN')
        : answer;
    } catch (cause) {
      if (!course.wasHeard) throw cause;
      this.logger.warn({ tableId: call.command.tableId, err: cause }, 'an answer is not known');
      return refusal('OUTCOME_UNKNOWN');
    }
  }

  private async askUntilAnswered(call: TableCall, course: Course): Promise<Answer> {
    const { tableId } = call.command;
    const untilMs = performance.now() + DEADLINE_MS;
    for (;;) {
      const answer = (await this.desk.answer(call)) ?? (await this.ask(call));
      if (answer !== null && answer !== 'silent') return answer;
      this.owners.delete(tableId);
      course.wasHeard ||= answer === 'silent';
      // What is said is remembered by the owner alone: by another it might be said twice.
      if (course.wasHeard && call.type === 'say') return refusal('OUTCOME_UNKNOWN');
      const fault = await this.placement.faultOf(tableId);
      if (fault !== null) return refusal(fault);
      if (performance.now() > untilMs) return refusal('TABLE_MOVED');
      await pause(PAUSE_MS);
    }
  }

  /** Null where nothing was done: nobody hosts the table, or not the node that was asked. */
  private async ask(call: TableCall): Promise<Answer | 'silent' | null> {
    const { tableId } = call.command;
    const owner = this.owners.get(tableId) ?? (await this.placement.ownerOf(tableId));
    if (owner === null || this.placement.isHere(owner)) return null;
    const requestId = requestIdOf(currentRequestId());
    const reply = await this.peers.ask(owner, { type: 'call', requestId, call }, ANSWER_MS);
    const answer = reply.status === 'answered' ? answerOf(reply.value) : null;
    routed.inc({
      outcome: answer === null && reply.status === 'answered' ? 'moved' : reply.status,
    });
    if (reply.status === 'silent') return 'silent';
    if (answer !== null) this.owners.set(tableId, owner);
    return answer;
  }
}
