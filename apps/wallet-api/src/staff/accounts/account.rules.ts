import type { Role } from '@cardroom/platform';

/** Who may ask for a new second factor, and who may approve it. */
interface ResetLine {
  readonly kind: 'second_factor_reset' | 'staff_factor_reset';
  readonly askers: readonly Role[];
  readonly deciders: readonly Role[];
}

const OF_PLAYERS: ResetLine = {
  kind: 'second_factor_reset',
  askers: ['support', 'risk', 'admin'],
  deciders: ['risk', 'admin'],
};

/** Whoever gets into an account of staff gets at everybody's money: admins alone. */
const OF_STAFF: ResetLine = {
  kind: 'staff_factor_reset',
  askers: ['admin'],
  deciders: ['admin'],
};

export const RESET_LINES: readonly ResetLine[] = [OF_PLAYERS, OF_STAFF];

/** Rule: docs/rules/staff.md §6. */
export const resetLineOf = (role: Role): ResetLine => (role === 'player' ? OF_PLAYERS : OF_STAFF);

/**
 * How a role changes: to be a player again at once by one admin, as every stop; anything else by two.
 * Null where nothing would change. Rule: docs/rules/staff.md §6.
 */
export function roleChangeRoute(from: Role, to: Role): 'at_once' | 'by_two' | null {
  if (from === to) return null;
  return to === 'player' ? 'at_once' : 'by_two';
}
