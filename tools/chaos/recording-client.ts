import { setTimeout as sleep } from 'node:timers/promises';

import { PlayerClient } from '@cardroom/testing';
import type { Answer } from '@cardroom/protocol';

interface Acknowledged {
  readonly body: { readonly type: string; readonly tableId: string };
  readonly answer: Answer;
  readonly atMs: number;
}

const isAction = (body: unknown): body is Acknowledged['body'] =>
  typeof body === 'object' && body !== null && 'type' in body && body.type === 'table.act';

/** A player who remembers the actions that were acknowledged, to ask for them again. */
export class RecordingClient extends PlayerClient {
  private acknowledged: Acknowledged[] = [];
  acks = 0;

  override async send(body: unknown, timeoutMs?: number): Promise<Answer> {
    const answer = await super.send(body, timeoutMs);
    if (isAction(body) && answer.ok) {
      this.acks += 1;
      this.acknowledged.push({ body, answer, atMs: performance.now() });
    }
    return answer;
  }

  /**
   * Asks again for what was acknowledged since a moment: the same id must get the first answer. One
   * line for each that does not. Rule: I5.
   */
  async lostSince(sinceMs: number): Promise<string[]> {
    const asked = this.acknowledged.filter(({ atMs }) => atMs >= sinceMs);
    this.acknowledged = [];
    const lost: string[] = [];
    for (const { body, answer } of asked) {
      // Slower than the budget of commands of a socket fills up again.
      await sleep(60);
      const again = await super.send(body);
      if (JSON.stringify(again) === JSON.stringify(answer)) continue;
      lost.push(`${this.nickname}: ${JSON.stringify(answer)} became ${JSON.stringify(again)}`);
    }
    return lost;
  }
}
