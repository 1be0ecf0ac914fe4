import {
  decideTable,
  seatIndex,
  seatOfUser,
  sitFault,
  type TableCommand as RuleCommand,
} from '@cardroom/engine';
import { commitSeed, openSeed, type SeedDecision } from '@cardroom/fairness';
import { krw } from '@cardroom/money';
import { BusinessError, HASHES } from '@cardroom/platform';
import type { CommandOf, Refusal, TableCommand } from '@cardroom/protocol';

import { seatSessionIdOf } from '../seats/seat-session-id.rules';
import { actFault, handCommandOf, type ActCommand } from './act.rules';
import { choiceFault, handChoiceOf, type HandChoice } from './hand-choices.rules';
import { dealEvent, type HostedEvent } from './hosted-event';
import type { LiveTable } from './live-table';
import { preActionOf, type PreActCommand } from './pre-act.rules';
import type { TableChores } from './table.chores';
import { statusFault } from './table-status.rules';
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
export type Decided = readonly HostedEvent[] | Refusal;

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

type SeatCommand = CommandOf<
  | 'table.sit_out'
  | 'table.sit_out_next_big_blind'
  | 'table.sit_in'
  | 'table.choose_entry'
  | 'table.straddle'
  | 'table.top_up'
  | 'table.auto_top_up'
  | 'table.leave'
  | 'table.commit_seed'
  | 'table.open_seed'
>;

/** What a player asks of the own seat. */
function ofSeat(live: LiveTable, command: SeatCommand, userId: string): Decided {
  const at = seatOfUser(live.state, userId);
  if (at === null) return { code: 'NOT_SEATED' };
  const { seat } = at;
  switch (command.type) {
    case 'table.sit_out':
      return byRule(live, { type: 'sit_out', seat });
    case 'table.sit_out_next_big_blind':
      return byRule(live, { type: 'sit_out_next_big_blind', seat, on: command.on });
    case 'table.sit_in': {
      const { entry = at.entry } = command;
      return byRule(live, { type: 'sit_in', seat, entry });
    }
    case 'table.choose_entry':
      return byRule(live, { type: 'choose_entry', seat, entry: command.entry });
    case 'table.straddle':
      return byRule(live, { type: 'straddle', seat, on: command.on });
    case 'table.auto_top_up':
      return byRule(live, { type: 'auto_top_up', seat, toKrw: command.toKrw ?? null });
    case 'table.leave':
      return byRule(live, { type: 'leave', seat });
    case 'table.commit_seed':
      return bySeed(commitSeed(live.deals.state, { seat, commitment: command.commitment }));
    case 'table.open_seed': {
      const { handId, seed: value } = command;
      return bySeed(openSeed(live.deals.state, { seat, handId, value }, HASHES.sha256));
    }
    case 'table.top_up': {
      const amountKrw = krw(command.amountKrw);
      return byRule(live, { type: 'top_up', seat, topUpId: command.cmdId, amountKrw });
    }
  }
}

/** Remembers what a player decides before the turn; no version of the table tells of it. */
function preAct(live: LiveTable, command: PreActCommand, userId: string): Decided {
  const decided = preActionOf(command, userId, live.state);
  if (!decided.ok) return decided.refusal;
  const { seat, before } = decided;
  if (before === null) live.preActions.clear(seat);
  else live.preActions.set(before);
  live.tellOwn();
  return [];
}

const bySeed = (decision: SeedDecision): Decided =>
  decision.ok ? decision.events.map(dealEvent) : { code: decision.code };

/** From what a player asks of a table to what happens there. */
export class PlayerCommands {
  constructor(private readonly deps: { readonly clock: Clock; readonly chores: TableChores }) {}

  async decide(live: LiveTable, command: PlayCommand, player: Player): Promise<Decided> {
    const { userId, nickname, isStaff } = player;
    const fault = statusFault(live.status, command);
    if (fault !== null) return fault;
    switch (command.type) {
      case 'table.sit':
        return this.sit(live, command, player);
      case 'table.wait':
        if (isStaff) return { code: 'STAFF_CANNOT_PLAY' };
        return byRule(live, { type: 'join_waiting', userId, nickname });
      case 'table.stop_waiting':
        return byRule(live, { type: 'leave_waiting', userId });
      case 'table.act':
        return this.act(live, command, player);
      case 'table.pre_act':
        return preAct(live, command, userId);
      case 'table.choose_runs':
      case 'table.show':
      case 'table.rabbit_hunt':
        return choose(live, command, player);
      case 'table.sit_out':
      case 'table.sit_out_next_big_blind':
      case 'table.sit_in':
      case 'table.choose_entry':
      case 'table.straddle':
      case 'table.top_up':
      case 'table.auto_top_up':
      case 'table.leave':
      case 'table.commit_seed':
      case 'table.open_seed':
        return ofSeat(live, command, userId);
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
    const { seat, buyInKrw, cmdId, entry = 'wait', seedCommitment } = command;
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
    const sat = { type: 'take_seat', ...taken, nickname, stackKrw, entry, nowMs } as const;
    const seated = byRule(live, sat);
    if (isRefusal(seated) || seedCommitment === undefined) return seated;
    return [...seated, dealEvent({ type: 'seed_committed', seat, commitment: seedCommitment })];
  }
}
