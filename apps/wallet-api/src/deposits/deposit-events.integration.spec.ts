import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { rateSourcesAt } from '@cardroom/testing';

import { RateServer } from '../../../../tools/rate-source/rate-server';
import { WalletApi, type Answer, type Player } from '../wallet-api.builder';
import { DepositAddressRepository } from './deposit-address.repository';
import { DepositEventSweeper } from './deposit-event.sweeper';
import { DepositSweeper } from './deposit.sweeper';
import { signatureOf, WEBHOOK_PATH } from './gateway.builder';

type PaymentAnswer = Readonly<Record<string, unknown>> | 'unknown';

let api: WalletApi;
let player: Player;
let gateway: Server;
let rates: RateServer;
let events = 0;
let sequence = 0;

const ADDRESS = '0x52908400098527886e0f7030069857d2e4169ee7';
const USDT_CONTRACT = '0xdac17f958d2ee523a2206206994597c13d831ec7';

/** What the gateway of this file answers, by the payment's id. */
const payments = new Map<string, PaymentAnswer>();

function answerOf(paymentId: string): { status: number; body: unknown } {
  const payment = payments.get(paymentId) ?? 'unknown';
  return payment === 'unknown' ? { status: 404, body: {} } : { status: 200, body: payment };
}

beforeAll(async () => {
  rates = new RateServer();
  const rateUrl = await rates.listen(0);
  gateway = createServer((request, response) => {
    const { status, body } = answerOf((request.url ?? '').replace('/v1/payments/', ''));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  const { port } = gateway.address() as AddressInfo;
  api = await WalletApi.start({
    PAYMENT_GATEWAY_URL: `http://127.0.0.1:${port}`,
    RATE_SOURCES: rateSourcesAt(rateUrl),
  });
  player = await api.player();
  const place = { userId: player.userId, asset: 'USDT', network: 'ethereum' };
  await api.get(DepositAddressRepository).keep(api.source.manager, place, ADDRESS);
});

afterAll(async () => {
  await api.stop();
  await rates.close();
  await new Promise((resolve) => gateway.close(resolve));
});

/** A payment of 1,400 won to the player, in the state that is told. */
function paymentOf(id: string, more: object = {}): PaymentAnswer {
  sequence += 1;
  return {
    sequence,
    ...{ id, address: ADDRESS, asset: 'USDT', network: 'ethereum', txid: `0x${id}` },
    ...{ outputIndex: 0, amountUnits: '1000000', status: 'valid' },
    ...{ contract: USDT_CONTRACT, confirmations: 100, screening: 'clear', ...more },
  };
}

const balanceKrw = async (): Promise<unknown> =>
  (await api.send({ path: '/wallet/balance', token: player.accessToken })).body['availableKrw'];

/** Delivers an event of a payment; `eventId` is new unless told. */
async function deliver(paymentId: string, eventId = `evt_${(events += 1)}`): Promise<Answer> {
  const body = JSON.stringify({ eventId, paymentId });
  const headers = { 'x-cardroom-signature': signatureOf(body, api.secrets.webhookSecret) };
  return api.send({ path: WEBHOOK_PATH, body, headers });
}

interface EventRow {
  readonly outcome: string | null;
  readonly open: boolean;
  readonly attempts: number;
}

async function eventOf(paymentId: string): Promise<EventRow | undefined> {
  const [row] = await api.source.query<EventRow[]>(
    `SELECT outcome, processed_at IS NULL AS open, attempts FROM webhook_events
     WHERE body::json->>'paymentId' = $1`,
    [paymentId],
  );
  return row;
}

/** As if the time of every open event had come. */
async function sweep(): Promise<void> {
  await api.source.query(
    'UPDATE webhook_events SET next_try_at = now() WHERE processed_at IS NULL',
  );
  await api.get(DepositEventSweeper).sweep();
}

describe('an event that could not be worked off', () => {
  it('is answered as a failure of the gateway, stays open, and is swept when it is back', async () => {
    const before = await balanceKrw();
    payments.set('late', 'unknown');
    expect((await deliver('late')).status).toBe(502);
    await sweep();
    expect(await eventOf('late')).toEqual({ outcome: null, open: true, attempts: 1 });
    expect(await balanceKrw()).toBe(before);
    payments.set('late', paymentOf('late'));
    await sweep();
    expect(await eventOf('late')).toMatchObject({ outcome: 'credited', open: false });
    expect(await balanceKrw()).toBe(Number(before) + 1_400);
  });

  it('is not tried before its time', async () => {
    payments.set('early', 'unknown');
    await deliver('early');
    await api.get(DepositEventSweeper).sweep();
    expect(await eventOf('early')).toMatchObject({ open: true, attempts: 0 });
  });

  it('is worked off when it is delivered again, and the sweep leaves it alone', async () => {
    payments.set('again', 'unknown');
    await deliver('again', 'evt_again');
    payments.set('again', paymentOf('again'));
    expect((await deliver('again', 'evt_again')).body['outcome']).toBe('credited');
    const before = await api.books();
    await sweep();
    expect(await api.books()).toEqual(before);
  });

  it('is credited once when a sweep and several deliveries come at the same time', async () => {
    const before = Number(await balanceKrw());
    payments.set('race', 'unknown');
    await deliver('race', 'evt_race');
    payments.set('race', paymentOf('race'));
    await Promise.all([
      ...Array.from({ length: 5 }, () => deliver('race', 'evt_race')),
      ...Array.from({ length: 5 }, () => deliver('race')),
      sweep(),
      sweep(),
    ]);
    expect(await balanceKrw()).toBe(before + 1_400);
  });

  it('is closed while its payment is pending: the deposit is followed from there', async () => {
    payments.set('slow', paymentOf('slow', { confirmations: 0 }));
    const answer = await deliver('slow');
    expect([answer.status, answer.body['outcome']]).toEqual([200, 'detected']);
    expect(await eventOf('slow')).toMatchObject({ open: false, outcome: 'detected' });
    payments.set('slow', paymentOf('slow', { status: 'failed' }));
    await api.source.query(`UPDATE deposits SET next_check_at = now() WHERE payment_id = 'slow'`);
    await api.get(DepositSweeper).sweep();
    const [deposit] = await api.source.query<unknown[]>(
      `SELECT status FROM deposits WHERE payment_id = 'slow'`,
    );
    expect(deposit).toEqual({ status: 'orphaned' });
  });

  it('F23 is given up to a person after 30 tries, and others go on', async () => {
    payments.set('poison', 'unknown');
    await deliver('poison', 'evt_poison');
    await api.source.query(`UPDATE webhook_events SET attempts = 30 WHERE event_id = 'evt_poison'`);
    const before = await api.books();
    await sweep();
    expect(await eventOf('poison')).toMatchObject({ open: false, outcome: 'manual_review' });
    expect(await api.books()).toEqual(before);
  });

  it.each([
    ['an output that no chain has', { outputIndex: 2 ** 31 }],
    ['a transaction with a NUL byte', { txid: 'a\0b' }],
    ['fractions of base units', { amountUnits: '1.5' }],
    ['no units', { amountUnits: '0' }],
  ])('#37 #111 of a payment with %s is not believed', async (what, more) => {
    const id = `odd_${what.length}`;
    payments.set(id, paymentOf(id, more));
    const before = await api.books();
    expect((await deliver(id)).body['code']).toBe('PAYMENT_GATEWAY_UNAVAILABLE');
    expect(await api.books()).toEqual(before);
    payments.delete(id);
  });
});

it('#111 the same payment with another amount is TX_CONFLICT and credits nothing', async () => {
  payments.set('conflict', paymentOf('conflict'));
  await deliver('conflict');
  payments.set('conflict', paymentOf('conflict', { amountUnits: '2000000' }));
  const before = await api.books();
  expect((await deliver('conflict')).body['outcome']).toBe('tx_conflict');
  expect(await api.books()).toEqual(before);
});

it('an event is closed with what it led to, or neither happens', async () => {
  payments.set('atomic', paymentOf('atomic'));
  await api.source.query(`
    CREATE FUNCTION refuse_closing() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'on purpose'; END $$;
    CREATE TRIGGER refuse_closing BEFORE UPDATE OF processed_at ON webhook_events
      FOR EACH ROW EXECUTE FUNCTION refuse_closing()`);
  const before = await api.books();
  expect((await deliver('atomic')).status).toBe(500);
  expect(await api.books()).toEqual(before);
  await api.source.query('DROP FUNCTION refuse_closing CASCADE');
  await sweep();
  expect(await eventOf('atomic')).toMatchObject({ outcome: 'credited', open: false });
});
