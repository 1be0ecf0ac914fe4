import { createHmac } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { freePort, OwnedProcess, projectRoot } from '@cardroom/testing';

import { WalletApi } from '../wallet-api.builder';

export const WEBHOOK_PATH = '/wallet/webhook/deposit';

/** The header of the gateway, as its documentation words it. */
export function signatureOf(
  body: string,
  secret: string,
  signedAt = Math.floor(Date.now() / 1000),
): string {
  const mac = createHmac('sha256', secret).update(`${signedAt}.${body}`).digest('hex');
  return `t=${signedAt},v1=${mac}`;
}

/** Asks until the condition holds. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('it did not come to hold within 10 s');
    await wait(25);
  }
}

/** wallet-api with the simulated payment gateway as a process beside it. */
export class WalletWithGateway {
  private constructor(
    readonly api: WalletApi,
    readonly gatewayUrl: string,
    private readonly gateway: OwnedProcess,
  ) {}

  static async start(): Promise<WalletWithGateway> {
    const port = await freePort();
    const gatewayUrl = `http://127.0.0.1:${port}`;
    const api = await WalletApi.start({ PAYMENT_GATEWAY_URL: gatewayUrl });
    const gateway = await OwnedProcess.start({
      name: 'payment-gateway',
      command: process.execPath,
      args: [
        join(projectRoot(), 'dist/tools/payment-gateway/main.js'),
        ...['serve', '--port', String(port), '--secret', api.secrets.webhookSecret],
        ...['--api-secret', api.secrets.gatewayApiSecret],
        ...['--webhook-url', `${api.url}/api/v1${WEBHOOK_PATH}`],
      ],
      env: { PATH: process.env['PATH'] },
      logFile: join(mkdtempSync(join(tmpdir(), 'cardroom-gateway-')), 'gateway.log'),
    });
    await until(() =>
      fetch(`${gatewayUrl}/health`).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    return new WalletWithGateway(api, gatewayUrl, gateway);
  }

  async stop(): Promise<void> {
    await this.gateway.stop();
    await this.api.stop();
  }

  /** Has the gateway pay, waits until its webhook was worked off, and returns that event. */
  async pay(userRef: string, more: object = {}): Promise<DepositEvent> {
    const response = await fetch(`${this.gatewayUrl}/control/deposits`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ address: userRef, asset: 'USDT', network: 'ethereum', amountUnits: '1000000' },
        ...{ confirmations: 100, ...more },
      }),
    });
    const { id } = (await response.json()) as { id: string };
    return this.eventOf(id);
  }

  /** The event of a payment, when it was worked off. */
  async eventOf(paymentId: string): Promise<DepositEvent> {
    const events: DepositEvent[] = [];
    await until(async () => {
      events.push(
        ...(await this.api.source.query<DepositEvent[]>(
          `SELECT body, outcome FROM webhook_events
           WHERE processed_at IS NOT NULL AND body::json->>'paymentId' = $1`,
          [paymentId],
        )),
      );
      return events.length > 0;
    });
    const [event] = events;
    if (event === undefined) throw new Error('no event');
    return event;
  }
}

export interface DepositEvent {
  readonly body: string;
  readonly outcome: string;
}
