import { COMMAND_SCHEMAS } from '@cardroom/protocol';
import { seatView, tableView } from '@cardroom/testing';
import fc from 'fast-check';
import { PacketType, type Packet } from 'socket.io-parser';

import { compact, expand } from './compact';
import { parser } from './client-parser';
import { NAMES } from './names';
import { packPacket, unpackPacket } from './packet';

const ID = '01900000-0000-7000-8000-0000000000a1';
const HASH = 'ab'.repeat(32);

const event = (data: unknown): Packet => ({ type: PacketType.EVENT, nsp: '/', data });

describe('names', () => {
  it('are each there once', () => {
    expect(new Set(NAMES).size).toBe(NAMES.length);
  });

  it('keep their places: old clients hold a copy', () => {
    const places = ['seat', 'tableId', 'handId', 'ok', 'usedMs'].map((name) => NAMES.indexOf(name));
    expect(places).toEqual([0, 15, 42, 93, 127]);
  });

  it('hold every property of a table and of a seat', () => {
    const views = { ...tableView(), ...seatView() };
    expect(Object.keys(views).filter((name) => !NAMES.includes(name))).toEqual([]);
  });

  it('leave out those of commands that only clients send', () => {
    const sent = Object.values(COMMAND_SCHEMAS).flatMap((schema) => Object.keys(schema.properties));
    expect(sent).toContain('cmdId');
    expect(NAMES).not.toContain('cmdId');
  });
});

describe('compact values', () => {
  it('any plain value comes back as it was', () => {
    const text = fc.oneof(fc.string(), fc.uuid(), fc.constantFrom(ID, HASH, ...NAMES));
    const plain = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, true, false),
        fc.integer(),
        fc.maxSafeInteger(),
        text,
        fc.array(tie('value')),
        fc.dictionary(text, tie('value'), { noNullPrototype: true }),
      ),
    })).value;
    fc.assert(
      fc.property(plain, (value) => {
        expect(unpackPacket(packPacket(event(['event', value]))).data).toEqual(['event', value]);
      }),
    );
  });

  it('leave out what JSON leaves out', () => {
    expect(expand(compact({ seat: 1, cards: undefined }))).toEqual({ seat: 1 });
  });

  it.each([
    ['an id in capitals', ID.toUpperCase()],
    ['a hash in capitals', HASH.toUpperCase()],
    ['other text of that length', 'g'.repeat(64)],
  ])('%s stays the text that it is', (_, text) => {
    expect(compact(text)).toBe(text);
  });

  it.each([
    ['bytes of another length', new Uint8Array(5)],
    ['a name from the future', new Map([[60_000, 1]])],
  ])('%s are refused', (_, value) => {
    expect(() => expand(value)).toThrow();
  });
});

describe('packets', () => {
  it.each([
    ['an event', event(['delta', { tableId: ID }])],
    ['an ack', { type: PacketType.ACK, nsp: '/', id: 0, data: [{ ok: true }] }],
    ['a connection', { type: PacketType.CONNECT, nsp: '/', data: { sid: 'x' } }],
    ['a refusal elsewhere', { type: PacketType.CONNECT_ERROR, nsp: '/no', data: { message: 'x' } }],
    ['an end', { type: PacketType.DISCONNECT, nsp: '/', data: undefined }],
  ])('%s comes back as it was', (_, packet) => {
    expect(unpackPacket(packPacket(packet))).toEqual(packet);
  });

  it('have fixed bytes: a client in another language can be tested with them', () => {
    const packet = event(['delta', { tableId: ID, stateVersion: 7, patch: { board: ['As'] } }]);
    expect(packPacket(packet).toString('hex')).toBe(
      '920292a564656c7461830fc410019000000000700080000000000000a110071381' + '3691a24173',
    );
  });

  it.each([
    ['not an array', '81a0c0'],
    ['no type', '91c0'],
    ['cut short', '9202'],
  ])('that are %s are refused', (_, hex) => {
    expect(() => unpackPacket(Buffer.from(hex, 'hex'))).toThrow();
  });
});

describe('the parser of a client', () => {
  const decoded = (frame: unknown): Packet[] => {
    const decoder = new parser.Decoder();
    const packets: Packet[] = [];
    decoder.on('decoded', (packet) => packets.push(packet));
    decoder.add(frame);
    return packets;
  };
  const packed = packPacket(event(['lobby', { tables: [] }]));

  it.each([
    ['text', '2["lobby",{"tables":[]}]'],
    ['bytes', packed],
    ['bytes as a browser gives them', new Uint8Array(packed).buffer],
  ])('reads %s', (_, frame) => {
    expect(decoded(frame)).toEqual([expect.objectContaining({ data: ['lobby', { tables: [] }] })]);
  });
});
