import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { krw } from '@cardroom/money';
import { currentRequestId, IsWholeWon, type AccessClaims } from '@cardroom/platform';
import { v7 as uuidv7 } from 'uuid';

import { ApiProblems } from '../api-problems.decorator';
import { Claims } from '../auth/access.decorators';
import { DEVELOPMENT_ASSET, unitsFor } from './development-rate';
import { PaymentGatewayClient } from './payment-gateway.client';

class FaucetDto {
  @ApiProperty({ example: 1_000_000, description: 'Whole won.' })
  @IsWholeWon()
  amountKrw!: number;
}

class FaucetPaymentDto {
  @ApiProperty()
  paymentId!: string;
}

/** Money for development: a simulated crypto payment that goes the way of every deposit. */
@ApiTags('development')
@ApiBearerAuth()
@Controller('dev')
export class FaucetController {
  constructor(private readonly gateway: PaymentGatewayClient) {}

  @Post('faucet')
  @HttpCode(202)
  @ApiOperation({ summary: 'Not in production. The credit follows by the gateway’s webhook.' })
  @ApiAcceptedResponse({ type: FaucetPaymentDto })
  @ApiProblems('INVALID_AMOUNT', 'VALIDATION_FAILED', 'PAYMENT_GATEWAY_UNAVAILABLE')
  async pour(
    @Claims() { userId }: AccessClaims,
    @Body() body: FaucetDto,
  ): Promise<FaucetPaymentDto> {
    const amountUnits = unitsFor(krw(body.amountKrw)).toString();
    const payment = await this.gateway.simulatePayment(
      { userRef: userId, ...DEVELOPMENT_ASSET, amountUnits },
      currentRequestId() ?? uuidv7(),
    );
    return { paymentId: payment.id };
  }
}
