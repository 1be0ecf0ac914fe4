import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDate, IsOptional } from 'class-validator';

import { PageQueryDto } from '../page-query.dto';

/** Which hands of their reader are wanted as one file. */
export class HandExportQueryDto extends PageQueryDto {
  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'Hands that ended then or later.',
  })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  from?: Date;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'Hands that ended before.',
  })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  to?: Date;
}
