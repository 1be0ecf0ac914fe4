import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Auditor } from '@cardroom/audit';
import { CursorSigner, pageOf, withTransaction, type Page } from '@cardroom/database';
import { BusinessError, type AccessClaims } from '@cardroom/platform';
import { DataSource } from 'typeorm';

import { ApiProblems } from '../api-problems.decorator';
import { Claims, Roles } from '../auth/access.decorators';
import { auditedAs } from '../staff/staff-actor';
import {
  CaseDetailsDto,
  CasePageDto,
  CaseQueryDto,
  CaseResolutionDto,
} from './integrity-cases.dto';
import {
  IntegrityCasesRepository,
  type CaseDetails,
  type CaseItem,
} from './integrity-cases.repository';

/** Suspicious play. Rule: docs/rules/integrity.md. */
@ApiTags('staff: integrity')
@Roles('risk', 'admin')
@Controller('staff/integrity/cases')
export class IntegrityCasesController {
  constructor(
    private readonly source: DataSource,
    private readonly cases: IntegrityCasesRepository,
    private readonly auditor: Auditor,
    private readonly cursors: CursorSigner,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Play that staff should look at, newest first.' })
  @ApiOkResponse({ type: CasePageDto })
  @ApiProblems('INVALID_CURSOR', 'VALIDATION_FAILED')
  async list(@Query() { cursor, limit, ...filter }: CaseQueryDto): Promise<Page<CaseItem>> {
    const { kind = '', status = '', userId = '', minScore = '' } = filter;
    const list = `integrity:${kind}:${status}:${userId}:${minScore}`;
    const rows = await this.cases.list(filter, this.cursors.read(list, cursor), limit);
    return pageOf(rows, limit, (last) => this.cursors.issue(list, last.id));
  }

  @Get(':caseId')
  @ApiOperation({ summary: 'A case with its evidence and hands; that it was read is audited.' })
  @ApiOkResponse({ type: CaseDetailsDto })
  @ApiProblems('NOT_FOUND')
  async read(
    @Claims() claims: AccessClaims,
    @Param('caseId', ParseUUIDPipe) caseId: string,
  ): Promise<CaseDetails> {
    return withTransaction(this.source, async (manager) => {
      const found = await this.cases.find(manager, caseId);
      if (found === null) throw new BusinessError('NOT_FOUND');
      await this.auditor.record(manager, {
        ...auditedAs(claims),
        action: 'integrity.read',
        subject: `integrity-case:${caseId}`,
        outcome: 'done',
      });
      return found;
    });
  }

  @Post(':caseId/resolve')
  @ApiOperation({ summary: 'Judges an open case. Nothing happens to the players by itself.' })
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The case is judged.' })
  @ApiProblems('NOT_FOUND', 'STATE_CONFLICT', 'VALIDATION_FAILED')
  async resolve(
    @Claims() claims: AccessClaims,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Body() { status, reason }: CaseResolutionDto,
  ): Promise<void> {
    const { userId } = claims;
    const isResolved = await withTransaction(this.source, async (manager) => {
      if (!(await this.cases.resolve(manager, caseId, { status, reason, userId }))) return false;
      await this.auditor.record(manager, {
        ...auditedAs(claims),
        action: 'integrity.resolve',
        subject: `integrity-case:${caseId}`,
        outcome: 'done',
        reason,
        details: { status },
      });
      return true;
    });
    if (isResolved) return;
    throw new BusinessError((await this.cases.exists(caseId)) ? 'STATE_CONFLICT' : 'NOT_FOUND');
  }
}
