import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { AccessClaims } from '@cardroom/platform';
import type { Request } from 'express';

import { ApiProblems } from '../api-problems.decorator';
import { SessionEnds } from '../sessions/session-ends';
import { SessionRepository } from '../sessions/session.repository';
import { Claims, ForEnrolment, Public, RateScoped } from './access.decorators';
import {
  LoginDto,
  MeDto,
  RefreshDto,
  RegisterDto,
  RegisteredDto,
  SessionDto,
  TokensDto,
} from './auth.dto';
import { AuthService } from './auth.service';

const MAX_USER_AGENT_LENGTH = 200;

const LOGIN_FACTOR_PROBLEMS = [
  'SECOND_FACTOR_REQUIRED',
  'SECOND_FACTOR_INVALID',
  'SECOND_FACTOR_LOCKED',
] as const;

@ApiTags('accounts and sessions')
@Controller()
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionRepository,
    private readonly sessionEnds: SessionEnds,
  ) {}

  @Post('auth/register')
  @ApiOperation({ summary: 'Opens a player’s account.' })
  @Public()
  @RateScoped('register')
  @ApiCreatedResponse({ type: RegisteredDto })
  @ApiProblems('NICKNAME_REFUSED', 'EMAIL_TAKEN', 'NICKNAME_TAKEN', 'SERVER_BUSY')
  async register(@Body() body: RegisterDto): Promise<RegisteredDto> {
    return { userId: await this.auth.register(body) };
  }

  @Post('auth/login')
  @ApiOperation({
    summary: 'Begins a session.',
    description:
      'Who has a second factor sends its code as well: without one the answer is SECOND_FACTOR_REQUIRED.',
  })
  @HttpCode(200)
  @Public()
  @RateScoped('login')
  @ApiOkResponse({ type: TokensDto })
  @ApiProblems(
    ...(['INVALID_CREDENTIALS', 'ACCOUNT_FROZEN', 'SERVER_BUSY', 'SWITCHED_OFF'] as const),
    ...LOGIN_FACTOR_PROBLEMS,
  )
  login(@Body() body: LoginDto, @Req() request: Request): Promise<TokensDto> {
    const userAgent = (request.get('user-agent') ?? '').slice(0, MAX_USER_AGENT_LENGTH);
    return this.auth.login(body, { userAgent, address: request.ip ?? 'unknown' });
  }

  @Post('auth/refresh')
  @ApiOperation({
    summary: 'Changes a refresh token for new tokens.',
    description:
      'Each refresh token is good once. One that comes a second time ends its session: somebody else may have it.',
  })
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: TokensDto })
  @ApiProblems('REFRESH_TOKEN_INVALID', 'REFRESH_TOKEN_REUSED', 'ACCOUNT_FROZEN')
  refresh(@Body() body: RefreshDto): Promise<TokensDto> {
    return this.auth.refresh(body.refreshToken);
  }

  @Post('auth/logout')
  @ForEnrolment()
  @ApiOperation({ summary: 'Ends the session of this request.' })
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The session has ended; its sockets are closed.' })
  @ApiProblems('NOT_FOUND')
  logout(@Claims() { userId, sessionId }: AccessClaims): Promise<void> {
    return this.sessionEnds.endOne(userId, sessionId, 'logout');
  }

  @Get('auth/sessions')
  @ApiOperation({ summary: 'Your living sessions, newest first.' })
  @ApiOkResponse({ type: [SessionDto] })
  async list(@Claims() claims: AccessClaims): Promise<SessionDto[]> {
    const sessions = await this.sessions.alive(claims.userId);
    return sessions.map((session) => ({
      sessionId: session.id,
      current: session.id === claims.sessionId,
      userAgent: session.userAgent,
      address: session.address,
      createdAt: session.createdAt.toISOString(),
      lastUsedAt: session.lastUsedAt.toISOString(),
    }));
  }

  @Delete('auth/sessions/:sessionId')
  @ApiOperation({ summary: 'Ends one of your sessions.' })
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The session has ended; its sockets are closed.' })
  @ApiProblems('NOT_FOUND', 'VALIDATION_FAILED')
  revoke(
    @Claims() { userId }: AccessClaims,
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
  ): Promise<void> {
    return this.sessionEnds.endOne(userId, sessionId, 'revoked_by_user');
  }

  @Get('me')
  @ForEnrolment()
  @ApiOperation({ summary: 'Who you are.' })
  @ApiOkResponse({ type: MeDto })
  me(@Claims() { userId, nickname, role }: AccessClaims): MeDto {
    return { userId, nickname, role };
  }
}
