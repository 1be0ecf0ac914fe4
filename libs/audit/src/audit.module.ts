import { Global, Module } from '@nestjs/common';

import { Auditor } from './auditor';

/** The audit trail for an app: whoever acts on what matters records it. */
@Global()
@Module({ providers: [Auditor], exports: [Auditor] })
export class AuditModule {}
