import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { NodeLine } from '@cardroom/cache';
import { runWithRequestId, traced } from '@cardroom/platform';

import { NodeEars } from '../nodes/node-ears';
import { NodePulse } from '../nodes/node-pulse';
import { questionOf, type NodeQuestion, type NodeReply } from '../nodes/node-questions';
import { TableHost } from '../table/table.host';
import { TableDesk } from './table-desk';

/** Where the other nodes knock: hears their questions and answers them. */
@Injectable()
export class NodeDoor implements OnModuleInit {
  private readonly logger = new Logger(NodeDoor.name);

  constructor(
    private readonly ears: NodeEars,
    private readonly line: NodeLine,
    private readonly pulse: NodePulse,
    private readonly desk: TableDesk,
    private readonly host: TableHost,
  ) {}

  /** Before any table is hosted: whoever finds its owner may ask it. */
  async onModuleInit(): Promise<void> {
    await this.line.listen(this.ears.redis, (question) => this.reply(question));
  }

  private async reply(value: unknown): Promise<NodeReply | null> {
    // Before it is answered: whoever has the answer hears all that is said after it.
    this.pulse.wasAsked();
    const question = questionOf(value);
    if (question === null) {
      this.logger.error('another node asks what this one does not know');
      return null;
    }
    return this.answer(question);
  }

  private async answer(question: NodeQuestion): Promise<NodeReply> {
    switch (question.type) {
      case 'host':
        return { type: 'hosted', isHosted: await this.host.hostNow(question.tableId) };
      case 'call': {
        const { requestId, call } = question;
        const answer = await runWithRequestId(requestId, () =>
          traced({ name: 'call from another node' }, () => this.desk.answer(call)),
        );
        return { type: 'answer', answer };
      }
    }
  }
}
