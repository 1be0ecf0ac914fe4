import { ROLES, type Role } from '@cardroom/platform';

import { accessRefusal } from './access.rules';

const STAFF = ROLES.filter((role) => role !== 'player');
const asker = (role: Role, hasSecondFactor: boolean) => ({ userId: 'u', role, hasSecondFactor });
const open = { roles: undefined, isForEnrolment: false } as const;

describe('a door for everybody', () => {
  it('lets players in with and without a second factor', () => {
    expect(accessRefusal(asker('player', false), open)).toBeNull();
    expect(accessRefusal(asker('player', true), open)).toBeNull();
  });

  it.each(STAFF)(
    '#97 lets %s in only with a second factor, unless it serves to get one',
    (role) => {
      expect(accessRefusal(asker(role, true), open)).toBeNull();
      expect(accessRefusal(asker(role, false), open)).toBe('SECOND_FACTOR_NOT_SET_UP');
      expect(accessRefusal(asker(role, false), { ...open, isForEnrolment: true })).toBeNull();
    },
  );
});

describe('a door for some roles', () => {
  const door = { roles: ['risk', 'admin'], isForEnrolment: false } as const;

  it.each(ROLES)('#97 with a second factor, %s finds it only where it is theirs', (role) => {
    const isTheirs = role === 'risk' || role === 'admin';
    expect(accessRefusal(asker(role, true), door)).toBe(isTheirs ? null : 'NOT_FOUND');
  });

  it('is not there for others even where they lack a second factor', () => {
    expect(accessRefusal(asker('cashier', false), door)).toBe('NOT_FOUND');
    expect(accessRefusal(asker('risk', false), door)).toBe('SECOND_FACTOR_NOT_SET_UP');
  });
});
