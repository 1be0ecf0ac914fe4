import { FramePlayer, type FrameSeat } from '@cardroom/client';

import { TableLoad } from './table-load';
import { Tally } from './tally';

const tableId = 'the table';
const legal = { canFold: true, canCheck: true, callKrw: 0, minRaiseToKrw: null };

/** A table of two as its players see it: the server's words are put into their mouths. */
class Table {
  nowMs = 0;
  readonly tally = new Tally();
  readonly sent: string[] = [];
  readonly players: readonly FramePlayer[];
  readonly load: TableLoad;
  private version = 0;

  constructor() {
    this.players = [0, 1].map((seat) => this.player({ tableId, seat, buyInKrw: 1_000 }));
    this.load = new TableLoad(this.players, this.tally, () => this.nowMs);
    this.turn(0);
  }

  /** A version in which this seat has to act; null between two hands. */
  turn(seat: number | null): void {
    this.version += 1;
    const table = {
      handId: 'the hand',
      street: seat === null ? null : 'flop',
      turn: seat === null ? null : { seat, legal },
    };
    const body = { tableId, stateVersion: this.version, table, patch: table };
    const event = this.version === 1 ? 'snapshot' : 'delta';
    for (const player of this.players) player.receive(`42${JSON.stringify([event, body])}`);
  }

  /** Answers the only command that is not answered. */
  answer(seat: number, answer: object): void {
    const [, number = ''] = /^42(\d+)/.exec(this.sent.at(-1) ?? '') ?? [];
    this.players[seat]?.receive(`43${number}${JSON.stringify([answer])}`);
  }

  private player(seat: FrameSeat): FramePlayer {
    const player: FramePlayer = new FramePlayer({
      ...{ token: '', name: `player ${seat.seat}`, random: () => 0.5 },
      send: (frame) => this.sent.push(frame),
      onReady: () => undefined,
      onVersion: (version) => {
        this.load.heard(player, version);
      },
    });
    player.sit(seat, () => undefined);
    return player;
  }
}

describe('the load of a table', () => {
  it('is timed from the moment when an action was due, not from its sending', () => {
    const table = new Table();
    table.load.beat(0);
    table.nowMs = 40;
    table.load.beat(10);
    table.turn(1);
    table.answer(0, { ok: true, stateVersion: 2 });
    expect(table.tally.ackMs).toEqual([40]);
    table.nowMs = 45;
    table.answer(1, { ok: true, stateVersion: 3 });
    expect(table.tally.ackMs).toEqual([40, 35]);
    expect(table.tally.lateMs).toEqual([0, 30]);
  });

  it('counts what the others see, whether it comes before the ack or after it', () => {
    const table = new Table();
    table.load.beat(0);
    table.nowMs = 7;
    table.turn(1);
    table.nowMs = 9;
    table.answer(0, { ok: true, stateVersion: 2 });
    table.load.beat(9);
    table.answer(1, { ok: true, stateVersion: 3 });
    table.nowMs = 20;
    table.turn(0);
    expect(table.tally.seenMs).toEqual([7, 11]);
  });

  it('waits between two hands, with one action only, which is due when somebody may act', () => {
    const table = new Table();
    table.turn(null);
    table.load.beat(0);
    table.load.beat(100);
    table.nowMs = 500;
    table.turn(1);
    expect(table.tally).toMatchObject({ due: 2, sent: 1, lateMs: [0] });
  });

  it('counts refusals by their code', () => {
    const table = new Table();
    table.load.beat(0);
    table.answer(0, { ok: false, code: 'STALE_STATE' });
    expect(table.tally.errors).toEqual({ STALE_STATE: 1 });
    expect(table.tally.ackMs).toEqual([]);
  });
});
