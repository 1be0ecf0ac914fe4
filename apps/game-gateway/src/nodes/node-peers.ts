import { Inject, Injectable, Logger } from '@nestjs/common';
import type { LineAnswer } from '@cardroom/cache';
import { NodeLine } from '@cardroom/cache';

import { isHosted, type NodeQuestion } from './node-questions';

const HOSTING_TIMEOUT_MS = 3_000;

/** What this node asks of others. */
@Injectable()
export class NodePeers {
  private readonly logger = new Logger(NodePeers.name);

  constructor(@Inject(NodeLine) private readonly line: Pick<NodeLine, 'ask'>) {}

  ask(nodeId: string, question: NodeQuestion, timeoutMs: number): Promise<LineAnswer> {
    return this.line.ask(nodeId, question, timeoutMs);
  }

  /** Has another node host a table that nobody hosts; whether it does. */
  async host(nodeId: string, tableId: string): Promise<boolean> {
    try {
      const reply = await this.ask(nodeId, { type: 'host', tableId }, HOSTING_TIMEOUT_MS);
      return reply.status === 'answered' && isHosted(reply.value);
    } catch (cause) {
      this.logger.warn({ tableId, nodeId, err: cause }, 'the other node could not be asked');
      return false;
    }
  }
}
