import { Global, Module } from '@nestjs/common';

import { SessionEnds } from './session-ends';
import { SessionRepository } from './session.repository';

/** Global: whatever changes who somebody is ends sessions. */
@Global()
@Module({
  providers: [SessionRepository, SessionEnds],
  exports: [SessionRepository, SessionEnds],
})
export class SessionsModule {}
