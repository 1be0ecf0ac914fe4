import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CursorSigner, pageOf, type Page } from '@cardroom/database';
import { formatCard, isCard } from '@cardroom/engine';
import { BusinessError, type AccessClaims } from '@cardroom/platform';

import { ApiProblems } from '../api-problems.decorator';
import { Claims } from '../auth/access.decorators';
import { PageQueryDto } from '../page-query.dto';
import { DealRecords } from './deal-records';
import { HandIdPipe } from './hand-id.pipe';
import { HandDto, HandPageDto } from './hands.dto';
import { HandRepository, type HandListRow } from './hand.repository';
import { OwnCards } from './own-cards';

@ApiTags('hands')
@Controller('hands')
export class HandsController {
  constructor(
    private readonly hands: HandRepository,
    private readonly ownCards: OwnCards,
    private readonly deals: DealRecords,
    @Inject(CursorSigner) private readonly cursors: CursorSigner,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Hands you played, newest first.' })
  @ApiOkResponse({ type: HandPageDto })
  @ApiProblems('INVALID_CURSOR', 'VALIDATION_FAILED')
  async list(
    @Claims() { userId }: AccessClaims,
    @Query() { cursor, limit }: PageQueryDto,
  ): Promise<Page<HandListRow>> {
    const list = `hands:${userId}`;
    const rows = await this.hands.list(userId, this.cursors.read(list, cursor), limit);
    return pageOf(rows, limit, (last) => this.cursors.issue(list, last.handId));
  }

  @Get(':handId')
  @ApiOperation({ summary: 'One hand you played: your cards, and those that were shown.' })
  @ApiOkResponse({ type: HandDto })
  @ApiProblems('NOT_FOUND')
  async find(
    @Claims() { userId }: AccessClaims,
    @Param('handId', HandIdPipe) handId: string,
  ): Promise<HandDto> {
    const hand = await this.hands.find(userId, handId);
    if (hand === null) throw new BusinessError('NOT_FOUND');
    const {
      handId: id,
      tableId,
      handNo,
      outcome,
      board,
      secondBoard,
      potKrw,
      rakeKrw,
      seat,
    } = hand;
    return {
      ...{ handId: id, tableId, handNo, outcome, board, secondBoard, potKrw, rakeKrw, seat },
      startedAt: hand.startedAt.toISOString(),
      endedAt: hand.endedAt.toISOString(),
      ownCards: this.ownCards.of(hand, seat).map(formatCard),
      events: hand.archive.events.map(readableEvent),
      fairness: this.deals.of(hand),
    };
  }
}

/** Card codes of public events written out. */
function readableEvent(event: { readonly type: string; readonly cards?: unknown }): object {
  if (!Array.isArray(event.cards)) return event;
  return { ...event, cards: event.cards.filter(isCard).map(formatCard) };
}
