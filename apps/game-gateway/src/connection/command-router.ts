import { Injectable, Logger } from '@nestjs/common';
import { isInHand, seatOfUser } from '@cardroom/engine';
import { currentRequestId, ErrorReporter, problemOf, requestIdOf } from '@cardroom/platform';
import {
  errorSpec,
  parseCommand,
  type Answer,
  type Command,
  type CommandOf,
  type ErrorCode,
  type LobbyData,
} from '@cardroom/protocol';

import { cleanChat, tellsCards } from '../chat/chat.rules';
import { filterTables } from '../lobby/lobby.rules';
import { CommandMemory } from '../table/command-memory';
import type { PlayCommand, Player } from '../table/player-commands';
import type { TableActor } from '../table/table.actor';
import { TableHost } from '../table/table.host';
import { LOBBY_ROOM, tableRoom, type GameSocket } from './socket-types';
import { SocketBroadcaster } from './socket.broadcaster';

/** From the body of a `cmd` event to its answer: validate, route, and never lose the ack. */
@Injectable()
export class CommandRouter {
  private readonly logger = new Logger(CommandRouter.name);
  /** Chat that was sent: a repeat is not said twice. */
  private readonly said = new CommandMemory();

  constructor(
    private readonly host: TableHost,
    private readonly io: SocketBroadcaster,
    private readonly reporter: ErrorReporter,
  ) {}

  async answer(socket: GameSocket, body: unknown): Promise<Answer> {
    const parsed = parseCommand(body);
    if (!parsed.ok) return refusal(parsed.refusal.code);
    try {
      return await this.route(socket, parsed.value);
    } catch (cause) {
      const { code } = problemOf(cause);
      if (errorSpec(code).logLevel === 'error') {
        const { userId } = socket.data.claims;
        this.logger.error({ err: cause, userId, type: parsed.value.type }, 'a command failed');
        this.reporter.report(cause, { userId });
      }
      return refusal(code);
    }
  }

  private async route(socket: GameSocket, command: Command): Promise<Answer> {
    switch (command.type) {
      case 'lobby.enter':
        await socket.join(LOBBY_ROOM);
        return accepted({
          tables: filterTables(this.host.lobby(), command),
        } satisfies LobbyData);
      case 'lobby.leave':
        await socket.leave(LOBBY_ROOM);
        return accepted();
      case 'table.watch':
        return this.watch(socket, command);
      case 'table.unwatch':
        await socket.leave(tableRoom(command.tableId));
        return accepted();
      case 'chat.say':
        return this.say(socket, command);
      case 'table.sit':
      case 'table.act':
      case 'table.choose_runs':
      case 'table.show':
      case 'table.rabbit_hunt':
      case 'table.sit_out':
      case 'table.sit_out_next_big_blind':
      case 'table.sit_in':
      case 'table.choose_entry':
      case 'table.straddle':
      case 'table.pre_act':
      case 'table.auto_top_up':
      case 'table.wait':
      case 'table.stop_waiting':
      case 'table.top_up':
      case 'table.leave':
      case 'table.commit_seed':
      case 'table.open_seed':
        return this.play(socket, command);
    }
  }

  private async watch(socket: GameSocket, command: CommandOf<'table.watch'>): Promise<Answer> {
    const actor = this.host.actor(command.tableId);
    if (actor === null) return refusal(await this.host.refusalOf(command.tableId));
    // In the room first: a delta may come twice, but none is missed.
    await socket.join(tableRoom(command.tableId));
    return accepted(await actor.watch(socket.data.claims.userId, command.sinceVersion));
  }

  private async play(socket: GameSocket, command: PlayCommand): Promise<Answer> {
    const actor = this.host.actor(command.tableId);
    if (actor === null) return refusal(await this.host.refusalOf(command.tableId));
    if (command.type === 'table.sit') await socket.join(tableRoom(command.tableId));
    return actor.submit(command, playerOf(socket));
  }

  private async say(socket: GameSocket, command: CommandOf<'chat.say'>): Promise<Answer> {
    const actor = this.host.actor(command.tableId);
    if (actor === null) return refusal(await this.host.refusalOf(command.tableId));
    const { userId, nickname } = socket.data.claims;
    const commandId = `${userId}:${command.cmdId}`;
    const fingerprint = JSON.stringify([command.tableId, command.text]);
    const known = this.said.recall(commandId, fingerprint);
    if (known !== null) return known === 'reused' ? refusal('ACTION_ID_REUSED') : known;
    if (!socket.rooms.has(tableRoom(command.tableId))) return refusal('FORBIDDEN');
    const text = cleanChat(command.text);
    if (text === null || (tellsCards(text) && isPlaying(actor, userId))) {
      return refusal('CHAT_REFUSED');
    }
    this.io.chat({ tableId: command.tableId, userId, nickname, text, atMs: Date.now() });
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

const playerOf = (socket: GameSocket): Player => {
  const { userId, nickname, role } = socket.data.claims;
  return { userId, nickname, isStaff: role !== 'player' };
};

const accepted = (data?: unknown): Answer => ({
  ok: true,
  requestId: requestIdOf(currentRequestId()),
  ...(data === undefined ? {} : { data }),
});

export const refusal = (code: ErrorCode, extras: { retryAfterMs?: number } = {}): Answer => ({
  ok: false,
  code,
  message: errorSpec(code).message,
  requestId: requestIdOf(currentRequestId()),
  ...extras,
});
