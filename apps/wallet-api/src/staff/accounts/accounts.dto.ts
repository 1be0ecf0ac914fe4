import { ApiProperty } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { ROLES, type Role } from '@cardroom/platform';

import { ReasonDto } from '../reason.dto';

export class ProvenReasonDto extends ReasonDto {
  @ApiProperty({ example: '123456', description: 'The code that your second factor shows.' })
  @Matches(/^\d{6}$/)
  code!: string;
}

export class RoleChangeDto extends ProvenReasonDto {
  @ApiProperty({ enum: ROLES, description: '`player` takes the role away.' })
  @IsIn(ROLES)
  role!: Role;
}

export class AccountChangeOutcomeDto {
  @ApiProperty({ enum: ['done', 'requested', 'unchanged'] })
  outcome!: 'done' | 'requested' | 'unchanged';

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'With `requested`: what a second person decides.',
  })
  requestId!: string | null;
}
