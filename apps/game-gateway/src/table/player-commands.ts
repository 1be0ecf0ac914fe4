import {
  decideTable,
  seatIndex,
  seatOfUser,
  sitFault,
  type TableCommand as RuleCommand,
  type TableEvent,
} from '@cardroom/engine';
import { krw } from '@cardroom/money';
import { BusinessError } from '@cardroom/platform';
import type { CommandOf, Refusal, TableCommand } from '@cardroom/protocol';

import { seatSessionIdOf } from '../seats/seat-session-id.rules';
import { actFault, handCommandOf, type ActCommand } from './act.rules';
import { choiceFault, handChoiceOf, isHandChoice, type HandChoice } from './hand-choices.rules';
import type { LiveTable } from './live-table';
import type { TableChores } from './table.chores';
import { bankUsedMs, type Clock } from './turn-clock';

export interface Player {
  readonly userId: string;
  readonly nickname: string;
  readonly isStaff: boolean;
}

/** Commands that change a table; watching and chatting do not. */
export type PlayCommand = Exclude<
  TableCommand,
  { type: 'table.watch' | 'table.unwatch' | 'chat.say' }
>;

/** What follows from a command: events, none where it has happened already, or why it may not. */
export type Decided = readonly TableEvent[] | Refusal;

export const isRefusal = (decided: Decided): decided is Refusal => !Array.isArray(decided);

function byRule(live: LiveTable, command: RuleCommand): Decided {
  const decided = decideTable(live.state, command, live.dealer());
  return decided.ok ? decided.value : decided.error;
}

function choose(live: LiveTable, command: HandChoice, { userId }: Player): Decided {
  const fault = choiceFault(command, userId, live.state);
  if (fault !== null) return fault;
  const at = seatOfUser(live.state, userId);
  if (at === null) return { code: 'NOT_SEATED' };
  return byRule(live, { type: 'play', action: handChoiceOf(command, at), usedMs: 0 });
}

/** From what a player asks of a table to what happens there. */
export class PlayerCommands {
  constructor(private readonly deps: { readonly clock: Clock; readonly chores: TableChores }) {}

  async decide(live: LiveTable, command: PlayCommand, player: Player): Promise<Decided> {
    if (live.isPaused && command.type !== 'table.leave') return { code: 'TABLE_PAUSED' };
    if (command.type === 'table.sit') return this.sit(live, command, player);
    if (command.type === 'table.act') return this.act(live, command, player);
    if (isHandChoice(command)) return choose(live, command, player);
    const at = seatOfUser(live.state, player.userId);
    if (at === null) return { code: 'NOT_SEATED' };
    const { seat } = at;
    switch (command.type) {
      case 'table.sit_out':
        return byRule(live, { type: 'sit_out', seat });
      case 'table.sit_in':
        return byRule(live, { type: 'sit_in', seat });
      case 'table.leave':
        return byRule(live, { type: 'leave', seat });
      case 'table.top_up': {
        const amountKrw = krw(command.amountKrw);
        return byRule(live, { type: 'top_up', seat, topUpId: command.cmdId, amountKrw });
      }
    }
  }

  private act(live: LiveTable, command: ActCommand, { userId }: Player): Decided {
    const { state, version, turn } = live;
    const turnSinceVersion = turn?.sinceVersion ?? version;
    const fault = actFault(command, userId, { state, version, turnSinceVersion });
    if (fault !== null) return fault;
    const at = seatOfUser(state, userId);
    const action = at === null ? null : handCommandOf(command, at);
    if (action === null) return { code: 'VALIDATION_FAILED' };
    const usedMs = turn?.seat === at?.seat ? bankUsedMs(this.deps.clock, turn) : 0;
    return byRule(live, { type: 'play', action, usedMs });
  }

  /** The money first: who sits has paid. A crash in between is mended from PostgreSQL. */
  private async sit(
    live: LiveTable,
    command: CommandOf<'table.sit'>,
    { userId, nickname, isStaff }: Player,
  ): Promise<Decided> {
    if (isStaff) return { code: 'STAFF_CANNOT_PLAY' };
    const { seat, buyInKrw, cmdId, entry = 'wait' } = command;
    const { tableId } = live.state;
    const seatSessionId = seatSessionIdOf({ tableId, userId, cmdId });
    if (seatOfUser(live.state, userId)?.seatSessionId === seatSessionId) return [];
    const nowMs = this.deps.clock.wallMs();
    const fault = sitFault(live.state, { seat, userId, buyInKrw, nowMs });
    if (fault !== null) return fault;
    const taken = { seatSessionId, seat: seatIndex(seat), userId };
    try {
      await this.deps.chores.buyIn({ ...taken, amountKrw: krw(buyInKrw) });
    } catch (cause) {
      const code = cause instanceof BusinessError ? cause.code : null;
      // Money may have moved, or PostgreSQL knows of a seat that the table has not heard of.
      if (code !== 'INSUFFICIENT_FUNDS') this.deps.chores.askAgain();
      if (code === null) throw cause;
      return { code };
    }
    const stackKrw = krw(buyInKrw);
    return byRule(live, { type: 'take_seat', ...taken, nickname, stackKrw, entry, nowMs });
  }
}
