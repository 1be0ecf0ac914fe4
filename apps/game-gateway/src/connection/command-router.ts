import { Inject, Injectable, Logger } from '@nestjs/common';
import {
  parseCommand,
  type Answer,
  type Command,
  type CommandOf,
  type LobbyData,
  type WatchData,
} from '@cardroom/protocol';

import { LobbyBoard } from '../lobby/lobby.board';
import { filterTables } from '../lobby/lobby.rules';
import { accepted, refusal } from '../routing/answers';
import { CommandFaults } from '../routing/command-faults';
import { TableCalls } from '../routing/table-calls';
import type { PlayCommand, Player } from '../table/player-commands';
import { TableHost } from '../table/table.host';
import { LOBBY_ROOM, tableRoom, watchedBy, type GameSocket } from './socket-types';
import { SocketBroadcaster } from './socket.broadcaster';

/** From the body of a `cmd` event to its answer: validate, route, and never lose the ack. */
@Injectable()
export class CommandRouter {
  private readonly logger = new Logger(CommandRouter.name);

  constructor(
    @Inject(TableHost) private readonly host: Pick<TableHost, 'actor'>,
    @Inject(LobbyBoard) private readonly lobby: Pick<LobbyBoard, 'tables'>,
    @Inject(TableCalls) private readonly calls: Pick<TableCalls, 'call'>,
    @Inject(SocketBroadcaster) private readonly io: Pick<SocketBroadcaster, 'all' | 'enter'>,
    @Inject(CommandFaults) private readonly faults: Pick<CommandFaults, 'refusalOf'>,
  ) {}

  async answer(socket: GameSocket, body: unknown): Promise<Answer> {
    const parsed = parseCommand(body);
    if (!parsed.ok) return refusal(parsed.refusal.code);
    try {
      return await this.route(socket, parsed.value);
    } catch (cause) {
      const { userId } = socket.data.claims;
      return this.faults.refusalOf(cause, { userId, type: parsed.value.type });
    }
  }

  private async route(socket: GameSocket, command: Command): Promise<Answer> {
    switch (command.type) {
      case 'lobby.enter':
        await socket.join(LOBBY_ROOM);
        return accepted({
          tables: filterTables(this.lobby.tables(), command),
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
    // In the room first: a delta may come twice, but none is missed.
    await this.io.enter(socket, tableRoom(command.tableId));
    return this.calls.call({ type: 'watch', command, player: playerOf(socket) });
  }

  private async play(socket: GameSocket, command: PlayCommand): Promise<Answer> {
    if (command.type === 'table.sit') await this.io.enter(socket, tableRoom(command.tableId));
    return this.calls.call({ type: 'play', command, player: playerOf(socket) });
  }

  /**
   * Tells the players of this node anew how the tables are that they watch at other nodes. Whoever
   * cannot be told asks by himself, by the gap before the next delta.
   */
  async readAgain(): Promise<void> {
    for (const socket of this.io.all()) {
      for (const tableId of watchedBy(socket)) {
        if (this.host.actor(tableId) !== null) continue;
        await this.tellAgain(socket, tableId).catch((cause: unknown) => {
          this.logger.warn({ tableId, err: cause }, 'a player is not told of a table again');
        });
      }
    }
  }

  private async tellAgain(socket: GameSocket, tableId: string): Promise<void> {
    const command = { type: 'table.watch', cmdId: 'read-again', tableId } as const;
    const answer = await this.calls.call({ type: 'watch', command, player: playerOf(socket) });
    if (!answer.ok) return;
    const watched = answer.data as WatchData;
    if (watched.kind === 'snapshot') socket.emit('snapshot', watched.snapshot);
    if (watched.cards !== null) socket.emit('cards', watched.cards);
    socket.emit('own', watched.own);
  }

  private say(socket: GameSocket, command: CommandOf<'chat.say'>): Promise<Answer> {
    const isWatching = socket.rooms.has(tableRoom(command.tableId));
    return this.calls.call({ type: 'say', command, player: playerOf(socket), isWatching });
  }
}

const playerOf = (socket: GameSocket): Player => {
  const { userId, nickname, role } = socket.data.claims;
  return { userId, nickname, isStaff: role !== 'player' };
};
