import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { decimalText } from '@cardroom/money';
import type { Asset } from '@cardroom/rates';

import { PageQueryDto } from '../page-query.dto';
import type { DepositStep } from './deposit.repository';
import { DEPOSIT_STATUSES, type Deposit, type DepositStatus } from './deposit.types';

const NETWORKS = ['bitcoin', 'ethereum'] as const;

export class AddressQueryDto {
  @ApiPropertyOptional({
    enum: NETWORKS,
    description: 'Where a coin has several; its only one unless told.',
  })
  @IsOptional()
  @IsIn(NETWORKS)
  network?: (typeof NETWORKS)[number];
}

export class DepositAddressDto {
  @ApiProperty({ example: 'USDT' })
  asset!: string;

  @ApiProperty({
    example: 'ethereum',
    description: 'Coins that are sent on another network are lost.',
  })
  network!: string;

  @ApiProperty({ example: '0x52908400098527886e0f7030069857d2e4169ee7' })
  address!: string;

  @ApiProperty({ example: 6 })
  decimals!: number;

  @ApiProperty({ example: '0.01', description: 'In coins. Less is not credited by itself.' })
  minimum!: string;

  @ApiProperty({ example: 12, description: 'Blocks until a small amount is credited.' })
  confirmationsNeeded!: number;
}

export const addressDto = (address: string, asset: Asset): DepositAddressDto => ({
  ...{ asset: asset.asset, network: asset.network, address, decimals: asset.decimals },
  minimum: decimalText({ digits: asset.minDepositUnits, scale: asset.decimals }),
  confirmationsNeeded: asset.tiers.at(-1)?.confirmations ?? asset.finalConfirmations,
});

export class DepositDto {
  @ApiProperty({ format: 'uuid' })
  depositId!: string;

  @ApiProperty({
    enum: DEPOSIT_STATUSES,
    description:
      '`limit_hold`: it would pass your own limit of deposits and is credited when that has room for all of it (see /me/limits). `rate_hold`: it waits for a rate.',
  })
  status!: DepositStatus;

  @ApiProperty({ example: 'USDT' })
  asset!: string;

  @ApiProperty({ example: 'ethereum' })
  network!: string;

  @ApiProperty({
    example: '25000000',
    description: 'Base units: a text, since no number holds all of them.',
  })
  amountUnits!: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Whole won; null until it is credited.',
  })
  amountKrw!: number | null;

  @ApiProperty({ description: 'Of the won, what paid back a debt.' })
  debtPaidKrw!: number;

  @ApiProperty({ description: 'Transaction.' })
  txid!: string;

  @ApiProperty({ description: 'Which output or log entry of it.' })
  outputIndex!: number;

  @ApiProperty({ type: String, nullable: true })
  address!: string | null;

  @ApiProperty()
  confirmations!: number;

  @ApiProperty({ type: Number, nullable: true })
  confirmationsNeeded!: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uuid',
    description: 'The rate that was used.',
  })
  rateQuoteId!: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  transferId!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  creditedAt!: string | null;
}

/** The fields without the class: objects of it are spread into larger ones. */
type Fields<T> = Pick<T, keyof T>;

export function depositDto(deposit: Deposit): Fields<DepositDto> {
  const { depositId, status, asset, network, amountUnits, amountKrw, debtPaidKrw } = deposit;
  const { txid, outputIndex, address, confirmations, confirmationsNeeded } = deposit;
  const { rateQuoteId, transferId, createdAt, creditedAt } = deposit;
  return {
    ...{ depositId, status, asset, network, amountUnits, amountKrw, debtPaidKrw },
    ...{ txid, outputIndex, address, confirmations, confirmationsNeeded },
    ...{ rateQuoteId, transferId },
    createdAt: createdAt.toISOString(),
    creditedAt: creditedAt?.toISOString() ?? null,
  };
}

export class DepositPageDto {
  @ApiProperty({ type: [DepositDto] })
  items!: readonly DepositDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null at the end of the list.' })
  nextCursor!: string | null;
}

export class DepositStepDto {
  @ApiProperty({ enum: DEPOSIT_STATUSES })
  status!: DepositStatus;

  @ApiProperty()
  confirmations!: number;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class DepositDetailDto extends DepositDto {
  @ApiProperty({ type: [DepositStepDto], description: 'How it came there, oldest first.' })
  steps!: readonly DepositStepDto[];
}

export const stepDtos = (steps: readonly DepositStep[]): DepositStepDto[] =>
  steps.map(({ status, confirmations, at }) => ({ status, confirmations, at: at.toISOString() }));

export class StaffDepositDto extends DepositDto {
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uuid',
    description: 'Null: nobody’s address.',
  })
  userId!: string | null;

  @ApiProperty({ enum: ['released', 'rejected'], nullable: true })
  resolution!: string | null;

  @ApiProperty({ type: String, nullable: true })
  resolutionReason!: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  resolvedBy!: string | null;
}

export const staffDepositDto = (deposit: Deposit): Fields<StaffDepositDto> => {
  const { userId, resolution, resolutionReason, resolvedBy } = deposit;
  return { ...depositDto(deposit), userId, resolution, resolutionReason, resolvedBy };
};

export class StaffDepositPageDto {
  @ApiProperty({ type: [StaffDepositDto] })
  items!: readonly StaffDepositDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null at the end of the list.' })
  nextCursor!: string | null;
}

export class DepositQueueQueryDto extends PageQueryDto {
  @ApiPropertyOptional({
    enum: DEPOSIT_STATUSES,
    description: 'Without it: all that wait for a person.',
  })
  @IsOptional()
  @IsIn(DEPOSIT_STATUSES)
  status?: DepositStatus;
}
