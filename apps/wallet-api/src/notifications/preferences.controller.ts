import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { isFixed, preferencesOf } from '@cardroom/notifications';
import { BusinessError, type AccessClaims } from '@cardroom/platform';

import { ApiProblems } from '../api-problems.decorator';
import { Claims } from '../auth/access.decorators';
import {
  LanguageDto,
  PreferencePathDto,
  PreferencesDto,
  SetPreferenceDto,
} from './notifications.dto';
import { NotificationsRepository } from './notifications.repository';

@ApiTags('notifications')
@Controller('me')
export class PreferencesController {
  constructor(private readonly notifications: NotificationsRepository) {}

  @Get('notification-preferences')
  @ApiOperation({ summary: 'How you are told of what, and in which language.' })
  @ApiOkResponse({ type: PreferencesDto })
  async preferences(@Claims() { userId }: AccessClaims): Promise<PreferencesDto> {
    const chosen = await this.notifications.preferences(userId);
    return {
      language: await this.notifications.language(userId),
      preferences: preferencesOf(chosen).map((each) => ({
        ...each,
        isFixed: isFixed(each.topic, each.channel),
      })),
    };
  }

  @Put('notification-preferences/:topic/:channel')
  @ApiOperation({
    summary: 'Switches one way of being told on or off.',
    description: 'E-mails of security events stay on: NOTIFICATION_REQUIRED.',
  })
  @ApiOkResponse({ type: PreferencesDto })
  @ApiProblems('NOTIFICATION_REQUIRED', 'VALIDATION_FAILED')
  async setPreference(
    @Claims() claims: AccessClaims,
    @Param() { topic, channel }: PreferencePathDto,
    @Body() { isOn }: SetPreferenceDto,
  ): Promise<PreferencesDto> {
    if (!isOn && isFixed(topic, channel)) throw new BusinessError('NOTIFICATION_REQUIRED');
    await this.notifications.setPreference(claims.userId, { topic, channel, isOn });
    return this.preferences(claims);
  }

  @Put('language')
  @ApiOperation({ summary: 'Sets the language in which the house writes to you.' })
  @ApiOkResponse({ type: PreferencesDto })
  @ApiProblems('VALIDATION_FAILED')
  async setLanguage(
    @Claims() claims: AccessClaims,
    @Body() { language }: LanguageDto,
  ): Promise<PreferencesDto> {
    await this.notifications.setLanguage(claims.userId, language);
    return this.preferences(claims);
  }
}
