import type {
  CardsMessage,
  ChatMessage,
  Delta,
  LobbyChange,
  Notice,
  OwnMessage,
  Snapshot,
} from '@cardroom/protocol';

/** How a table speaks to people; the socket server behind it is wiring. */
export abstract class TableBroadcaster {
  abstract delta(delta: Delta): void;
  abstract snapshot(snapshot: Snapshot): void;
  abstract chat(message: ChatMessage): void;
  abstract cards(userId: string, message: CardsMessage): void;
  abstract own(userId: string, message: OwnMessage): void;
  abstract notice(userId: string, notice: Notice): void;
  abstract tableNotice(tableId: string, notice: Notice): void;
  abstract lobby(change: LobbyChange): void;
  abstract isConnected(userId: string): boolean;
  /** Finds out which of the players are connected, to whatever node. */
  abstract lookFor(userIds: readonly string[]): Promise<void>;
}
