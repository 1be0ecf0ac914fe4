import type { TableState } from '@cardroom/engine';
import type { AnnouncedDeal } from '@cardroom/fairness';

import type { DeckVault } from '../deck/deck-vault';
import type { HandDeal } from '../deck/hand-deal';
import {
  finishedHandOf,
  type FinishedHand,
  type Reveal,
  type Settlement,
  type UnusedRoot,
} from '../settlement/finished-hand';
import { endsHand, holeCardsBySeat, type HandInProgress } from './hand-in-progress';
import { dealEvent, handEventsOf, tableEventsOf, type HostedEvent } from './hosted-event';
import type { TableDeals } from './table-deals';
import type { TableCheckpoint } from './table.store';
import type { Clock } from './turn-clock';

/** A version of a table: what happened, and what it led to. */
export interface Happened {
  readonly state: TableState;
  readonly deals: TableDeals;
  readonly hand: HandInProgress | null;
  readonly events: readonly HostedEvent[];
  readonly requestId: string;
}

/** The end of a root that no hand was dealt from. Rule: docs/rules/fairness.md §6. */
export const voidedRoot = (announced: AnnouncedDeal | null, reason: string): HostedEvent[] =>
  announced === null ? [] : [dealEvent({ type: 'root_voided', handId: announced.handId, reason })];

/** What a table leaves behind: in Redis for its next owner, in PostgreSQL when something is over. */
export class TableRecords {
  constructor(private readonly deps: { readonly vault: DeckVault; readonly clock: Clock }) {}

  /** What PostgreSQL is told where a hand is over, or a root without one; else null. */
  settlementOf(happened: Happened, before: TableDeals): Settlement | null {
    if (endsHand(tableEventsOf(happened.events))) return this.finishedHand(happened);
    const reveal = this.revealOf(happened);
    if (reveal !== null) return reveal;
    const [reason] = happened.events.flatMap((event) =>
      event.type === 'deal' && event.event.type === 'root_voided' ? [event.event.reason] : [],
    );
    const { announced } = before.state;
    if (reason === undefined || announced === null) return null;
    return this.unusedRoot(happened, announced, reason);
  }

  /** The secret of the hand that begins, as it rests beside its first events. */
  sealed(
    { hand }: TableState,
    begun: HandDeal | undefined,
  ): { sealedDeck?: string; sealedDeal?: string } {
    if (begun === undefined || hand === null) return {};
    const { handId } = hand.setup;
    const { vault } = this.deps;
    return begun.secret === null
      ? { sealedDeck: vault.sealDeck(handId, begun.deck) }
      : { sealedDeal: vault.sealDeal(handId, begun.secret) };
  }

  /** The table between hands, with the deal that waits. */
  checkpoint(state: TableState, { state: deal, secret }: TableDeals): TableCheckpoint {
    const handId = deal.announced?.handId;
    if (handId === undefined || secret === null) return { ...state, deal };
    return { ...state, deal, sealedDeal: this.deps.vault.sealDeal(handId, secret) };
  }

  /** Cards that were turned up after the end of the hand. Rule: docs/rules/holdem.md §12. */
  private revealOf({ state, hand, events, requestId }: Happened): Reveal | null {
    const revealed = handEventsOf(tableEventsOf(events));
    if (revealed.length === 0 || hand === null || state.hand?.outcome !== 'settled') return null;
    const { handId } = state.hand.setup;
    const place = hand.events.length - revealed.length;
    return {
      ...{ handId: `${handId}+${place}`, tableId: state.tableId, requestId },
      revealed: { handId, place, events: revealed },
      endedAtMs: this.deps.clock.wallMs(),
    };
  }

  private unusedRoot(
    { state: { tableId }, requestId }: Happened,
    unused: AnnouncedDeal,
    voidReason: string,
  ): UnusedRoot {
    const endedAtMs = this.deps.clock.wallMs();
    return { handId: unused.handId, tableId, unused, voidReason, endedAtMs, requestId };
  }

  private finishedHand({ state, deals, hand, requestId }: Happened): FinishedHand | null {
    if (state.hand === null || hand === null) return null;
    const { deal, events, startedAtMs, thoughtMs } = hand;
    const { vault, clock } = this.deps;
    const { handId } = state.hand.setup;
    const { begun } = deals.state;
    const secret = deal?.secret ?? null;
    return finishedHandOf(state, state.hand, {
      ...{ events, thoughtMs, startedAtMs, requestId, endedAtMs: clock.wallMs() },
      deal: begun?.handId === handId ? begun : null,
      sealedDeal: secret === null ? null : vault.sealDeal(handId, secret),
      sealedCards:
        deal === null ? null : vault.sealHoleCards(handId, holeCardsBySeat(state.hand, deal.deck)),
    });
  }
}
