import type { Answer } from '@cardroom/protocol';

interface Remembered {
  readonly fingerprint: string;
  readonly answer: Answer;
}

const MAX_REMEMBERED = 100;

/**
 * The first answers of recent commands: a repeat gets them again. Accepted ones are in Redis as
 * well; a refused one has changed nothing, so losing it with the process is safe.
 */
export class CommandMemory {
  private readonly answers = new Map<string, Remembered>();

  /** The first answer; 'reused' where the id belongs to another command; null where it is new. */
  recall(cmdId: string, fingerprint: string): Answer | 'reused' | null {
    const known = this.answers.get(cmdId);
    if (known === undefined) return null;
    return known.fingerprint === fingerprint ? known.answer : 'reused';
  }

  remember(cmdId: string, fingerprint: string, answer: Answer): void {
    this.answers.set(cmdId, { fingerprint, answer });
    if (this.answers.size <= MAX_REMEMBERED) return;
    const [oldest] = this.answers.keys();
    if (oldest !== undefined) this.answers.delete(oldest);
  }
}
