import { krw } from '@cardroom/money';
import { MAX_AMOUNT_KRW } from '@cardroom/protocol';

import { worthOf } from './deposit.rules';
import { unitsFor, wonFor } from './development-rate';

describe('a payment', () => {
  it.each([
    [714n, { verdict: 'under_min' }],
    [715n, { verdict: 'credit', amountKrw: 1 }],
    [1_000_000n, { verdict: 'credit', amountKrw: 1_400 }],
    [unitsFor(krw(MAX_AMOUNT_KRW)), { verdict: 'credit', amountKrw: MAX_AMOUNT_KRW }],
  ])('of %s units: %j', (units, worth) => {
    expect(worthOf(units)).toEqual(worth);
  });

  it.each([unitsFor(krw(MAX_AMOUNT_KRW)) + 1_000n, 2n ** 63n, 10n ** 77n])(
    '#33 #36 of %s units, more than one movement may carry, is for a person to look at',
    (units) => {
      expect(worthOf(units)).toEqual({ verdict: 'manual_review' });
    },
  );

  it.each([1, 2, 999, 1_000_000, MAX_AMOUNT_KRW])(
    '#119 that was made for %i won is worth exactly that',
    (amountKrw) => {
      expect(wonFor(unitsFor(krw(amountKrw)))).toBe(BigInt(amountKrw));
    },
  );
});
