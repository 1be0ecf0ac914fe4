import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { AccessClaims } from '@cardroom/platform';

import { ApiProblems } from '../../api-problems.decorator';
import { Claims, Roles } from '../../auth/access.decorators';
import { SwitchChangeDto, SwitchListDto, SwitchOutcomeDto } from './switches.dto';
import { StaffSwitches } from './switches.service';

@ApiTags('staff: switches')
@Roles('support', 'cashier', 'risk', 'admin')
@Controller('staff/switches')
export class StaffSwitchesController {
  constructor(private readonly switches: StaffSwitches) {}

  @Get()
  @ApiOperation({ summary: 'What can be stopped for the whole house, and all that is stopped.' })
  @ApiOkResponse({ type: SwitchListDto })
  async list(): Promise<SwitchListDto> {
    return { items: await this.switches.list() };
  }

  @Put(':name')
  @ApiOperation({
    summary: 'Stops something at once, or lets it go on.',
    description:
      'Support stops tables and logins, cashiers stop what belongs to the house, risk and admin all of it. Only risk and admin let things go on; what moves money (`deposit_credit`, `automatic_approval`, `sending`) only when another one approves.',
  })
  @ApiParam({
    name: 'name',
    description:
      '`deposit_credit`, `automatic_approval`, `sending`, `buy_in`, `table:<table id>` or `login:<user id>`.',
    example: 'sending',
  })
  @ApiOkResponse({ type: SwitchOutcomeDto })
  @ApiProblems('NOT_FOUND', 'REQUEST_PENDING')
  change(
    @Claims() claims: AccessClaims,
    @Param('name') name: string,
    @Body() body: SwitchChangeDto,
  ): Promise<SwitchOutcomeDto> {
    return this.switches.change(claims, name, body);
  }
}
