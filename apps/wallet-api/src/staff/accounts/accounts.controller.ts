import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AccessClaims } from '@cardroom/platform';

import { ApiProblems } from '../../api-problems.decorator';
import { Claims, Roles } from '../../auth/access.decorators';
import { AccountChangeOutcomeDto, ProvenReasonDto, RoleChangeDto } from './accounts.dto';
import { FactorResets } from './factor-resets.service';
import { StaffRoles } from './staff-roles.service';

const PROBLEMS = [
  ...([
    'NOT_FOUND',
    'VALIDATION_FAILED',
    'FORBIDDEN',
    'STATE_CONFLICT',
    'REQUEST_PENDING',
  ] as const),
  ...(['SECOND_FACTOR_NOT_SET_UP', 'SECOND_FACTOR_INVALID', 'SECOND_FACTOR_LOCKED'] as const),
] as const;

/** Who may be what, and how somebody gets back in. */
@ApiTags('staff: players')
@Controller('staff/players')
export class StaffAccountsController {
  constructor(
    private readonly roles: StaffRoles,
    private readonly resets: FactorResets,
  ) {}

  @Put(':userId/role')
  @Roles('admin')
  @ApiOperation({
    summary: 'Gives somebody a role, or takes it away.',
    description:
      'Another admin approves a new role; taken away (`player`) it is at once. All sessions of that person end with the change. Never your own, and nobody who sits at a table.',
  })
  @ApiOkResponse({ type: AccountChangeOutcomeDto })
  @ApiProblems(...PROBLEMS)
  changeRole(
    @Claims() claims: AccessClaims,
    @Param('userId', ParseUUIDPipe) userId: string,
    @Body() change: RoleChangeDto,
  ): Promise<AccountChangeOutcomeDto> {
    return this.roles.change(claims, userId, change);
  }

  @Post(':userId/second-factor/reset')
  @HttpCode(200)
  @Roles('support', 'risk', 'admin')
  @ApiOperation({
    summary: 'Asks that a lost second factor be taken away.',
    description:
      'For who has lost the recovery codes as well. Another one of risk or admin approves, for staff another admin. All sessions end; withdrawals wait after it, and after the new one.',
  })
  @ApiOkResponse({ type: AccountChangeOutcomeDto })
  @ApiProblems(...PROBLEMS)
  resetFactor(
    @Claims() claims: AccessClaims,
    @Param('userId', ParseUUIDPipe) userId: string,
    @Body() proof: ProvenReasonDto,
  ): Promise<AccountChangeOutcomeDto> {
    return this.resets.ask(claims, userId, proof);
  }
}
