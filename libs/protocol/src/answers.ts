import type { CommandType } from './commands';
import type { ErrorCode } from './errors';
import type { LobbyData, WatchData } from './views';

/** The ack of an accepted command. `stateVersion` is the table's version that holds its effect. */
export interface AnswerOk<T = unknown> {
  readonly ok: true;
  readonly requestId: string;
  readonly stateVersion?: number;
  readonly data?: T;
}

/** The ack of a refused command: nothing changed. */
export interface AnswerRefused {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly message: string;
  readonly requestId: string;
  /** STALE_STATE: the version the table is at. RATE_LIMITED: when to try again. */
  readonly stateVersion?: number;
  readonly retryAfterMs?: number;
}

export type Answer<T = unknown> = AnswerOk<T> | AnswerRefused;

/** What comes with the answer of a command; with all others nothing does. */
interface AnswerData {
  'lobby.enter': LobbyData;
  'table.watch': WatchData;
}

/** The ack of a command of this type. */
export type AnswerOf<T extends CommandType> = T extends keyof AnswerData
  ? (AnswerOk<AnswerData[T]> & { readonly data: AnswerData[T] }) | AnswerRefused
  : Answer;

/** A refusal inside the server, before it is given a request id and a text. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly message?: string;
}
