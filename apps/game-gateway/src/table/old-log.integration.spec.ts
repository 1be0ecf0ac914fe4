import { card, emptyTable, evolveTable, isHandRunning, openHand } from '@cardroom/engine';
import { krw, ZERO_KRW } from '@cardroom/money';
import { recordOf, type StoredRecord } from '@cardroom/packing';
import { createTestDatabase, PlayedHouse, testRedisPrefix, until } from '@cardroom/testing';

import { actOf, TableNode } from './table-node.builder';

/** Redis outlives releases: what an earlier one has written is played on from. */

const DECK = Array.from({ length: 52 }, (_, code) => card(code));

it('a log written before there were roots opens in mid-hand, and its hand is played and settled', async () => {
  const database = await createTestDatabase();
  const house = await PlayedHouse.at(database.url, 1);
  const node = await TableNode.start(house.source, testRedisPrefix());
  try {
    const { tableId } = await house.table(2);
    const { config } = await node.row(tableId);
    const seated = (await node.money.openSeats(tableId)).reduce(
      (state, session) => evolveTable(state, { type: 'seat_taken', ...session }),
      emptyTable(tableId, config, 0),
    );
    const [small, big] = seated.seats.flatMap((at) => (at === null ? [] : [at]));
    if (small === undefined || big === undefined) throw new Error('Two players are seated');
    const handId = '0190a7c2-0000-7000-8000-00000000000a';
    const begun = openHand(
      {
        ...{ handId, handNo: 1, buttonSeat: small.seat, stakes: config.stakes },
        seats: [small, big].map(({ seat, stackKrw }) => ({ seat, stackKrw: krw(stackKrw) })),
      },
      { deck: DECK, rakeOf: () => ZERO_KRW },
    );
    if (!begun.ok) throw new Error(begun.error.message);
    const claim = { tableId, token: (await node.tables.raiseFence(tableId))?.token ?? 0 };
    await node.log.claim({ ...claim, incarnation: 'old', firstVersion: 0 });
    const commit = { ...claim, incarnation: 'old' };
    const at = { atMs: node.clock.wallMs(), requestId: 'old' };
    // What a table did not know then: who waits, who left, the places of the blinds, what a void restores.
    const checkpoint = {
      ...{ tableId, config, seats: seated.seats, buttonSeat: null, handNo: 0, hand: null },
      handSessions: {},
    };
    await node.log.commit({
      ...commit,
      expectedVersion: 0,
      entry: { ...at, events: [{ type: 'sat_in', seat: small.seat }] },
      checkpoint,
    });
    await node.log.commit({
      ...{ ...commit, expectedVersion: 1 },
      entry: {
        ...at,
        events: begun.value.events.map((event) => ({ type: 'hand', event })),
        sealedDeck: node.vault.sealDeck(handId, DECK),
      },
    });

    const { actor } = await node.open(tableId);
    expect([isHandRunning(actor.table.state), actor.table.isUnplayable]).toEqual([true, false]);
    const { command, player } = actOf(actor, 'fold');
    expect(await actor.submit(command, player)).toMatchObject({ ok: true });
    await until('the hand in PostgreSQL', async () => {
      const rows = await house.source.query<StoredRecord[]>(
        `SELECT record, archive FROM hands WHERE id = $1 AND outcome = 'settled'`,
        [handId],
      );
      return rows.length === 1 && rows.every((row) => recordOf(row).deal === null);
    });
    node.clock.advance(config.showdownPauseMs);
    actor.wake();
    // The next hand has a root.
    await until('the next hand', () => actor.table.deals.state.begun !== null);
  } finally {
    await node.stop();
    await house.close();
    await database.drop();
  }
});
