import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import type { KillSwitch, SwitchName } from '@cardroom/database';

import { ReasonDto } from '../reason.dto';

export class SwitchDto implements Record<keyof KillSwitch, unknown> {
  @ApiProperty({ type: String, example: 'sending' })
  name!: SwitchName;

  @ApiProperty({ description: 'True: it works.' })
  isOn!: boolean;

  @ApiProperty({ example: 'The gateway answers slowly.' })
  reason!: string;

  @ApiProperty({ description: 'Who switched it: a user’s id, or a part of the system.' })
  actor!: string;

  @ApiProperty({ format: 'date-time' })
  changedAt!: string;
}

export class SwitchListDto {
  @ApiProperty({ type: [SwitchDto] })
  items!: SwitchDto[];
}

export class SwitchChangeDto extends ReasonDto {
  @ApiProperty({ example: false, description: 'False: stop it.' })
  @IsBoolean()
  isOn!: boolean;
}

export class SwitchOutcomeDto {
  @ApiProperty({ enum: ['done', 'unchanged', 'requested'] })
  outcome!: 'done' | 'unchanged' | 'requested';

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Of the request that waits for a second person.',
  })
  requestId!: string | null;
}
