import { ApiExtension } from '@nestjs/swagger';
import type { ErrorCode } from '@cardroom/protocol';

/** Where an operation says what it refuses with, until the document is made. */
export const PROBLEMS = 'x-problems';

/**
 * The refusals that are an endpoint's own. Those that come with a body, with an access token, with
 * limits or with a broken server are added where the document is made.
 */
export const ApiProblems = (...codes: readonly ErrorCode[]): MethodDecorator =>
  ApiExtension(PROBLEMS, codes);
