import {
  applyPatch,
  type CardsMessage,
  type Delta,
  type OwnMessage,
  type SeatView,
  type Snapshot,
  type TableEventView,
  type TableView,
  type WatchData,
} from '@cardroom/protocol';

import { HandRecorder } from './hand-recorder';

/** What a client knows of a table: a snapshot, and every delta since, without a gap. */
export class TableFollower {
  view: TableView | null = null;
  stateVersion = 0;
  cards: CardsMessage | null = null;
  /** What only this player sees of the table. */
  own: OwnMessage | null = null;
  /** Every public event seen, in order; a client that watched from the start has them all. */
  readonly events: TableEventView[] = [];
  /** What it takes to check the hands of this table. */
  readonly records = new HandRecorder();
  /** How often a version was missing and had to be asked for. */
  gaps = 0;

  constructor(readonly tableId: string) {}

  /** The cards of the hand being played, if they are ours to see. */
  get holeCards(): readonly string[] | null {
    return this.cards !== null && this.cards.handId === this.view?.handId ? this.cards.cards : null;
  }

  /** The seat of this player, if there is one. */
  seatOf(userId: string): SeatView | null {
    const seats = Object.values(this.view?.seats ?? {});
    return seats.find((seat) => seat?.userId === userId) ?? null;
  }

  applySnapshot(snapshot: Snapshot): void {
    if (this.view !== null && snapshot.stateVersion < this.stateVersion) return;
    this.view = snapshot.table;
    this.stateVersion = snapshot.stateVersion;
    this.records.add(this.view, snapshot.openings);
    this.keepOwnCards();
  }

  /** Returns false where versions are missing before this one: the table must be asked. */
  applyDelta(delta: Delta): boolean {
    if (this.view === null) return false;
    if (delta.stateVersion <= this.stateVersion) return true;
    if (delta.stateVersion !== this.stateVersion + 1) {
      this.gaps += 1;
      return false;
    }
    this.view = applyPatch(this.view, delta.patch);
    this.stateVersion = delta.stateVersion;
    this.events.push(...delta.events);
    this.records.add(this.view, delta.openings);
    this.keepOwnCards();
    return true;
  }

  applyWatch(data: WatchData): void {
    if (data.kind === 'snapshot') {
      this.applySnapshot(data.snapshot);
    } else {
      for (const delta of data.deltas) this.applyDelta(delta);
    }
    if (data.cards !== null) this.applyCards(data.cards);
    this.own = data.own;
  }

  applyCards(cards: CardsMessage): void {
    this.cards = cards;
    this.keepOwnCards();
  }

  /** Own cards come before the delta that deals them: they are kept when both are there. */
  private keepOwnCards(): void {
    const { view, cards } = this;
    if (view !== null && cards !== null && view.deal?.handId === cards.handId) {
      this.records.add(view, cards.openings);
    }
  }
}
