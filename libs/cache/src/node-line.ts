import { randomUUID } from 'node:crypto';

import { Logger } from '@nestjs/common';
import type { Redis } from 'ioredis';

import type { Keys } from './keys';

/** What became of a question to another node. */
export type LineAnswer =
  | { readonly status: 'answered'; readonly value: unknown }
  /** Nobody listens there: it was not heard, so it may be asked elsewhere. */
  | { readonly status: 'nobody' }
  /** No answer in time: it may have been done. */
  | { readonly status: 'silent' };

type LineMessage =
  | { readonly id: string; readonly from: string; readonly ask: unknown }
  | { readonly id: string; readonly answer: unknown };

const isMessage = (value: unknown): value is LineMessage =>
  typeof value === 'object' && value !== null && 'id' in value;

/** ioredis says so of what it did not send; all else may have been heard. */
const isUnsent = (cause: unknown): boolean =>
  cause instanceof Error && cause.message.startsWith("Stream isn't writeable");

/**
 * Questions and answers between processes, each heard on a channel of its own. Redis keeps nothing
 * of them; what travels here may be private to one player and is therefore never logged.
 */
export class NodeLine {
  private readonly logger = new Logger(NodeLine.name);
  private readonly waiting = new Map<string, (answer: LineAnswer) => void>();

  constructor(
    private readonly publisher: Redis,
    private readonly keys: Keys,
    private readonly nodeId: string,
  ) {}

  /**
   * Hears questions, and answers to what this node asks, on a connection that is used for nothing
   * but listening, and is renewed by itself.
   */
  async listen(subscriber: Redis, reply: (question: unknown) => Promise<unknown>): Promise<void> {
    subscriber.on('smessage', (_channel: string, text: string) => this.hear(text, reply));
    await subscriber.ssubscribe(this.keys.nodeLine(this.nodeId));
  }

  /** Asks a node. Errors: rejects where the question has not even left; nobody has heard it. */
  async ask(nodeId: string, ask: unknown, timeoutMs: number): Promise<LineAnswer> {
    const id = randomUUID();
    const answered = new Promise<LineAnswer>((resolve) => {
      const timer = setTimeout(() => this.resolve(id, { status: 'silent' }), timeoutMs);
      this.waiting.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
    });
    try {
      const heard = await this.send(nodeId, { id, from: this.nodeId, ask });
      if (heard === 0) this.resolve(id, { status: 'nobody' });
    } catch (cause) {
      this.resolve(id, { status: 'silent' });
      if (isUnsent(cause)) throw cause;
    }
    return answered;
  }

  /**
   * Those of the nodes that nobody listens for: their process has ended, or has lost Redis. None where
   * this node is not listened for either: then Redis has only just come back.
   */
  async deafOf(nodeIds: readonly string[]): Promise<string[]> {
    const asked = [this.nodeId, ...nodeIds];
    const channels = asked.map((nodeId) => this.keys.nodeLine(nodeId));
    const reply = await this.publisher.pubsub('SHARDNUMSUB', ...channels);
    const deaf = asked.filter((_, at) => Number(reply[2 * at + 1]) === 0);
    return deaf.includes(this.nodeId) ? [] : deaf;
  }

  private resolve(id: string, answer: LineAnswer): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    waiting?.(answer);
  }

  /** How many heard it. */
  private async send(nodeId: string, message: LineMessage): Promise<number> {
    const text = JSON.stringify(message);
    return Number(await this.publisher.spublish(this.keys.nodeLine(nodeId), text));
  }

  /** One message must not end the process: other nodes may run another version. */
  private hear(text: string, reply: (question: unknown) => Promise<unknown>): void {
    try {
      const message: unknown = JSON.parse(text);
      if (!isMessage(message)) throw new Error('not a message of the line');
      if ('answer' in message) {
        this.resolve(message.id, { status: 'answered', value: message.answer });
      } else void this.reply(message, reply);
    } catch {
      this.logger.error('a message of another node is not understood');
    }
  }

  private async reply(
    { id, from, ask }: Extract<LineMessage, { ask: unknown }>,
    reply: (question: unknown) => Promise<unknown>,
  ): Promise<void> {
    try {
      await this.send(from, { id, answer: await reply(ask) });
    } catch (cause) {
      this.logger.warn({ from, err: cause }, 'another node gets no answer');
    }
  }
}
