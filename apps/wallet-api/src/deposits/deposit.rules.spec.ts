import { krw, rateOfPrice } from '@cardroom/money';
import { MAX_AMOUNT_KRW } from '@cardroom/protocol';
import type { Asset } from '@cardroom/rates';

import {
  checkAgainSeconds,
  confirmationsFor,
  firstObjection,
  isSamePayment,
  isSupported,
  isWatched,
  mayBecome,
  mayCredit,
  splitCredit,
  splitReversal,
  standingOf,
  waitsByItself,
  worthOf,
} from './deposit.rules';
import { DEPOSIT_STATUSES, type DepositStatus } from './deposit.types';
import type { Payment } from './payment-gateway.client';

type SeenPayment = Omit<Payment, 'id' | 'sequence' | 'network' | 'txid' | 'outputIndex'>;

const USDT: Asset = {
  ...{ asset: 'USDT', network: 'ethereum', decimals: 6, tokenContract: '0xdac1' },
  ...{ minDepositUnits: 10_000n, finalConfirmations: 64, depositsEnabled: true },
  tiers: [
    { fromUnits: 100_000_000n, confirmations: 32 },
    { fromUnits: 0n, confirmations: 12 },
  ],
};
const RATE = rateOfPrice({ digits: 1_400n, scale: 0 }, 6);

const payment: SeenPayment = {
  ...{ status: 'valid', confirmations: 12, screening: 'clear' },
  ...{ contract: '0xDAC1', amountUnits: '1000000', asset: 'USDT', address: '0xa' },
};
const deposit = {
  ...{ status: 'detected', confirmationsNeeded: 12, resolution: null, confirmations: 0 },
  ...{ amountUnits: '1000000', asset: 'USDT', address: '0xa' },
} as const;

describe('§6 a payment', () => {
  it.each([
    [714n, { verdict: 'under_min' }],
    [715n, { verdict: 'credit', amountKrw: 1, remainder: 1_000n }],
    [1_000_000n, { verdict: 'credit', amountKrw: 1_400, remainder: 0n }],
  ])('#37 of %s units: %j', (units, worth) => {
    expect(worthOf(units, RATE)).toEqual(worth);
  });

  it.each([(BigInt(MAX_AMOUNT_KRW) + 1n) * 1_000n, 2n ** 63n, 10n ** 77n])(
    '#33 #36 of %s units, more than one movement may carry, is for a person to look at',
    (units) => {
      expect(worthOf(units, RATE)).toEqual({ verdict: 'manual_review' });
    },
  );
});

describe('§4 confirmations', () => {
  it.each([
    [99_999_999n, 12],
    [100_000_000n, 32],
    [10n ** 18n, 32],
  ])('of %s units: %i', (units, needed) => {
    expect(confirmationsFor(USDT, units)).toBe(needed);
  });

  it('of a coin without tiers are those after which a block is final', () => {
    expect(confirmationsFor({ ...USDT, tiers: [] }, 1n)).toBe(64);
  });
});

describe('#116 §1 a token', () => {
  it('counts by its contract, however it is written', () => {
    expect(isSupported(USDT, payment)).toBe(true);
    expect(isSupported(USDT, { contract: '0xfake' })).toBe(false);
    expect(isSupported(USDT, { contract: null })).toBe(false);
    expect(isSupported({ ...USDT, tokenContract: null }, { contract: '0xdac1' })).toBe(false);
  });

  it.each<[string, Parameters<typeof firstObjection>[1], DepositStatus | null]>([
    ['no coin of ours', { asset: null, hasOwner: true }, 'unsupported_asset'],
    [
      'switched off',
      { asset: { ...USDT, depositsEnabled: false }, hasOwner: true },
      'unsupported_asset',
    ],
    ['to nobody', { asset: USDT, hasOwner: false }, 'unknown_address'],
    ['too small', { asset: { ...USDT, minDepositUnits: 1_000_001n }, hasOwner: true }, 'under_min'],
    ['good', { asset: USDT, hasOwner: true }, null],
  ])('%s', (_what, context, status) => {
    expect(firstObjection(payment, context)).toBe(status);
  });
});

