import type { Role } from '@cardroom/platform';
import type { ErrorCode } from '@cardroom/protocol';

import type { FourEyesRequest } from './four-eyes.types';

export type DecisionRefusal = Extract<
  ErrorCode,
  'NOT_FOUND' | 'REQUEST_DECIDED' | 'REQUEST_EXPIRED' | 'FORBIDDEN' | 'REQUEST_CHANGED'
>;

interface Question {
  readonly request: Pick<
    FourEyesRequest,
    'status' | 'expiresAt' | 'requestedBy' | 'beneficiaryId' | 'payloadHash'
  >;
  /** Of the kind. */
  readonly deciders: readonly Role[];
  /** The hash of the payload as it is stored now. */
  readonly storedHash: string;
  readonly decidedBy: string;
  readonly decidedByRole: Role;
  readonly nowMs: number;
}

/** What is refused to whoever would decide at all, in this order. */
function decisionRefusal(question: Question): DecisionRefusal | null {
  const { request, deciders, decidedByRole, nowMs } = question;
  if (!deciders.includes(decidedByRole)) return 'NOT_FOUND';
  if (request.status === 'approved' || request.status === 'rejected') return 'REQUEST_DECIDED';
  if (request.status === 'expired' || request.expiresAt.getTime() <= nowMs) {
    return 'REQUEST_EXPIRED';
  }
  return null;
}

/**
 * Why somebody may not approve a request, or null. Never who asked, never whom it profits, and never
 * anything else than what was asked for.
 */
export function approvalRefusal(
  question: Question & { readonly approvedHash: string },
): DecisionRefusal | null {
  const { request, decidedBy, storedHash, approvedHash } = question;
  const refusal = decisionRefusal(question);
  if (refusal !== null) return refusal;
  if (decidedBy === request.requestedBy || decidedBy === request.beneficiaryId) return 'FORBIDDEN';
  if (storedHash !== request.payloadHash || approvedHash !== request.payloadHash) {
    return 'REQUEST_CHANGED';
  }
  return null;
}

/** Why somebody may not reject a request, or null. Who asked may take it back. */
export const rejectionRefusal = (question: Question): DecisionRefusal | null =>
  decisionRefusal(
    question.decidedBy === question.request.requestedBy
      ? { ...question, deciders: [...question.deciders, question.decidedByRole] }
      : question,
  );
