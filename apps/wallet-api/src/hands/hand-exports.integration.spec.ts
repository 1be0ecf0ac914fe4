import { formatCard, replay, type Card } from '@cardroom/engine';
import { SealedBox } from '@cardroom/platform';
import { parsePhh, playRecord, toRecordedHand } from '@cardroom/records';
import { PlayedHouse, type HoleCards, type PlayedHand, type PlayedTable } from '@cardroom/testing';

import { WalletApi, type Answer } from '../wallet-api.builder';

const SEED = 20_261_122;
const HANDS = 8;

let api: WalletApi;
let house: PlayedHouse;
let table: PlayedTable;
let token: string;
const dealt: { readonly hand: PlayedHand; readonly holes: HoleCards }[] = [];

beforeAll(async () => {
  process.stdout.write(`hands are played with seed ${SEED}\n`);
  api = await WalletApi.start();
  house = await PlayedHouse.at(api.databaseUrl, SEED);
  table = await house.table(4);
  for (let index = 0; index < HANDS; index += 1) {
    let holes: HoleCards = {};
    const seal = (handId: string, cards: HoleCards): string => {
      holes = cards;
      const box = new SealedBox(api.secrets.cardSealKey);
      return box.seal(Buffer.from(JSON.stringify(cards)), `hole-cards:${handId}`);
    };
    dealt.push({ hand: await house.hand(table, { seal }), holes });
  }
  token = await api.enter(table.players[0]?.userId ?? '');
});

afterAll(async () => {
  await house.close();
  await api.stop();
});

type Format = 'phh' | 'pokerstars';

const read = (handId: string, format: Format): Promise<Answer> =>
  api.send({ path: `/hands/${handId}/${format}`, token });

const textOf = (cards: readonly Card[] | undefined): string[] => (cards ?? []).map(formatCard);

describe('many hands in one request', () => {
  const page = async (query: string, format: Format = 'phh') => {
    const { status, text, headers, body } = await api.send({
      ...{ path: `/hands/${format}?${query}`, token },
    });
    const next = headers.get('x-next-cursor');
    return { status, text, next, code: body['code'] };
  };

  const played = async (where = 'true'): Promise<string[]> => {
    const rows = await api.source.query<{ id: string }[]>(
      `SELECT h.id FROM hands h JOIN hand_seats p ON p.hand_id = h.id
       WHERE p.user_id = $1 AND ${where} ORDER BY h.id DESC`,
      [table.players[0]?.userId],
    );
    return rows.map(({ id }) => id);
  };

  it('are every hand of their reader once, newest first, page by page', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { text, next } = await page(`limit=4${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...parsePhh(text).map((record) => toRecordedHand(record).id));
      cursor = next;
    }
    expect(seen).toHaveLength((await played()).length);
    const { text } = await page('limit=100', 'pokerstars');
    expect(text.match(/^PokerStars /gm)).toHaveLength(seen.length);
  });

  it('#71 have the cards that their reader has seen, as one by one', async () => {
    const { text } = await page('limit=100');
    const single = await Promise.all(
      (await played()).map(async (handId) => (await read(handId, 'phh')).text),
    );
    single.forEach((hand) => expect(text).toContain(hand));
  });

  it('are those of a time, and none is an empty file', async () => {
    const [newest = ''] = await played();
    const [row] = await api.source.query<{ at: Date }[]>(
      'SELECT ended_at AS at FROM hands WHERE id = $1',
      [newest],
    );
    const from = row?.at.toISOString() ?? '';
    expect(parsePhh((await page(`from=${from}`)).text)).toHaveLength(
      (await played(`h.ended_at >= '${from}'`)).length,
    );
    const none = await page('from=2100-01-01T00:00:00Z');
    expect([none.status, none.text, none.next]).toEqual([200, '', null]);
  });

  it.each([
    ['from=yesterday', 'VALIDATION_FAILED'],
    ['limit=101', 'VALIDATION_FAILED'],
    ['cursor=x', 'INVALID_CURSOR'],
  ])('#123 %s is %s', async (query, code) => {
    expect(await page(query)).toMatchObject({ status: 400, code });
  });
});

describe('cards that were shown by choice after a hand', () => {
  /** Somebody who folded shows after the hand that the reader played. */
  async function shown(): Promise<{ readonly handId: string; readonly cards: string[] }> {
    for (const { hand, holes } of dealt) {
      const end = replay(hand.events);
      const seat = end.seats.find((at) => at.shownCards === null && at.seat !== 0)?.seat;
      const isReaders = end.seats.some((at) => at.seat === table.players[0]?.seat);
      if (seat === undefined || !isReaders || end.outcome !== 'settled') continue;
      const event = { type: 'hand_shown', seat, cards: holes[String(seat)] };
      await api.source.query(
        'INSERT INTO hand_reveals (hand_id, place, event, revealed_at) VALUES ($1, $2, $3, now())',
        [hand.handId, hand.events.length, JSON.stringify(event)],
      );
      return { handId: hand.handId, cards: textOf(holes[String(seat)]) };
    }
    throw new Error('Nobody has cards to show');
  }

  it('are in the hand and in both of its records, which play as before', async () => {
    const { handId, cards } = await shown();
    const hand = await api.send({ path: `/hands/${handId}`, token });
    expect((hand.body['events'] as unknown[]).at(-1)).toMatchObject({ type: 'hand_shown', cards });
    expect(hand.body['secondBoard']).toBeNull();
    const phh = await read(handId, 'phh');
    expect(phh.text).toContain(cards.join(''));
    const [record] = parsePhh(phh.text).map(toRecordedHand);
    if (record === undefined) throw new Error('no hand was read');
    expect(playRecord(record, 1).mismatch).toBeNull();
    expect((await read(handId, 'pokerstars')).text).toContain(`shows [${cards.join(' ')}]`);
  });
});
