import { freePort } from '@cardroom/testing';

import { GatewayServer } from '../../../../tools/payment-gateway/gateway-server';
import type { Answer } from '../wallet-api.builder';
import { ADDRESSES, WithdrawalDesk, type RichPlayer } from './withdrawals.builder';

const TXID = 'ab'.repeat(32);

let desk: WithdrawalDesk;
let gateway: GatewayServer;
let [asker, decider] = [] as unknown as [RichPlayer, RichPlayer];

beforeAll(async () => {
  const port = await freePort();
  desk = await WithdrawalDesk.start({ PAYMENT_GATEWAY_URL: `http://127.0.0.1:${port}` });
  gateway = new GatewayServer({
    ...{ webhookUrl: 'http://127.0.0.1:9/none', blockMs: 0, stateFile: null },
    ...{ secret: desk.api.secrets.webhookSecret, apiSecret: desk.api.secrets.gatewayApiSecret },
  });
  await gateway.listen(port);
  [asker, decider] = [await risk(), await risk()];
});

afterAll(async () => {
  await desk.stop();
  await gateway.close();
});

beforeEach(() => gateway.gateway.behave({ api: 'ok' }));

async function risk(): Promise<RichPlayer> {
  const person = await desk.player(1);
  return { ...person, token: await desk.api.enter(person.userId, 'risk') };
}

/** A withdrawal of which its sender heard nothing. */
async function lost(): Promise<{ readonly id: string; readonly player: RichPlayer }> {
  const player = await desk.player(60_000);
  const id = await desk.taken(player);
  await desk.api.source.query(
    `UPDATE withdrawals SET status = 'unknown', amount_units = quoted_units,
       sending_quote_id = quote_id, next_check_at = now() + interval '1 hour' WHERE id = $1`,
    [id],
  );
  return { id, player };
}

const wishOf = (id: string) => ({
  ...{ idempotencyKey: id, asset: 'BTC', network: 'bitcoin' },
  ...{ address: ADDRESSES.bitcoin, amountUnits: '50000' },
});

const propose = async (id: string, body: object, by = asker): Promise<Answer> =>
  desk.api.send({
    ...{ path: `/staff/withdrawals/${id}/resolve`, token: by.token },
    body: {
      ...{ reason: 'asked the gateway’s people', ...body },
      code: await desk.api.codeOf(by.userId, by.secret),
    },
  });

async function approve(asked: Answer, by = decider): Promise<Answer> {
  const path = `/staff/requests/${String(asked.body['requestId'])}`;
  const { body } = await desk.get(path, by);
  return desk.api.send({
    ...{ path: `${path}/approve`, token: by.token },
    body: { payloadHash: body['payloadHash'], reason: 'seen it as well' },
  });
}

const statusOf = (id: string): Promise<string> => desk.column(id, 'status');

describe('§7 a withdrawal of which nobody knows', () => {
  it('#109 goes back by two persons where the gateway never saw it, and its key is closed', async () => {
    const { id, player } = await lost();
    const asked = await propose(id, { outcome: 'failed_returned' });
    expect([asked.status, await statusOf(id)]).toEqual([200, 'unknown']);
    expect((await approve(asked, asker)).body['code']).toBe('FORBIDDEN');
    expect((await approve(asked)).status).toBe(200);
    expect(await statusOf(id)).toBe('failed_returned');
    expect(await desk.balance(player)).toMatchObject({ availableKrw: 60_000, heldKrw: 0 });
    // A sender that was paused all the time comes too late.
    expect(gateway.gateway.send(wishOf(id))).toBeNull();
    const trail = await desk.api.source.query<{ action: string }[]>(
      `SELECT action FROM audit_events WHERE subject = $1`,
      [`withdrawal:${id}`],
    );
    expect(trail.map(({ action }) => action)).toEqual(['withdrawal.ask_resolve']);
  });

  it('#109 is not ended by persons where the gateway knows of it, before or meanwhile', async () => {
    const { id } = await lost();
    const asked = await propose(id, { outcome: 'failed_returned' });
    gateway.gateway.send(wishOf(id));
    expect((await approve(asked)).body['code']).toBe('STATE_CONFLICT');
    const again = await propose(id, { outcome: 'completed', txid: TXID });
    expect([again.body['code'], await statusOf(id)]).toEqual(['STATE_CONFLICT', 'unknown']);
  });

  it('#109 while the gateway is silent does not go back, and is paid where the chain shows it', async () => {
    const { id, player } = await lost();
    gateway.gateway.behave({ api: 'down' });
    const back = await propose(id, { outcome: 'failed_returned' });
    expect(back.body['code']).toBe('PAYMENT_GATEWAY_UNAVAILABLE');
    const paid = await propose(id, { outcome: 'completed', txid: TXID });
    expect((await approve(paid)).status).toBe(200);
    expect([await statusOf(id), await desk.column(id, 'txid')]).toEqual(['completed', TXID]);
    expect(await desk.balance(player)).toMatchObject({ heldKrw: 0 });
  });

  it.each([
    ['an end that is none', { outcome: 'rejected' }, 'VALIDATION_FAILED'],
    ['paid without its transaction', { outcome: 'completed' }, 'VALIDATION_FAILED'],
    ['a wrong code', { outcome: 'failed_returned', code: '000000' }, 'SECOND_FACTOR_INVALID'],
  ])('%s is refused', async (_what, body, code) => {
    const { id } = await lost();
    const asked = await desk.api.send({
      ...{ path: `/staff/withdrawals/${id}/resolve`, token: asker.token },
      body: { reason: 'it is so', code: await codeOf(asker), ...body },
    });
    expect(asked.body['code']).toBe(code);
  });

  it('#97 is for risk and admin alone, and never for its player', async () => {
    const { id, player } = await lost();
    const asPlayer = await propose(id, { outcome: 'failed_returned' }, player);
    const own = { ...player, token: await desk.api.enter(player.userId, 'risk') };
    const asOwner = await propose(id, { outcome: 'failed_returned' }, own);
    expect([asPlayer.body['code'], asOwner.body['code']]).toEqual(['NOT_FOUND', 'FORBIDDEN']);
    await desk.api.enter(player.userId, 'player');
  });

  it('#108 that is known to wait is not ended so', async () => {
    const player = await desk.player(60_000);
    const id = await desk.taken(player);
    const asked = await propose(id, { outcome: 'failed_returned' });
    expect(asked.body['code']).toBe('WITHDRAWAL_MOVED_ON');
  });
});

const codeOf = ({ userId, secret }: RichPlayer): Promise<string> => desk.api.codeOf(userId, secret);
