import { evolveDeal, NO_DEAL, type DealSecret, type DealState } from '@cardroom/fairness';

import type { HostedEvent } from './hosted-event';

function dealAfter(state: DealState, event: HostedEvent): DealState {
  if (event.type === 'deal') return evolveDeal(state, event.event);
  if (event.type === 'seat_left') {
    return evolveDeal(state, { type: 'seed_withdrawn', seat: event.seat });
  }
  return state;
}

/** The roots and seeds of a table, and the secret behind the root that waits for its hand. */
export class TableDeals {
  constructor(
    readonly state: DealState = NO_DEAL,
    /** Null where no root waits, or its secret cannot be read any more. */
    readonly secret: DealSecret | null = null,
  ) {}

  /** After some events, where `announced` is the secret of a root that is among them. */
  after(events: readonly HostedEvent[], announced?: DealSecret): TableDeals {
    const state = events.reduce(dealAfter, this.state);
    const secret = state.announced === null ? null : (announced ?? this.secret);
    return new TableDeals(state, secret);
  }
}
