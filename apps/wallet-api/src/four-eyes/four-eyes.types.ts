import type { Role } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';

export const REQUEST_STATUSES = ['pending', 'approved', 'rejected', 'expired'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** What one person has asked for and another one decides. */
export interface FourEyesRequest {
  readonly requestId: string;
  readonly kind: string;
  /** What it is about: the id of a player, of a table, the name of a switch. */
  readonly subjectId: string;
  /** Whom it would profit; never decides. */
  readonly beneficiaryId: string | null;
  /** Everything that its handler needs, as it was when it was asked for. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Binds an approval to what was asked for. */
  readonly payloadHash: string;
  readonly reason: string;
  readonly status: RequestStatus;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly expiresAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
}

export interface Proposal {
  readonly kind: string;
  readonly subjectId: string;
  readonly beneficiaryId?: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly requestedBy: string;
  readonly reason: string;
}

export interface Decision {
  readonly requestId: string;
  readonly decidedBy: string;
  readonly decidedByRole: Role;
  readonly reason: string;
}

/** An approval says what it approves: of another payload it is refused. */
export type Approval = Decision & { readonly payloadHash: string };

/** Something that needs two persons. Registered once, where its feature starts. */
export interface FourEyesKind {
  readonly kind: string;
  /** Who may decide about it. */
  readonly deciders: readonly Role[];
  /**
   * Does what was asked for, in the transaction of the approval; what it throws undoes the approval.
   * The request was made a while ago: look again at all that it depends on.
   */
  apply(manager: EntityManager, request: FourEyesRequest): Promise<void>;
}
