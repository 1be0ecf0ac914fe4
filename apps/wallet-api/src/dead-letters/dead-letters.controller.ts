import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CursorSigner, pageOf, type Page } from '@cardroom/database';
import type { AccessClaims } from '@cardroom/platform';

import { ApiProblems } from '../api-problems.decorator';
import { Claims, Roles } from '../auth/access.decorators';
import { ReasonDto } from '../staff/reason.dto';
import {
  DeadLetterPageDto,
  DeadLetterQueryDto,
  ReplayAllDto,
  ReplayedDto,
} from './dead-letters.dto';
import { DeadLettersRepository, type DeadLetter } from './dead-letters.repository';
import { topicsOf } from './dead-letters.rules';
import { DeadLetters } from './dead-letters.service';

@ApiTags('staff: jobs')
@Roles('risk', 'admin')
@Controller('staff/jobs/dead-letters')
export class DeadLettersController {
  constructor(
    private readonly repository: DeadLettersRepository,
    private readonly letters: DeadLetters,
    private readonly cursors: CursorSigner,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Work that failed too often and waits for a person, oldest first.' })
  @ApiOkResponse({ type: DeadLetterPageDto })
  @ApiProblems('INVALID_CURSOR', 'VALIDATION_FAILED')
  async list(@Query() { queue, cursor, limit }: DeadLetterQueryDto): Promise<Page<DeadLetter>> {
    const list = `dead-letters:${queue ?? ''}`;
    const after = this.cursors.read(list, cursor);
    const rows = await this.repository.list(topicsOf(queue), after, limit);
    return pageOf(rows, limit, (last) => this.cursors.issue(list, last.id));
  }

  @Post('replay')
  @ApiOperation({ summary: 'Has all of a queue tried again.' })
  @HttpCode(200)
  @ApiOkResponse({ type: ReplayedDto })
  @ApiProblems('VALIDATION_FAILED')
  async replayAll(
    @Claims() claims: AccessClaims,
    @Body() { queue, reason }: ReplayAllDto,
  ): Promise<ReplayedDto> {
    return { replayed: await this.letters.replayAll(claims, queue, reason) };
  }

  @Post(':jobId/replay')
  @ApiOperation({ summary: 'Has one tried again, from the first try on.' })
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'It is tried within seconds.' })
  @ApiProblems('NOT_FOUND', 'VALIDATION_FAILED')
  replay(
    @Claims() claims: AccessClaims,
    @Param('jobId', ParseUUIDPipe) jobId: string,
    @Body() { reason }: ReasonDto,
  ): Promise<void> {
    return this.letters.replay(claims, jobId, reason);
  }

  @Post(':jobId/drop')
  @ApiOperation({
    summary: 'Gives one up for good.',
    description: 'What moves money is not dropped: STATE_CONFLICT.',
  })
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Nobody tries it again.' })
  @ApiProblems('NOT_FOUND', 'STATE_CONFLICT', 'VALIDATION_FAILED')
  drop(
    @Claims() claims: AccessClaims,
    @Param('jobId', ParseUUIDPipe) jobId: string,
    @Body() { reason }: ReasonDto,
  ): Promise<void> {
    return this.letters.drop(claims, jobId, reason);
  }
}
