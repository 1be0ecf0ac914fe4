import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import { freePort, rateSourcesAt } from '@cardroom/testing';
import { v7 as uuidv7 } from 'uuid';

import type { PaymentWish } from '../../../../tools/payment-gateway/chains';
import type { Gateway } from '../../../../tools/payment-gateway/gateway';
import { GatewayServer } from '../../../../tools/payment-gateway/gateway-server';
import type { Payment } from '../../../../tools/payment-gateway/gateway-types';
import { RateServer } from '../../../../tools/rate-source/rate-server';
import { WalletApi, type Player } from '../wallet-api.builder';
import { DepositAddresses } from './deposit-addresses.service';
import { DepositEventSweeper } from './deposit-event.sweeper';
import { DepositSweeper } from './deposit.sweeper';

const USDT_CONTRACT = '0xdac17f958d2ee523a2206206994597c13d831ec7';

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

/** wallet-api with the simulated gateway and sources of rates beside it, in this process. */
export class WalletWithGateway {
  private constructor(
    readonly api: WalletApi,
    readonly gatewayUrl: string,
    readonly server: GatewayServer,
    readonly rates: RateServer,
  ) {}

  static async start(env: Readonly<Record<string, string>> = {}): Promise<WalletWithGateway> {
    const port = await freePort();
    const gatewayUrl = `http://127.0.0.1:${port}`;
    const rates = new RateServer();
    const api = await WalletApi.start({
      PAYMENT_GATEWAY_URL: gatewayUrl,
      RATE_SOURCES: rateSourcesAt(await rates.listen(0)),
      ...env,
    });
    // The list is read, and rates are sampled, when a test wants it.
    await api.source.query(`UPDATE rate_sampling SET next_at = now() + interval '1 hour'`);
    await api.source.query(`UPDATE gateway_cursors SET next_at = now() + interval '1 hour'`);
    const server = new GatewayServer({
      webhookUrl: `${api.url}/api/v1${WEBHOOK_PATH}`,
      secret: api.secrets.webhookSecret,
      apiSecret: api.secrets.gatewayApiSecret,
      blockMs: 0,
      stateFile: null,
    });
    await server.listen(port);
    return new WalletWithGateway(api, gatewayUrl, server, rates);
  }

  get gateway(): Gateway {
    return this.server.gateway;
  }

  async stop(): Promise<void> {
    await this.server.close();
    await this.api.stop();
    await this.rates.close();
  }

  /** A player with a session; nobody has to wait for a password to be hashed. */
  async player(): Promise<Pick<Player, 'userId' | 'accessToken'>> {
    const userId = uuidv7();
    await this.api.source.query(
      `INSERT INTO users (id, email, email_key, nickname, nickname_key, password_hash)
       VALUES ($1, $2, $2, $2, $2, '-')`,
      [userId, `player-${userId}`],
    );
    return { userId, accessToken: await this.api.enter(userId) };
  }

  /** A player's own address. */
  async addressOf(userId: string, asset = 'USDT'): Promise<string> {
    return (await this.api.get(DepositAddresses).of(userId, asset)).address.address;
  }

  /** A payment of 1 USDT to a player's address, deep in the chain unless told; not waited for. */
  async payTo(userId: string, more: Partial<PaymentWish> = {}): Promise<Payment> {
    const address = more.address ?? (await this.addressOf(userId, more.asset));
    const contract = more.asset === undefined ? USDT_CONTRACT : null;
    return this.gateway.pay({
      ...{ address, asset: 'USDT', network: 'ethereum', amountUnits: '1000000', contract },
      ...{ confirmations: 100, ...more },
    });
  }

  /** Has somebody pay, waits until the webhook was worked off, and returns that event. */
  async pay(userId: string, more: Partial<PaymentWish> = {}): Promise<DepositEvent> {
    const { id } = await this.payTo(userId, more);
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

  /** Where the deposit of a payment stands; null where there is none. */
  async statusOf(paymentId: string): Promise<string | null> {
    const [row] = await this.api.source.query<{ status: string }[]>(
      'SELECT status FROM deposits WHERE payment_id = $1',
      [paymentId],
    );
    return row?.status ?? null;
  }

  /** Waits until the deposit of a payment stands there. */
  async reaches(paymentId: string, status: string): Promise<void> {
    await until(async () => (await this.statusOf(paymentId)) === status);
  }

  async balanceOf({ accessToken: token }: Pick<Player, 'accessToken'>): Promise<number> {
    const { body } = await this.api.send({ path: '/wallet/balance', token });
    return Number(body['availableKrw']);
  }

  /** As if the time of every deposit, event and list had come. */
  async sweep(): Promise<void> {
    const due = (table: string, column: string, which: string) =>
      this.api.source.query(`UPDATE ${table} SET ${column} = now() WHERE ${which}`);
    await due('deposits', 'next_check_at', 'next_check_at IS NOT NULL');
    await due('gateway_cursors', 'next_at', 'true');
    await this.api.get(DepositSweeper).sweep();
    await due('webhook_events', 'next_try_at', 'processed_at IS NULL');
    await this.api.get(DepositEventSweeper).sweep();
  }
}

export interface DepositEvent {
  readonly body: string;
  readonly outcome: string;
}
