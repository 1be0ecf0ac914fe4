import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AccessClaims } from '@cardroom/platform';
import { phhOf, pokerstarsText } from '@cardroom/records';
import type { Response } from 'express';

import { ApiProblems } from '../api-problems.decorator';
import { Claims } from '../auth/access.decorators';
import { HandIdPipe } from './hand-id.pipe';
import { HandRecords } from './hand-records.service';
import { asFile, HandText } from './hand-text.decorator';

@ApiTags('hands')
@Controller('hands/:handId')
export class HandRecordsController {
  constructor(private readonly records: HandRecords) {}

  @Get('phh')
  @ApiOperation({ summary: 'One hand you played as a PHH record; cards you did not see are `??`.' })
  @HandText('The hand as a `.phh` file, `text/plain`.')
  @ApiProblems('NOT_FOUND')
  async phh(
    @Claims() { userId }: AccessClaims,
    @Param('handId', HandIdPipe) handId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const hand = await this.records.ofPlayer(handId, userId);
    response.setHeader('Content-Disposition', asFile(handId, 'phh'));
    return phhOf(hand);
  }

  @Get('pokerstars')
  @ApiOperation({ summary: 'One hand you played as PokerStars-style text, for trackers.' })
  @HandText('The hand as a `.txt` file, `text/plain`.')
  @ApiProblems('NOT_FOUND')
  async pokerstars(
    @Claims() { userId }: AccessClaims,
    @Param('handId', HandIdPipe) handId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const hand = await this.records.ofPlayer(handId, userId);
    response.setHeader('Content-Disposition', asFile(handId, 'txt'));
    return pokerstarsText(hand);
  }
}
