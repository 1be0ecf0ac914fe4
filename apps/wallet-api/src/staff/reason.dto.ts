import { ApiProperty } from '@nestjs/swagger';
import { Length } from 'class-validator';
import { IsCleanString } from '@cardroom/platform';

/** Nothing is done to somebody without saying why. */
export class ReasonDto {
  @ApiProperty({
    example: 'Called on 12 March about a lost telephone.',
    minLength: 5,
    maxLength: 500,
    description: 'Kept with what was done. It is not shown to the player.',
  })
  @IsCleanString()
  @Length(5, 500)
  reason!: string;
}
