import { Module } from '@nestjs/common';

import { NotificationsController } from './notifications.controller';
import { NotificationsRepository } from './notifications.repository';
import { PreferencesController } from './preferences.controller';

/** What users were told, and how they want to be told. */
@Module({
  controllers: [NotificationsController, PreferencesController],
  providers: [NotificationsRepository],
})
export class NotificationsModule {}
