import { AuditTrail, findingText, isTampering } from '@cardroom/audit';

import { MAX_FINDINGS, type Check } from './check';

const trail: Check = {
  invariant: 'I9',
  rule: 'the audit chain verifies, and its three copies agree',
  run: async ({ manager, redis, redisKeyPrefix, audit }) => {
    // Not in the snapshot of the other checks: the copies of a running system are newer than that.
    const source = manager.dataSource;
    const { folder = null, publicKeys = [] } = audit ?? {};
    const compared = new AuditTrail({ source, redis, redisKeyPrefix, folder, publicKeys });
    const report = await compared.compare();
    const looked = [
      `${report.blocks} blocks`,
      `${report.records} records`,
      report.copies.join(', '),
      ...(report.areSignaturesChecked ? [] : ['signatures not checked: no public key']),
    ];
    const findings = report.findings.filter(isTampering).map(findingText);
    return { looked: looked.join(', '), findings: findings.slice(0, MAX_FINDINGS) };
  },
};

export const AUDIT_CHECKS: readonly Check[] = [trail];
