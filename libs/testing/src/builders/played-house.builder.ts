import type * as LedgerLib from '@cardroom/ledger';
import { replay, seatIndex, type HandEvent, type HandState } from '@cardroom/engine';
import { krw } from '@cardroom/money';
import { packHand } from '@cardroom/packing';
import { attributeRake } from '@cardroom/rake';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { seededRandom, type Random } from '../bots/seeded-random';
import { seedTables } from '../services/seed-tables';
import { randomHand, type HoleCards } from './random-hand.builder';

export interface SeatedPlayer {
  readonly userId: string;
  readonly seatSessionId: string;
  readonly seat: number;
  stackKrw: number;
}

export interface PlayedTable {
  readonly tableId: string;
  readonly players: readonly SeatedPlayer[];
  handNo: number;
}

export interface PlayedHand {
  readonly handId: string;
  readonly outboxId: string;
  readonly events: readonly HandEvent[];
}

export interface HowPlayed {
  readonly voided?: boolean;
  /** What is kept of the hole cards; without it words that open to nothing. */
  readonly seal?: (handId: string, holeCards: HoleCards) => string | null;
}

interface NewHand extends PlayedHand {
  readonly sealedCards: string | null;
}

const STAKES = {
  name: '1,000/2,000',
  smallBlindKrw: 1_000,
  bigBlindKrw: 2_000,
  rakeBp: 500,
  rakeCapKrw: 6_000,
};
const BOUGHT_IN_KRW = 200_000;
const DEPOSITED_KRW = 1_000_000;

/** Words that a handler or a check may look for: the ciphertext of nothing. */
const SEALED = Buffer.alloc(40).toString('base64');

/**
 * A database as apps leave it: players who deposited, tables where they sit, hands that they played
 * by the engine at random, with ledger and outbox. Needs a migrated database; the same seed plays
 * the same hands.
 */
export class PlayedHouse {
  private readonly random: Random;

  private constructor(
    readonly databaseUrl: string,
    readonly source: DataSource,
    private readonly ledger: LedgerLib.Ledger,
    readonly seed: number,
  ) {
    this.random = seededRandom(seed);
  }

  /** TypeORM and the ledger are loaded only here: few tests need them. */
  static async at(databaseUrl: string, seed: number): Promise<PlayedHouse> {
    const { createDataSource } = await import('@cardroom/database');
    const { Ledger } = await import('@cardroom/ledger');
    const source = createDataSource({ databaseUrl, databasePoolSize: 10 });
    await source.initialize();
    return new PlayedHouse(databaseUrl, source, new Ledger(), seed);
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }

  /** A table with players who have bought in. */
  async table(players = 3): Promise<PlayedTable> {
    const name = `Table ${uuidv7()}`;
    // Of a pool of its own until all sit: a gateway that runs would open it with some of them.
    const seeds = [{ name, stakes: STAKES, pool: name }];
    const [tableId = ''] = await seedTables(this.databaseUrl, seeds);
    const seated: SeatedPlayer[] = [];
    for (let seat = 0; seat < players; seat += 1) seated.push(await this.seatPlayer(tableId, seat));
    await this.source.query("UPDATE tables SET pool = 'main' WHERE id = $1", [tableId]);
    return { tableId, players: seated, handNo: 0 };
  }

  /** Plays a hand to its end, or to a void in its middle, and stores it as the gateway does. */
  async hand(table: PlayedTable, how: HowPlayed = {}): Promise<PlayedHand> {
    const handId = uuidv7();
    const { events, holeCards } = this.play(table, handId, how.voided === true);
    const outboxId = uuidv7();
    await this.source.transaction(async (manager) => {
      const sealedCards = how.seal === undefined ? SEALED : how.seal(handId, holeCards);
      await this.store(manager, table, { handId, outboxId, events, sealedCards });
    });
    const end = replay(events);
    for (const player of table.players) {
      const seat = end.seats.find((at) => at.seat === player.seat);
      player.stackKrw = seat?.stackKrw ?? player.stackKrw;
    }
    table.handNo += 1;
    return { handId, outboxId, events };
  }

  private async seatPlayer(tableId: string, seat: number): Promise<SeatedPlayer> {
    const [userId, seatSessionId] = [uuidv7(), uuidv7()];
    await this.source.query(
      `INSERT INTO users (id, email, email_key, nickname, nickname_key, password_hash)
       VALUES ($1, $2, $2, $2, $2, '-')`,
      [userId, `player-${userId}`],
    );
    await this.source.transaction(async (manager) => {
      await this.deposit(manager, userId);
      await manager.query(
        `INSERT INTO seat_sessions (id, table_id, seat, user_id, bought_in_krw)
         VALUES ($1, $2, $3, $4, $5)`,
        [seatSessionId, tableId, seat, userId, BOUGHT_IN_KRW],
      );
      await this.post(manager, 'buy_in', seatSessionId, [
        { account: { kind: 'available', userId }, amountKrw: -BOUGHT_IN_KRW },
        { account: { kind: 'in_play', userId, seatSessionId }, amountKrw: BOUGHT_IN_KRW },
      ]);
    });
    return { userId, seatSessionId, seat, stackKrw: BOUGHT_IN_KRW };
  }

