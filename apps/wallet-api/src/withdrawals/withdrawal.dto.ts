import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { IsCleanString, IsWholeWon } from '@cardroom/platform';
import { MAX_AMOUNT_KRW } from '@cardroom/protocol';
import {
  PAYOUT_NETWORKS,
  totalKrwOf,
  WITHDRAWAL_STATUSES,
  type PayoutNetwork,
  type Withdrawal,
  type WithdrawalEvent,
} from '@cardroom/withdrawals';

/** Longer than any address; the rules of the network say what an address is. */
const MAX_ADDRESS_LENGTH = 100;

class PayoutDto {
  @ApiProperty({ example: 'BTC', description: 'What is sent.' })
  @IsString()
  @Matches(/^[A-Z]{2,10}$/)
  asset!: string;

  @ApiProperty({ enum: PAYOUT_NETWORKS, description: 'Where it is sent.' })
  @IsIn(PAYOUT_NETWORKS)
  network!: PayoutNetwork;
}

export class WithdrawDto extends PayoutDto {
  @ApiProperty({
    example: 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
    description: 'Of this network, with its checksum; never of a test network.',
  })
  @IsCleanString()
  @MaxLength(MAX_ADDRESS_LENGTH)
  address!: string;

  @ApiProperty({
    ...{ example: 250_000, minimum: 10_000, maximum: MAX_AMOUNT_KRW },
    description: 'Whole won; the fee is taken on top.',
  })
  @IsWholeWon()
  amountKrw!: number;

  @ApiProperty({ example: '123456', description: 'The code that your second factor shows.' })
  @IsString()
  @Matches(/^\d{6}$/)
  code!: string;
}

export class WithdrawQuoteQueryDto extends PayoutDto {
  @ApiProperty({
    ...{ example: 250_000, minimum: 1, maximum: MAX_AMOUNT_KRW },
    description: 'Whole won, without the fee.',
  })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^[1-9]\d{0,15}$/.test(value) ? Number(value) : value,
  )
  @IsWholeWon()
  amountKrw!: number;
}

export class WithdrawQuoteDto {
  @ApiProperty({ description: 'Whole won that would be sent.' })
  amountKrw!: number;

  @ApiProperty({ description: 'Whole won on top, for the network.' })
  feeKrw!: number;

  @ApiProperty({ description: 'Whole won that would leave the wallet.' })
  totalKrw!: number;

  @ApiProperty({
    example: '168000',
    description:
      'Base units that the amount is worth now. The rate of the moment of sending is what counts.',
  })
  amountUnits!: string;

  @ApiProperty({ description: 'The smallest amount, in whole won.' })
  minKrw!: number;
}

export class WithdrawalEventDto {
  @ApiProperty({ enum: WITHDRAWAL_STATUSES })
  status!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Where somebody gave one.' })
  reason!: string | null;
}

export class WithdrawalDto {
  @ApiProperty({ format: 'uuid' })
  withdrawalId!: string;

  @ApiProperty({ enum: WITHDRAWAL_STATUSES })
  status!: string;

  @ApiProperty({ example: 'BTC' })
  asset!: string;

  @ApiProperty({ enum: PAYOUT_NETWORKS })
  network!: string;

  @ApiProperty()
  address!: string;

  @ApiProperty({ description: 'Whole won.' })
  amountKrw!: number;

  @ApiProperty({ description: 'Whole won, on top of the amount.' })
  feeKrw!: number;

  @ApiProperty({ description: 'Whole won that were set aside.' })
  totalKrw!: number;

  @ApiProperty({ description: 'Base units that the amount was worth when it was asked for.' })
  quotedUnits!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Base units that are sent, at the rate of the moment of sending; null before it.',
  })
  amountUnits!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null until it is on the network.' })
  txid!: string | null;

  @ApiProperty()
  confirmations!: number;

  @ApiProperty({
    format: 'date-time',
    description: 'Not sent before then, and can be cancelled until it is sent.',
  })
  coolingUntil!: string;

  @ApiProperty({ description: 'True where staff have to look at it first.' })
  needsApproval!: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  changedAt!: string;
}

export class WithdrawalDetailDto extends WithdrawalDto {
  @ApiProperty({ type: [WithdrawalEventDto], description: 'What happened, in its order.' })
  events!: WithdrawalEventDto[];
}

export class WithdrawalPageDto {
  @ApiProperty({ type: [WithdrawalDto] })
  items!: WithdrawalDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null at the end of the list.' })
  nextCursor!: string | null;
}

/** A withdrawal as its player sees it. */
export const withdrawalDtoOf = (
  withdrawal: Withdrawal,
): Pick<WithdrawalDto, keyof WithdrawalDto> => ({
  withdrawalId: withdrawal.id,
  status: withdrawal.status,
  asset: withdrawal.asset,
  network: withdrawal.network,
  address: withdrawal.address,
  amountKrw: withdrawal.amountKrw,
  feeKrw: withdrawal.feeKrw,
  totalKrw: totalKrwOf(withdrawal),
  quotedUnits: withdrawal.quotedUnits.toString(),
  amountUnits: withdrawal.amountUnits?.toString() ?? null,
  txid: withdrawal.txid,
  confirmations: withdrawal.confirmations,
  coolingUntil: withdrawal.coolingUntil.toISOString(),
  needsApproval: withdrawal.personsNeeded > withdrawal.approvals,
  createdAt: withdrawal.createdAt.toISOString(),
  changedAt: withdrawal.changedAt.toISOString(),
});

/** Who did it, and why staff rejected it, is for staff alone. */
export const withdrawalEventDtoOf = (event: WithdrawalEvent): WithdrawalEventDto => ({
  ...{ status: event.toStatus, at: event.createdAt.toISOString() },
  reason: event.toStatus === 'rejected' ? null : event.reason,
});
