import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CursorSigner, pageOf } from '@cardroom/database';
import { textOf, type Language, type NotificationContent } from '@cardroom/notifications';
import { BusinessError, type AccessClaims } from '@cardroom/platform';

import { ApiProblems } from '../api-problems.decorator';
import { Claims } from '../auth/access.decorators';
import {
  NotificationDto,
  NotificationPageDto,
  NotificationQueryDto,
  ReadUpToDto,
  UnreadDto,
} from './notifications.dto';
import { NotificationsRepository, type StoredNotification } from './notifications.repository';

const inWords = (
  { topic, facts, ...stored }: StoredNotification,
  language: Language,
): NotificationDto => ({
  ...{ id: stored.id, topic, facts },
  ...textOf({ topic, facts } as NotificationContent, language),
  createdAt: stored.createdAt.toISOString(),
  readAt: stored.readAt?.toISOString() ?? null,
});

@ApiTags('notifications')
@Controller('me/notifications')
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly cursors: CursorSigner,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What you were told, newest first, in your language.' })
  @ApiOkResponse({ type: NotificationPageDto })
  @ApiProblems('INVALID_CURSOR', 'VALIDATION_FAILED')
  async list(
    @Claims() { userId }: AccessClaims,
    @Query() { unread: unreadOnly, cursor, limit }: NotificationQueryDto,
  ): Promise<NotificationPageDto> {
    const list = `notifications:${userId}:${unreadOnly}`;
    const before = this.cursors.read(list, cursor);
    const rows = await this.notifications.list({ userId, unreadOnly, before, limit });
    const language = await this.notifications.language(userId);
    const page = pageOf(rows, limit, (last) => this.cursors.issue(list, last.id));
    return {
      items: page.items.map((row) => inWords(row, language)),
      nextCursor: page.nextCursor,
      unread: await this.notifications.unread(userId),
    };
  }

  @Post('read')
  @ApiOperation({ summary: 'Marks all up to one of them as read.' })
  @HttpCode(200)
  @ApiOkResponse({ type: UnreadDto })
  @ApiProblems('VALIDATION_FAILED')
  async readUpTo(
    @Claims() { userId }: AccessClaims,
    @Body() { upTo }: ReadUpToDto,
  ): Promise<UnreadDto> {
    await this.notifications.readUpTo(userId, upTo);
    return { unread: await this.notifications.unread(userId) };
  }

  @Post(':notificationId/read')
  @ApiOperation({ summary: 'Marks one as read.' })
  @HttpCode(200)
  @ApiOkResponse({ type: UnreadDto })
  @ApiProblems('NOT_FOUND', 'VALIDATION_FAILED')
  async read(
    @Claims() { userId }: AccessClaims,
    @Param('notificationId', ParseUUIDPipe) notificationId: string,
  ): Promise<UnreadDto> {
    if (!(await this.notifications.read(userId, notificationId))) {
      throw new BusinessError('NOT_FOUND');
    }
    return { unread: await this.notifications.unread(userId) };
  }
}
