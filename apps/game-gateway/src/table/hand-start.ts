import { decideTable, isDeck, type Deck, type TableEvent } from '@cardroom/engine';
import type { AnnouncedDeal, DealSecret } from '@cardroom/fairness';
import { assertInvariant } from '@cardroom/platform';

import { committedDeal, plainDeal, type HandDeal } from '../deck/hand-deal';
import { dealEvent, handEventsOf, type HostedEvent } from './hosted-event';
import type { LiveTable } from './live-table';

/** The events that begin a hand, and its cards. */
export interface HandStart {
  readonly events: readonly HostedEvent[];
  readonly begun: HandDeal;
}

function startEvents(live: LiveTable, handId: string, deck: Deck): TableEvent[] {
  const decided = decideTable(live.state, { type: 'start_hand', handId }, live.dealer(deck));
  assertInvariant(decided.ok, 'a hand starts where enough players wait for it');
  return decided.value;
}

/** A hand without a root, from a deck that is dealt as it is. */
export const beginPlain = (live: LiveTable, handId: string, deck: Deck): HandStart => ({
  events: startEvents(live, handId, deck),
  begun: plainDeal(deck),
});

/** The hand of an announced root, in the order that the opened seeds give. */
export function beginCommitted(
  live: LiveTable,
  announced: AnnouncedDeal,
  secret: DealSecret,
): HandStart {
  const { handId } = announced;
  const { deck } = secret;
  assertInvariant(isDeck(deck), 'what is committed is a deck');
  // Who is dealt in, and in which order, does not depend on the cards: any deck tells.
  const dealt = handEventsOf(startEvents(live, handId, deck)).find(
    (event) => event.type === 'cards_dealt',
  );
  const dealOrder = dealt?.seatsInDealOrder ?? [];
  const begun = committedDeal({ ...announced, dealOrder }, secret);
  const events = [
    dealEvent({ type: 'root_used', handId, dealOrder }),
    ...startEvents(live, handId, begun.deck),
  ];
  return { events, begun };
}
