import { ApiPropertyOptional, IntersectionType, PickType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { WITHDRAWAL_STATUSES } from '@cardroom/withdrawals';

import { AuditEventQueryDto } from '../audit-trail/audit-trail.dto';
import { DEPOSIT_STATUSES } from '../deposits/deposit.types';
import { StatementQueryDto } from '../wallet/wallet.dto';

class OfPlayerDto extends StatementQueryDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Of one player; of all unless told.' })
  @IsOptional()
  @IsUUID()
  userId?: string;
}

export class DepositExportDto extends OfPlayerDto {
  @ApiPropertyOptional({ enum: DEPOSIT_STATUSES, description: 'All statuses unless told.' })
  @IsOptional()
  @IsIn(DEPOSIT_STATUSES)
  status?: string;
}

export class WithdrawalExportDto extends OfPlayerDto {
  @ApiPropertyOptional({ enum: WITHDRAWAL_STATUSES, description: 'All statuses unless told.' })
  @IsOptional()
  @IsIn(WITHDRAWAL_STATUSES)
  status?: string;
}

export class AuditExportDto extends IntersectionType(
  StatementQueryDto,
  PickType(AuditEventQueryDto, ['actor', 'action', 'subject'] as const),
) {}
