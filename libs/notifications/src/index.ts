export {
  isNotificationTopic,
  LANGUAGES,
  NOTIFICATION_CHANNELS,
  NOTIFICATION_TOPICS,
} from './notification';
export type {
  Language,
  NotificationChannel,
  NotificationContent,
  NotificationTopic,
} from './notification';
export { channelsFor, isFixed, preferencesOf } from './preferences';
export type { Preference } from './preferences';
export { textOf } from './texts';
export type { NotificationText } from './texts';
