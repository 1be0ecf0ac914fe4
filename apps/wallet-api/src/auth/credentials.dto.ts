import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Length, Matches, MaxLength } from 'class-validator';
import { IsCleanString } from '@cardroom/platform';

const MAX_CODE_LENGTH = 30;

/** Who has the password, and the code where there is a factor, is who they say. */
export class ProofDto {
  @ApiProperty({ example: 'correct horse battery', description: 'The password of now.' })
  @IsCleanString()
  @MaxLength(128)
  password!: string;

  @ApiPropertyOptional({
    example: '123456',
    description: 'Where a second factor is enabled: a one-time code or a recovery code.',
  })
  @IsOptional()
  @IsCleanString()
  @MaxLength(MAX_CODE_LENGTH)
  code?: string;
}

export class NewPasswordDto extends ProofDto {
  @ApiProperty({ example: 'a better horse battery', minLength: 10, maxLength: 128 })
  @IsCleanString()
  @Length(10, 128)
  newPassword!: string;
}

export class FactorCodeDto {
  @ApiProperty({ example: '123456', description: 'Six digits, as the authenticator shows them.' })
  @IsCleanString()
  @Matches(/^\d{6}$/)
  code!: string;
}

export class FactorStateDto {
  @ApiProperty({ example: true })
  enabled!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  enabledAt!: string | null;

  @ApiProperty({ example: 10, description: 'Recovery codes that are not used yet.' })
  recoveryCodesLeft!: number;
}

export class EnrolmentDto {
  @ApiProperty({
    example: 'W5RCN3CJ6AKN3UE47JIRYJ5UUCNEJ55B',
    description: 'Base32, to be typed into an authenticator. It is shown this once.',
  })
  secret!: string;

  @ApiProperty({
    example: 'otpauth://totp/Cardroom:player%40example.com?secret=W5RC…&issuer=Cardroom',
    description: 'The same, to be shown as a QR code.',
  })
  uri!: string;
}

export class RecoveryCodesDto {
  @ApiProperty({
    type: [String],
    example: ['k7wm-2hqp-x4ta-9cfe'],
    description: 'Each is good once. They are shown this once.',
  })
  recoveryCodes!: string[];
}
