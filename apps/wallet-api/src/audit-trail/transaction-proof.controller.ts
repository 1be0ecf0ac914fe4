import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditProofs } from '@cardroom/audit';
import { BusinessError, type AccessClaims } from '@cardroom/platform';
import { DataSource } from 'typeorm';

import { ApiProblems } from '../api-problems.decorator';
import { Claims } from '../auth/access.decorators';
import { TransactionProofDto } from './audit-trail.dto';

/** Whether a sealed transfer has an entry of a player. */
const concerns = (record: Readonly<Record<string, unknown>>, userId: string): boolean =>
  Array.isArray(record['entries']) &&
  (record['entries'] as readonly { readonly user: unknown }[]).some(({ user }) => user === userId);

@ApiTags('wallet')
@Controller('wallet/transactions')
export class TransactionProofController {
  constructor(
    private readonly source: DataSource,
    private readonly proofs: AuditProofs,
  ) {}

  @Get(':transferId/proof')
  @ApiOperation({
    summary: 'That one of your transactions is in the sealed audit trail.',
    description:
      'Hash the leaf with the path to the root of the block, as RFC 6962 does, then check the signature of its head. Others’ part of the transaction is in the leaf, and in no answer.',
  })
  @ApiOkResponse({ type: TransactionProofDto })
  @ApiProblems('NOT_FOUND', 'VALIDATION_FAILED')
  async proof(
    @Claims() { userId }: AccessClaims,
    @Param('transferId', ParseUUIDPipe) transferId: string,
  ): Promise<TransactionProofDto> {
    const proof = await this.proofs.ofTransfer(this.source.manager, transferId);
    if (proof === null || !concerns(proof.record, userId)) throw new BusinessError('NOT_FOUND');
    const { leafHash, seal } = proof;
    return { leafHash, seal: seal === null ? null : { ...seal, path: [...seal.path] } };
  }
}
