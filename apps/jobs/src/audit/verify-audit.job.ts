import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { AuditTrail, findingText, isTampering, type AuditSigner } from '@cardroom/audit';
import { gauge } from '@cardroom/platform';
import { DataSource } from 'typeorm';

import type { JobReport, JobRun, ScheduledJob } from '../schedule/scheduled-job';
import { ScheduledJobs } from '../schedule/scheduled-jobs';
import { AUDIT_SIGNER } from './audit-trail.provider';

const mismatches = gauge('audit_mismatches', 'What the last comparison of the copies found.');

const DELAY_MS = 5 * 60_000;

/** Blocks that one run looks at, the newest: `npm run verify-audit` looks at all. */
const BLOCKS = 10_000;

/** Compares the newest blocks of the three copies once an hour. */
@Injectable()
export class VerifyAuditJob implements ScheduledJob, OnModuleInit {
  readonly name = 'verify-audit';
  readonly summary = 'compares the newest blocks of the three copies of the audit trail';
  readonly schedule = { every: 'hour', delayMs: DELAY_MS } as const;
  private readonly logger = new Logger(VerifyAuditJob.name);

  constructor(
    private readonly trail: AuditTrail,
    private readonly source: DataSource,
    private readonly jobs: ScheduledJobs,
    @Inject(AUDIT_SIGNER) private readonly signer: AuditSigner | null,
  ) {}

  onModuleInit(): void {
    if (this.signer !== null) this.jobs.register(this);
  }

  async run({ progress }: JobRun): Promise<JobReport> {
    const { height } = await this.trail.blocks.tip(this.source.manager);
    const report = await this.trail.compare({
      from: Math.max(1, height - BLOCKS + 1),
      onProgress: progress,
    });
    const found = report.findings.filter(isTampering);
    mismatches.set(found.length);
    for (const finding of found)
      this.logger.error({ finding }, `the audit trail: ${findingText(finding)}`);
    return { blocks: report.blocks, records: report.records, mismatches: found.length };
  }
}
