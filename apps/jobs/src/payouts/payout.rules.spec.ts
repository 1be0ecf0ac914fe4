import {
  PAYOUT_STATUSES,
  WITHDRAWAL_STATUSES,
  type Payout,
  type PayoutStatus,
  type Withdrawal,
} from '@cardroom/withdrawals';

import { stepAfter } from './payout.rules';

const terms: Pick<Withdrawal, 'asset' | 'network' | 'amountUnits' | 'address'> = {
  ...{ asset: 'BTC', network: 'bitcoin', amountUnits: 1_000n },
  address: 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
};

const payout = (status: PayoutStatus, more: Partial<Payout> = {}): Payout => ({
  ...{ ...terms, amountUnits: '1000', payoutId: 'p', status, txid: 't', confirmations: 0 },
  ...more,
});

/** Rows: ours; columns: the gateway's accepted, broadcast, confirming, completed, failed. */
const TABLE: Readonly<Record<(typeof WITHDRAWAL_STATUSES)[number], string>> = {
  submitting: 'submitted submitted confirming completed failed_returned',
  unknown: 'submitted submitted confirming completed failed_returned',
  submitted: '- - confirming completed failed_returned',
  confirming: '- - - completed failed_returned',
  completed: '- - - - !',
  failed_returned: '- - - ! -',
  cancelled_by_user: '- - - ! !',
  rejected: '- - - ! !',
  expired: '- - - ! !',
  requested: '- - - - -',
  cooling: '- - - - -',
  approved: '- - - - -',
  queued: '- - - - -',
};

describe('§7 what the gateway says', () => {
  it.each(WITHDRAWAL_STATUSES)('of a withdrawal that is %s', (status) => {
    const found = PAYOUT_STATUSES.map((told) => {
      const step = stepAfter({ ...terms, status }, payout(told));
      if (step.kind === 'move') return step.to;
      return step.kind === 'stay' ? '-' : '!';
    });
    expect(found.join(' ')).toBe(TABLE[status]);
  });

  it.each([
    [{ asset: 'ETH' }],
    [{ network: 'ethereum' }],
    [{ address: '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2' }],
    [{ amountUnits: '1001' }],
  ])('#107 about other terms, %j, is a conflict', (other) => {
    const step = stepAfter({ ...terms, status: 'submitted' }, payout('completed', other));
    expect(step).toEqual({ kind: 'conflict', what: 'terms' });
  });

  it('of an end without a transaction is a conflict', () => {
    const step = stepAfter({ ...terms, status: 'submitted' }, payout('completed', { txid: null }));
    expect(step).toEqual({ kind: 'conflict', what: 'txid' });
  });
});
