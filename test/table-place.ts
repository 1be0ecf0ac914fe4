import type { Answer, OwnMessage, SeatView, TableEventView, TableView } from '@cardroom/protocol';
import type { PlayerClient } from '@cardroom/client';

const TIMEOUT_MS = 15_000;

/** A table as some players see it, who act at it by name. The first of them is looked through. */
export class TablePlace<Name extends string> {
  constructor(
    readonly tableId: string,
    private readonly players: Readonly<Record<Name, PlayerClient>>,
    readonly names: readonly Name[],
  ) {}

  seen(who: Name | undefined = this.names[0]): TableView {
    const view = who === undefined ? null : this.players[who].tables.get(this.tableId)?.view;
    if (!view) throw new Error('the table is not followed');
    return view;
  }

  version(who: Name | undefined = this.names[0]): number {
    return who === undefined ? 0 : (this.players[who].tables.get(this.tableId)?.stateVersion ?? 0);
  }

  own(who: Name): OwnMessage {
    const own = this.players[who].tables.get(this.tableId)?.own;
    if (!own) throw new Error('nothing own is known');
    return own;
  }

  seatOf(who: Name): SeatView | null {
    const [first] = this.names;
    const table = first === undefined ? null : this.players[first].tables.get(this.tableId);
    return table?.seatOf(this.players[who].userId) ?? null;
  }

  async until(what: string, fits: () => boolean): Promise<void> {
    const deadline = performance.now() + TIMEOUT_MS;
    while (!fits()) {
      if (performance.now() > deadline) throw new Error(`not seen in time: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }

  send(who: Name, type: string, body: object = {}): Promise<Answer> {
    const cmdId = `cmd-${Math.round(performance.now() * 1e6)}`;
    return this.players[who].send({ cmdId, type, tableId: this.tableId, ...body });
  }

  /** Sends what must be accepted; everybody who watches has seen it when this returns. */
  async ok(who: Name, type: string, body: object = {}): Promise<void> {
    const answer = await this.send(who, type, body);
    if (!answer.ok) throw new Error(`${who} ${type}: ${answer.code}`);
    const { stateVersion = 0 } = answer;
    await this.until('it is seen', () => this.names.every((n) => this.version(n) >= stateVersion));
  }

  sit(who: Name, seat: number, body: object = {}): Promise<void> {
    return this.ok(who, 'table.sit', { seat, buyInKrw: 50_000, ...body });
  }

  /** The seat to act does this. */
  async act(action: 'fold' | 'check' | 'call' | 'raise', toKrw?: number): Promise<void> {
    await this.until('somebody is to act', () => this.seen().turn !== null);
    const { turn, handId } = this.seen();
    const stateVersion = this.version(this.names[0]);
    await this.until('all see it', () => this.names.every((n) => this.version(n) >= stateVersion));
    const who = this.names.find((name) => this.seatOf(name)?.seat === turn?.seat);
    if (who === undefined) throw new Error('none of ours is to act');
    await this.ok(who, 'table.act', {
      ...{ handId, stateVersion, action },
      ...(toKrw === undefined ? {} : { toKrw }),
    });
  }

  /** Everybody folds until the next hand has begun. */
  async nextHand(): Promise<void> {
    const { handNo } = this.seen();
    while (this.seen().handNo === handNo) {
      if (this.seen().turn === null) await new Promise((resolve) => setTimeout(resolve, 15));
      else await this.act('fold');
    }
    await this.until('the hand has begun', () => this.seen().turn !== null);
  }

  events(type: string, who: Name | undefined = this.names[0]): TableEventView[] {
    const events =
      who === undefined ? [] : (this.players[who].tables.get(this.tableId)?.events ?? []);
    return events.filter((event) => event.type === type);
  }
}
