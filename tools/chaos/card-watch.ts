import type { Delta } from '@cardroom/protocol';
import { Client } from 'pg';

import { findLeaks, handStarts, type DealtHand } from './hidden-cards';
import type { History } from './history';
import type { RecordingClient } from './recording-client';

/** Frames are looked at until they are so old: by then their hands are over. */
const KEPT_MS = 60_000;
const DELTA = '2["delta",';

interface HandRow {
  readonly id: string;
  readonly table_id: string;
  readonly shown: readonly string[] | null;
}

/** Everything that players were sent: who saw which cards, and whether all were told the same. */
export class CardWatch {
  /** Own cards as each player received them, by hand. */
  private readonly dealt = new Map<string, Map<string, readonly string[]>>();
  private readonly found = new Set<string>();
  private heardUntilMs = 0;

  constructor(
    private readonly clients: readonly RecordingClient[],
    private readonly history: Pick<History, 'tell'>,
  ) {}

  /** From now on the cards of this player are remembered. */
  follow(client: RecordingClient): void {
    client.on('table', ({ cards }) => {
      if (cards === null) return;
      const ofHand = this.dealt.get(cards.handId) ?? new Map<string, readonly string[]>();
      const before = ofHand.get(client.userId) ?? cards.cards;
      if (before.join() !== cards.cards.join()) {
        this.found.add(`I7 hand ${cards.handId} was dealt twice to ${client.nickname}`);
      }
      this.dealt.set(cards.handId, ofHand.set(client.userId, before));
    });
  }

  /** Looks through what came since last time; what is wrong, each told once. */
  async findings(databaseUrl: string): Promise<string[]> {
    this.listen();
    const hands = await this.hands(databaseUrl);
    const starts = handStarts(this.clients.flatMap(({ frames }) => frames.frames));
    for (const client of this.clients) {
      const { frames } = client.frames;
      for (const leak of findLeaks(client.userId, frames, hands, starts)) {
        this.found.add(`I8 ${client.nickname} was sent ${leak}`);
      }
      const old = frames.findIndex(({ atMs }) => atMs > Date.now() - KEPT_MS);
      frames.splice(0, old < 0 ? frames.length : old);
    }
    return [...this.found];
  }

  /** What players were told of versions, for the history. */
  private listen(): void {
    const sinceMs = this.heardUntilMs;
    this.heardUntilMs = Date.now();
    for (const { frames } of this.clients) {
      for (const { atMs, data } of frames.frames) {
        if (atMs < sinceMs || typeof data !== 'string' || !data.startsWith(DELTA)) continue;
        const { tableId, stateVersion, events } = JSON.parse(data.slice(DELTA.length, -1)) as Delta;
        this.history.tell({ tableId, version: stateVersion, events: JSON.stringify(events) });
      }
    }
  }

  private async hands(databaseUrl: string): Promise<Map<string, DealtHand>> {
    const database = new Client({ connectionString: databaseUrl });
    await database.connect();
    try {
      const { rows } = await database.query<HandRow>(
        `SELECT h.id, h.table_id, array_agg(p.user_id) FILTER (WHERE p.shown)::text[] AS shown
         FROM hands h CROSS JOIN LATERAL seats_of_hand(h.id) p
         WHERE h.id = ANY($1::uuid[]) GROUP BY h.id`,
        [[...this.dealt.keys()]],
      );
      return new Map(
        rows.map(({ id, table_id: tableId, shown }) => [
          id,
          {
            ...{ handId: id, tableId, shownBy: new Set(shown ?? []) },
            cardsOf: this.dealt.get(id) ?? new Map<string, readonly string[]>(),
          },
        ]),
      );
    } finally {
      await database.end();
    }
  }
}
