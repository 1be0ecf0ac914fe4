import {
  Body,
  Controller,
  Headers,
  HttpCode,
  Post,
  Req,
  type RawBodyRequest,
} from '@nestjs/common';
import {
  ApiBody,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';

import { ApiProblems } from '../api-problems.decorator';
import { Public, RateScoped } from '../auth/access.decorators';
import { DepositService } from './deposit.service';

class WebhookEventDto {
  @ApiProperty({ example: 'evt_1', description: 'The same event is worked off once.' })
  eventId!: string;

  @ApiProperty({ example: 'pay_1', description: 'What is asked for at the gateway.' })
  paymentId!: string;
}

class WebhookOutcomeDto {
  @ApiProperty({ example: 'credited', description: 'What the event led to.' })
  outcome!: string;
}

@ApiTags('payment gateway')
@Controller('wallet/webhook')
export class WebhookController {
  constructor(private readonly deposits: DepositService) {}

  @Post('deposit')
  @HttpCode(200)
  @Public()
  @RateScoped('none')
  @ApiOperation({ summary: 'A payment has changed. For the payment gateway only.' })
  @ApiHeader({
    name: 'X-Cardroom-Signature',
    required: true,
    description: 't=<seconds>,v1=<HMAC-SHA256 of `t.body`>',
  })
  @ApiBody({ type: WebhookEventDto })
  @ApiOkResponse({ type: WebhookOutcomeDto })
  @ApiProblems(
    ...(['SIGNATURE_INVALID', 'TIMESTAMP_OUT_OF_WINDOW', 'PAYMENT_GATEWAY_UNAVAILABLE'] as const),
    'SERVER_BUSY',
  )
  async receive(
    @Req() request: RawBodyRequest<Request>,
    @Headers('x-cardroom-signature') signature: string | undefined,
    @Body() body: unknown,
  ): Promise<WebhookOutcomeDto> {
    const raw = request.rawBody ?? Buffer.alloc(0);
    return { outcome: await this.deposits.receive(raw, signature, body) };
  }
}
