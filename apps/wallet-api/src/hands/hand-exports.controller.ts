import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CursorSigner, pageOf } from '@cardroom/database';
import type { AccessClaims } from '@cardroom/platform';
import { phhsOf, pokerstarsText, type PlayedHand } from '@cardroom/records';
import type { Response } from 'express';

import { ApiProblems } from '../api-problems.decorator';
import { Claims } from '../auth/access.decorators';
import { HandExportQueryDto } from './hand-exports.query.dto';
import { HandRecords } from './hand-records.service';
import { asFile, HandText, NEXT_CURSOR } from './hand-text.decorator';

@ApiTags('hands')
@Controller('hands')
export class HandExportsController {
  constructor(
    private readonly records: HandRecords,
    @Inject(CursorSigner) private readonly cursors: CursorSigner,
  ) {}

  @Get('phh')
  @ApiOperation({
    summary: 'Hands you played in one PHH file, newest first; cards you did not see are `??`.',
    description: `A page of it: \`${NEXT_CURSOR}\` in the head of the answer is the cursor of the next one.`,
  })
  @HandText('The hands as a `.phhs` file, `text/plain`; empty where there are none.')
  @ApiProblems('INVALID_CURSOR', 'VALIDATION_FAILED')
  async phh(
    @Claims() { userId }: AccessClaims,
    @Query() query: HandExportQueryDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    response.setHeader('Content-Disposition', asFile('hands', 'phhs'));
    return phhsOf(await this.page(userId, query, response));
  }

  @Get('pokerstars')
  @ApiOperation({
    summary: 'Hands you played as one PokerStars-style text, newest first, for trackers.',
    description: `A page of it: \`${NEXT_CURSOR}\` in the head of the answer is the cursor of the next one.`,
  })
  @HandText('The hands as a `.txt` file, `text/plain`; empty where there are none.')
  @ApiProblems('INVALID_CURSOR', 'VALIDATION_FAILED')
  async pokerstars(
    @Claims() { userId }: AccessClaims,
    @Query() query: HandExportQueryDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    response.setHeader('Content-Disposition', asFile('hands', 'txt'));
    return (await this.page(userId, query, response)).map(pokerstarsText).join('\n\n');
  }

  private async page(
    userId: string,
    { cursor, limit, from, to }: HandExportQueryDto,
    response: Response,
  ): Promise<readonly PlayedHand[]> {
    const list = `hand-exports:${userId}`;
    const before = this.cursors.read(list, cursor);
    const hands = await this.records.pageOfPlayer(userId, {
      ...{ before, from: from ?? null, to: to ?? null, limit },
    });
    const page = pageOf(hands, limit, (last) => this.cursors.issue(list, last.handId));
    if (page.nextCursor !== null) response.setHeader(NEXT_CURSOR, page.nextCursor);
    return page.items;
  }
}
