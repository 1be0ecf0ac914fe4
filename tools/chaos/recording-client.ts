import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { PlayerClient, type PlayerClientOptions } from '@cardroom/client';
import { wholeBetween, type Random } from '@cardroom/testing';
import { errorSpec, type Answer, type ErrorCode } from '@cardroom/protocol';

import type { Operation } from './history';

interface Acknowledged {
  readonly body: ActionBody;
  readonly answer: Answer;
}

interface ActionBody {
  readonly type: string;
  readonly cmdId: string;
  readonly tableId: string;
}

const isAction = (body: unknown): body is ActionBody =>
  typeof body === 'object' && body !== null && 'type' in body && body.type === 'table.act';

/** Answers that do not say whether the command took effect. */
const UNKNOWN: ReadonlySet<ErrorCode> = new Set(['OUTCOME_UNKNOWN', 'INTERNAL_ERROR']);

/** So many actions are asked for again after a fault, of each player. */
const ASKED_AGAIN = 6;
/** Steps of its course that are kept. */
const KEPT_STEPS = 20;
const LATE_MS = { min: 1, max: 400 };

/** A player who remembers what was asked and answered, and whose messages may get lost on their way. */
export class RecordingClient extends PlayerClient {
  private acknowledged: Acknowledged[] = [];
  private offlineSinceMs: number | null = null;
  private longestOfflineMs = 0;
  private course: readonly string[] = [];
  /** While it is given, actions come twice, late or not at all. */
  mischief: Random | null = null;

  constructor(
    options: PlayerClientOptions,
    private readonly onOperation: (operation: Operation) => void,
  ) {
    super(options);
    this.on('offline', (reason) => this.noteOffline(`offline (${reason})`));
    this.on('refused', (code) => this.noteOffline(code));
    this.on('online', () => {
      this.noteCourse('online');
      this.takeOfflineMs();
    });
  }

  override async send(body: unknown, timeoutMs?: number): Promise<Answer> {
    if (!isAction(body)) return super.send(body, timeoutMs);
    this.note(body, null);
    const answer = await (this.mischief === null
      ? super.send(body, timeoutMs)
      : this.sendBadly(body, this.mischief));
    this.note(body, answer);
    if (answer.ok) this.acknowledged = [...this.acknowledged, { body, answer }].slice(-ASKED_AGAIN);
    return answer;
  }

  /** What became of its connections since it was asked last, each with the time since it was offline. */
  takeCourse(): string {
    const course = this.course.join(', ');
    this.course = [];
    return course;
  }

  /** How long it was without a connection at most since it was asked last. */
  takeLongestOfflineMs(): number {
    this.takeOfflineMs();
    const longestMs = this.longestOfflineMs;
    this.longestOfflineMs = 0;
    return longestMs;
  }

  /**
   * Asks again for what was acknowledged last: the same id must get the first answer, unless it went
   * with a log that was lost. One line for each that does not. Rule: I5.
   */
  async askAgain({ mayBeForgotten }: { readonly mayBeForgotten: boolean }): Promise<string[]> {
    const lost: string[] = [];
    for (const { body, answer } of this.acknowledged.splice(0)) {
      const again = await super.send(body);
      if (JSON.stringify(again) === JSON.stringify(answer)) continue;
      if (!again.ok && (mayBeForgotten || errorSpec(again.code).retryable)) continue;
      lost.push(`I5 ${this.nickname}: ${JSON.stringify(answer)} became ${JSON.stringify(again)}`);
    }
    return lost;
  }

  /** F24: twice at once, late, or lost on the way there or back. */
  private async sendBadly(body: ActionBody, random: Random): Promise<Answer> {
    const fate = wholeBetween(random, 1, 6);
    if (fate === 1) return unanswered();
    await sleep(fate === 2 ? wholeBetween(random, LATE_MS.min, LATE_MS.max) : 0);
    const answers = await Promise.all(
      Array.from({ length: fate === 3 ? 3 : 1 }, () => super.send(body)),
    );
    return fate === 4 ? unanswered() : (answers.at(-1) ?? unanswered());
  }

  private note({ tableId, cmdId }: ActionBody, answer: Answer | null): void {
    const commandId = `${this.userId}:${cmdId}`;
    if (answer === null || !isFinal(answer)) {
      this.onOperation({ tableId, commandId, outcome: 'unknown' });
    } else if (answer.ok) {
      const { stateVersion } = answer;
      const version = stateVersion === undefined ? {} : { stateVersion };
      this.onOperation({ tableId, commandId, outcome: 'ok', ...version });
    } else this.onOperation({ tableId, commandId, outcome: 'refused' });
  }

  private noteOffline(what: string): void {
    this.offlineSinceMs ??= performance.now();
    this.noteCourse(what);
  }

  private noteCourse(what: string): void {
    const sinceMs = performance.now() - (this.offlineSinceMs ?? performance.now());
    this.course = [...this.course.slice(1 - KEPT_STEPS), `${what} +${Math.round(sinceMs)} ms`];
  }

  private takeOfflineMs(): void {
    if (this.offlineSinceMs === null) return;
    const nowMs = performance.now();
    this.longestOfflineMs = Math.max(this.longestOfflineMs, nowMs - this.offlineSinceMs);
    this.offlineSinceMs = this.isOnline ? null : this.offlineSinceMs;
  }
}

const isFinal = (answer: Answer): boolean => answer.ok || !UNKNOWN.has(answer.code);

const unanswered = (): Answer => ({
  ...{ ok: false, code: 'OUTCOME_UNKNOWN', requestId: randomUUID() },
  message: 'lost on its way',
});
