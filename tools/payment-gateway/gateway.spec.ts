import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { addressFor } from './addresses';
import { Gateway } from './gateway';
import { isSigned, signatureHeader } from './signature';

const folder = mkdtempSync(join(tmpdir(), 'cardroom-gateway-'));
const gateways: Gateway[] = [];

afterAll(() => {
  for (const gateway of gateways) gateway.stop();
  rmSync(folder, { recursive: true, force: true });
});

function start(stateFile: string | null = null): Gateway {
  const gateway = new Gateway({
    ...{ webhookUrl: 'http://127.0.0.1:1', secret: 's'.repeat(32), apiSecret: 'a'.repeat(32) },
    ...{ blockMs: 0, stateFile },
  });
  // Nobody listens.
  gateway.behave({ loseWebhooks: true });
  gateways.push(gateway);
  return gateway;
}

const WISH = {
  asset: 'BTC',
  network: 'bitcoin',
  address: '1Anybody',
  amountUnits: '5000',
} as const;
const payout = (idempotencyKey: string, more: object = {}) => ({
  ...WISH,
  idempotencyKey,
  ...more,
});

describe('a payout', () => {
  it('is made once a key, and another one under the same key is refused', () => {
    const gateway = start();
    const first = gateway.send(payout('k'));
    expect(gateway.send(payout('k'))).toEqual(first);
    expect(gateway.send(payout('k', { amountUnits: '6000' }))).toBeNull();
    expect(gateway.payouts.state()).toHaveLength(1);
  });

  it('is broadcast, confirms and completes, block by block', () => {
    const gateway = start();
    const made = gateway.send(payout('k'));
    const statuses = Array.from({ length: 4 }, () => {
      gateway.mine('bitcoin', 1);
      return gateway.payouts.find(made?.payoutId ?? '')?.status;
    });
    expect(statuses).toEqual(['broadcast', 'confirming', 'confirming', 'completed']);
    expect(gateway.payouts.byIdempotencyKey('k')?.txid).toMatch(/^[0-9a-f]{64}$/);
  });

  it('fails or hangs where that is asked for, and is settled by hand once', () => {
    const gateway = start();
    const id = gateway.send(payout('k'))?.payoutId ?? '';
    gateway.behave({ payouts: 'stuck' });
    gateway.mine('bitcoin', 5);
    expect(gateway.payouts.find(id)?.status).toBe('accepted');
    gateway.behave({ payouts: 'fail' });
    gateway.mine('bitcoin', 1);
    expect(gateway.payouts.find(id)?.status).toBe('failed');
    expect(gateway.payouts.settle(id, 'completed')).toBe(false);
  });
});

describe('a payment', () => {
  it('confirms with each block of its network, as far as the node has come', () => {
    const gateway = start();
    const { id } = gateway.pay(WISH);
    gateway.mine('ethereum', 9);
    expect(gateway.payment(id)?.confirmations).toBe(0);
    gateway.mine('bitcoin', 3);
    expect(gateway.payment(id)?.confirmations).toBe(3);
    gateway.behave({ lag: 2 });
    expect(gateway.payment(id)?.confirmations).toBe(1);
  });

  it('may share its transaction with another, and loses its block with it', () => {
    const gateway = start();
    const one = gateway.pay({ ...WISH, confirmations: 5 });
    const two = gateway.pay({ ...WISH, txid: one.txid, outputIndex: 1, confirmations: 5 });
    expect(gateway.reorganise(one.txid, false)).toEqual([one.id, two.id]);
    expect(gateway.payment(two.id)).toMatchObject({ confirmations: 0, status: 'valid' });
    gateway.reorganise(one.txid, true);
    gateway.mine('bitcoin', 2);
    expect(gateway.payment(one.id)).toMatchObject({ confirmations: 0, status: 'orphaned' });
    expect(gateway.reorganise('none', true)).toEqual([]);
  });

  it('is paid once a key, and lists are read on from the last that was seen', () => {
    const gateway = start();
    const first = gateway.pay(WISH, 'k');
    expect(gateway.pay(WISH, 'k').id).toBe(first.id);
    const second = gateway.pay(WISH);
    expect(gateway.paymentsAfter(first.sequence, 10).map(({ id }) => id)).toEqual([second.id]);
  });
});

it('what happened is there after a restart, and counts on above what others have read', () => {
  const stateFile = join(folder, 'state.json');
  const before = start(stateFile);
  const { id, sequence } = before.pay({ ...WISH, confirmations: 2 });
  before.send(payout('k'));
  before.stop();
  const after = start(stateFile);
  expect(after.payment(id)?.confirmations).toBe(2);
  expect(after.payouts.byIdempotencyKey('k')).not.toBeNull();
  expect(after.pay(WISH).sequence).toBeGreaterThan(sequence);
  expect(start().pay(WISH).sequence).toBeGreaterThan(sequence);
});

it('what is held is what came and did not go', () => {
  const gateway = start();
  gateway.pay({ ...WISH, confirmations: 1 });
  gateway.pay({ ...WISH, confirmations: 1, status: 'failed' });
  const [before] = gateway.balances();
  gateway.send(payout('k', { amountUnits: '2000' }));
  const [after] = gateway.balances();
  expect(BigInt(before?.units ?? 0) - BigInt(after?.units ?? 0)).toBe(2_000n);
});

it('what was held before anybody paid is a thousand coins, whatever their units', () => {
  const gateway = start();
  gateway.pay({ ...WISH, confirmations: 1, amountUnits: '7' });
  expect(gateway.balances()).toEqual([
    { asset: WISH.asset, network: WISH.network, units: (1_000n * 10n ** 8n + 7n).toString() },
  ]);
});

describe('#114 a call', () => {
  const parts = ['POST', '/v1/payouts', '{}'];
  const secret = 'x'.repeat(32);

  it('is believed when its method, path and body were signed just now', () => {
    expect(isSigned(signatureHeader(secret, parts), secret, parts)).toBe(true);
  });

  it.each([
    ['another body', signatureHeader(secret, ['POST', '/v1/payouts', '{ }'])],
    ['another path', signatureHeader(secret, ['POST', '/v1/addresses', '{}'])],
    ['another secret', signatureHeader('y'.repeat(32), parts)],
    ['an old time', signatureHeader(secret, parts, 1_000)],
    ['nothing', undefined],
    ['something else', 't=1,v1=00'],
  ])('is not with %s', (_what, header) => {
    expect(isSigned(header, secret, parts)).toBe(false);
  });
});

it.each([
  ['bitcoin', /^1[1-9A-HJ-NP-Za-km-z]{25,33}$/],
  ['ethereum', /^0x[0-9a-f]{40}$/],
])('an address of %s looks like one, and is the same for the same name', (network, shape) => {
  expect(addressFor(network, 'a')).toMatch(shape);
  expect(addressFor(network, 'a')).toBe(addressFor(network, 'a'));
  expect(addressFor(network, 'b')).not.toBe(addressFor(network, 'a'));
});
