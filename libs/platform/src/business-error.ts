import { errorSpec, type ErrorCode } from '@cardroom/protocol';

/**
 * An expected refusal on its way out of a service. Not an exception of the framework: one filter
 * per door turns it into the answer of that door.
 */
export class BusinessError extends Error {
  constructor(
    readonly code: ErrorCode,
    /** Extra members of the answer: never input, never anything secret. */
    readonly extras: Readonly<Record<string, unknown>> = {},
  ) {
    super(errorSpec(code).message);
    this.name = 'BusinessError';
  }
}

/** A rule that can never break is broken: an alarm for us, INTERNAL_ERROR for the caller. */
export class InvariantError extends Error {
  constructor(rule: string) {
    super(`Broken invariant: ${rule}`);
    this.name = 'InvariantError';
  }
}

export function assertInvariant(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new InvariantError(rule);
}
