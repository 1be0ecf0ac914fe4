import { Controller, Get, Inject, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BalanceCache } from '@cardroom/cache';
import { CursorSigner, pageOf, type Page } from '@cardroom/database';
import { Ledger, type PlayerBalance } from '@cardroom/ledger';
import type { AccessClaims } from '@cardroom/platform';
import { DataSource } from 'typeorm';

import { ApiProblems } from '../api-problems.decorator';
import { Claims } from '../auth/access.decorators';
import { CsvFile, csvFileOf } from '../csv/csv-file';
import { daysOf } from './days-of';
import { Statement } from './statement';
import { WalletHistory, type WalletHistoryItem } from './wallet-history';
import { BalanceDto, HistoryPageDto, HistoryQueryDto, StatementQueryDto } from './wallet.dto';

@ApiTags('wallet')
@Controller('wallet')
export class WalletController {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
    private readonly balances: BalanceCache,
    private readonly history: WalletHistory,
    private readonly statements: Statement,
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
    @Query() { cursor, limit, type: types, from, to }: HistoryQueryDto,
  ): Promise<Page<WalletHistoryItem>> {
    const days = from === undefined && to === undefined ? {} : daysOf(from, to);
    const list = `transactions:${userId}`;
    const before = this.cursors.read(list, cursor);
    const rows = await this.history.read(userId, { before, limit }, { ...days, types });
    return pageOf(rows, limit, (last) => this.cursors.issue(list, last.transferId));
  }

  @Get('statement.csv')
  @ApiOperation({ summary: 'Your history of some days as CSV, newest first: a year at most.' })
  @CsvFile('One line a transaction, after a line of names.')
  @ApiProblems('VALIDATION_FAILED')
  statement(
    @Claims() { userId }: AccessClaims,
    @Query() { from, to }: StatementQueryDto,
  ): StreamableFile {
    const lines = this.statements.lines(userId, daysOf(from, to));
    return csvFileOf(`statement-${from}-${to}`, lines);
  }
}
