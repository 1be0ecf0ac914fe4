import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Length, MaxLength } from 'class-validator';
import { IsCleanString, ROLES, type Role } from '@cardroom/platform';
import type { UserStatus } from '@cardroom/database';

import { PageQueryDto } from '../../page-query.dto';

export const USER_STATUSES = ['active', 'frozen', 'closed'] as const satisfies UserStatus[];

export class PlayerQueryDto extends PageQueryDto {
  @ApiPropertyOptional({
    example: 'River',
    description: 'An id, or the beginning of an e-mail address or a nickname.',
  })
  @IsOptional()
  @IsCleanString()
  @MaxLength(254)
  q?: string;

  @ApiPropertyOptional({ enum: USER_STATUSES, description: 'Only accounts that stand so.' })
  @IsOptional()
  @IsIn(USER_STATUSES)
  status?: UserStatus;

  @ApiPropertyOptional({ enum: ROLES, description: 'Only accounts of this role.' })
  @IsOptional()
  @IsIn(ROLES)
  role?: Role;
}

export class PlayerItemDto {
  @ApiProperty({ format: 'uuid' })
  userId!: string;

  @ApiProperty({ example: 'RiverRat' })
  nickname!: string;

  @ApiProperty({ example: 'player@example.com' })
  email!: string;

  @ApiProperty({ enum: ROLES })
  role!: Role;

  @ApiProperty({ enum: USER_STATUSES })
  status!: UserStatus;

  @ApiProperty({ format: 'date-time' })
  createdAt!: Date;
}

export class PlayerPageDto {
  @ApiProperty({ type: [PlayerItemDto] })
  items!: PlayerItemDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null at the end of the list.' })
  nextCursor!: string | null;
}

export class NoteDto {
  @ApiProperty({ example: 'Asked for a higher limit by telephone.' })
  text!: string;

  @ApiProperty({ format: 'uuid' })
  authorId!: string;

  @ApiProperty({ example: 'Suyeon' })
  author!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: Date;
}

export class NewNoteDto {
  @ApiProperty({ minLength: 1, maxLength: 2000, example: 'Asked for a higher limit by telephone.' })
  @IsCleanString()
  @Length(1, 2000)
  text!: string;
}

class PlayerSessionDto {
  @ApiProperty({ format: 'uuid' })
  sessionId!: string;

  @ApiProperty({ example: 'Mozilla/5.0' })
  userAgent!: string;

  @ApiProperty({ example: '203.0.113.7' })
  address!: string;

  @ApiProperty({ description: 'Whether it has shown a second factor.' })
  hasSecondFactor!: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt!: Date;

  @ApiProperty({ format: 'date-time' })
  lastUsedAt!: Date;
}

class PlayerBalanceDto {
  @ApiProperty({ example: 250000 })
  availableKrw!: number;

  @ApiProperty({ example: 100000 })
  inPlayKrw!: number;

  @ApiProperty({ example: 0 })
  heldKrw!: number;
}

class PlayerSeatDto {
  @ApiProperty({ format: 'uuid' })
  tableId!: string;

  @ApiProperty({ example: 'Seoul 1' })
  table!: string;

  @ApiProperty({ example: 3 })
  seat!: number;

  @ApiProperty({ example: 100000 })
  stackKrw!: number;

  @ApiProperty({ format: 'date-time' })
  openedAt!: Date;
}

class PlayerDepositDto {
  @ApiProperty({ format: 'uuid' })
  depositId!: string;

  @ApiProperty({ example: 'BTC' })
  asset!: string;

  @ApiProperty({ example: 'credited' })
  status!: string;

  @ApiProperty({ type: Number, nullable: true, example: 500000 })
  amountKrw!: number | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: Date;
}

export class PlayerDto extends PlayerItemDto {
  @ApiProperty({ type: String, nullable: true, description: 'Why the account stands as it does.' })
  statusReason!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  statusChangedAt!: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  passwordChangedAt!: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  factorEnabledAt!: Date | null;

  @ApiProperty({ type: PlayerBalanceDto })
  balance!: PlayerBalanceDto;

  @ApiProperty({ type: [PlayerSeatDto], description: 'Where the player sits now.' })
  seats!: PlayerSeatDto[];

  @ApiProperty({ type: [PlayerSessionDto], description: 'Living ones, the newest ten.' })
  sessions!: PlayerSessionDto[];

  @ApiProperty({ type: [PlayerDepositDto], description: 'The last ten.' })
  deposits!: PlayerDepositDto[];

  @ApiProperty({ type: [NoteDto], description: 'The last twenty.' })
  notes!: NoteDto[];
}

export class EndedSessionsDto {
  @ApiProperty({ example: 2 })
  endedSessions!: number;
}
