import { Controller, Get, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CursorSigner, pageOf } from '@cardroom/database';
import { BusinessError, type AccessClaims } from '@cardroom/platform';
import { DataSource } from 'typeorm';

import { ApiProblems } from '../api-problems.decorator';
import { Claims } from '../auth/access.decorators';
import { PageQueryDto } from '../page-query.dto';
import { DepositAddresses } from './deposit-addresses.service';
import { DepositRepository } from './deposit.repository';
import {
  addressDto,
  AddressQueryDto,
  DepositAddressDto,
  DepositDetailDto,
  depositDto,
  DepositPageDto,
  stepDtos,
} from './deposits.dto';

/** A player's own deposits: where to pay to, and what became of it. */
@ApiTags('wallet')
@Controller('wallet')
export class DepositsController {
  constructor(
    private readonly source: DataSource,
    private readonly addresses: DepositAddresses,
    private readonly deposits: DepositRepository,
    @Inject(CursorSigner) private readonly cursors: CursorSigner,
  ) {}

  @Get('deposit-address/:asset')
  @ApiOperation({ summary: 'Your own address for a coin: always the same, and nobody else’s.' })
  @ApiParam({ name: 'asset', example: 'BTC' })
  @ApiOkResponse({ type: DepositAddressDto })
  @ApiProblems('ASSET_UNSUPPORTED', 'PAYMENT_GATEWAY_UNAVAILABLE', 'VALIDATION_FAILED')
  async address(
    @Claims() { userId }: AccessClaims,
    @Param('asset') asset: string,
    @Query() { network }: AddressQueryDto,
  ): Promise<DepositAddressDto> {
    const found = await this.addresses.of(userId, asset, network);
    return addressDto(found.address.address, found.asset);
  }

  @Get('deposits')
  @ApiOperation({ summary: 'Your deposits, newest first, from the first sight of a payment on.' })
  @ApiOkResponse({ type: DepositPageDto })
  @ApiProblems('INVALID_CURSOR', 'VALIDATION_FAILED')
  async list(
    @Claims() { userId }: AccessClaims,
    @Query() { cursor, limit }: PageQueryDto,
  ): Promise<DepositPageDto> {
    const list = `deposits:${userId}`;
    const rows = await this.deposits.listOf(userId, this.cursors.read(list, cursor), limit);
    const page = pageOf(rows, limit, (last) => this.cursors.issue(list, last.depositId));
    return { ...page, items: page.items.map(depositDto) };
  }

  @Get('deposits/:depositId')
  @ApiOperation({ summary: 'One deposit of yours, with the steps it took.' })
  @ApiOkResponse({ type: DepositDetailDto })
  @ApiProblems('NOT_FOUND', 'VALIDATION_FAILED')
  async find(
    @Claims() { userId }: AccessClaims,
    @Param('depositId', ParseUUIDPipe) depositId: string,
  ): Promise<DepositDetailDto> {
    const deposit = await this.deposits.find(this.source.manager, depositId);
    if (deposit?.userId !== userId) throw new BusinessError('NOT_FOUND');
    const steps = await this.deposits.steps(this.source.manager, depositId);
    return { ...depositDto(deposit), steps: stepDtos(steps) };
  }
}
