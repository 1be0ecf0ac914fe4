import type { HandEvent, TableEvent } from '@cardroom/engine';
import type { DealEvent } from '@cardroom/fairness';

/** What happens at a hosted table: what the rules of the game know, and the deals beside them. */
export type HostedEvent = TableEvent | { readonly type: 'deal'; readonly event: DealEvent };

export const dealEvent = (event: DealEvent): HostedEvent => ({ type: 'deal', event });

export const tableEventsOf = (events: readonly HostedEvent[]): TableEvent[] =>
  events.filter((event) => event.type !== 'deal');

export const handEventsOf = (events: readonly TableEvent[]): HandEvent[] =>
  events.flatMap((event) => (event.type === 'hand' ? [event.event] : []));

export const announcesRoot = (events: readonly HostedEvent[]): boolean =>
  events.some((event) => event.type === 'deal' && event.event.type === 'root_announced');
