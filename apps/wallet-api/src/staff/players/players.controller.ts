import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Page } from '@cardroom/database';
import type { AccessClaims } from '@cardroom/platform';

import { ApiProblems } from '../../api-problems.decorator';
import { Claims, Roles } from '../../auth/access.decorators';
import { ReasonDto } from '../reason.dto';
import {
  EndedSessionsDto,
  NewNoteDto,
  NoteDto,
  PlayerDto,
  PlayerItemDto,
  PlayerPageDto,
  PlayerQueryDto,
} from './players.dto';
import { StaffPlayers } from './players.service';

@ApiTags('staff: players')
@Roles('support', 'cashier', 'risk', 'admin')
@Controller('staff/players')
export class StaffPlayersController {
  constructor(private readonly players: StaffPlayers) {}

  @Get()
  @ApiOperation({ summary: 'Accounts by id, e-mail address or nickname, newest first.' })
  @ApiOkResponse({ type: PlayerPageDto })
  @ApiProblems('INVALID_CURSOR', 'VALIDATION_FAILED')
  list(
    @Claims() claims: AccessClaims,
    @Query() query: PlayerQueryDto,
  ): Promise<Page<PlayerItemDto>> {
    return this.players.list(claims, query);
  }

  @Get(':userId')
  @ApiOperation({ summary: 'One account: money, seats, sessions, last deposits and notes.' })
  @ApiOkResponse({ type: PlayerDto })
  @ApiProblems('NOT_FOUND', 'VALIDATION_FAILED')
  find(@Param('userId', ParseUUIDPipe) userId: string): Promise<PlayerDto> {
    return this.players.find(userId);
  }

  @Post(':userId/freeze')
  @Roles('risk', 'admin')
  @ApiOperation({
    summary: 'Freezes a player.',
    description:
      'All sessions end and their sockets close. Chips at a table stay the player’s. Staff accounts are not frozen but lose their role.',
  })
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The account is frozen.' })
  @ApiProblems('NOT_FOUND', 'STATE_CONFLICT')
  freeze(
    @Claims() claims: AccessClaims,
    @Param('userId', ParseUUIDPipe) userId: string,
    @Body() { reason }: ReasonDto,
  ): Promise<void> {
    return this.players.freeze(claims, userId, reason);
  }

  @Post(':userId/unfreeze')
  @Roles('risk', 'admin')
  @ApiOperation({ summary: 'Ends the freeze of a player.' })
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The player may log in again.' })
  @ApiProblems('NOT_FOUND', 'STATE_CONFLICT')
  unfreeze(
    @Claims() claims: AccessClaims,
    @Param('userId', ParseUUIDPipe) userId: string,
    @Body() { reason }: ReasonDto,
  ): Promise<void> {
    return this.players.unfreeze(claims, userId, reason);
  }

  @Post(':userId/sessions/end')
  @Roles('support', 'risk', 'admin')
  @ApiOperation({ summary: 'Ends all sessions of an account and closes their sockets.' })
  @HttpCode(200)
  @ApiOkResponse({ type: EndedSessionsDto })
  @ApiProblems('NOT_FOUND')
  async endSessions(
    @Claims() claims: AccessClaims,
    @Param('userId', ParseUUIDPipe) userId: string,
    @Body() { reason }: ReasonDto,
  ): Promise<EndedSessionsDto> {
    return { endedSessions: await this.players.endSessions(claims, userId, reason) };
  }

  @Post(':userId/notes')
  @ApiOperation({ summary: 'Writes a note about an account; it stays.' })
  @ApiOkResponse({ type: [NoteDto] })
  @HttpCode(200)
  @ApiProblems('NOT_FOUND')
  addNote(
    @Claims() claims: AccessClaims,
    @Param('userId', ParseUUIDPipe) userId: string,
    @Body() { text }: NewNoteDto,
  ): Promise<NoteDto[]> {
    return this.players.addNote(claims, userId, text);
  }
}
