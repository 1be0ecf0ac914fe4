export { AUDIT_OUTCOMES, Auditor } from './auditor';
export type { AuditEvent, AuditOutcome } from './auditor';
export { leafHash, pathOf } from './block';
export type { BlockHeader, SealedBlock } from './block';
export {
  AuditKeys,
  AuditSigner,
  developmentSigningKey,
  isSigningKey,
  isVerifyingKey,
  keptSigningKey,
} from './signing';
export { AuditTrail } from './audit-trail';
export type { AuditTrailSettings } from './audit-trail';
export { findingText, isTampering } from './compare.rules';
export type { AuditCopy, AuditFault, AuditFinding } from './compare.rules';
export type { AuditReport, CompareOrder } from './comparer';
export type { SealOutcome } from './sealer';
export { AuditModule } from './audit.module';
