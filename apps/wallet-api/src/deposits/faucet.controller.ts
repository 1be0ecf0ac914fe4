import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { krw } from '@cardroom/money';
import { IsWholeWon, type AccessClaims } from '@cardroom/platform';

import { ApiProblems } from '../api-problems.decorator';
import { Claims } from '../auth/access.decorators';
import { FaucetService, MAX_POUR_KRW, MAX_POURED_A_DAY_KRW } from './faucet.service';

const won = (amountKrw: number): string => `₩${amountKrw.toLocaleString('en-US')}`;

class FaucetDto {
  @ApiProperty({ example: 1_000_000, minimum: 1, maximum: MAX_POUR_KRW, description: 'Whole won.' })
  @IsWholeWon({ maxKrw: MAX_POUR_KRW })
  amountKrw!: number;
}

class FaucetPaymentDto {
  @ApiProperty()
  paymentId!: string;
}

/** Money for development: a simulated crypto payment that goes the way of every deposit. */
@ApiTags('development')
@Controller('dev')
export class FaucetController {
  constructor(private readonly faucet: FaucetService) {}

  @Post('faucet')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Not in production. The credit follows by the gateway’s webhook.',
    description: `At most ${won(MAX_POUR_KRW)} a call and ${won(MAX_POURED_A_DAY_KRW)} in 24 hours. The same request id with the same amount is poured once.`,
  })
  @ApiAcceptedResponse({ type: FaucetPaymentDto })
  @ApiProblems(
    ...(['INVALID_AMOUNT', 'LIMIT_EXCEEDED', 'PAYMENT_GATEWAY_UNAVAILABLE'] as const),
    'RATE_UNAVAILABLE',
  )
  async pour(
    @Claims() { userId }: AccessClaims,
    @Body() body: FaucetDto,
  ): Promise<FaucetPaymentDto> {
    return { paymentId: await this.faucet.pour(userId, krw(body.amountKrw)) };
  }
}
