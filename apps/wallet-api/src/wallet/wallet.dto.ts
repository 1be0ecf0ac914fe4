import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, Matches } from 'class-validator';
import { HISTORY_TYPES, type HistoryType, type PlayerBalance } from '@cardroom/ledger';

import { PageQueryDto } from '../page-query.dto';
import type { CryptoDetails } from './crypto-details.repository';
import type { WalletHistoryItem } from './wallet-history';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Which rows of the history, and which page of them. */
export class HistoryQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: HISTORY_TYPES, isArray: true, description: 'Named once or often.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? (value as unknown[]) : [value],
  )
  @IsIn(HISTORY_TYPES, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(HISTORY_TYPES.length)
  type?: HistoryType[];

  @ApiPropertyOptional({ example: '2026-11-01', description: 'First day in Seoul; needs `to`.' })
  @IsOptional()
  @Matches(DAY)
  from?: string;

  @ApiPropertyOptional({ example: '2026-11-30', description: 'Last day in Seoul, included.' })
  @IsOptional()
  @Matches(DAY)
  to?: string;
}

export class StatementQueryDto {
  @ApiProperty({ example: '2026-11-01', description: 'First day in Seoul.' })
  @Matches(DAY)
  from!: string;

  @ApiProperty({ example: '2026-11-30', description: 'Last day in Seoul, included.' })
  @Matches(DAY)
  to!: string;
}

export class BalanceDto implements Record<keyof PlayerBalance, number> {
  @ApiProperty({ description: 'Whole won that can be used.' })
  availableKrw!: number;

  @ApiProperty({ description: 'Whole won at tables.' })
  inPlayKrw!: number;

  @ApiProperty({ description: 'Whole won held for withdrawals.' })
  heldKrw!: number;
}

class QuoteDto implements Record<keyof NonNullable<CryptoDetails['quote']>, unknown> {
  @ApiProperty({ description: 'Whole won for `denominatorUnits` base units.' })
  numeratorKrw!: number;

  @ApiProperty({ description: 'Base units in decimal digits.' })
  denominatorUnits!: string;

  @ApiProperty({ format: 'date-time' })
  quotedAt!: string;
}

class CryptoDto implements Record<keyof CryptoDetails, unknown> {
  @ApiProperty({ example: 'USDT' })
  asset!: string;

  @ApiProperty({ example: 'ethereum' })
  network!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Base units in decimal digits.' })
  units!: string | null;

  @ApiProperty({ type: String, nullable: true })
  txid!: string | null;

  @ApiProperty({ type: String, nullable: true })
  address!: string | null;

  @ApiProperty({ type: QuoteDto, nullable: true, description: 'The rate it was counted by.' })
  quote!: QuoteDto | null;

  @ApiProperty({ format: 'date-time' })
  requestedAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  completedAt!: string | null;
}

class HistoryItemDto implements Record<keyof WalletHistoryItem, unknown> {
  @ApiProperty({ format: 'uuid' })
  transferId!: string;

  @ApiProperty({ enum: HISTORY_TYPES })
  type!: string;

  @ApiProperty({ description: 'Whole won; below 0 where it went away.' })
  amountKrw!: number;

  @ApiProperty({ description: 'Of the account it moved: the wallet, or the chips at a table.' })
  balanceAfterKrw!: number;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What it was for: of a hand which, of rakeback the week and its terms.',
  })
  details!: object;

  @ApiProperty({ type: CryptoDto, nullable: true, description: 'Null where no crypto moved.' })
  crypto!: CryptoDto | null;

  @ApiProperty({
    description: 'Leaf hash of the transaction in the sealed audit trail; see its proof.',
  })
  integrityHash!: string;
}

export class HistoryPageDto {
  @ApiProperty({ type: [HistoryItemDto] })
  items!: HistoryItemDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null at the end of the list.' })
  nextCursor!: string | null;
}
