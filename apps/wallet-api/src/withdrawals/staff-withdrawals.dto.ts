import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, ValidateIf } from 'class-validator';
import {
  RESOLUTIONS,
  WITHDRAWAL_STATUSES,
  type Resolution,
  type Withdrawal,
  type WithdrawalEvent,
  type WithdrawalStatus,
} from '@cardroom/withdrawals';

import { PageQueryDto } from '../page-query.dto';
import { ReasonDto } from '../staff/reason.dto';
import { WithdrawalDto, withdrawalDtoOf } from './withdrawal.dto';

export class StaffWithdrawalQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: WITHDRAWAL_STATUSES, description: 'All statuses unless told.' })
  @IsOptional()
  @IsIn(WITHDRAWAL_STATUSES)
  status?: WithdrawalStatus;
}

export class DecideWithdrawalDto extends ReasonDto {
  @ApiProperty({ example: '123456', description: 'The code that your second factor shows.' })
  @IsString()
  @Matches(/^\d{6}$/)
  code!: string;
}

export class ResolveWithdrawalDto extends DecideWithdrawalDto {
  @ApiProperty({
    enum: RESOLUTIONS,
    description:
      '`failed_returned`: it was never sent and goes back. `completed`: it was paid, as its transaction shows.',
  })
  @IsIn(RESOLUTIONS)
  outcome!: Resolution;

  @ApiPropertyOptional({
    example: 'b6f6991d03df0e2e04dafffcd6bc418aac66049e2cd74b80f14ac86db1e3f0da',
    description: 'With `completed`: the transaction that you have seen on the chain.',
  })
  @ValidateIf(({ outcome }: ResolveWithdrawalDto) => outcome === 'completed')
  @Matches(/^(0x)?[0-9a-fA-F]{64}$/)
  txid?: string;
}

export class ResolveOutcomeDto {
  @ApiProperty({ format: 'uuid', description: 'What a second person decides.' })
  requestId!: string;
}

export class ApproveWithdrawalDto extends DecideWithdrawalDto {
  @ApiProperty({ description: '`revision` of the withdrawal as you looked at it.' })
  @IsString()
  @Matches(/^[0-9a-f]{64}$/)
  revision!: string;
}

export class StaffWithdrawalDto extends WithdrawalDto {
  @ApiProperty({ format: 'uuid' })
  userId!: string;

  @ApiProperty({ description: 'Names player, asset, network, address, amount and fee.' })
  revision!: string;

  @ApiProperty({ description: 'How many persons have to approve it.' })
  personsNeeded!: number;

  @ApiProperty({ description: 'How many have.' })
  approvals!: number;

  @ApiProperty({ format: 'date-time', description: 'Goes back to the player if not approved by.' })
  expiresAt!: string;
}

export class StaffWithdrawalDetailDto extends StaffWithdrawalDto {
  @ApiProperty({
    type: Object,
    description: 'What was looked at when it was asked for: sums of a day, lines, new address.',
  })
  checked!: object;

  @ApiProperty({ type: [Object], description: 'What happened, by whom, in its order.' })
  events!: readonly object[];

  @ApiProperty({ type: [Object], description: 'The player’s last ten deposits.' })
  deposits!: readonly object[];

  @ApiProperty({ type: [Object], description: 'The player’s last ten sessions: device, address.' })
  devices!: readonly object[];
}

export class StaffWithdrawalPageDto {
  @ApiProperty({ type: [StaffWithdrawalDto] })
  items!: StaffWithdrawalDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null at the end of the list.' })
  nextCursor!: string | null;
}

/** A withdrawal as staff see it. */
export const staffWithdrawalDtoOf = (
  withdrawal: Withdrawal,
): Pick<StaffWithdrawalDto, keyof StaffWithdrawalDto> => ({
  ...withdrawalDtoOf(withdrawal),
  userId: withdrawal.userId,
  revision: withdrawal.revision,
  personsNeeded: withdrawal.personsNeeded,
  approvals: withdrawal.approvals,
  expiresAt: withdrawal.expiresAt.toISOString(),
});

export const staffEventOf = (event: WithdrawalEvent): object => ({
  ...{ from: event.fromStatus, status: event.toStatus, actor: event.actor, reason: event.reason },
  ...{ details: event.details, at: event.createdAt.toISOString() },
});
