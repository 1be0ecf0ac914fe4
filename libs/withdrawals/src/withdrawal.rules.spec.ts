import { krw } from '@cardroom/money';

import {
  canFollow,
  isPending,
  NEXT_STATUSES,
  RETURNED_STATUSES,
  statusesBefore,
  WITHDRAWAL_STATUSES,
  type WithdrawalStatus,
} from './withdrawal-status';
import { checkAgainSeconds, personsNeeded, waitOf, type WaitingFacts } from './withdrawal.rules';

/** The whole table by hand, a row a status; a move that is not here is refused. */
const ALLOWED: Readonly<Record<WithdrawalStatus, string>> = {
  requested: 'cooling',
  cooling: 'approved cancelled_by_user expired rejected',
  approved: 'cancelled_by_user queued rejected',
  queued: 'cancelled_by_user rejected submitting',
  submitting: 'completed confirming failed_returned submitted unknown',
  unknown: 'completed confirming failed_returned submitted',
  submitted: 'completed confirming failed_returned',
  confirming: 'completed failed_returned',
  completed: '',
  cancelled_by_user: '',
  rejected: '',
  expired: '',
  failed_returned: '',
};

describe('§2 the states of a withdrawal', () => {
  it.each(WITHDRAWAL_STATUSES)('#108 after %s come these and no others', (from) => {
    const next = WITHDRAWAL_STATUSES.filter((to) => canFollow(from, to));
    expect([...next].sort().join(' ')).toBe(ALLOWED[from]);
  });

  it('every status but the first is reached from the first', () => {
    const reached = new Set<WithdrawalStatus>(['requested']);
    for (const status of reached) for (const next of NEXT_STATUSES[status]) reached.add(next);
    expect([...reached].sort()).toEqual([...WITHDRAWAL_STATUSES].sort());
  });

  it('nothing that was given to the gateway is cancelled, rejected or expired', () => {
    const sent = ['submitting', 'unknown', 'submitted', 'confirming', 'completed'] as const;
    for (const from of sent) {
      for (const to of ['cancelled_by_user', 'rejected', 'expired'] as const) {
        expect(canFollow(from, to)).toBe(false);
      }
    }
  });

  it('#109 nothing leads back to sending', () => {
    expect(statusesBefore('submitting')).toEqual(['queued']);
    expect(statusesBefore('queued')).toEqual(['approved']);
  });

  it('ends are paid or returned', () => {
    const ends = WITHDRAWAL_STATUSES.filter((status) => !isPending(status));
    expect([...ends].sort()).toEqual([...RETURNED_STATUSES, 'completed'].sort());
  });
});

describe('§4 persons who have to approve', () => {
  const lines = { automaticKrw: 1_000_000, onePersonKrw: 10_000_000 };

  it.each([
    [999_999, 0, 0, 0],
    [1_000_000, 0, 0, 0],
    [1_000_001, 0, 0, 1],
    [1, 999_999, 0, 0],
    [2, 999_999, 0, 1],
    [2, 0, 999_999, 1],
    [999_999, 999_999, 0, 1],
    [10_000_000, 0, 0, 1],
    [10_000_001, 0, 0, 2],
    [10_000, 9_990_001, 0, 2],
    [10_000, 0, 9_990_001, 2],
    [500_000, 500_000, 500_000, 0],
  ])('₩%i after ₩%i of the player and ₩%i of the address: %i', (amount, player, address, n) => {
    const sums = { playerKrw: player, addressKrw: address };
    expect(personsNeeded(krw(amount), sums, lines)).toBe(n);
  });
});

describe('§3 the wait', () => {
  const HOUR = 3_600_000;
  const facts: WaitingFacts = {
    ...{ requestedAtMs: 100 * HOUR, coolingMs: 24 * HOUR, securityDelayMs: 24 * HOUR },
    ...{ passwordChangedAtMs: null, factorChangedAtMs: null, addressFirstUsedAtMs: null },
  };

  it.each([
    ['nothing new', {}, 124, 'cooling'],
    ['a password of long ago', { passwordChangedAtMs: 1 }, 124, 'cooling'],
    ['a new password during the wait', { passwordChangedAtMs: 110 * HOUR }, 134, 'new_password'],
    ['a new factor', { factorChangedAtMs: 101 * HOUR }, 125, 'new_second_factor'],
    [
      'a new address, short cooling',
      { coolingMs: HOUR, addressFirstUsedAtMs: 100 * HOUR },
      124,
      'new_address',
    ],
    [
      'the latest of several',
      { passwordChangedAtMs: 105 * HOUR, factorChangedAtMs: 104 * HOUR },
      129,
      'new_password',
    ],
  ] as const)('%s', (_what, change, untilHours, why) => {
    expect(waitOf({ ...facts, ...change })).toEqual({ untilMs: untilHours * HOUR, why });
  });
});

it('the gateway is asked less and less often, and never stops being asked', () => {
  const waits = Array.from({ length: 12 }, (_, made) => checkAgainSeconds(made));
  expect(waits.slice(0, 4)).toEqual([5, 10, 20, 40]);
  expect(waits.at(-1)).toBe(600);
  expect(checkAgainSeconds(1_000_000)).toBe(600);
});
