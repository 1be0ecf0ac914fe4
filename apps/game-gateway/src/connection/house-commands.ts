import { Injectable, Logger } from '@nestjs/common';
import { Auditor } from '@cardroom/audit';
import { counter } from '@cardroom/platform';
import type { ErrorCode } from '@cardroom/protocol';
import { DataSource } from 'typeorm';

import type { GameSocket } from './socket-types';

const attempts = counter('house_commands_total', 'Players who asked for what only the house does.');

/**
 * Writes down who tried to deal, or to command the back office, over a player's socket: no client
 * of ours does that. Rule: docs/rules/audit.md §1.
 */
@Injectable()
export class HouseCommands {
  private readonly logger = new Logger(HouseCommands.name);
  /** The trail has each socket once: whoever floods does not write it full. */
  private readonly noted = new WeakSet<GameSocket>();

  constructor(
    private readonly source: DataSource,
    private readonly auditor: Auditor,
  ) {}

  /** Never makes it worse: the command is refused whether or not this can be recorded. */
  async note(socket: GameSocket, name: string, requestId: string): Promise<void> {
    attempts.inc();
    if (this.noted.has(socket)) return;
    this.noted.add(socket);
    const { userId, role } = socket.data.claims;
    const code: ErrorCode = 'FORBIDDEN';
    try {
      await this.auditor.record(this.source.manager, {
        ...{ actorId: userId, actorRole: role, action: 'access.denied', outcome: 'refused' },
        ...{ subject: `socket:${name}`, details: { code }, requestId },
      });
    } catch (cause) {
      this.logger.error({ userId, name, err: cause }, 'a denial is not recorded');
    }
  }
}
