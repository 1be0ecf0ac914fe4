import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AccessClaims } from '@cardroom/platform';

import { ApiProblems } from '../api-problems.decorator';
import { Claims, ForEnrolment } from './access.decorators';
import {
  EnrolmentDto,
  FactorCodeDto,
  FactorStateDto,
  NewPasswordDto,
  ProofDto,
  RecoveryCodesDto,
} from './credentials.dto';
import { Credentials } from './credentials.service';

const OTHERS_END = 'All other sessions end, and withdrawals wait for a day.';

const CODE_PROBLEMS = ['SECOND_FACTOR_INVALID', 'SECOND_FACTOR_LOCKED'] as const;
const PROOF_PROBLEMS = [
  ...(['INVALID_CREDENTIALS', 'SERVER_BUSY', 'SECOND_FACTOR_REQUIRED'] as const),
  ...CODE_PROBLEMS,
] as const;

@ApiTags('accounts and sessions')
@ForEnrolment()
@Controller('me')
export class CredentialsController {
  constructor(private readonly credentials: Credentials) {}

  @Put('password')
  @ApiOperation({ summary: 'Changes your password.', description: OTHERS_END })
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The new password is the one that counts.' })
  @ApiProblems(...PROOF_PROBLEMS)
  changePassword(@Claims() claims: AccessClaims, @Body() body: NewPasswordDto): Promise<void> {
    return this.credentials.changePassword(claims, body);
  }

  @Get('second-factor')
  @ApiOperation({ summary: 'Whether you have a second factor.' })
  @ApiOkResponse({ type: FactorStateDto })
  factorState(@Claims() { userId }: AccessClaims): Promise<FactorStateDto> {
    return this.credentials.factorState(userId);
  }

  @Post('second-factor')
  @ApiOperation({
    summary: 'Gives you a secret for an authenticator.',
    description: 'It counts when you have confirmed it, within 15 minutes.',
  })
  @HttpCode(200)
  @ApiOkResponse({ type: EnrolmentDto })
  @ApiProblems(...PROOF_PROBLEMS)
  enrol(@Claims() claims: AccessClaims, @Body() body: ProofDto): Promise<EnrolmentDto> {
    return this.credentials.enrolFactor(claims, body);
  }

  @Post('second-factor/confirm')
  @ApiOperation({
    summary: 'Enables the secret that you were given, with a code of it.',
    description: OTHERS_END,
  })
  @HttpCode(200)
  @ApiOkResponse({ type: RecoveryCodesDto })
  @ApiProblems('SECOND_FACTOR_NOT_SET_UP', ...CODE_PROBLEMS)
  async confirm(
    @Claims() claims: AccessClaims,
    @Body() { code }: FactorCodeDto,
  ): Promise<RecoveryCodesDto> {
    return { recoveryCodes: await this.credentials.confirmFactor(claims, code) };
  }

  @Post('second-factor/disable')
  @ApiOperation({ summary: 'Takes your second factor away.', description: OTHERS_END })
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'A password is enough again.' })
  @ApiProblems('FORBIDDEN', 'SECOND_FACTOR_NOT_SET_UP', ...PROOF_PROBLEMS)
  disable(@Claims() claims: AccessClaims, @Body() body: ProofDto): Promise<void> {
    return this.credentials.disableFactor(claims, body);
  }
}
