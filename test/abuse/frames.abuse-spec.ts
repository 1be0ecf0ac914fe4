import type { PlayerClient } from '@cardroom/client';
import type { Answer } from '@cardroom/protocol';
import { io, type Socket } from 'socket.io-client';

import { until } from '../crash-gate';
import { RawSocket } from '../raw-session';
import { newId, type AbuseRoom } from './abuse-room';

/** What no client library would send: packets, namespaces, sessions and tokens. */
export const framesAbuse = (room: AbuseRoom): void =>
  describe('frames and transport', () => {
    const enter = (): Promise<RawSocket> =>
      RawSocket.open(room.apps.gatewayUrl, room.intruder.account.accessToken);

    /** How much a player has heard of tables. */
    const ofTables = ({ frames }: PlayerClient): number => frames.holding('tableId').length;

    it.each<{ readonly what: string; readonly frame: string; readonly fate: 'closed' | 'served' }>([
      { what: '#1 garbage', frame: 'this is no packet', fate: 'closed' },
      { what: '#1 an unknown packet type', frame: '9', fate: 'closed' },
      { what: '#1 a packet that is cut short', frame: '42["cmd",{"cmdId":', fate: 'closed' },
      { what: '#3 an event named error', frame: '42["error",{}]', fate: 'served' },
      { what: '#3 an event named disconnect', frame: '42["disconnect"]', fate: 'closed' },
      { what: '#3 an event named connection', frame: '42["connection"]', fate: 'served' },
      { what: '#3 an event named newListener', frame: '42["newListener"]', fate: 'closed' },
      { what: '#4 an event that is no name', frame: '42[{"toString":"foo"}]', fate: 'closed' },
      { what: '#5 a forged ack id', frame: '4399999999999999999999[{"ok":true}]', fate: 'served' },
      { what: '#5 a negative ack id', frame: '43-1[{"ok":true}]', fate: 'closed' },
      {
        what: '#6 attachments that never come',
        frame: '451-["cmd",{"_placeholder":true,"num":0}]',
        fate: 'closed',
      },
      {
        what: '#6 a million attachments',
        frame: '451000000-["cmd",{"_placeholder":true,"num":0}]',
        fate: 'closed',
      },
      {
        what: '#7 a frame over the limit',
        frame: `42["cmd",{"x":"${'x'.repeat(20_000)}"}]`,
        fate: 'closed',
      },
      {
        what: '#8 deep nesting',
        frame: `42["cmd",${'['.repeat(7_000)}${']'.repeat(7_000)}]`,
        fate: 'served',
      },
      { what: '#9 a long array', frame: `42["cmd",[${'1,'.repeat(7_000)}1]]`, fate: 'served' },
      { what: '#14 an unknown namespace', frame: '40/admin,{}', fate: 'served' },
    ])('$what changes nothing: the socket is $fate', async ({ frame, fate }) => {
      const before = await room.fingerprint();
      const heard = ofTables(room.players.Dana);
      const raw = await enter();
      raw.send(frame);
      expect((await raw.isServed()) ? 'served' : 'closed').toBe(fate);
      raw.close();
      expect(await room.fingerprint()).toEqual(before);
      expect(ofTables(room.players.Dana)).toBe(heard);
    });

    it('#6 bytes that nobody announced close the socket', async () => {
      const raw = await enter();
      raw.send(Buffer.from('92c0c0', 'hex'));
      expect(await raw.isServed()).toBe(false);
    });

    it('#14 an unknown namespace is refused by its name', async () => {
      const raw = await enter();
      raw.send('40/admin,{}');
      expect(await raw.isServed()).toBe(true);
      expect(raw.heard).toContain('44/admin,{"message":"Invalid namespace"}');
      raw.close();
    });

    it.each([
      ['nobody has', (): string => 'A'.repeat(20)],
      ['another has', (socket: Socket): string => socket.io.engine.id],
    ])('#15 a session id that %s is refused', async (_who, idOf) => {
      const socket = await anySocket();
      const { engine } = socket.io;
      if (engine.transport.name === 'polling') {
        await new Promise((resolve) => engine.once('upgrade', resolve));
      }
      const path = `/socket.io/?EIO=4&transport=polling&sid=${idOf(socket)}`;
      for (const method of ['GET', 'POST']) {
        const body = method === 'POST' ? { body: '41' } : {};
        const answer = await fetch(room.apps.gatewayUrl + path, { method, ...body });
        expect(answer.status).toBe(400);
      }
      expect(
        await socket.emitWithAck('cmd', { cmdId: newId(), type: 'lobby.leave' }),
      ).toMatchObject({
        ok: true,
      });
      socket.disconnect();
    });

    it('nothing is heard of a socket that has not shown a token', async () => {
      const before = await room.fingerprint();
      const raw = await RawSocket.open(room.apps.gatewayUrl, null);
      raw.send(
        `42["cmd",${JSON.stringify({ cmdId: newId(), type: 'table.leave', tableId: room.tableId })}]`,
      );
      expect(await raw.isServed()).toBe(false);
      expect(await room.fingerprint()).toEqual(before);
    });

    const anySocket = async (): Promise<Socket> => {
      const socket = io(room.apps.gatewayUrl, {
        auth: { token: room.players.Dana.account.accessToken },
        forceNew: true,
      });
      await new Promise((resolve) => socket.once('connect', () => resolve(null)));
      return socket;
    };

    it('#2 an unknown event is UNKNOWN_EVENT', async () => {
      const socket = await anySocket();
      await room.refusedWith(
        'UNKNOWN_EVENT',
        () => socket.emitWithAck('table.dance', {}) as Promise<Answer>,
      );
      socket.disconnect();
    });

    it('#68 what only the house does is FORBIDDEN, and stands in the trail once', async () => {
      const socket = await anySocket();
      const asked = [
        () => socket.emitWithAck('admin:deal', {}),
        () => socket.emitWithAck('deal', { tableId: room.tableId }),
        () => socket.emitWithAck('cmd', { cmdId: newId(), type: 'admin:set_balance', krw: 1 }),
      ];
      for (const ask of asked) await room.refusedWith('FORBIDDEN', () => ask() as Promise<Answer>);
      socket.disconnect();
      const denials = async (): Promise<unknown[]> => {
        const found = await room.database.query<object>(
          `SELECT subject, outcome, details FROM audit_events
         WHERE action = 'access.denied' AND actor_id = $1`,
          [room.players.Dana.userId],
        );
        return found.rows;
      };
      // The refusal does not wait for its record.
      await until(async () => (await denials()).length > 0);
      expect(await denials()).toEqual([
        { subject: 'socket:admin:deal', outcome: 'refused', details: { code: 'FORBIDDEN' } },
      ]);
    });

    it('#12 a second argument that is no function is no harm', async () => {
      const socket = await anySocket();
      socket.emit('cmd', { cmdId: newId(), type: 'lobby.enter' }, 'not a function');
      const answer = (await socket.emitWithAck('cmd', {
        cmdId: newId(),
        type: 'lobby.enter',
      })) as Answer;
      expect(answer.ok).toBe(true);
      socket.disconnect();
    });

    it.each([
      ['#10 no body', undefined],
      ['#10 null', null],
      ['#10 a string', 'lobby.enter'],
      ['#11 an unknown property', { cmdId: 'cmd-12345678', type: 'lobby.leave', admin: true }],
      ['#64 asking for more time', { cmdId: 'cmd-12345678', type: 'table.extend_time', ms: 9_000 }],
      ['#64 starting the time bank', { cmdId: 'cmd-12345678', type: 'table.start_time_bank' }],
    ])('%s is VALIDATION_FAILED', async (_name, body) => {
      await room.refusedWith('VALIDATION_FAILED', () => room.players.Dana.send(body));
    });

    it.each([
      ['#81 no token', '', 'TOKEN_MISSING'],
      ['#81 a malformed token', 'not.a.token', 'TOKEN_INVALID'],
      ['#83 alg none', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.', 'TOKEN_INVALID'],
    ])('%s does not connect', async (_name, token, code) => {
      const socket = io(room.apps.gatewayUrl, {
        auth: { token },
        forceNew: true,
        reconnection: false,
      });
      const error = await new Promise<Error & { data?: { code: string } }>((resolve) => {
        socket.once('connect_error', resolve);
      });
      expect(error.data?.code).toBe(code);
      socket.disconnect();
    });
  });
