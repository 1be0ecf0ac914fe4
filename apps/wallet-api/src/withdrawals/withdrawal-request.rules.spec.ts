import { requestRefusal, type RequestFacts } from './withdrawal-request.rules';

const good: RequestFacts = {
  ...{ amountKrw: 10_000, minKrw: 10_000, addressFault: null, isOurAddress: false },
  ...{ isFrozen: false, isStopped: false, isInDebt: false, askedLastHour: 9, mayAskPerHour: 10 },
};

/** One fault a row, in the documented order. */
const FAULTS = [
  ['#105 below the minimum', { amountKrw: 9_999 }, 'INVALID_AMOUNT'],
  ['#106 to an address that is none', { addressFault: 'malformed' }, 'INVALID_ADDRESS'],
  ['#106 to an address of ours', { isOurAddress: true }, 'INVALID_ADDRESS'],
  ['of a frozen account', { isFrozen: true }, 'ACCOUNT_FROZEN'],
  ['while withdrawals are stopped', { isStopped: true }, 'WITHDRAWALS_STOPPED'],
  ['of a player in debt', { isInDebt: true }, 'ACCOUNT_IN_DEBT'],
  ['asked for the eleventh time in an hour', { askedLastHour: 10 }, 'RATE_LIMITED'],
] as const;

describe('§1 a withdrawal', () => {
  it('with nothing against it is taken', () => {
    expect(requestRefusal(good)).toBeNull();
  });

  it.each(FAULTS)('%s is refused', (_what, fault, code) => {
    expect(requestRefusal({ ...good, ...fault })).toBe(code);
  });

  it('with several faults is refused for the first of them', () => {
    for (const index of FAULTS.keys()) {
      const from = FAULTS.slice(index);
      const facts = from.reduce((all, [, fault]) => ({ ...all, ...fault }), good);
      expect(requestRefusal(facts)).toBe(from[0]?.[2]);
    }
  });
});
