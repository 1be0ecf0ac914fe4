export { AUDIT_OUTCOMES, Auditor } from './auditor';
export type { AuditEvent, AuditOutcome } from './auditor';
export { AuditModule } from './audit.module';
