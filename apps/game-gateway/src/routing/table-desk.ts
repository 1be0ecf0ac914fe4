import { Injectable } from '@nestjs/common';
import { isInHand, seatOfUser } from '@cardroom/engine';
import { BusinessError } from '@cardroom/platform';
import type { Answer } from '@cardroom/protocol';

import { cleanChat, tellsCards } from '../chat/chat.rules';
import { CommandMemory } from '../table/command-memory';
import type { TableActor } from '../table/table.actor';
import { TableHost } from '../table/table.host';
import { TableBroadcaster } from '../table/table.io';
import { accepted, refusal } from './answers';
import { CommandFaults } from './command-faults';
import type { TableCall } from '../nodes/node-questions';

/** Answers calls for the tables of this node, wherever their players are connected. */
@Injectable()
export class TableDesk {
  /** Chat that was sent: a repeat is not said twice. */
  private readonly said = new CommandMemory();

  constructor(
    private readonly host: TableHost,
    private readonly io: TableBroadcaster,
    private readonly faults: CommandFaults,
  ) {}

  /** Null where the table is not hosted here, or is leaving: then nothing was done. */
  async answer(call: TableCall): Promise<Answer | null> {
    const { tableId, type } = call.command;
    const actor = this.host.actor(tableId);
    if (actor === null) return null;
    try {
      return await this.ask(actor, call);
    } catch (cause) {
      if (cause instanceof BusinessError && cause.code === 'TABLE_MOVED') return null;
      return this.faults.refusalOf(cause, { userId: call.player.userId, type });
    }
  }

  private async ask(actor: TableActor, call: TableCall): Promise<Answer> {
    switch (call.type) {
      case 'play':
        return actor.submit(call.command, call.player);
      case 'watch':
        return accepted(await actor.watch(call.player.userId, call.command.sinceVersion));
      case 'say':
        return this.say(actor, call);
    }
  }

  private say(actor: TableActor, call: Extract<TableCall, { type: 'say' }>): Answer {
    const { tableId, text: given, cmdId } = call.command;
    const { userId, nickname } = call.player;
    const commandId = `${userId}:${cmdId}`;
    const fingerprint = JSON.stringify([tableId, given]);
    const known = this.said.recall(commandId, fingerprint);
    if (known !== null) return known === 'reused' ? refusal('ACTION_ID_REUSED') : known;
    if (!call.isWatching) return refusal('FORBIDDEN');
    const text = cleanChat(given);
    if (text === null || (tellsCards(text) && isPlaying(actor, userId))) {
      return refusal('CHAT_REFUSED');
    }
    this.io.chat({ tableId, userId, nickname, text, atMs: Date.now() });
    const answer = accepted();
    this.said.remember(commandId, fingerprint, answer);
    return answer;
  }
}

/** Whoever has a part in the hand may not tell cards while it is played. */
function isPlaying(actor: TableActor, userId: string): boolean {
  const { state } = actor.table;
  const at = seatOfUser(state, userId);
  return at !== null && isInHand(state, at.seat);
}
