import { randomUUID } from 'node:crypto';

import { NoAnswerError, type PlayerClient } from '@cardroom/client';
import type { Answer } from '@cardroom/protocol';

import { newId, type AbuseRoom } from './abuse-room';

/** Seats and the money that goes to them. Leaves Anna at seat 0, and no hand in progress. */
export const seatsAbuse = (room: AbuseRoom): void =>
  describe('seats', () => {
    const sit = (
      who: PlayerClient,
      seat: unknown,
      buyInKrw: unknown,
      table = room.tableId,
    ): Promise<Answer> =>
      who.send({ cmdId: newId(), type: 'table.sit', tableId: table, seat, buyInKrw });

    it.each([-1, 99, 1.5, '1'])('#57 seat %p is VALIDATION_FAILED', async (seat) => {
      await room.refusedWith('VALIDATION_FAILED', () => sit(room.players.Anna, seat, 50_000));
    });

    it.each([39_999, 100_001])('#58 a buy-in of %p is BUYIN_OUT_OF_RANGE', async (amount) => {
      await room.refusedWith('BUYIN_OUT_OF_RANGE', () => sit(room.players.Anna, 0, amount));
    });

    it.each([-1, 0, 0.5, '50000', 2 ** 53, [50_000], { $gt: 0 }])(
      '#24-#34 a buy-in of %p is INVALID_AMOUNT',
      async (amount) => {
        await room.refusedWith('INVALID_AMOUNT', () => sit(room.players.Anna, 0, amount));
      },
    );

    it('an unknown table is TABLE_NOT_FOUND', async () => {
      await room.refusedWith('TABLE_NOT_FOUND', () =>
        sit(room.players.Anna, 0, 50_000, randomUUID()),
      );
    });

    it('#59 a buy-in above the balance is INSUFFICIENT_FUNDS', async () => {
      const poor = room.newClient('Poor', 60);
      await poor.enter();
      await poor.account.faucet(60_000);
      await poor.connect();
      await room.refusedWith('INSUFFICIENT_FUNDS', () => sit(poor, 3, 80_000));
      poor.disconnect();
    });

    it('#60 of two buy-ins at once with money for one, one fails', async () => {
      const poor = room.newClient('Barely', 62);
      await poor.enter();
      await poor.account.faucet(60_000);
      await poor.connect();
      const answers = await Promise.all([
        sit(poor, 3, 50_000),
        sit(poor, 3, 50_000, room.otherTableId),
      ]);
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      expect((await poor.account.balance()).availableKrw).toBe(10_000);
      await Promise.all(
        [room.tableId, room.otherTableId].map((id) => poor.cmd('table.leave', { tableId: id })),
      );
      await room.until((seen) => seen.seats['3'] === null);
      poor.disconnect();
    });

    it('#66 who is excluded from play gets no seat, and keeps the money', async () => {
      const excluded = room.newClient('Excluded', 61);
      await excluded.enter();
      await excluded.account.faucet(60_000);
      const body = { kind: 'cool_off', days: 1 };
      await excluded.account.authorized('POST', '/me/self-exclusion', body);
      // Every two seconds who is excluded is sent away as well, perhaps before the answer is there.
      const asksAgain = async (): Promise<Answer> => {
        await excluded.connect();
        return sit(excluded, 3, 50_000);
      };
      await room.refusedWith('ACCOUNT_EXCLUDED', () =>
        asksAgain().catch((cause: unknown) => {
          if (cause instanceof NoAnswerError) return asksAgain();
          throw cause;
        }),
      );
      expect((await excluded.account.balance()).availableKrw).toBe(60_000);
      excluded.disconnect();
    });

    it('#55 of two who claim a seat at once one gets it', async () => {
      const answers = await Promise.all([
        sit(room.players.Anna, 0, 50_000),
        sit(room.players.Boram, 0, 50_000),
      ]);
      const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.code)).sort();
      expect(codes).toEqual(['SEAT_TAKEN', 'ok']);
      if (answers[1].ok) {
        await room.players.Boram.cmd('table.leave', { tableId: room.tableId });
        await room.until((seen) => seen.seats['0'] === null);
        expect((await sit(room.players.Anna, 0, 50_000)).ok).toBe(true);
      }
    });

    it('#56 a second seat at the table is ALREADY_SEATED', async () => {
      await room.refusedWith('ALREADY_SEATED', () => sit(room.players.Anna, 2, 50_000));
    });

    it('#39 acting while no hand is played is HAND_NOT_ACTIVE', async () => {
      const body = {
        cmdId: newId(),
        type: 'table.act',
        tableId: room.tableId,
        handId: randomUUID(),
      };
      await room.refusedWith('HAND_NOT_ACTIVE', () =>
        room.players.Anna.send({ ...body, stateVersion: room.version(), action: 'fold' }),
      );
    });

    it('#61 a top-up past the largest stack is TOP_UP_OUT_OF_RANGE', async () => {
      await room.refusedWith('TOP_UP_OUT_OF_RANGE', () =>
        room.players.Anna.cmd('table.top_up', { tableId: room.tableId, amountKrw: 60_000 }),
      );
    });
  });
