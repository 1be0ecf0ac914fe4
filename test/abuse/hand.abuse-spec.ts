import { randomUUID } from 'node:crypto';

import type { Answer } from '@cardroom/protocol';
import { io } from 'socket.io-client';

import { NEXT_PACKET, RawPolling } from '../raw-session';
import { newId, type AbuseRoom } from './abuse-room';

/** The cards that everybody sees, and their proofs. */
const withoutBoard = (name: string, value: unknown): unknown =>
  name === 'board' || name === 'openings' ? null : value;

/** Acting otherwise than the rules allow, and looking where one may not. Begins with Anna at seat 0. */
export const handAbuse = (room: AbuseRoom): void =>
  describe('the hand', () => {
    beforeAll(async () => {
      for (const [name, seat] of [
        ['Boram', 1],
        ['Chan', 2],
      ] as const) {
        const answer = await room.players[name].cmd('table.sit', {
          tableId: room.tableId,
          seat,
          buyInKrw: 50_000,
        });
        expect(answer.ok).toBe(true);
      }
      await room.until((seen) => seen.turn !== null);
    });

    it('#38 acting out of turn is NOT_YOUR_TURN', async () => {
      await room.refusedWith('NOT_YOUR_TURN', () => room.act(room.waiting(), { action: 'fold' }));
    });

    it('#41 checking a bet, betting where a raise is due, are ILLEGAL_ACTION', async () => {
      await room.refusedWith('ILLEGAL_ACTION', () => room.act(room.actor(), { action: 'check' }));
      await room.refusedWith('ILLEGAL_ACTION', () =>
        room.act(room.actor(), { action: 'bet', toKrw: 3_000 }),
      );
    });

    it('#42 a raise below the minimum is BET_TOO_SMALL', async () => {
      await room.refusedWith('BET_TOO_SMALL', () =>
        room.act(room.actor(), { action: 'raise', toKrw: 1_999 }),
      );
    });

    it('#43 a bet above the stack is BET_TOO_LARGE', async () => {
      await room.refusedWith('BET_TOO_LARGE', () =>
        room.act(room.actor(), { action: 'raise', toKrw: 50_001 }),
      );
    });

    it.each([-1, 0, 2_000.5, '2000', 1e30, true])(
      '#24-#34 a raise to %p is INVALID_AMOUNT',
      async (toKrw) => {
        await room.refusedWith('INVALID_AMOUNT', () =>
          room.act(room.actor(), { action: 'raise', toKrw }),
        );
      },
    );

    it('#47 #48 a stale or a future version is STALE_STATE and tells the version', async () => {
      for (const stateVersion of [0, room.version() + 5]) {
        const answer = await room.act(room.actor(), { action: 'call' }, { stateVersion });
        expect(answer).toMatchObject({
          ok: false,
          code: 'STALE_STATE',
          stateVersion: room.version(),
        });
      }
    });

    it('#49 an action for another hand is HAND_MISMATCH', async () => {
      await room.refusedWith('HAND_MISMATCH', () =>
        room.act(room.actor(), { action: 'call' }, { handId: randomUUID() }),
      );
    });

    it('#51 client-sent cards, pots and times are VALIDATION_FAILED', async () => {
      await room.refusedWith('VALIDATION_FAILED', () =>
        room.act(room.actor(), { action: 'call', cards: ['As', 'Ah'] }),
      );
    });

    it('#52 a spectator who acts is NOT_SEATED', async () => {
      await room.refusedWith('NOT_SEATED', () => room.act(room.players.Dana, { action: 'fold' }));
    });

    it('#53 a seat elsewhere is no seat here', async () => {
      await room.refusedWith('NOT_SEATED', () =>
        room.players.Anna.cmd('table.leave', { tableId: room.otherTableId }),
      );
    });

    it('#61 a top-up during the hand is kept and never live', async () => {
      const who = room.actor();
      const stack = room.view().seats[String(room.view().turn?.seat)]?.stackKrw;
      expect((await who.cmd('table.top_up', { tableId: room.tableId, amountKrw: 1_000 })).ok).toBe(
        true,
      );
      expect(room.view().seats[String(room.view().turn?.seat)]?.stackKrw).toBe(stack);
    });

    it('#13 two events in one packet, the same twice, have one effect and one answer', async () => {
      const who = room.actor();
      const [before, seat] = [room.version(), room.view().turn?.seat];
      const body = {
        ...{ cmdId: newId(), type: 'table.act', tableId: room.tableId, handId: room.view().handId },
        ...{ stateVersion: before, action: 'call' },
      };
      const session = await RawPolling.open(room.apps.gatewayUrl, who.account.accessToken);
      const event = JSON.stringify(['cmd', body]);
      expect(await session.post(`420${event}${NEXT_PACKET}421${event}`)).toBe(200);
      const heard = await session.hear('431');
      const answers = ['430', '431'].map((id) => heard.find((packet) => packet.startsWith(id)));
      expect(JSON.parse(answers[0]?.slice(3) ?? '')).toMatchObject([{ ok: true }]);
      expect(answers[1]?.slice(3)).toBe(answers[0]?.slice(3));
      await room.until((seen) => seen.turn !== null && seen.turn.seat !== seat);
      await room.refusedWith('NOT_YOUR_TURN', () => room.act(who, { action: 'call' }));
    });

    it('#45 the same command twice has one effect and one answer; #46 its id is not free for another', async () => {
      const who = room.actor();
      const body = {
        ...{ cmdId: newId(), type: 'table.act', tableId: room.tableId, handId: room.view().handId },
        ...{ stateVersion: room.version(), action: 'call' },
      };
      const [first, second] = await Promise.all([who.send(body), who.send(body)]);
      expect(first.ok).toBe(true);
      expect(second).toEqual(first);
      await room.refusedWith('ACTION_ID_REUSED', () => who.send({ ...body, action: 'fold' }));
    });

    it('#54 of two sockets of one player the first acts, the second is STALE_STATE', async () => {
      const who = room.actor();
      const twin = io(room.apps.gatewayUrl, {
        auth: { token: who.account.accessToken },
        forceNew: true,
      });
      await new Promise((resolve) => twin.once('connect', () => resolve(null)));
      const stateVersion = room.version();
      const body = {
        type: 'table.act',
        tableId: room.tableId,
        handId: room.view().handId,
        stateVersion,
        action: room.view().turn?.legal.canCheck === true ? 'check' : 'call',
      };
      const first = await who.send({ ...body, cmdId: newId() });
      const second = (await twin.emitWithAck('cmd', { ...body, cmdId: newId() })) as Answer;
      expect(first.ok).toBe(true);
      expect(second).toMatchObject({ ok: false, code: 'STALE_STATE' });
      twin.disconnect();
    });

    it('#65 who drops the connection gets no more time for it, however often', async () => {
      const who = room.actor();
      const { handId, turn } = room.view();
      for (let times = 0; times < 3; times += 1) {
        const back = new Promise((resolve) => who.once('online', () => resolve(null)));
        who.dropConnection();
        await back;
      }
      expect(room.view().handId).toBe(handId);
      expect(room.view().turn?.seat).toBe(turn?.seat);
      expect(room.view().turn?.deadlineAtMs).toBe(turn?.deadlineAtMs);
    });

    it('#71 #72 a snapshot holds no hidden card, whoever asks and whenever, also after a fold', async () => {
      const folded = room.actor();
      expect(await room.act(folded, { action: 'fold' })).toMatchObject({ ok: true });
      for (const who of Object.values(room.players)) {
        const answer = await who.cmd('table.watch', { tableId: room.tableId });
        const { snapshot, cards } = (answer.ok ? answer.data : {}) as {
          snapshot: unknown;
          cards: unknown;
        };
        expect(JSON.stringify(snapshot, withoutBoard)).not.toMatch(/"[2-9TJQKA][cdhs]"/);
        expect(cards === null).toBe(who === room.players.Dana);
      }
    });

    it('#62 leaving in mid-hand folds by rule, and the stack leaves after the hand', async () => {
      await room.until((seen) => seen.turn !== null);
      const leaver = room.waiting();
      expect((await leaver.cmd('table.leave', { tableId: room.tableId })).ok).toBe(true);
      const handNo = room.view().handNo;
      while (room.view().lastHand?.handNo !== handNo) {
        const { turn } = room.view();
        if (turn !== null && room.actor() !== leaver) {
          await room.act(room.actor(), { action: turn.legal.canCheck ? 'check' : 'call' });
        }
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      await room.until((seen) =>
        Object.values(seen.seats).every((seat) => seat?.userId !== leaver.userId),
      );
      const { inPlayKrw } = await leaver.account.balance();
      expect(inPlayKrw).toBe(0);
    });

    it('#88 after logout the token is refused and the socket is closed', async () => {
      const { Dana } = room.players;
      const closed = new Promise((resolve) => Dana.once('offline', resolve));
      await Dana.account.logout();
      await closed;
      expect(Dana.notices.map((notice) => notice.code)).toContain('SESSION_REVOKED');
    });
  });
