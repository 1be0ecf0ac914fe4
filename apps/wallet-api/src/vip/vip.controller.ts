import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CursorSigner, pageOf, type Page } from '@cardroom/database';
import { CLOCK, type AccessClaims, type Clock } from '@cardroom/platform';

import { ApiProblems } from '../api-problems.decorator';
import { Claims } from '../auth/access.decorators';
import { PageQueryDto } from '../page-query.dto';
import { RakebackWeekPageDto, VipStandingDto } from './vip.dto';
import { VipRepository, type RakebackWeek } from './vip.repository';
import { standingOf, type VipStanding } from './vip.rules';

@ApiTags('vip')
@Controller('vip')
export class VipController {
  constructor(
    private readonly vip: VipRepository,
    @Inject(CursorSigner) private readonly cursors: CursorSigner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Your level, what it gives, and the way to the next.' })
  @ApiOkResponse({ type: VipStandingDto })
  async standing(@Claims() { userId }: AccessClaims): Promise<VipStanding> {
    const nowMs = this.clock();
    return standingOf(await this.vip.rakeAt(userId, nowMs), nowMs);
  }

  @Get('history')
  @ApiOperation({ summary: 'Your weeks of rakeback, newest first.' })
  @ApiOkResponse({ type: RakebackWeekPageDto })
  @ApiProblems('INVALID_CURSOR', 'VALIDATION_FAILED')
  async history(
    @Claims() { userId }: AccessClaims,
    @Query() { cursor, limit }: PageQueryDto,
  ): Promise<Page<RakebackWeek>> {
    const list = `vip:${userId}`;
    const rows = await this.vip.weeks(userId, this.cursors.read(list, cursor), limit);
    return pageOf(rows, limit, (last) => this.cursors.issue(list, last.week));
  }
}
