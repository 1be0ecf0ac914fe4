import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { phhOf, pokerstarsText } from '@cardroom/records';

import { ApiProblems } from '../api-problems.decorator';
import { Roles } from '../auth/access.decorators';
import { HandIdPipe } from '../hands/hand-id.pipe';
import { HandRecords } from '../hands/hand-records.service';
import { HandText } from '../hands/hand-text.decorator';

/** Any hand, as everybody at its table saw it. */
@ApiTags('staff')
@Roles('support', 'risk', 'admin')
@Controller('staff/hands/:handId')
export class StaffHandsController {
  constructor(private readonly records: HandRecords) {}

  @Get('phh')
  @ApiOperation({ summary: 'A hand as a PHH record. Cards that were not shown are `??`.' })
  @HandText('The hand as a `.phh` file, `text/plain`.')
  @ApiProblems('NOT_FOUND')
  async phh(@Param('handId', HandIdPipe) handId: string): Promise<string> {
    return phhOf(await this.records.asShown(handId));
  }

  @Get('pokerstars')
  @ApiOperation({ summary: 'A hand as PokerStars-style text, without cards that were not shown.' })
  @HandText('The hand as a `.txt` file, `text/plain`.')
  @ApiProblems('NOT_FOUND')
  async pokerstars(@Param('handId', HandIdPipe) handId: string): Promise<string> {
    return pokerstarsText(await this.records.asShown(handId));
  }
}