  private async deposit(manager: EntityManager, userId: string): Promise<void> {
    const [depositId, quoteId] = [uuidv7(), uuidv7()];
    const transferId = await this.post(manager, 'crypto_deposit', depositId, [
      { account: { kind: 'gateway_clearing', asset: 'USDT' }, amountKrw: -DEPOSITED_KRW },
      { account: { kind: 'available', userId }, amountKrw: DEPOSITED_KRW },
    ]);
    await manager.query(
      `INSERT INTO rate_quotes (id, asset, numerator_krw, denominator_units, source)
       VALUES ($1, 'USDT', 1, 1, 'test')`,
      [quoteId],
    );
    await manager.query(
      `INSERT INTO deposits (id, user_id, asset, network, txid, output_index, amount_units,
         rate_quote_id, amount_krw, status, transfer_id, credited_at)
       VALUES ($1, $2, 'USDT', 'ethereum', $3, 0, $4::bigint, $5, $4::bigint, 'credited', $6, now())`,
      [depositId, userId, `tx-${depositId}`, DEPOSITED_KRW, quoteId, transferId],
    );
    await addOutboxRow(manager, uuidv7(), 'deposit.credited', { depositId });
  }

  private play(
    table: PlayedTable,
    handId: string,
    isVoided: boolean,
  ): ReturnType<typeof randomHand> {
    const seats = table.players
      .filter(({ stackKrw }) => stackKrw > 0)
      .map(({ seat, stackKrw }) => ({ seat: seatIndex(seat), stackKrw: krw(stackKrw) }));
    const buttonSeat = seats[table.handNo % seats.length]?.seat ?? seatIndex(0);
    const stakes = {
      smallBlindKrw: krw(STAKES.smallBlindKrw),
      bigBlindKrw: krw(STAKES.bigBlindKrw),
      anteKrw: krw(0),
      bigBlindAnteKrw: krw(0),
    };
    const setup = { handId, handNo: table.handNo + 1, buttonSeat, stakes, seats };
    const rake = { rateBp: STAKES.rakeBp, capKrw: STAKES.rakeCapKrw };
    return randomHand(setup, { random: this.random, rake, isVoided });
  }

  private async store(manager: EntityManager, table: PlayedTable, hand: NewHand): Promise<void> {
    const state = replay(hand.events);
    const settled = hand.events.find((event) => event.type === 'hand_settled');
    const players = table.players.flatMap((player) => {
      const at = state.seats.find(({ seat }) => seat === player.seat);
      const result = settled?.results.find(({ seat }) => seat === player.seat);
      return at === undefined ? [] : [{ player, at, putInKrw: result?.putInKrw ?? 0 }];
    });
    const transferId = await this.settle(manager, hand, players, settled?.rakeKrw ?? 0);
    const rakesKrw = attributeRake(
      krw(settled?.rakeKrw ?? 0),
      players.map(({ putInKrw }) => krw(putInKrw)),
    );
    await manager.query(
      `INSERT INTO hands (id, table_id, hand_no, fencing_token, button_seat, board, pot_krw, rake_krw,
         outcome, void_reason, player_count, record, sealed_cards_bytes, transfer_id, started_at, ended_at,
         seats, seat_session_ids, start_stacks_krw, end_stacks_krw, put_in_krw, rakes_krw, shown)
       VALUES ($1, $2, $3, 1, $4, '', $5, $6, $7, $8, $9, $10, decode($11, 'base64'), $12, now(), now(),
         $13, $14, $15, $16, $17, $18, $19)`,
      [
        ...[hand.handId, table.tableId, table.handNo + 1, state.setup.buttonSeat],
        ...[settled?.potKrw ?? 0, settled?.rakeKrw ?? 0, state.outcome],
        ...[state.outcome === 'voided' ? 'test' : null, players.length],
        ...[packHand({ events: hand.events }), hand.sealedCards, transferId],
        ...[players.map(({ at }) => at.seat), players.map(({ player }) => player.seatSessionId)],
        ...[players.map(({ at }) => at.startStackKrw), players.map(({ at }) => at.stackKrw)],
        ...[players.map(({ putInKrw }) => putInKrw), rakesKrw],
        players.map(({ at }) => at.shownCards !== null),
      ],
    );
    await manager.query('UPDATE tables SET hand_no = $2 WHERE id = $1', [
      table.tableId,
      table.handNo + 1,
    ]);
    const payload = { handId: hand.handId };
    await addOutboxRow(manager, hand.outboxId, `hand.${state.outcome}`, payload);
  }

  private async settle(
    manager: EntityManager,
    hand: PlayedHand,
    players: readonly { player: SeatedPlayer; at: HandState['seats'][number] }[],
    rakeKrw: number,
  ): Promise<string | null> {
    const entries: Entry[] = players.map(({ player: { userId, seatSessionId }, at }) => ({
      account: { kind: 'in_play', userId, seatSessionId },
      amountKrw: at.stackKrw - at.startStackKrw,
    }));
    entries.push({ account: { kind: 'rake' }, amountKrw: rakeKrw });
    const moved = entries.filter(({ amountKrw }) => amountKrw !== 0);
    return moved.length === 0 ? null : this.post(manager, 'hand', hand.handId, moved, hand.handId);
  }

  private async post(
    manager: EntityManager,
    type: LedgerLib.TransferType,
    businessKey: string,
    entries: readonly Entry[],
    id = uuidv7(),
  ): Promise<string> {
    const [outcome] = await this.ledger.post(manager, [
      {
        ...{ id, type, businessKey, actor: 'test' },
        entries: entries.map(({ account, amountKrw }) => ({ account, amountKrw: krw(amountKrw) })),
      },
    ]);
    if (outcome?.status !== 'posted') throw new Error(`The ${type} was not posted`);
    return outcome.transferId;
  }
}

interface Entry {
  readonly account: LedgerLib.AccountRef;
  readonly amountKrw: number;
}

async function addOutboxRow(
  manager: EntityManager,
  id: string,
  topic: string,
  payload: Readonly<Record<string, string>>,
): Promise<void> {
  await manager.query(
    'INSERT INTO outbox (id, topic, payload, request_id) VALUES ($1, $2, $3, $4)',
    [id, topic, payload, `request-${id}`],
  );
}
