import { formatCard, type Card } from '@cardroom/engine';
import { SealedBox, type Role } from '@cardroom/platform';
import { parsePhh, playRecord, toRecordedHand } from '@cardroom/records';
import { PlayedHouse, type HoleCards, type PlayedHand, type PlayedTable } from '@cardroom/testing';

import { WalletApi, type Answer } from '../wallet-api.builder';

const SEED = 20_261_121;
const HANDS = 15;

interface Dealt {
  readonly hand: PlayedHand;
  readonly holes: HoleCards;
}

let api: WalletApi;
let house: PlayedHouse;
let table: PlayedTable;
let tokens: string[];
let voided: Dealt;
const dealt: Dealt[] = [];

beforeAll(async () => {
  process.stdout.write(`hands are played with seed ${SEED}\n`);
  api = await WalletApi.start();
  house = await PlayedHouse.at(api.databaseUrl, SEED);
  table = await house.table(4);
  for (let index = 0; index < HANDS; index += 1) dealt.push(await deal());
  voided = await deal(true);
  tokens = await Promise.all(table.players.map(({ userId }) => api.enter(userId)));
});

afterAll(async () => {
  await house.close();
  await api.stop();
});

/** A hand whose cards are sealed as the gateway seals them. */
async function deal(isVoided = false): Promise<Dealt> {
  let holes: HoleCards = {};
  const seal = (handId: string, cards: HoleCards): string => {
    holes = cards;
    const box = new SealedBox(api.secrets.cardSealKey);
    return box.seal(Buffer.from(JSON.stringify(cards)), `hole-cards:${handId}`);
  };
  const hand = await house.hand(table, { seal, voided: isVoided });
  return { hand, holes };
}

type Format = 'phh' | 'pokerstars';

const read = (handId: string, format: Format, token = tokens[0] ?? ''): Promise<Answer> =>
  api.send({ path: `/hands/${handId}/${format}`, token });

const textOf = (cards: readonly Card[] | undefined): string[] => (cards ?? []).map(formatCard);

/** The cards that everybody at the table saw. */
const shownIn = ({ events }: PlayedHand): string[] =>
  events.flatMap((event) => ('cards' in event ? textOf(event.cards) : []));

/** Ids of tables, hands and players have letters and digits that look like cards. */
const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

const cardsIn = (text: string): string[] =>
  [...text.replaceAll(IDS, '').matchAll(/[2-9TJQKA][cdhs]/g)].map(([card]) => card);

describe('a hand as a PHH record', () => {
  it('#71 #73 #79 has its reader’s own cards and those that were shown, and no others', async () => {
    for (const { hand, holes } of dealt) {
      for (const [place, token] of tokens.entries()) {
        const { status, text } = await read(hand.handId, 'phh', token);
        if (status === 404) continue;
        const own = textOf(holes[String(table.players[place]?.seat)]);
        const allowed = new Set([...own, ...shownIn(hand)]);
        expect(cardsIn(text).filter((card) => !allowed.has(card))).toEqual([]);
        expect(own.every((card) => text.includes(card))).toBe(true);
        expect(text).toContain('????');
      }
    }
  });

  it('is played again to the stacks that the database has', async () => {
    for (const { hand } of [...dealt, voided]) {
      const { status, text } = await read(hand.handId, 'phh');
      if (status === 404) continue;
      const [record] = parsePhh(text).map(toRecordedHand);
      if (record === undefined) throw new Error('no hand was read');
      expect(playRecord(record, 1).mismatch).toBeNull();
      const stored = await api.source.query<{ krw: number }[]>(
        'SELECT end_stack_krw AS krw FROM hand_seats WHERE hand_id = $1',
        [hand.handId],
      );
      expect([...(record.finalKrw ?? [])].sort()).toEqual(stored.map(({ krw }) => krw).sort());
    }
  });

  it('is a file to keep, and not kept by caches', async () => {
    const { hand } = voided;
    const { headers, text } = await read(hand.handId, 'phh');
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${hand.handId}.phh"`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toMatch(/^variant = 'NT'\n/);
  });
});

describe('a hand as PokerStars-style text', () => {
  it('#71 #73 #79 has its reader’s own cards and those that were shown, and no others', async () => {
    for (const { hand, holes } of dealt) {
      const { status, text, headers } = await read(hand.handId, 'pokerstars');
      if (status === 404) continue;
      const own = textOf(holes[String(table.players[0]?.seat)]);
      const allowed = new Set([...own, ...shownIn(hand)]);
      expect(cardsIn(text).filter((card) => !allowed.has(card))).toEqual([]);
      expect(text).toContain(
        `Dealt to player-${table.players[0]?.userId ?? ''} [${own.join(' ')}]`,
      );
      expect(headers.get('content-disposition')).toBe(`attachment; filename="${hand.handId}.txt"`);
    }
  });
});

describe('a record that its reader may not have', () => {
  it.each<Format>(['phh', 'pokerstars'])(
    '#74 #98 as %s is answered as one that does not exist',
    async (format) => {
      const others = await house.table(2);
      const { handId } = await house.hand(others);
      const ids = [handId, '0190a7c2-0000-7000-8000-000000000001', 'x', handId.toUpperCase()];
      for (const id of ids) {
        const { status, body, text } = await read(id, format);
        expect([status, body['code']]).toEqual([404, 'NOT_FOUND']);
        expect(text).not.toContain(handId);
      }
    },
  );

  it('without a token is not even looked for', async () => {
    const { status } = await api.send({ path: `/hands/${voided.hand.handId}/phh` });
    expect(status).toBe(401);
  });
});

describe('a hand as staff may read it', () => {
  const asStaff = async (role: Role, format: Format, handId: string): Promise<Answer> => {
    const token = await api.enter(table.players[0]?.userId ?? '', role);
    return api.send({ path: `/staff/hands/${handId}/${format}`, token });
  };

  it.each<Format>(['phh', 'pokerstars'])(
    '#75 #79 as %s has only the cards that were shown, even where the reader played it',
    async (format) => {
      for (const { hand } of dealt) {
        const { status, text } = await asStaff('risk', format, hand.handId);
        expect(status).toBe(200);
        const allowed = new Set(shownIn(hand));
        expect(cardsIn(text).filter((card) => !allowed.has(card))).toEqual([]);
      }
    },
  );

  it('does not exist for players, nor for a cashier', async () => {
    const { handId } = voided.hand;
    for (const role of ['player', 'cashier'] as const) {
      const { status, body } = await asStaff(role, 'phh', handId);
      expect([status, body['code']]).toEqual([404, 'NOT_FOUND']);
    }
    expect((await asStaff('admin', 'phh', '0190a7c2-0000-7000-8000-000000000001')).status).toBe(
      404,
    );
  });
});
