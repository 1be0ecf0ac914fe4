import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { AuditProofs } from '@cardroom/audit';
import { BalanceCache } from '@cardroom/cache';
import { CursorSigner, pageOf, type Page } from '@cardroom/database';
import {
  HISTORY_TYPES,
  HistoryRepository,
  Ledger,
  type HistoryItem,
  type PlayerBalance,
} from '@cardroom/ledger';
import type { AccessClaims } from '@cardroom/platform';
import { DataSource } from 'typeorm';

import { ApiProblems } from '../api-problems.decorator';
import { Claims } from '../auth/access.decorators';
import { PageQueryDto } from '../page-query.dto';

class BalanceDto implements Record<keyof PlayerBalance, number> {
  @ApiProperty({ description: 'Whole won that can be used.' })
  availableKrw!: number;

  @ApiProperty({ description: 'Whole won at tables.' })
  inPlayKrw!: number;

  @ApiProperty({ description: 'Whole won held for withdrawals.' })
  heldKrw!: number;
}

/** A line of the history, and the leaf of the audit trail that it is in. */
interface SealedHistoryItem extends HistoryItem {
  readonly integrityHash: string;
}

class HistoryItemDto implements Record<keyof SealedHistoryItem, unknown> {
  @ApiProperty({ format: 'uuid' })
  transferId!: string;

  @ApiProperty({ enum: HISTORY_TYPES })
  type!: string;

  @ApiProperty({ description: 'Whole won; below 0 where it went away.' })
  amountKrw!: number;

  @ApiProperty({ description: 'Of the account it moved: the wallet, or the chips at a table.' })
  balanceAfterKrw!: number;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'For crypto: asset, network, transaction and base units. For a hand: which.',
  })
  details!: object;

  @ApiProperty({
    description: 'Leaf hash of the transaction in the sealed audit trail; see its proof.',
  })
  integrityHash!: string;
}

class HistoryPageDto {
  @ApiProperty({ type: [HistoryItemDto] })
  items!: HistoryItemDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null at the end of the list.' })
  nextCursor!: string | null;
}

@ApiTags('wallet')
@Controller('wallet')
export class WalletController {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
    private readonly balances: BalanceCache,
    private readonly history: HistoryRepository,
    private readonly proofs: AuditProofs,
    @Inject(CursorSigner) private readonly cursors: CursorSigner,
  ) {}

  @Get('balance')
  @ApiOperation({ summary: 'What you have, from the books themselves.' })
  @ApiOkResponse({ type: BalanceDto })
  balance(@Claims() { userId }: AccessClaims): Promise<PlayerBalance> {
    return this.balances.get(userId, () => this.ledger.balanceOf(this.source.manager, userId));
  }

  @Get('transactions')
  @ApiOperation({ summary: 'What moved your money, newest first.' })
  @ApiOkResponse({ type: HistoryPageDto })
  @ApiProblems('INVALID_CURSOR', 'VALIDATION_FAILED')
  async transactions(
    @Claims() { userId }: AccessClaims,
    @Query() { cursor, limit }: PageQueryDto,
  ): Promise<Page<SealedHistoryItem>> {
    const list = `transactions:${userId}`;
    const rows = await this.history.list(userId, this.cursors.read(list, cursor), limit);
    const page = pageOf(rows, limit, (last) => this.cursors.issue(list, last.transferId));
    const hashes = await this.proofs.leafHashes(
      this.source.manager,
      page.items.map(({ transferId }) => transferId),
    );
    const items = page.items.map((item) => ({
      ...item,
      integrityHash: hashes.get(item.transferId) ?? '',
    }));
    return { ...page, items };
  }
}
