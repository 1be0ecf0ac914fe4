import { ROLES } from '@cardroom/platform';

import { resetLineOf, roleChangeRoute } from './account.rules';

const STAFF = ROLES.filter((role) => role !== 'player');

describe('§6 a role', () => {
  it.each(STAFF)('#97 %s is taken away at once, and given or changed by two', (role) => {
    expect(roleChangeRoute(role, 'player')).toBe('at_once');
    for (const from of ROLES.filter((each) => each !== role)) {
      expect(roleChangeRoute(from, role)).toBe('by_two');
    }
  });

  it.each(ROLES)('%s does not change into itself', (role) => {
    expect(roleChangeRoute(role, role)).toBeNull();
  });
});

describe('§6 a lost second factor', () => {
  it('#97 of staff is a matter of admins, that of a player of risk and admin', () => {
    for (const role of STAFF) {
      expect(resetLineOf(role)).toMatchObject({ askers: ['admin'], deciders: ['admin'] });
    }
    expect(resetLineOf('player').deciders).toEqual(['risk', 'admin']);
    expect(resetLineOf('player').askers).not.toContain('cashier');
  });
});
