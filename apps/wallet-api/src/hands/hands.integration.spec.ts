import { createHash } from 'node:crypto';

import { digestOf } from '@cardroom/packing';
import { DECK_SIZE, formatCard, type Card } from '@cardroom/engine';
import { SealedBox } from '@cardroom/platform';
import { PlayedHouse, type PlayedHand, type PlayedTable } from '@cardroom/testing';

import { WalletApi, type Answer } from '../wallet-api.builder';

const SEED = 20_260_301;
const HANDS = 25;

let api: WalletApi;
let house: PlayedHouse;
let table: PlayedTable;
let tokens: string[];
const hands: PlayedHand[] = [];

beforeAll(async () => {
  process.stdout.write(`hands are played with seed ${SEED}\n`);
  api = await WalletApi.start();
  house = await PlayedHouse.at(api.databaseUrl, SEED);
  table = await house.table(4);
  for (let index = 0; index < HANDS; index += 1) hands.push(await house.hand(table, { seal }));
  tokens = await Promise.all(table.players.map(({ userId }) => api.enter(userId)));
});

afterAll(async () => {
  await house.close();
  await api.stop();
});

/** Two cards for each seat, so that every hand's are others. */
function holeCards(handId: string): Record<string, number[]> {
  const first = createHash('sha256').update(handId).digest().readUInt16BE(0);
  return Object.fromEntries(
    [0, 1, 2, 3].map((seat) => [
      String(seat),
      [0, 1].map((card) => (first + 2 * seat + card) % DECK_SIZE),
    ]),
  );
}

const seal = (handId: string): string =>
  new SealedBox(api.secrets.cardSealKey).seal(
    Buffer.from(JSON.stringify(holeCards(handId))),
    `hole-cards:${handId}`,
  );

const find = (handId: string, token = tokens[0]): Promise<Answer> =>
  api.send({ path: `/hands/${handId}`, ...(token === undefined ? {} : { token }) });

interface Listed {
  readonly handId: string;
  readonly netKrw: number;
}

async function list(token: string, query: string): Promise<{ items: Listed[]; next: unknown }> {
  const { body } = await api.send({ path: `/hands?${query}`, token });
  return { items: body['items'] as Listed[], next: body['nextCursor'] };
}

/** Every text in an answer that is written as a card. */
function cardsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[2-9TJQKA][cdhs]$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(cardsIn) : [];
}

/** The cards that everybody at the table saw. */
const shownIn = ({ events }: PlayedHand): string[] =>
  events.flatMap((event) => ('cards' in event ? event.cards.map(formatCard) : []));

describe('the list of hands', () => {
  it('has every hand of its reader once, newest first, however it is cut into pages', async () => {
    for (const [place, token] of tokens.entries()) {
      const player = table.players[place];
      const seen: string[] = [];
      let cursor = '';
      do {
        const { items, next } = await list(token, `limit=7${cursor}`);
        seen.push(...items.map(({ handId }) => handId));
        cursor = typeof next === 'string' ? `&cursor=${next}` : '';
      } while (cursor !== '');
      const played = await api.source.query<{ id: string }[]>(
        'SELECT hand_id AS id FROM hand_seats WHERE user_id = $1 ORDER BY hand_id DESC',
        [player?.userId],
      );
      expect(seen).toEqual(played.map(({ id }) => id));
    }
  });

  it('goes on where it was while new hands are played', async () => {
    const [token = ''] = tokens;
    const first = await list(token, 'limit=5');
    hands.push(await house.hand(table, { seal }));
    const second = await list(token, `limit=5&cursor=${String(first.next)}`);
    const both = [...first.items, ...second.items].map(({ handId }) => handId);
    expect(new Set(both).size).toBe(10);
    expect(both).toEqual([...both].sort().reverse());
  });

  it('says what its reader won and lost, as the books do', async () => {
    for (const [place, token] of tokens.entries()) {
      const { items } = await list(token, 'limit=100');
      const netKrw = items.reduce((sum, hand) => sum + hand.netKrw, 0);
      expect(netKrw).toBe((table.players[place]?.stackKrw ?? 0) - 200_000);
    }
  });
});

