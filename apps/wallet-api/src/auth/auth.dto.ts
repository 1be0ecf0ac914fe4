import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Length, MaxLength } from 'class-validator';
import { IsCleanString } from '@cardroom/platform';

import { IsEmailAddress } from './email-address';

export class RegisterDto {
  @ApiProperty({ example: 'player@example.com' })
  @IsEmailAddress()
  email!: string;

  @ApiProperty({
    example: 'RiverRat',
    description:
      '2 to 20 letters of one alphabet and digits, with spaces, dots, `_` and `-` between them.',
  })
  @IsCleanString()
  @Length(1, 60)
  nickname!: string;

  @ApiProperty({ example: 'correct horse battery', minLength: 10, maxLength: 128 })
  @IsCleanString()
  @Length(10, 128)
  password!: string;
}

export class LoginDto {
  @ApiProperty({ example: 'player@example.com' })
  @IsCleanString()
  @MaxLength(254)
  email!: string;

  @ApiProperty({ example: 'correct horse battery' })
  @IsCleanString()
  @MaxLength(128)
  password!: string;

  @ApiPropertyOptional({
    example: '123456',
    description: 'Of the second factor: a one-time code or a recovery code.',
  })
  @IsOptional()
  @IsCleanString()
  @MaxLength(30)
  code?: string;
}

export class RefreshDto {
  @ApiProperty({ description: 'The last one that this session was given.' })
  @IsCleanString()
  @Length(20, 100)
  refreshToken!: string;
}

export class RegisteredDto {
  @ApiProperty({ format: 'uuid' })
  userId!: string;
}

export class TokensDto {
  @ApiProperty({ description: 'ES256, for the Authorization header and the socket handshake.' })
  accessToken!: string;

  @ApiProperty({ description: 'Good once; a second use ends the session.' })
  refreshToken!: string;

  @ApiProperty({ description: 'Seconds until the access token ends.', example: 900 })
  expiresIn!: number;

  @ApiProperty({ format: 'uuid' })
  userId!: string;

  @ApiProperty({ example: 'RiverRat' })
  nickname!: string;
}

export class MeDto {
  @ApiProperty({ format: 'uuid' })
  userId!: string;

  @ApiProperty({ example: 'RiverRat' })
  nickname!: string;

  @ApiProperty({ example: 'player' })
  role!: string;
}

export class SessionDto {
  @ApiProperty({ format: 'uuid' })
  sessionId!: string;

  @ApiProperty({ description: 'The session of this request.' })
  current!: boolean;

  @ApiProperty({ description: 'What the client called itself at the login.' })
  userAgent!: string;

  @ApiProperty({ description: 'Where the login came from.', example: '203.0.113.7' })
  address!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  lastUsedAt!: string;
}
