import type { Role } from '@cardroom/platform';
import type { ErrorCode } from '@cardroom/protocol';

export interface Asker {
  readonly userId: string;
  /** Of now, whatever the token says. */
  readonly role: Role;
  /** Whether the session has shown a second factor. */
  readonly hasSecondFactor: boolean;
}

export interface Door {
  /** Undefined: every role. */
  readonly roles: readonly Role[] | undefined;
  /** Whether it serves to set up a second factor, or to leave. */
  readonly isForEnrolment: boolean;
}

/**
 * Why a door stays shut, or null. For a role that may not enter it is not there; staff who have not
 * shown a second factor can only set one up. Rule: docs/rules/staff.md §3.
 */
export function accessRefusal(
  { role, hasSecondFactor }: Asker,
  { roles, isForEnrolment }: Door,
): Extract<ErrorCode, 'NOT_FOUND' | 'SECOND_FACTOR_NOT_SET_UP'> | null {
  if (roles !== undefined && !roles.includes(role)) return 'NOT_FOUND';
  const isStaff = role !== 'player';
  return isStaff && !hasSecondFactor && !isForEnrolment ? 'SECOND_FACTOR_NOT_SET_UP' : null;
}
