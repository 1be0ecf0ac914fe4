import { Logger } from '@nestjs/common';
import {
  canStartHand,
  decideTable,
  isHandRunning,
  seatAt,
  seatIndex,
  seatOfUser,
  sitFault,
  type TableCommand as RuleCommand,
  type TableEvent,
} from '@cardroom/engine';
import { fingerprintOf } from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import {
  BusinessError,
  counter,
  currentRequestId,
  requestIdOf,
  runWithRequestId,
} from '@cardroom/platform';
import {
  errorSpec,
  type Answer,
  type ErrorCode,
  type Refusal,
  type Snapshot,
  type TableCommand,
  type WatchData,
} from '@cardroom/protocol';

import { MAX_BACKLOG_HANDS, type Settler } from '../settlement/settler';
import { actFault, handCommandOf } from './act.rules';
import { CommandMemory } from './command-memory';
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

export interface ActorDeps {
  readonly clock: Clock;
  readonly settler: Settler;
  readonly chores: TableChores;
  /** Reads the table again from its log; null where it is not ours any more. */
  readonly reload: () => Promise<LiveTable | null>;
  /** The table is no longer ours: somebody else has it, or Redis has lost it. */
  readonly onLost: (reason: 'fenced' | 'lost') => void;
}

const actions = counter('actions_total', 'Commands of players at tables.', ['outcome']);
const fenced = counter('fenced_writes_total', 'Commits refused for an old fencing token.');

const RETRY_MS = 1_000;

/** One table, one queue: everything that happens to the table happens here, one at a time. */
export class TableActor {
  private readonly logger = new Logger(TableActor.name);
  private readonly memory = new CommandMemory();
  private queue: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;
  private isStale = false;
  private isDraining = false;
  private isClosed = false;
  private nextHandMs: number;

  constructor(
    private live: LiveTable,
    private readonly deps: ActorDeps,
  ) {
    this.nextHandMs = deps.clock.nowMs();
  }

  get table(): LiveTable {
    return this.live;
  }

  /** Does what a player asks and answers; the same command asked again gets the first answer. */
  submit(command: PlayCommand, player: Player): Promise<Answer> {
    return this.enqueue(async () => {
      const fingerprint = fingerprintOf({ ...command, userId: player.userId });
      const known = this.memory.recall(command.cmdId, fingerprint);
      if (known === 'reused') return refused({ code: 'ACTION_ID_REUSED' });
      const answer = known ?? (await this.answer(command, player, fingerprint));
      actions.inc({ outcome: answer.ok ? 'ok' : answer.code });
      return answer;
    });
  }

  /** What a watcher begins with: the missed deltas where they are kept, else a snapshot. */
  watch(userId: string, sinceVersion: number | undefined): Promise<WatchData> {
    return this.enqueue(async () => {
      await this.refresh();
      const cards = this.live.cardsOf(userId);
      const deltas = sinceVersion === undefined ? null : this.live.deltasSince(sinceVersion);
      if (deltas !== null) return { kind: 'deltas', deltas, cards };
      const snapshot: Snapshot = this.live.snapshot();
      return { kind: 'snapshot', snapshot, cards };
    });
  }

  /** Looks after the table now: clocks, leaving, top-ups, the next hand. */
  wake(): void {
    void this.enqueue(() => this.tend()).catch((error: unknown) => {
      this.logger.warn({ tableId: this.live.state.tableId, err: error }, 'the table waits');
      this.isStale = true;
      this.sleep(RETRY_MS);
    });
  }

  /** No new hand begins from now on; the hand in progress stays in the log for the next owner. */
  drain(): void {
    this.isDraining = true;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.queue.catch(() => undefined);
  }

  private enqueue<T>(task: () => Promise<T>): Promise<T> {
    const requestId = requestIdOf(currentRequestId());
    const run = this.queue.then(() => {
      if (this.isClosed) throw new BusinessError('TABLE_MOVED');
      return runWithRequestId(requestId, task);
    });
    this.queue = run.catch(() => undefined);
    return run;
  }

  private async answer(command: PlayCommand, player: Player, fingerprint: string): Promise<Answer> {
    await this.refresh();
    const requestId = requestIdOf(currentRequestId());
    const decided = await this.decide(command, player);
    if (isRefusal(decided)) {
      const answer = refused(decided, this.live.version);
      this.memory.remember(command.cmdId, fingerprint, answer);
      return answer;
    }
    const version = this.live.version + (decided.length === 0 ? 0 : 1);
    const answer: Answer = { ok: true, requestId, stateVersion: version };
    const first =
      decided.length === 0
        ? answer
        : await this.commitFor(decided, { command, player, fingerprint, answer });
    this.memory.remember(command.cmdId, fingerprint, first);
    this.wake();
    return first;
  }

