import { formatCard, type HandEvent } from '@cardroom/engine';
import type { DealEvent } from '@cardroom/fairness';
import type { TableEventView } from '@cardroom/protocol';

import type { HostedEvent } from './hosted-event';

/**
 * What everybody hears of an event; nothing of what concerns one player alone: wishes, debts and
 * places in the waiting list. Property by property, so that nothing new gets out by itself.
 */
export function publicEvents(event: HostedEvent): TableEventView[] {
  switch (event.type) {
    case 'hand':
      return [handEventView(event.event)];
    case 'deal':
      return [dealEventView(event.event)];
    case 'seat_taken': {
      const { type, seat, userId, nickname, stackKrw } = event;
      return [{ type, seat, userId, nickname, stackKrw }];
    }
    case 'sat_out':
      return [{ type: event.type, seat: event.seat, bySystem: event.bySystem }];
    case 'leave_requested':
      return [{ type: event.type, seat: event.seat, bySystem: event.bySystem ?? false }];
    case 'top_up_queued':
    case 'topped_up':
      return [{ type: event.type, seat: event.seat, amountKrw: event.amountKrw }];
    case 'time_bank_used':
      return [{ type: event.type, seat: event.seat, usedMs: event.usedMs }];
    case 'seat_left':
    case 'sat_in':
    case 'top_up_dropped':
    case 'time_bank_started':
      return [{ type: event.type, seat: event.seat }];
    case 'seat_idle':
    case 'entry_chosen':
    case 'big_blind_sit_out_set':
    case 'straddle_set':
    case 'auto_top_up_set':
    case 'waiting_joined':
    case 'waiting_left':
    case 'seat_offered':
      return [];
  }
}

/** An event of the hand with its cards written out; every one of them is public. */
function handEventView(event: HandEvent): TableEventView {
  switch (event.type) {
    case 'street_dealt':
    case 'hand_shown':
    case 'rabbit_cards':
      return { ...event, cards: event.cards.map(formatCard) };
    case 'hand_started':
    case 'ante_posted':
    case 'blind_posted':
    case 'entry_posted':
    case 'cards_dealt':
    case 'acted':
    case 'uncalled_returned':
    case 'runs_offered':
    case 'runs_chosen':
    case 'runs_agreed':
    case 'hand_mucked':
    case 'pot_awarded':
    case 'hand_settled':
    case 'hand_voided':
      return { ...event };
  }
}

/** An event of a deal: roots, promises and opened seeds are all public. */
function dealEventView(event: DealEvent): TableEventView {
  switch (event.type) {
    case 'seed_committed':
      return { type: event.type, seat: event.seat, commitment: event.commitment };
    case 'seed_withdrawn':
      return { type: event.type, seat: event.seat };
    case 'seed_opened':
      return { type: event.type, seat: event.seat, value: event.value };
    case 'root_announced': {
      const { type, handId, algorithm, root, commitments } = event;
      return { type, handId, algorithm, root, commitments };
    }
    case 'root_used':
      return { type: event.type, handId: event.handId, dealOrder: event.dealOrder };
    case 'root_voided':
      return { type: event.type, handId: event.handId, reason: event.reason };
  }
}
