import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';

import {
  errorSpec,
  type Answer,
  type AnswerOf,
  type CommandOf,
  type CommandType,
  type ErrorCode,
  type LobbyData,
} from '@cardroom/protocol';

import type { PlayerEvents } from './player-events';
import type { TableFollower } from './table-follower';

/** A command without what the client adds to it. The same `cmdId` again repeats one. */
type Body<T extends CommandType> = Omit<CommandOf<T>, 'cmdId' | 'type'> & {
  readonly cmdId?: string;
};

type Play = Pick<CommandOf<'table.act'>, 'action' | 'toKrw'>;

const SURE_ATTEMPTS = 4;

/** The answer of a command did not come: whether it took effect is not known. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/** A command was refused: nothing changed. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';

  constructor(
    readonly type: CommandType,
    readonly code: ErrorCode,
  ) {
    super(`${type}: ${code}, ${errorSpec(code).message}`);
  }
}

/** Everything that a player may ask for, typed: what goes with a command, and its answer. */
export abstract class Commands extends EventEmitter<PlayerEvents> {
  /** Sends anything as a `cmd` and waits for its ack. Throws NoAnswerError when none came in time. */
  abstract send(body: unknown, timeoutMs?: number): Promise<Answer>;

  /** Sends a command and waits for its ack. Throws NoAnswerError when no ack came in time. */
  async cmd<T extends CommandType>(
    type: T,
    body: Body<T>,
    timeoutMs?: number,
  ): Promise<AnswerOf<T>> {
    const answer = await this.send({ cmdId: randomUUID(), type, ...body }, timeoutMs);
    return answer as AnswerOf<T>;
  }

  /**
   * Sends a command until it is answered: an unanswered one may have taken effect, so it is
   * repeated under its own id. Throws NoAnswerError when that did not help either.
   */
  async surely<T extends CommandType>(type: T, body: Body<T>): Promise<AnswerOf<T>> {
    const cmdId = randomUUID();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.cmd(type, { ...body, cmdId });
      } catch (cause) {
        if (!(cause instanceof NoAnswerError) || attempt === SURE_ATTEMPTS) throw cause;
      }
    }
  }

  /** Enters the lobby: the tables as they are now. Throws RefusedError. */
  async lobby(): Promise<LobbyData['tables']> {
    const answer = await this.cmd('lobby.enter', {});
    if (!answer.ok) throw new RefusedError('lobby.enter', answer.code);
    return answer.data.tables;
  }

  /** Takes a seat with chips from the wallet. Throws NoAnswerError. */
  sit(tableId: string, body: Omit<Body<'table.sit'>, 'tableId'>): Promise<AnswerOf<'table.sit'>> {
    return this.surely('table.sit', { tableId, ...body });
  }

  /**
   * Plays in the hand and at the version that the follower shows, so that what was decided for one
   * situation is not done in another: then the answer is STALE_STATE. Throws NoAnswerError.
   */
  act(
    { tableId, view, stateVersion }: TableFollower,
    play: Play,
    timeoutMs?: number,
  ): Promise<AnswerOf<'table.act'>> {
    const handId = view?.handId ?? '';
    return this.cmd('table.act', { tableId, handId, stateVersion, ...play }, timeoutMs);
  }

  /** Gets up: the chips go to the wallet when the hand is over. Throws NoAnswerError. */
  leave(tableId: string): Promise<AnswerOf<'table.leave'>> {
    return this.surely('table.leave', { tableId });
  }
}