  private async commitFor(
    events: readonly TableEvent[],
    given: {
      readonly command: PlayCommand;
      readonly player: Player;
      readonly fingerprint: string;
      readonly answer: Answer;
    },
  ): Promise<Answer> {
    const { command, player, fingerprint, answer } = given;
    const outcome = await this.commit(events, {
      userId: player.userId,
      command: { cmdId: command.cmdId, fingerprint, answer },
    });
    switch (outcome.status) {
      case 'committed':
        return answer;
      case 'repeated':
        return outcome.answer as Answer;
      case 'reused':
        return refused({ code: 'ACTION_ID_REUSED' });
    }
  }

  /** Commits, or throws and leaves the table to be read again. */
  private async commit(
    events: readonly TableEvent[],
    context: Omit<Parameters<LiveTable['commit']>[1], 'requestId'> = {},
  ) {
    const requestId = requestIdOf(currentRequestId());
    let outcome;
    try {
      outcome = await this.live.commit(events, { ...context, requestId });
    } catch (cause) {
      this.isStale = true;
      this.deps.chores.askAgain();
      this.logger.warn({ tableId: this.live.state.tableId, err: cause }, 'a commit has no answer');
      throw new BusinessError('OUTCOME_UNKNOWN');
    }
    if (outcome.status === 'fenced' || outcome.status === 'lost') {
      if (outcome.status === 'fenced') fenced.inc();
      this.isClosed = true;
      this.deps.onLost(outcome.status);
      throw new BusinessError('TABLE_MOVED');
    }
    if (outcome.status === 'conflict') {
      this.isStale = true;
      throw new BusinessError('TABLE_MOVED');
    }
    return outcome;
  }

  /** After a commit without an answer nothing is believed but the log. */
  private async refresh(): Promise<void> {
    if (!this.isStale) return;
    const live = await this.deps.reload();
    if (live === null) {
      this.isClosed = true;
      this.deps.onLost('lost');
      throw new BusinessError('TABLE_MOVED');
    }
    this.live = live;
    this.isStale = false;
    this.wake();
  }

  private async decide(
    command: PlayCommand,
    player: Player,
  ): Promise<readonly TableEvent[] | Refusal> {
    const { state } = this.live;
    if (this.live.isPaused && command.type !== 'table.leave') return { code: 'TABLE_PAUSED' };
    if (command.type === 'table.sit') return this.sit(command, player);
    const at = seatOfUser(state, player.userId);
    if (command.type === 'table.act') return this.act(command, player);
    if (at === null) return { code: 'NOT_SEATED' };
    const { seat } = at;
    switch (command.type) {
      case 'table.sit_out':
        return this.rule({ type: 'sit_out', seat });
      case 'table.sit_in':
        return this.rule({ type: 'sit_in', seat });
      case 'table.leave':
        return this.rule({ type: 'leave', seat });
      case 'table.top_up': {
        const amountKrw = krw(command.amountKrw);
        return this.rule({ type: 'top_up', seat, topUpId: command.cmdId, amountKrw });
      }
    }
  }

  private act(
    command: Extract<PlayCommand, { type: 'table.act' }>,
    player: Player,
  ): readonly TableEvent[] | Refusal {
    const { state, version, turn } = this.live;
    const turnSinceVersion = turn?.sinceVersion ?? version;
    const fault = actFault(command, player.userId, { state, version, turnSinceVersion });
    if (fault !== null) return fault;
    const at = seatOfUser(state, player.userId);
    const action = at === null ? null : handCommandOf(command, at);
    if (action === null) return { code: 'VALIDATION_FAILED' };
    const usedMs = turn?.seat === at?.seat ? bankUsedMs(this.deps.clock, turn) : 0;
    return this.rule({ type: 'play', action, usedMs });
  }

