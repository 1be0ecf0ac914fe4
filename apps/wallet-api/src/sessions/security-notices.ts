import { leaveWork } from '@cardroom/database';
import type { SecurityEvent } from '@cardroom/protocol';
import type { EntityManager } from 'typeorm';

/** Has a user told of what may mean that somebody else is in the account, with the caller's work. */
export const noteSecurityEvent = (
  manager: EntityManager,
  userId: string,
  what: SecurityEvent,
): Promise<void> =>
  leaveWork(manager, { topic: 'security.event', payload: { userId, what }, requestId: userId });

/** Whether a user who has been here before never was on such a device. */
export async function isNewDevice(
  manager: EntityManager,
  userId: string,
  userAgent: string,
): Promise<boolean> {
  const [row] = await manager.query<{ isNew: boolean }[]>(
    `SELECT count(*) > 0 AND count(*) FILTER (WHERE user_agent = $2) = 0 AS "isNew"
     FROM auth_sessions WHERE user_id = $1`,
    [userId, userAgent],
  );
  return row?.isNew ?? false;
}
