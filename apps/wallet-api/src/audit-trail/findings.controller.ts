import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Auditor } from '@cardroom/audit';
import { CursorSigner, pageOf, withTransaction, type Page } from '@cardroom/database';
import { BusinessError, type AccessClaims } from '@cardroom/platform';
import { DataSource } from 'typeorm';

import { ApiProblems } from '../api-problems.decorator';
import { Claims, Roles } from '../auth/access.decorators';
import { auditedAs } from '../staff/staff-actor';
import { FindingPageDto, FindingQueryDto, FindingResolutionDto } from './audit-trail.dto';
import { FindingsRepository, type FindingItem } from './findings.repository';

@ApiTags('staff: audit')
@Roles('risk', 'admin')
@Controller('staff/reconciliation/findings')
export class FindingsController {
  constructor(
    private readonly source: DataSource,
    private readonly findings: FindingsRepository,
    private readonly auditor: Auditor,
    private readonly cursors: CursorSigner,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Where the books and another side differ, newest first.' })
  @ApiOkResponse({ type: FindingPageDto })
  @ApiProblems('INVALID_CURSOR', 'VALIDATION_FAILED')
  async list(@Query() { status, cursor, limit }: FindingQueryDto): Promise<Page<FindingItem>> {
    const list = `findings:${status ?? ''}`;
    const rows = await this.findings.list(status, this.cursors.read(list, cursor), limit);
    return pageOf(rows, limit, (last) => this.cursors.issue(list, last.id));
  }

  @Post(':findingId/resolve')
  @ApiOperation({ summary: 'Explains or closes an open finding.' })
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The finding is resolved.' })
  @ApiProblems('NOT_FOUND', 'STATE_CONFLICT', 'VALIDATION_FAILED')
  async resolve(
    @Claims() claims: AccessClaims,
    @Param('findingId', ParseUUIDPipe) findingId: string,
    @Body() { status, reason }: FindingResolutionDto,
  ): Promise<void> {
    const { userId } = claims;
    const isResolved = await withTransaction(this.source, async (manager) => {
      const subject = await this.findings.resolve(manager, findingId, { status, reason, userId });
      if (subject === null) return false;
      await this.auditor.record(manager, {
        ...auditedAs(claims),
        action: 'finding.resolve',
        subject: `finding:${findingId}`,
        outcome: 'done',
        reason,
        details: { status, about: subject },
      });
      return true;
    });
    if (isResolved) return;
    const isThere = await this.findings.exists(findingId);
    throw new BusinessError(isThere ? 'STATE_CONFLICT' : 'NOT_FOUND');
  }
}
