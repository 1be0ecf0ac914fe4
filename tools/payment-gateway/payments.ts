import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

/** A payment as the gateway answers for it. */
export interface Payment {
  readonly id: string;
  readonly userRef: string;
  readonly asset: string;
  readonly network: string;
  readonly txid: string;
  readonly outputIndex: number;
  readonly amountUnits: string;
  readonly status: 'pending' | 'confirmed' | 'failed';
}

export interface WebhookOptions {
  readonly webhookUrl: string;
  readonly secret: string;
  /** How often each event is delivered; more than once shows that receivers are idempotent. */
  readonly deliveries: number;
}

const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 15_000;
const MAX_TRIES = 40;
const TIMEOUT_MS = 10_000;

/** The header that proves who sent a body and when. */
export function signatureHeader(secret: string, body: string, nowSeconds: number): string {
  const mac = createHmac('sha256', secret).update(`${nowSeconds}.${body}`).digest('hex');
  return `t=${nowSeconds},v1=${mac}`;
}

/** The simulated gateway's payments: made at once, told by signed webhooks until they are heard. */
export class Payments {
  private readonly byId = new Map<string, Payment>();
  private readonly byKey = new Map<string, Payment>();
  private readonly stopping = new AbortController();

  constructor(private readonly options: WebhookOptions) {}

  find(id: string): Payment | null {
    return this.byId.get(id) ?? null;
  }

  /** The same key pays once. */
  pay(wish: Pick<Payment, 'userRef' | 'asset' | 'network' | 'amountUnits'>, key?: string): Payment {
    const known = key === undefined ? undefined : this.byKey.get(key);
    if (known !== undefined) return known;
    const payment: Payment = {
      id: `pay_${randomBytes(12).toString('hex')}`,
      ...wish,
      txid: `0x${randomBytes(32).toString('hex')}`,
      outputIndex: 0,
      status: 'confirmed',
    };
    this.byId.set(payment.id, payment);
    if (key !== undefined) this.byKey.set(key, payment);
    const eventId = `evt_${randomBytes(12).toString('hex')}`;
    for (let delivery = 0; delivery < this.options.deliveries; delivery += 1) {
      void this.deliver(JSON.stringify({ eventId, paymentId: payment.id }));
    }
    return payment;
  }

  stop(): void {
    this.stopping.abort();
  }

  private async deliver(body: string): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    for (let attempt = 1; attempt <= MAX_TRIES && !this.stopping.signal.aborted; attempt += 1) {
      if (await this.send(body)) return;
      await wait(pauseMs, undefined, { signal: this.stopping.signal, ref: false }).catch(
        () => undefined,
      );
      pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS);
    }
  }

  private async send(body: string): Promise<boolean> {
    const nowSeconds = Math.floor(Date.now() / 1000);
    try {
      const response = await fetch(this.options.webhookUrl, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Cardroom-Signature': signatureHeader(this.options.secret, body, nowSeconds),
        },
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }
}
