import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Page } from '@cardroom/database';
import type { AccessClaims } from '@cardroom/platform';

import { ApiProblems } from '../../api-problems.decorator';
import { Claims, Roles } from '../../auth/access.decorators';
import { ReasonDto } from '../reason.dto';
import { ApprovalDto, RequestDto, RequestPageDto, RequestQueryDto } from './requests.dto';
import { StaffRequests } from './staff-requests.service';

const DECISION_PROBLEMS = [
  ...(['NOT_FOUND', 'VALIDATION_FAILED', 'REQUEST_DECIDED', 'REQUEST_EXPIRED'] as const),
] as const;

@ApiTags('staff: requests')
@Roles('support', 'cashier', 'risk', 'admin')
@Controller('staff/requests')
export class StaffRequestsController {
  constructor(private readonly requests: StaffRequests) {}

  @Get()
  @ApiOperation({ summary: 'What waits for a second person, or was decided, newest first.' })
  @ApiOkResponse({ type: RequestPageDto })
  @ApiProblems('INVALID_CURSOR', 'VALIDATION_FAILED')
  list(@Claims() claims: AccessClaims, @Query() query: RequestQueryDto): Promise<Page<RequestDto>> {
    return this.requests.list(claims, query);
  }

  @Get(':requestId')
  @ApiOperation({ summary: 'One request with all that its approval would do.' })
  @ApiOkResponse({ type: RequestDto })
  @ApiProblems('NOT_FOUND', 'VALIDATION_FAILED')
  find(
    @Claims() claims: AccessClaims,
    @Param('requestId', ParseUUIDPipe) requestId: string,
  ): Promise<RequestDto> {
    return this.requests.find(claims, requestId);
  }

  @Post(':requestId/approve')
  @ApiOperation({
    summary: 'Approves a request and does what it asks for.',
    description: 'Never your own, and never one that profits you.',
  })
  @HttpCode(200)
  @ApiOkResponse({ type: RequestDto })
  @ApiProblems(
    ...DECISION_PROBLEMS,
    ...(['FORBIDDEN', 'REQUEST_CHANGED', 'INSUFFICIENT_FUNDS', 'STATE_CONFLICT'] as const),
  )
  approve(
    @Claims() claims: AccessClaims,
    @Param('requestId', ParseUUIDPipe) requestId: string,
    @Body() body: ApprovalDto,
  ): Promise<RequestDto> {
    return this.requests.approve(claims, requestId, body);
  }

  @Post(':requestId/reject')
  @ApiOperation({ summary: 'Rejects a request, or takes your own back.' })
  @HttpCode(200)
  @ApiOkResponse({ type: RequestDto })
  @ApiProblems(...DECISION_PROBLEMS)
  reject(
    @Claims() claims: AccessClaims,
    @Param('requestId', ParseUUIDPipe) requestId: string,
    @Body() { reason }: ReasonDto,
  ): Promise<RequestDto> {
    return this.requests.reject(claims, requestId, reason);
  }
}