describe('a hand', () => {
  it('#71 #73 shows its reader his own cards and those that were shown, and no others', async () => {
    for (const hand of hands) {
      for (const [place, token] of tokens.entries()) {
        const answer = await find(hand.handId, token);
        if (answer.status === 404) continue;
        const seat = String(table.players[place]?.seat);
        const own = (holeCards(hand.handId)[seat] ?? []).map((code) => formatCard(code as Card));
        expect(answer.body['ownCards']).toEqual(own);
        const allowed = new Set([...own, ...shownIn(hand)]);
        expect(cardsIn(answer.body).filter((card) => !allowed.has(card))).toEqual([]);
      }
    }
  });

  it('#76 #78 tells nothing of what is sealed, and is not kept by caches', async () => {
    const { text, headers } = await find(hands[0]?.handId ?? '');
    expect(text).not.toMatch(/sealed|deck|seed|salt/i);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('etag')).toBeNull();
  });

  it('that was voided before its cards were kept has none of them', async () => {
    const { handId } = await house.hand(table, { voided: true, seal: () => null });
    const { status, body } = await find(handId);
    expect([status, body['outcome'], body['ownCards']]).toEqual([200, 'voided', []]);
  });

  it('#74 #98 of others is answered as one that does not exist', async () => {
    const others = await house.table(2);
    const { handId } = await house.hand(others, { seal });
    const ids = [handId, '0190a7c2-0000-7000-8000-000000000001', hands[0]?.handId.toUpperCase()];
    const answers = await Promise.all(ids.map((id) => find(id ?? '')));
    for (const { status, body, text } of answers) {
      expect([status, body['code']]).toEqual([404, 'NOT_FOUND']);
      expect({ ...body, requestId: '' }).toEqual({ ...answers[0]?.body, requestId: '' });
      expect(text).not.toContain(handId);
    }
  });

  it.each([
    ['SQL', "'%20OR%201=1--"],
    ['a NUL byte', '%00'],
    ['a path', '..%2F..%2Fme'],
    ['half a character', '%E0%A4%A'],
    ['an id with a NUL byte', '0190a7c2-0000-7000-8000-000000000001%00'],
    ['2,000 letters', 'x'.repeat(2_000)],
  ])('#122 #128 with %s for an id is not found, or not even asked for', async (_what, id) => {
    const { status, text } = await find(id);
    expect([400, 404]).toContain(status);
    expect(text).not.toMatch(/syntax|SELECT|invalid input/i);
  });
});

describe('a hand whose record has left for the archive', () => {
  it('is read as it was before, and not while no copy can be read', async () => {
    const { handId } = hands[0] ?? { handId: '' };
    const before = (await find(handId)).body;
    const [row] = await house.source.query<{ record: Buffer }[]>(
      'SELECT record FROM hands WHERE id = $1',
      [handId],
    );
    const packed = row?.record ?? Buffer.alloc(0);
    await house.source.query(
      `INSERT INTO hand_archives (hand_id, day, sha256) VALUES ($1, '2026-03-10', $2)`,
      [handId, digestOf(packed)],
    );
    await house.source.query(
      `UPDATE hands SET archive = '{"events": [], "moved": true}', record = NULL WHERE id = $1`,
      [handId],
    );
    const lost = await find(handId);
    expect([lost.status, lost.body['code']]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    await house.source.query(
      `CREATE TABLE hand_copies_test PARTITION OF hand_copies
       FOR VALUES FROM ('2026-03-10') TO ('2026-03-11')`,
    );
    await house.source.query(
      `INSERT INTO hand_copies (hand_id, day, packed) VALUES ($1, '2026-03-10', $2)`,
      [handId, packed],
    );
    expect((await find(handId)).body).toEqual(before);
  });
});
