import {
  handRecord,
  type CardOpening,
  type DealView,
  type HandRecord,
  type TableView,
} from '@cardroom/protocol';

interface Draft {
  readonly deal: DealView;
  readonly openings: Map<number, CardOpening>;
}

/** Hands whose records are kept. */
const KEPT_HANDS = 20;

/** Keeps what a client needs to check its hands, from nothing but what it received. */
export class HandRecorder {
  private readonly drafts = new Map<string, Draft>();

  /** The table as it is now, and the cards that the message brought. */
  add({ deal }: Pick<TableView, 'deal'>, openings: readonly CardOpening[] = []): void {
    if (deal === null) return;
    const { openings: known } = this.drafts.get(deal.handId) ?? { openings: new Map() };
    openings.forEach((opening) => known.set(opening.place, opening));
    this.drafts.set(deal.handId, { deal, openings: known });
    const [oldest] = this.drafts.keys();
    if (this.drafts.size > KEPT_HANDS && oldest !== undefined) this.drafts.delete(oldest);
  }

  /** Ids of the hands that are kept, oldest first. */
  get handIds(): string[] {
    return [...this.drafts.keys()];
  }

  /** The record of a hand; null where it is not kept, or was dealt without a root. */
  recordOf(handId: string): HandRecord | null {
    const draft = this.drafts.get(handId);
    return draft === undefined ? null : handRecord(draft.deal, [...draft.openings.values()]);
  }
}
