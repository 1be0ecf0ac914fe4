import {
  NOTIFICATION_CHANNELS,
  NOTIFICATION_TOPICS,
  type NotificationChannel,
  type NotificationTopic,
} from './notification';

/** One way of being told of one topic. */
export interface Preference {
  readonly topic: NotificationTopic;
  readonly channel: NotificationChannel;
  readonly isOn: boolean;
}

/** Whether it cannot be switched off: who takes an account over must not keep its owner from hearing. */
export const isFixed = (topic: NotificationTopic, channel: NotificationChannel): boolean =>
  topic === 'security.event' && channel === 'email';

/**
 * Every topic by every channel: as its user chose, else on.
 *
 * @example preferencesOf([]).every(({ isOn }) => isOn) // true
 */
export function preferencesOf(chosen: readonly Preference[]): Preference[] {
  return NOTIFICATION_TOPICS.flatMap((topic) =>
    NOTIFICATION_CHANNELS.map((channel) => {
      const choice = chosen.find((each) => each.topic === topic && each.channel === channel);
      return { topic, channel, isOn: isFixed(topic, channel) || (choice?.isOn ?? true) };
    }),
  );
}

/** The channels by which a user is told of a topic, of those that the house has. */
export function channelsFor(
  topic: NotificationTopic,
  chosen: readonly Preference[],
  available: readonly NotificationChannel[],
): NotificationChannel[] {
  return preferencesOf(chosen)
    .filter((each) => each.topic === topic && each.isOn && available.includes(each.channel))
    .map(({ channel }) => channel);
}
