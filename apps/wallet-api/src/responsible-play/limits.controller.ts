import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { krw } from '@cardroom/money';
import type { AccessClaims } from '@cardroom/platform';

import { ApiProblems } from '../api-problems.decorator';
import { Claims } from '../auth/access.decorators';
import { ExcludeDto, ExclusionDto, LimitPathDto, LimitsDto, SetLimitDto } from './limits.dto';
import { LimitsService } from './limits.service';

@ApiTags('responsible play')
@Controller('me')
export class LimitsController {
  constructor(private readonly limits: LimitsService) {}

  @Get('limits')
  @ApiOperation({ summary: 'Your limits of deposits and losses, and what was used of them.' })
  @ApiOkResponse({ type: LimitsDto })
  list(@Claims() { userId }: AccessClaims): Promise<LimitsDto> {
    return this.limits.list(userId);
  }

  @Put('limits/:kind/:period')
  @ApiOperation({
    summary: 'Sets a limit.',
    description: 'A lower one holds at once, a higher one 24 hours later.',
  })
  @ApiOkResponse({ type: LimitsDto })
  @ApiProblems('INVALID_AMOUNT', 'VALIDATION_FAILED')
  set(
    @Claims() { userId }: AccessClaims,
    @Param() { kind, period }: LimitPathDto,
    @Body() { amountKrw }: SetLimitDto,
  ): Promise<LimitsDto> {
    return this.limits.change(userId, { kind, period, amountKrw: krw(amountKrw) });
  }

  @Delete('limits/:kind/:period')
  @ApiOperation({ summary: 'Takes a limit away, 24 hours later.' })
  @ApiOkResponse({ type: LimitsDto })
  @ApiProblems('VALIDATION_FAILED')
  remove(
    @Claims() { userId }: AccessClaims,
    @Param() { kind, period }: LimitPathDto,
  ): Promise<LimitsDto> {
    return this.limits.change(userId, { kind, period, amountKrw: null });
  }

  @Get('self-exclusion')
  @ApiOperation({ summary: 'Whether you have excluded yourself from play.' })
  @ApiOkResponse({ type: ExclusionDto })
  exclusion(@Claims() { userId }: AccessClaims): Promise<ExclusionDto> {
    return this.limits.exclusion(userId);
  }

  @Post('self-exclusion')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Excludes yourself from play, from now on.',
    description:
      'Seats are left at the end of their hand. It cannot be made shorter; a longer one can follow. Logging in and withdrawing stay possible.',
  })
  @ApiOkResponse({ type: ExclusionDto })
  @ApiProblems('ACCOUNT_EXCLUDED')
  exclude(@Claims() { userId }: AccessClaims, @Body() wanted: ExcludeDto): Promise<ExclusionDto> {
    return this.limits.exclude(userId, wanted);
  }
}
