import type { SwitchName } from '@cardroom/database';
import type { Role } from '@cardroom/platform';

/** Who may stop what. What is stopped can always be looked into; what goes on cannot be undone. */
export function mayTurnOff(name: SwitchName, role: Role): boolean {
  if (name.startsWith('login:')) return role === 'support' || role === 'risk' || role === 'admin';
  if (name.startsWith('table:')) return role === 'support' || role === 'risk' || role === 'admin';
  return role === 'cashier' || role === 'risk' || role === 'admin';
}

/** Who may let it go on, alone or as the one who asks. */
export const mayTurnOn = (_name: SwitchName, role: Role): boolean =>
  role === 'risk' || role === 'admin';

/** Money that goes out, or comes in unseen, starts again only when two persons say so. */
export const needsTwoToTurnOn = (name: SwitchName): boolean =>
  name === 'deposit_credit' || name === 'automatic_approval' || name === 'sending';
