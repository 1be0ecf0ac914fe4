import { Injectable } from '@nestjs/common';
import {
  errorSpec,
  type CardsMessage,
  type ChatMessage,
  type Delta,
  type ErrorCode,
  type LobbyChange,
  type Notice,
  type NoticeCode,
  type NotificationMessage,
  type OwnMessage,
  type Snapshot,
} from '@cardroom/protocol';
import type { Redis } from 'ioredis';

import { NodePulse } from '../nodes/node-pulse';
import { TableBroadcaster } from '../table/table.io';
import { Attendance } from './attendance';
import { LOBBY_ROOM, tableRoom, userRoom, type GameServer, type GameSocket } from './socket-types';

/** Speaks to rooms; a packet to a room is encoded once. Knows who is connected here. */
@Injectable()
export class SocketBroadcaster extends TableBroadcaster {
  private server: GameServer | null = null;
  private listener: Redis | null = null;
  private readonly sockets = new Map<string, GameSocket[]>();
  /** Asked for at each handshake: counted along. */
  private count = 0;

  constructor(
    private readonly attendance: Attendance,
    private readonly pulse: NodePulse,
  ) {
    super();
  }

  use(server: GameServer): void {
    this.server = server;
  }

  /** The connection on which the adapter hears what other nodes say to rooms. */
  hearsBy(listener: Redis): void {
    this.listener = listener;
  }

  /** What was said to rooms while the connection was away has not been heard. */
  whenHearingAgain(listener: () => void): void {
    this.listener?.on('ready', () => void this.heard().then(listener));
  }

  /**
   * Lets a socket into a room, and resolves when what other nodes say there is heard as well: the
   * adapter subscribes without waiting, and what is said meanwhile would be missed.
   */
  async enter(socket: GameSocket, room: string): Promise<void> {
    await socket.join(room);
    await this.heard();
  }

  /**
   * Resolves when what was listened to is heard. With Redis away there is nobody to hear; the rooms
   * are read again when it is back.
   */
  private async heard(): Promise<void> {
    await this.listener?.ping().catch(() => undefined);
  }

  /** Sockets of a user, the oldest first. */
  socketsOf(userId: string): readonly GameSocket[] {
    return this.sockets.get(userId) ?? [];
  }

  get connections(): number {
    return this.count;
  }

  all(): readonly GameSocket[] {
    return [...this.sockets.values()].flat();
  }

  add(socket: GameSocket): void {
    const { userId } = socket.data.claims;
    this.sockets.set(userId, [...this.socketsOf(userId), socket]);
    this.count += 1;
  }

  remove(socket: GameSocket): void {
    const { userId } = socket.data.claims;
    const known = this.socketsOf(userId);
    const rest = known.filter((other) => other !== socket);
    this.count -= known.length - rest.length;
    if (rest.length === 0) this.sockets.delete(userId);
    else this.sockets.set(userId, rest);
  }

  /** Says why and closes for good, wherever the socket is: the client does not come back by itself. */
  dismiss(socketId: string, code: NoticeCode & ErrorCode): void {
    this.server?.to(socketId).emit('notice', { code, message: errorSpec(code).message });
    this.server?.in(socketId).disconnectSockets(true);
  }

  override isConnected(userId: string): boolean {
    return this.sockets.has(userId) || this.attendance.isElsewhere(userId);
  }

  override lookFor(userIds: readonly string[]): Promise<void> {
    return this.attendance.lookFor(userIds.filter((userId) => !this.sockets.has(userId)));
  }

  override delta(delta: Delta): void {
    this.told(tableRoom(delta.tableId))?.emit('delta', delta);
  }

  override snapshot(snapshot: Snapshot): void {
    this.told(tableRoom(snapshot.tableId))?.emit('snapshot', snapshot);
  }

  /** What a watcher is told over and over: a lone node has no use for asking Redis first. */
  private told(room: string): ReturnType<GameServer['to']> | undefined {
    return this.pulse.isAlone ? this.server?.local.to(room) : this.server?.to(room);
  }

  override chat(message: ChatMessage): void {
    this.server?.to(tableRoom(message.tableId)).emit('chat', message);
  }

  override cards(userId: string, message: CardsMessage): void {
    this.told(userRoom(userId))?.emit('cards', message);
  }

  override own(userId: string, message: OwnMessage): void {
    this.told(userRoom(userId))?.emit('own', message);
  }

  override notice(userId: string, notice: Notice): void {
    this.server?.to(userRoom(userId)).emit('notice', notice);
  }

  override tableNotice(tableId: string, notice: Notice): void {
    this.server?.to(tableRoom(tableId)).emit('notice', notice);
  }

  /** To the user's sockets of this node: every node hears of it. */
  notification(userId: string, message: NotificationMessage): void {
    this.server?.local.to(userRoom(userId)).emit('notification', message);
  }

  /** To the players of this node: each node tells its own. */
  override lobby(change: LobbyChange): void {
    this.server?.local.to(LOBBY_ROOM).emit('lobby', change);
  }
}
