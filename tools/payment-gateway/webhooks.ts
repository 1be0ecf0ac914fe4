import { randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

import { signatureHeader } from './signature';
import type { Behaviour } from './gateway-types';

const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 15_000;
const MAX_TRIES = 40;
const TIMEOUT_MS = 10_000;

/** An event that waits for the next one to overtake it waits at most so long. */
const REORDER_WAIT_MS = 300;

export interface WebhookOptions {
  readonly webhookUrl: string;
  readonly secret: string;
}

/** Tells of changes by signed webhooks, again and again until somebody hears them. */
export class Webhooks {
  private readonly stopping = new AbortController();
  private held: string | null = null;
  private told = 0;

  constructor(
    private readonly options: WebhookOptions,
    private readonly behaviour: () => Behaviour,
  ) {
    // Each delivery under way listens for the end.
    setMaxListeners(0, this.stopping.signal);
  }

  /** How many deliveries were tried. */
  get tries(): number {
    return this.told;
  }

  tell(paymentId: string): void {
    const { loseWebhooks, duplicates, reorder } = this.behaviour();
    if (loseWebhooks) return;
    const body = JSON.stringify({
      eventId: `evt_${randomBytes(12).toString('hex')}`,
      type: 'payment.changed',
      paymentId,
    });
    const send = (each: string): void => {
      for (let copy = 0; copy < duplicates; copy += 1) void this.deliver(each);
    };
    if (!reorder) send(body);
    else this.overtake(body, send);
  }

  stop(): void {
    this.stopping.abort();
  }

  /** Keeps one event back until the next one has gone out. */
  private overtake(body: string, send: (body: string) => void): void {
    const earlier = this.held;
    this.held = earlier === null ? body : null;
    if (earlier === null) {
      void this.pause(REORDER_WAIT_MS).then(() => {
        if (this.held !== body) return;
        this.held = null;
        send(body);
      });
      return;
    }
    send(body);
    send(earlier);
  }

  private async deliver(body: string): Promise<void> {
    await this.pause(this.behaviour().delayMs);
    let pauseMs = FIRST_PAUSE_MS;
    for (let attempt = 1; attempt <= MAX_TRIES && !this.stopping.signal.aborted; attempt += 1) {
      if (await this.send(body)) return;
      await this.pause(pauseMs);
      pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS);
    }
  }

  private async pause(ms: number): Promise<void> {
    if (ms === 0) return;
    const { signal } = this.stopping;
    await wait(ms, undefined, { signal, ref: false }).catch(() => undefined);
  }

  private async send(body: string): Promise<boolean> {
    this.told += 1;
    try {
      const response = await fetch(this.options.webhookUrl, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Cardroom-Signature': signatureHeader(this.options.secret, [body]),
        },
        body,
        signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), this.stopping.signal]),
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }
}
