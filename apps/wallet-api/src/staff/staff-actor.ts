import type { AccessClaims } from '@cardroom/platform';

/** Who does something in the back office, with the role of now. */
export type StaffActor = Pick<AccessClaims, 'userId' | 'role'>;

/** The same, as the audit trail names it. */
export const auditedAs = ({ userId, role }: StaffActor) => ({ actorId: userId, actorRole: role });
