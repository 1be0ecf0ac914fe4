import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { IsCleanString } from '@cardroom/platform';
import { WITHDRAWAL_STATUSES } from '@cardroom/withdrawals';

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

export class AuditExportDto extends StatementQueryDto {
  @ApiPropertyOptional({ description: 'A user’s id, or the name of a part of the system.' })
  @IsOptional()
  @IsCleanString()
  @MaxLength(100)
  actor?: string;

  @ApiPropertyOptional({ example: 'player.freeze', description: 'What was done.' })
  @IsOptional()
  @IsCleanString()
  @MaxLength(80)
  action?: string;

  @ApiPropertyOptional({ example: 'switch:sending', description: 'What it was done to.' })
  @IsOptional()
  @IsCleanString()
  @MaxLength(200)
  subject?: string;
}
