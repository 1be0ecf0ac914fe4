import { Injectable, Logger } from '@nestjs/common';
import { ErrorReporter, noteStorageRefusal, problemOf } from '@cardroom/platform';
import { errorSpec, type Answer } from '@cardroom/protocol';

import { refusal } from './answers';

/** Turns what a command threw into its refusal, and tells operators of what is our fault. */
@Injectable()
export class CommandFaults {
  private readonly logger = new Logger(CommandFaults.name);

  constructor(private readonly reporter: ErrorReporter) {}

  refusalOf(cause: unknown, context: { readonly userId: string; readonly type: string }): Answer {
    const { code } = problemOf(cause);
    noteStorageRefusal(cause);
    if (errorSpec(code).logLevel === 'error') {
      this.logger.error({ err: cause, ...context }, 'a command failed');
      this.reporter.report(cause, { userId: context.userId });
    }
    return refusal(code);
  }
}
