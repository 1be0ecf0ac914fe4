import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import {
  LANGUAGES,
  NOTIFICATION_CHANNELS,
  NOTIFICATION_TOPICS,
  type Language,
  type NotificationChannel,
  type NotificationTopic,
} from '@cardroom/notifications';

import { PageQueryDto } from '../page-query.dto';

export class NotificationQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ default: false, description: 'Only what was not read yet.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  )
  @IsBoolean()
  unread = false;
}

export class NotificationDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: NOTIFICATION_TOPICS })
  topic!: NotificationTopic;

  @ApiProperty({ example: 'Deposit credited' })
  title!: string;

  @ApiProperty({
    example: 'Your deposit of USDT put ₩1,000,000 into your wallet.',
    description: 'Plain text, in the language of the account.',
  })
  text!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What the text says, for programs: ids and amounts.',
    example: { depositId: '0190a7c2-0000-7000-8000-000000000001', amountKrw: 1_000_000 },
  })
  facts!: object;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt!: string | null;
}

export class UnreadDto {
  @ApiProperty({ example: 2, description: 'Notifications that were not read yet.' })
  unread!: number;
}

export class NotificationPageDto extends UnreadDto {
  @ApiProperty({ type: [NotificationDto] })
  items!: NotificationDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class ReadUpToDto {
  @ApiProperty({ format: 'uuid', description: 'The newest notification that the user has seen.' })
  @IsUUID()
  upTo!: string;
}

export class PreferencePathDto {
  @ApiProperty({ enum: NOTIFICATION_TOPICS })
  @IsIn(NOTIFICATION_TOPICS)
  topic!: NotificationTopic;

  @ApiProperty({
    enum: NOTIFICATION_CHANNELS,
    description: '`in_app`: on open sockets; the list has it anyway. `webhook`: pushed to phones.',
  })
  @IsIn(NOTIFICATION_CHANNELS)
  channel!: NotificationChannel;
}

export class SetPreferenceDto {
  @ApiProperty({ example: false })
  @IsBoolean()
  isOn!: boolean;
}

export class PreferenceDto extends PreferencePathDto {
  @ApiProperty()
  isOn!: boolean;

  @ApiProperty({ description: 'True where it cannot be switched off.' })
  isFixed!: boolean;
}

export class LanguageDto {
  @ApiProperty({ enum: LANGUAGES })
  @IsIn(LANGUAGES)
  language!: Language;
}

export class PreferencesDto extends LanguageDto {
  @ApiProperty({ type: [PreferenceDto] })
  preferences!: PreferenceDto[];
}
