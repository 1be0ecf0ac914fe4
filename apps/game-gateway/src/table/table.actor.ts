import { Logger } from '@nestjs/common';
import { isHandRunning } from '@cardroom/engine';
import { fingerprintOf } from '@cardroom/ledger';
import {
  BusinessError,
  counter,
  currentRequestId,
  requestIdOf,
  runWithRequestId,
} from '@cardroom/platform';
import { errorSpec, type Answer, type Refusal, type WatchData } from '@cardroom/protocol';

import { CommandMemory } from './command-memory';
import { voidingEvents } from './hand-in-progress';
import type { HostedEvent } from './hosted-event';
import type { CommitContext, LiveTable } from './live-table';
import { isRefusal, type PlayCommand, type Player, type PlayerCommands } from './player-commands';
import type { TableChores } from './table.chores';
import { secretsOf, type Duty, type TableDuties } from './table.duties';
import type { FirstAnswer } from './table.store';

export interface ActorDeps {
  readonly commands: PlayerCommands;
  readonly duties: TableDuties;
  readonly chores: TableChores;
  /** What a command was answered when it ran, by the log. */
  readonly firstAnswer: (commandId: string) => Promise<FirstAnswer | null>;
  /** Reads the table again from its log; null where it is not ours any more. */
  readonly reload: () => Promise<LiveTable | null>;
  /** The table is no longer ours: somebody else has it, or Redis has lost it. */
  readonly onLost: (reason: 'fenced' | 'lost') => void;
  /** The rules of the table broke: somebody has to look. */
  readonly onFault: (cause: unknown) => void;
}

/** One command, as it is known to the log. */
interface Asked {
  readonly command: PlayCommand;
  readonly player: Player;
  /** Ids are the player's own: two players may choose the same. */
  readonly commandId: string;
  readonly fingerprint: string;
}

const actions = counter('actions_total', 'Commands of players at tables.', ['outcome']);
const fenced = counter('fenced_writes_total', 'Commits refused for an old fencing token.');

const RETRY_MS = 1_000;

/** A hand whose next step breaks the rules this many times in a row is void. */
const MAX_FAULTS = 3;

/** One table, one queue: everything that happens to the table happens here, one at a time. */
export class TableActor {
  private readonly logger = new Logger(TableActor.name);
  private readonly memory = new CommandMemory();
  private queue: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;
  private isWaking = false;
  private isStale = false;
  private isClosed = false;
  private faults = 0;

  constructor(
    private live: LiveTable,
    private readonly deps: ActorDeps,
  ) {}

  get table(): LiveTable {
    return this.live;
  }

  /** Does what a player asks and answers; the same command asked again gets the first answer. */
  submit(command: PlayCommand, player: Player): Promise<Answer> {
    return this.enqueue(async () => {
      const { userId } = player;
      const commandId = `${userId}:${command.cmdId}`;
      const fingerprint = fingerprintOf({ ...command, userId });
      const known = this.memory.recall(commandId, fingerprint);
      if (known === 'reused') return refused({ code: 'ACTION_ID_REUSED' });
      const answer = known ?? (await this.answer({ command, player, commandId, fingerprint }));
      actions.inc({ outcome: answer.ok ? 'ok' : answer.code });
      return answer;
    });
  }

  /** What a watcher begins with: the missed deltas where they are kept, else a snapshot. */
  watch(userId: string, sinceVersion: number | undefined): Promise<WatchData> {
    return this.enqueue(async () => {
      await this.refresh();
      const cards = this.live.cardsOf(userId);
      const own = this.live.ownOf(userId);
      const deltas = sinceVersion === undefined ? null : this.live.deltasSince(sinceVersion);
      return deltas === null
        ? { kind: 'snapshot', snapshot: this.live.snapshot(), cards, own }
        : { kind: 'deltas', deltas, cards, own };
    });
  }

  /** Looks after the table soon: clocks, leaving, top-ups, the next hand. */
  wake(): void {
    if (this.isWaking || this.isClosed) return;
    this.isWaking = true;
    void this.enqueue(() => this.tend()).catch((error: unknown) => {
      if (this.isClosed) return;
      this.logger.warn({ tableId: this.live.state.tableId, err: error }, 'the table waits');
      this.isStale = true;
      this.sleep(RETRY_MS);
    });
  }

