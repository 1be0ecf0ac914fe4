import type { CardsMessage, Delta, Notice, Snapshot } from '@cardroom/protocol';

import { TableBroadcaster } from './table.io';
import type { Clock } from './turn-clock';

/** Time that passes when a test says so. */
export class TestClock implements Clock {
  private ms = 1_000;
  readonly nowMs = (): number => this.ms;
  readonly wallMs = (): number => 1_700_000_000_000 + this.ms;

  advance(ms: number): void {
    this.ms += ms;
  }
}

/** What a table said, to whom. */
export class Broadcasts extends TableBroadcaster {
  readonly deltas: Delta[] = [];
  readonly snapshots: Snapshot[] = [];
  readonly notices: (Notice & { readonly userId?: string })[] = [];
  readonly dealt: CardsMessage[] = [];

  override delta = (delta: Delta): void => void this.deltas.push(delta);
  override snapshot = (snapshot: Snapshot): void => void this.snapshots.push(snapshot);
  override chat = (): void => undefined;
  override cards = (_userId: string, cards: CardsMessage): void => void this.dealt.push(cards);
  override notice = (userId: string, notice: Notice): void =>
    void this.notices.push({ ...notice, userId });
  override tableNotice = (_tableId: string, notice: Notice): void => void this.notices.push(notice);
  override lobby = (): void => undefined;
  override own = (): void => undefined;
  override isConnected = (): boolean => true;
  override lookFor = (): Promise<void> => Promise.resolve();
}