describe('§2 where a deposit stands', () => {
  it.each<[DepositStatus, Partial<SeenPayment>, DepositStatus]>([
    ['detected', { confirmations: 0 }, 'detected'],
    ['detected', { confirmations: 1 }, 'confirming'],
    ['detected', { confirmations: 11 }, 'confirming'],
    ['detected', {}, 'confirmed'],
    ['confirming', { confirmations: 0 }, 'detected'],
    ['confirming', { screening: 'pending' }, 'confirming'],
    ['confirming', { screening: 'flagged', confirmations: 1 }, 'aml_hold'],
    ['confirmed', { confirmations: 5 }, 'confirming'],
    ['rate_hold', {}, 'confirmed'],
    ['limit_hold', {}, 'confirmed'],
    ['limit_hold', { confirmations: 5 }, 'confirming'],
    ['orphaned', { confirmations: 3 }, 'confirming'],
    ['orphaned', { status: 'orphaned' }, 'orphaned'],
    ['aml_hold', { screening: 'clear' }, 'aml_hold'],
    ['under_min', {}, 'under_min'],
    ['unknown_address', {}, 'unknown_address'],
    ['credited', { confirmations: 0 }, 'credited'],
    ['credited', { status: 'failed' }, 'reversed'],
    ['credited', { status: 'orphaned', confirmations: 0 }, 'reversed'],
    ['reversed', {}, 'reversed'],
  ])('%s, of which the chain says %j: %s', (status, says, standing) => {
    expect(standingOf({ ...deposit, status }, { ...payment, ...says })).toBe(standing);
  });

  it.each(['detected', 'confirming', 'confirmed', 'rate_hold', 'manual_review'] as const)(
    '#116 %s is orphaned when its transaction failed or is gone',
    (status) => {
      for (const gone of ['failed', 'orphaned'] as const) {
        expect(standingOf({ ...deposit, status }, { ...payment, status: gone })).toBe('orphaned');
      }
    },
  );

  it('#117 every step that the chain can cause is one that a deposit may take', () => {
    for (const status of DEPOSIT_STATUSES) {
      for (const says of ['valid', 'failed', 'orphaned'] as const) {
        for (const confirmations of [0, 1, 12]) {
          for (const screening of ['clear', 'pending', 'flagged'] as const) {
            const seen = { status: says, confirmations, screening };
            const to = standingOf({ ...deposit, status }, seen);
            const isHeld = waitsByItself(status) && to === 'confirmed';
            expect([status, to, to === status || isHeld || mayBecome(status, to)]).toEqual([
              ...[status, to, true],
            ]);
          }
        }
      }
    }
  });

  it('what was taken back is over', () => {
    expect(DEPOSIT_STATUSES.filter((to) => mayBecome('reversed', to))).toEqual([]);
    expect(DEPOSIT_STATUSES.filter((to) => mayBecome('credited', to))).toEqual(['reversed']);
  });
});

describe('§6 a credit', () => {
  it.each<[string, Parameters<typeof mayCredit>[0], Partial<SeenPayment>, boolean]>([
    ['of what is confirmed', { ...deposit, status: 'confirmed' }, {}, true],
    ['of what waits for a rate', { ...deposit, status: 'rate_hold' }, {}, true],
    [
      '#103 of what is not deep enough',
      { ...deposit, status: 'confirmed' },
      { confirmations: 11 },
      false,
    ],
    ['of what is held', { ...deposit, status: 'aml_hold' }, {}, false],
    [
      'of what a person released',
      { ...deposit, status: 'aml_hold', resolution: 'released' },
      {},
      true,
    ],
    [
      '#103 of what a person released too early',
      { ...deposit, status: 'aml_hold', resolution: 'released' },
      { confirmations: 3 },
      false,
    ],
    [
      'of what a person rejected',
      { ...deposit, status: 'confirmed', resolution: 'rejected' },
      {},
      false,
    ],
    ['of what is gone', { ...deposit, status: 'confirmed' }, { status: 'orphaned' }, false],
    ['of what was credited', { ...deposit, status: 'credited' }, {}, false],
  ])('%s', (_what, facts, says, may) => {
    expect(mayCredit(facts, { ...payment, ...says })).toBe(may);
  });

  it.each([
    [1_000, 0, { debtPaidKrw: 0, availableKrw: 1_000 }],
    [1_000, 400, { debtPaidKrw: 400, availableKrw: 600 }],
    [1_000, 5_000, { debtPaidKrw: 1_000, availableKrw: 0 }],
  ])('§7 of ₩%i pays a debt of ₩%i first', (amount, debt, split) => {
    expect(splitCredit(krw(amount), krw(debt))).toEqual(split);
  });
});

it.each([
  [1_000, 1_000, { takenKrw: 1_000, owedKrw: 0 }],
  [1_000, 300, { takenKrw: 300, owedKrw: 700 }],
  [1_000, 0, { takenKrw: 0, owedKrw: 1_000 }],
])('#117 §7 of ₩%i taken back, ₩%i are there: %j', (amount, available, split) => {
  expect(splitReversal(krw(amount), krw(available))).toEqual(split);
});

it.each([
  [{}, true],
  [{ amountUnits: '1000001' }, false],
  [{ asset: 'USDC' }, false],
  [{ address: '0xb' }, false],
])('#111 §3 told of with %j it is the same payment: %s', (change, isSame) => {
  expect(isSamePayment(deposit, { ...payment, ...change })).toBe(isSame);
});

describe('§9 a deposit is watched', () => {
  it.each<[DepositStatus, number, boolean]>([
    ['detected', 0, true],
    ['rate_hold', 12, true],
    ['credited', 63, true],
    ['credited', 64, false],
    ['aml_hold', 12, false],
    ['reversed', 0, false],
  ])('%s with %i confirmations: %s', (status, confirmations, isOpen) => {
    expect(isWatched({ status, confirmations, resolution: null }, 64)).toBe(isOpen);
    expect(isWatched({ status, confirmations, resolution: 'rejected' }, 64)).toBe(false);
  });

  it('more rarely the longer it takes', () => {
    expect([0, 4, 8, 100].map(checkAgainSeconds)).toEqual([15, 30, 60, 600]);
  });
});
