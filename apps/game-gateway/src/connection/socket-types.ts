import type { AccessClaims } from '@cardroom/platform';
import type { Answer, ServerEvents } from '@cardroom/protocol';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';

/** Nothing here may be secret: other nodes can read it. */
export interface SocketData {
  claims: AccessClaims;
}

export interface ClientEvents {
  cmd: (body: unknown, ack?: (answer: Answer) => void) => void;
}

export type GameServer = Server<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>;
export type GameSocket = Socket<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>;

export const tableRoom = (tableId: string): string => `table:${tableId}`;
/** The tables whose rooms a socket is in. */
export const watchedBy = ({ rooms }: GameSocket): string[] =>
  [...rooms].filter((room) => room.startsWith('table:')).map((room) => room.slice('table:'.length));
export const userRoom = (userId: string): string => `user:${userId}`;
export const LOBBY_ROOM = 'lobby';
