import { Global, Module } from '@nestjs/common';

import { StaffTrail } from './staff-trail';

/** Global: whatever staff may do is written down. */
@Global()
@Module({ providers: [StaffTrail], exports: [StaffTrail] })
export class TrailModule {}
