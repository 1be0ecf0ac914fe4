import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CursorSigner, pageOf, type Page } from '@cardroom/database';
import { formatCard, isCard } from '@cardroom/engine';
import { BusinessError, SealedBox, type AccessClaims } from '@cardroom/platform';

import { ApiProblems } from '../api-problems.decorator';
import { Claims } from '../auth/access.decorators';
import { PageQueryDto } from '../page-query.dto';
import { HandDto, HandPageDto } from './hands.dto';
import { HandRepository, type HandListRow, type HandRow } from './hand.repository';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

@ApiTags('hands')
@Controller('hands')
export class HandsController {
  constructor(
    private readonly hands: HandRepository,
    private readonly box: SealedBox,
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
    @Param('handId') handId: string,
  ): Promise<HandDto> {
    const hand = UUID.test(handId) ? await this.hands.find(userId, handId) : null;
    if (hand === null) throw new BusinessError('NOT_FOUND');
    const { handId: id, tableId, handNo, outcome, board, potKrw, rakeKrw, seat } = hand;
    return {
      ...{ handId: id, tableId, handNo, outcome, board, potKrw, rakeKrw, seat },
      startedAt: hand.startedAt.toISOString(),
      endedAt: hand.endedAt.toISOString(),
      ownCards: this.ownCards(hand),
      events: hand.archive.events.map(readableEvent),
    };
  }

  /** Only the reader's two cards are taken out of the sealed ones, where there are any. */
  private ownCards(hand: HandRow): string[] {
    if (hand.sealedCards === null) return [];
    const opened = Buffer.from(this.box.open(hand.sealedCards, `hole-cards:${hand.handId}`));
    const bySeat = JSON.parse(opened.toString('utf8')) as Record<string, unknown>;
    const own = bySeat[String(hand.seat)];
    return Array.isArray(own) ? own.filter(isCard).map(formatCard) : [];
  }
}

/** Card codes of public events written out. */
function readableEvent(event: { readonly type: string; readonly cards?: unknown }): object {
  if (!Array.isArray(event.cards)) return event;
  return { ...event, cards: event.cards.filter(isCard).map(formatCard) };
}
