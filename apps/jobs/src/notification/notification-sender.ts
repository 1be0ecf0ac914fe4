import type { Outgoing } from './notification.repository';

/**
 * One way to reach a user. Whoever is killed between sending and noting it sends again: what goes out
 * carries the notification's id, by which the other side can tell the second from the first.
 */
export interface NotificationSender {
  /** False where the settings do not say how. */
  readonly isThere: boolean;
  /** Within 20 seconds. Errors: rejects where the other side has not taken it. */
  send(outgoing: Outgoing): Promise<void>;
}
