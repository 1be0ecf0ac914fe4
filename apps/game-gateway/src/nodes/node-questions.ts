import type { Answer, CommandOf } from '@cardroom/protocol';

import type { PlayCommand, Player } from '../table/player-commands';

/** What a player asks of a table, as it travels to the node that hosts it. */
export type TableCall =
  | { readonly type: 'play'; readonly command: PlayCommand; readonly player: Player }
  | { readonly type: 'watch'; readonly command: CommandOf<'table.watch'>; readonly player: Player }
  | {
      readonly type: 'say';
      readonly command: CommandOf<'chat.say'>;
      readonly player: Player;
      /** Whether the player hears what is said there. */
      readonly isWatching: boolean;
    };

/** What one node asks of another. */
export type NodeQuestion =
  | { readonly type: 'call'; readonly requestId: string; readonly call: TableCall }
  | { readonly type: 'host'; readonly tableId: string };

export type NodeReply =
  /** Null: the table is not hosted there, and nothing was done. */
  | { readonly type: 'answer'; readonly answer: Answer | null }
  | { readonly type: 'hosted'; readonly isHosted: boolean };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Null where another version of the gateway asks what this one does not know. */
export function questionOf(value: unknown): NodeQuestion | null {
  if (!isRecord(value)) return null;
  if (value['type'] === 'host' && typeof value['tableId'] === 'string') {
    return value as NodeQuestion;
  }
  return value['type'] === 'call' && isRecord(value['call']) ? (value as NodeQuestion) : null;
}

/** The answer in a reply; null where nothing was done for the call. */
export function answerOf(value: unknown): Answer | null {
  if (!isRecord(value) || value['type'] !== 'answer') return null;
  return value['answer'] as Answer | null;
}

export const isHosted = (value: unknown): boolean => isRecord(value) && value['isHosted'] === true;
