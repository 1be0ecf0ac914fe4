import { setTimeout as pause } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';
import { counter, currentRequestId, requestIdOf } from '@cardroom/platform';
import type { Answer } from '@cardroom/protocol';

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

/** Brings what a player asks of a table to the node that hosts it, and the answer back. */
@Injectable()
export class TableCalls {
  /** Who was found to host a table: asked first, and forgotten when it no longer does. */
  private readonly owners = new Map<string, string>();

  constructor(
    private readonly desk: TableDesk,
    private readonly placement: Placement,
    private readonly peers: NodePeers,
  ) {}

  /**
   * Asks until the table's owner answers, whoever that is by then: a command keeps its id, and a
   * repeat gets the first answer. Where none comes in time it is `OUTCOME_UNKNOWN`; its client asks
   * again with the same id.
   */
  async call(call: TableCall): Promise<Answer> {
    const { tableId } = call.command;
    const untilMs = performance.now() + DEADLINE_MS;
    let wasHeard = false;
    for (;;) {
      const answer = (await this.desk.answer(call)) ?? (await this.ask(call));
      if (answer !== null && answer !== 'silent') return answer;
      this.owners.delete(tableId);
      wasHeard ||= answer === 'silent';
      // What is said is remembered by the owner alone: by another it might be said twice.
      if (wasHeard && call.type === 'say') return refusal('OUTCOME_UNKNOWN');
      const fault = await this.placement.faultOf(tableId);
      if (fault !== null) return refusal(fault);
      if (performance.now() > untilMs) return refusal(wasHeard ? 'OUTCOME_UNKNOWN' : 'TABLE_MOVED');
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