  /** Ends with what is being done; nothing is done after it. */
  async close(): Promise<void> {
    this.isClosed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.queue;
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

  private async answer(asked: Asked): Promise<Answer> {
    try {
      await this.refresh();
      const answer = await this.firstAnswer(asked);
      const isFinal = answer.ok || !errorSpec(answer.code).retryable;
      if (isFinal) this.memory.remember(asked.commandId, asked.fingerprint, answer);
      return answer;
    } finally {
      this.wake();
    }
  }

  private async firstAnswer(asked: Asked): Promise<Answer> {
    const { command, player, commandId, fingerprint } = asked;
    const events = await this.deps.commands.decide(this.live, command, player);
    if (isRefusal(events) || events.length === 0) {
      // What the table refuses now, or has done already, it may have answered before a restart.
      const first = await this.deps.firstAnswer(commandId);
      if (first !== null && first.fingerprint !== fingerprint) {
        return refused({ code: 'ACTION_ID_REUSED' });
      }
      if (first !== null) return first.answer as Answer;
    }
    if (isRefusal(events)) return refused(events, this.live.version);
    const requestId = requestIdOf(currentRequestId());
    const stateVersion = this.live.version + (events.length === 0 ? 0 : 1);
    const answer: Answer = { ok: true, requestId, stateVersion };
    if (events.length === 0) return answer;
    const outcome = await this.commit(events, {
      userId: player.userId,
      command: { cmdId: commandId, fingerprint, answer },
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
    events: readonly HostedEvent[],
    context: Omit<CommitContext, 'requestId'> = {},
  ) {
    const requestId = requestIdOf(currentRequestId());
    let outcome;
    try {
      outcome = await this.live.commit(events, { ...context, requestId });
    } catch (cause) {
      this.isStale = true;
      this.logger.warn({ tableId: this.live.state.tableId, err: cause }, 'a commit has no answer');
      throw new BusinessError('OUTCOME_UNKNOWN');
    }
    if (outcome.status === 'fenced' || outcome.status === 'lost') {
      if (outcome.status === 'fenced') fenced.inc();
      this.lose(outcome.status);
    }
    if (outcome.status === 'conflict') {
      this.isStale = true;
      throw new BusinessError('TABLE_MOVED');
    }
    return outcome;
  }

  private lose(reason: 'fenced' | 'lost'): never {
    this.isClosed = true;
    this.deps.onLost(reason);
    throw new BusinessError('TABLE_MOVED');
  }

  /** After a commit without an answer nothing is believed but the log and PostgreSQL. */
  private async refresh(): Promise<void> {
    if (!this.isStale) return;
    const live = await this.deps.reload();
    if (live === null) this.lose('lost');
    this.live = live;
    this.isStale = false;
    this.deps.chores.askAgain();
  }

  private async tend(): Promise<void> {
    this.isWaking = false;
    await this.refresh();
    const duty = await this.nextDuty();
    if (duty.type === 'wait') this.sleep(duty.ms);
    if (duty.type !== 'commit') return;
    await this.commit(duty.events, secretsOf(duty));
    this.wake();
  }

  /** A hand that cannot go on is void. Rule: docs/rules/holdem.md §9. */
  private async nextDuty(): Promise<Duty> {
    try {
      const duty = await this.deps.duties.next(this.live);
      this.faults = 0;
      return duty;
    } catch (cause) {
      if (!isHandRunning(this.live.state)) throw cause;
      this.faults += 1;
      this.deps.onFault(cause);
      if (this.faults < MAX_FAULTS) throw cause;
      return { type: 'commit', events: voidingEvents('rules_broken') };
    }
  }

  private sleep(ms: number): void {
    if (this.timer !== null) clearTimeout(this.timer);
    if (this.isClosed) return;
    this.timer = setTimeout(() => {
      // What the house does later is not done for the command of now.
      runWithRequestId(requestIdOf(undefined), () => this.wake());
    }, Math.ceil(ms));
  }
}

function refused(refusal: Refusal, stateVersion?: number): Answer {
  const { code, message = errorSpec(code).message } = refusal;
  return {
    ...{ ok: false, code, message, requestId: requestIdOf(currentRequestId()) },
    ...(code === 'STALE_STATE' && stateVersion !== undefined ? { stateVersion } : {}),
  };
}
