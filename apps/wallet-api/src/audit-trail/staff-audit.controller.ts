import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditProofs, type AuditProof } from '@cardroom/audit';
import { CursorSigner, pageOf, type Page } from '@cardroom/database';
import { BusinessError } from '@cardroom/platform';
import { DataSource } from 'typeorm';

import { ApiProblems } from '../api-problems.decorator';
import { Roles } from '../auth/access.decorators';
import { AuditEventsRepository, type AuditEventItem } from './audit-events.repository';
import { AuditEventPageDto, AuditEventQueryDto, TransferAuditDto } from './audit-trail.dto';

@ApiTags('staff: audit')
@Roles('risk', 'admin')
@Controller('staff/audit')
export class StaffAuditController {
  constructor(
    private readonly source: DataSource,
    private readonly events: AuditEventsRepository,
    private readonly proofs: AuditProofs,
    private readonly cursors: CursorSigner,
  ) {}

  @Get('events')
  @ApiOperation({ summary: 'What staff and guards did and were refused, newest first.' })
  @ApiOkResponse({ type: AuditEventPageDto })
  @ApiProblems('INVALID_CURSOR', 'VALIDATION_FAILED')
  async search(
    @Query() { cursor, limit, ...filter }: AuditEventQueryDto,
  ): Promise<Page<AuditEventItem>> {
    // A cursor is good for the search that gave it.
    const { actor = '', action = '', subject = '', from = '', to = '' } = filter;
    const list = `audit:${JSON.stringify([actor, action, subject, from, to])}`;
    const rows = await this.events.search(filter, this.cursors.read(list, cursor), limit);
    return pageOf(rows, limit, (last) => this.cursors.issue(list, last.id));
  }

  @Get('transfers/:transferId')
  @ApiOperation({ summary: 'One transfer as it is sealed, and the block that holds it.' })
  @ApiOkResponse({ type: TransferAuditDto })
  @ApiProblems('NOT_FOUND', 'VALIDATION_FAILED')
  async transfer(@Param('transferId', ParseUUIDPipe) transferId: string): Promise<AuditProof> {
    const proof = await this.proofs.ofTransfer(this.source.manager, transferId);
    if (proof === null) throw new BusinessError('NOT_FOUND');
    return proof;
  }
}