  private async sit(
    command: Extract<PlayCommand, { type: 'table.sit' }>,
    player: Player,
  ): Promise<readonly TableEvent[] | Refusal> {
    if (player.isStaff) return { code: 'STAFF_CANNOT_PLAY' };
    if (this.isDraining) return { code: 'SERVER_DRAINING' };
    const { userId, nickname } = player;
    const { seat, buyInKrw, cmdId } = command;
    const fault = sitFault(this.live.state, { seat, userId, buyInKrw });
    if (fault !== null) return fault;
    const { chores } = this.deps;
    try {
      const taken = { seat: seatIndex(seat), userId, amountKrw: krw(buyInKrw) };
      const seatSessionId = await chores.buyIn({ ...taken, cmdId });
      const { amountKrw: stackKrw, ...place } = taken;
      return this.rule({ type: 'take_seat', ...place, nickname, seatSessionId, stackKrw });
    } catch (cause) {
      if (cause instanceof BusinessError) return { code: cause.code };
      // The money may have moved: PostgreSQL is asked before the table goes on.
      chores.askAgain();
      throw cause;
    }
  }

  private rule(command: RuleCommand): readonly TableEvent[] | Refusal {
    const decided = decideTable(this.live.state, command, this.live.dealer());
    return decided.ok ? decided.value : decided.error;
  }

  /** One round of looking after the table; every step that changes it ends the round. */
  private async tend(): Promise<void> {
    await this.refresh();
    if (isHandRunning(this.live.state)) {
      await this.tendClock();
      return;
    }
    const isBusy = this.deps.settler.backlogHands > 0;
    this.setPaused(this.deps.settler.backlogHands >= MAX_BACKLOG_HANDS);
    if (!isBusy) {
      const events = await this.deps.chores.next(this.live.state);
      if (events !== null) {
        await this.commit(events);
        this.wake();
        return;
      }
    }
    await this.tendNextHand(isBusy);
  }

  private async tendNextHand(isBusy: boolean): Promise<void> {
    const { state } = this.live;
    if (this.isDraining || this.live.isPaused || !canStartHand(state)) return;
    // Whoever leaves or waits for chips is served before the next hand, not after it.
    if (isBusy && this.deps.chores.hasWork(state)) return;
    const waitMs = this.nextHandMs - this.deps.clock.nowMs();
    if (waitMs > 0) {
      this.sleep(waitMs);
      return;
    }
    const { handId, deck } = this.deps.chores.newHand(state);
    const decided = decideTable(state, { type: 'start_hand', handId }, this.live.dealer(deck));
    if (!decided.ok) throw new Error(`A hand does not start: ${decided.error.code}`);
    await this.commit(decided.value, { deck });
    this.wake();
  }

  private async tendClock(): Promise<void> {
    const { turn, state } = this.live;
    if (turn === null) return;
    const seat = seatIndex(turn.seat);
    const at = seatAt(state, seat);
    const waitMs = at === null || at.leaving ? 0 : turn.deadlineMs - this.deps.clock.nowMs();
    if (waitMs > 0) {
      this.sleep(waitMs);
      return;
    }
    if (at !== null && !at.leaving && turn.bankSinceMs === null && at.timeBankMs > 0) {
      await this.commitRule({ type: 'start_time_bank', seat });
    } else {
      const usedMs = bankUsedMs(this.deps.clock, turn);
      const type = at?.leaving === false ? 'timeout' : 'fold';
      await this.commitRule({ type: 'play', action: { type, seat }, usedMs });
    }
    this.wake();
  }

  private async commitRule(command: RuleCommand): Promise<void> {
    const events = this.rule(command);
    if (isRefusal(events)) throw new Error(`The system may not ${command.type}: ${events.code}`);
    await this.commit(events);
  }

  /** Told by the live table when a hand is over: the winner is seen for a while. */
  handEnded(): void {
    this.nextHandMs = this.deps.clock.nowMs() + this.live.state.config.showdownPauseMs;
  }

  private setPaused(paused: boolean): void {
    if (paused === this.live.isPaused) return;
    this.live.isPaused = paused;
    this.deps.chores.tellPaused(paused);
  }

  private sleep(ms: number): void {
    if (this.timer !== null) clearTimeout(this.timer);
    if (this.isClosed) return;
    this.timer = setTimeout(() => this.wake(), Math.ceil(ms));
  }
}

const isRefusal = (decided: readonly TableEvent[] | Refusal): decided is Refusal =>
  !Array.isArray(decided);

function refused(refusal: Refusal, stateVersion?: number): Answer {
  const code: ErrorCode = refusal.code;
  return {
    ok: false,
    code,
    message: refusal.message ?? errorSpec(code).message,
    requestId: requestIdOf(currentRequestId()),
    ...(code === 'STALE_STATE' && stateVersion !== undefined ? { stateVersion } : {}),
  };
}
