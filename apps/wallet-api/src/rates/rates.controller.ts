import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CacheAside } from '@cardroom/cache';
import { decimalText } from '@cardroom/money';
import { RateSampleRepository } from '@cardroom/rates';
import { DataSource } from 'typeorm';

const STATES = ['open', 'halted', 'stale'] as const;

/** A list for people to look at; no quote is made of it. */
const LIST_TTL_MS = 5_000;

class RateDto {
  @ApiProperty({ example: 'BTC' })
  asset!: string;

  @ApiProperty({
    example: '148900000.5',
    description: 'Won for one whole coin, an exact decimal. A text: no float holds it.',
  })
  priceKrw!: string;

  @ApiProperty({ format: 'date-time' })
  sampledAt!: string;

  @ApiProperty({
    enum: STATES,
    description:
      '`open`: deposits are credited at this rate. `halted`: it jumped. `stale`: it is too old.',
  })
  state!: (typeof STATES)[number];

  @ApiProperty({ type: [String], example: ['bithumb', 'coingecko', 'upbit'] })
  sources!: readonly string[];
}

class RatesDto {
  @ApiProperty({ type: [RateDto] })
  items!: RateDto[];
}

@ApiTags('wallet')
@Controller('wallet/rates')
export class RatesController {
  constructor(
    private readonly source: DataSource,
    private readonly samples: RateSampleRepository,
    private readonly cache: CacheAside,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'What coins are worth. A deposit is credited at the rate of its moment.',
  })
  @ApiOkResponse({ type: RatesDto })
  list(): Promise<RatesDto> {
    return this.cache.get('rates', LIST_TTL_MS, () => this.load());
  }

  private async load(): Promise<RatesDto> {
    const samples = await this.samples.newest(this.source.manager);
    return {
      items: samples.map(({ asset, priceKrw, sampledAt, sources, isFresh, isHalted }) => ({
        asset,
        priceKrw: decimalText(priceKrw),
        sampledAt: sampledAt.toISOString(),
        state: isHalted ? 'halted' : isFresh ? 'open' : 'stale',
        sources,
      })),
    };
  }
}
