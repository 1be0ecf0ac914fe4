import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TableLog } from '@cardroom/cache';
import { BusinessError } from '@cardroom/platform';

import { ApiProblems } from '../../api-problems.decorator';
import { Roles } from '../../auth/access.decorators';

@ApiTags('staff')
@Roles('support', 'risk', 'admin')
@Controller('staff/tables')
export class StaffTablesController {
  constructor(private readonly log: TableLog) {}

  @Get(':tableId/live')
  @ApiOperation({ summary: 'A table as it is now. Cards that were not shown are in no answer.' })
  @ApiOkResponse({
    description: 'Public values of the table, by name.',
    schema: { type: 'object', additionalProperties: { type: 'string' } },
  })
  @ApiProblems('NOT_FOUND', 'VALIDATION_FAILED')
  async live(@Param('tableId', ParseUUIDPipe) tableId: string): Promise<Record<string, string>> {
    const fields = await this.log.publicFields(tableId);
    if (fields === null) throw new BusinessError('NOT_FOUND');
    return { tableId, ...fields };
  }
}
