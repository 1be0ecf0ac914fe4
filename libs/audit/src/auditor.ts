import { Injectable } from '@nestjs/common';
import { currentRequestId } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

export const AUDIT_OUTCOMES = ['done', 'refused', 'failed'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** Something that a member of staff, or a guard of the house, did or was refused. */
export interface AuditEvent {
  /** A user's id or the name of a part of the system; null for somebody who is not known. */
  readonly actorId: string | null;
  /** The role that the actor acted in; `system` for a part of the house, `nobody` for a stranger. */
  readonly actorRole: string;
  /** What was done, as `area.verb`: `withdrawal.approve`. */
  readonly action: string;
  /** What it was done to, as `kind:id`: `player:0190…`, `switch:sending`. */
  readonly subject: string;
  readonly outcome: AuditOutcome;
  readonly reason?: string | null;
  /** What was changed and what was checked: nothing secret, no card, no code. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** That of the request under way unless given. */
  readonly requestId?: string;
}

/**
 * Writes down what staff and guards do, in the transaction that does it. Movements of money are not
 * written down here: the ledger's own rows are sealed. Rule: docs/rules/audit.md §1.
 */
@Injectable()
export class Auditor {
  /** Records an event; whoever rolls the transaction back takes the event back with it. */
  async record(manager: EntityManager, event: AuditEvent): Promise<void> {
    await manager.query(
      `INSERT INTO audit_events
         (id, actor_id, actor_role, action, subject, outcome, reason, details, request_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[uuidv7(), event.actorId, event.actorRole, event.action, event.subject, event.outcome],
        ...[event.reason ?? null, JSON.stringify(event.details ?? {})],
        event.requestId ?? currentRequestId() ?? null,
      ],
    );
  }
}
