import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AccessClaims } from '@cardroom/platform';

import { ApiProblems } from '../api-problems.decorator';
import { Claims, Roles } from '../auth/access.decorators';
import { DaysQueryDto, HouseDaysDto, PlayerStatisticsDto, TablePlaysDto } from './statistics.dto';
import { Statistics } from './statistics.service';

const DAYS = 'Days are those of Seoul; 400 at most. Hands count within seconds of their end.';

@ApiTags('statistics')
@Controller('me/statistics')
export class OwnStatisticsController {
  constructor(private readonly statistics: Statistics) {}

  @Get()
  @ApiOperation({ summary: 'What and how you played.', description: DAYS })
  @ApiOkResponse({ type: PlayerStatisticsDto })
  @ApiProblems('VALIDATION_FAILED')
  own(
    @Claims() { userId }: AccessClaims,
    @Query() query: DaysQueryDto,
  ): Promise<PlayerStatisticsDto> {
    return this.statistics.player(userId, query);
  }
}

@ApiTags('staff: statistics')
@Controller('staff')
export class StaffStatisticsController {
  constructor(private readonly statistics: Statistics) {}

  @Get('players/:userId/statistics')
  @Roles('support', 'risk', 'admin')
  @ApiOperation({ summary: 'What and how a player played.', description: DAYS })
  @ApiOkResponse({ type: PlayerStatisticsDto })
  @ApiProblems('VALIDATION_FAILED')
  player(
    @Param('userId', ParseUUIDPipe) userId: string,
    @Query() query: DaysQueryDto,
  ): Promise<PlayerStatisticsDto> {
    return this.statistics.player(userId, query);
  }

  @Get('statistics/days')
  @Roles('cashier', 'risk', 'admin')
  @ApiOperation({ summary: 'Hands, rake and active players by day.', description: DAYS })
  @ApiOkResponse({ type: HouseDaysDto })
  @ApiProblems('VALIDATION_FAILED')
  async days(@Query() query: DaysQueryDto): Promise<HouseDaysDto> {
    return { items: await this.statistics.days(query) };
  }

  @Get('statistics/tables')
  @Roles('cashier', 'risk', 'admin')
  @ApiOperation({ summary: 'Tables by their rake, the highest first.', description: DAYS })
  @ApiOkResponse({ type: TablePlaysDto })
  @ApiProblems('VALIDATION_FAILED')
  async tables(@Query() query: DaysQueryDto): Promise<TablePlaysDto> {
    return { items: await this.statistics.tables(query) };
  }
}
