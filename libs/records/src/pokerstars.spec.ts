import { formatCard, holeCards, parseCards, seatIndex } from '@cardroom/engine';

import { parsePhh, toRecordedHand } from './phh-reader';
import { playRecord } from './play-record';
import { playedHand } from './played-hand.builder';
import { pokerstarsText } from './pokerstars';

const NAMES = { '0': 'Minji', '1': 'Jun', '2': 'Sora' };

/** The text of a hand of three that is told as a PHH record, seen by the first of them. */
function textOf(fields: Readonly<Record<string, string>>): string[] {
  const record = Object.entries({
    ...{ variant: "'NT'", antes: '[0, 0, 0]', blinds_or_straddles: '[1000, 2000, 0]' },
    ...{ min_bet: '2000', starting_stacks: '[20000, 50000, 80000]', ...fields },
  });
  const text = record.map(([name, value]) => `${name} = ${value}\n`).join('');
  const [hand] = parsePhh(text).map(toRecordedHand);
  if (hand === undefined) throw new Error('no hand was read');
  const { events, mismatch } = playRecord(hand, 1);
  expect(mismatch).toBeNull();
  const played = {
    handId: '019a0000-0000-7abc-8000-000000000001',
    events,
    knownCards: [{ seat: seatIndex(0), cards: parseCards('AsAd') ?? [] }],
    names: NAMES,
    ...{ tableName: 'Hangang', maxSeats: 6, startedAt: '2026-11-21T08:05:09.123Z' },
  };
  return pokerstarsText(played).trimEnd().split('\n');
}

const DEAL = `'d dh p1 AsAd', 'd dh p2 KsKd', 'd dh p3 7h6h'`;

describe('a hand as PokerStars-style text', () => {
  it('tells an all-in with a side pot', () => {
    const lines = textOf({
      actions: `[${DEAL}, 'p3 cbr 6000', 'p1 cbr 20000', 'p2 cc', 'p3 cc', 'd db 2c3d9h', 'p2 cbr 30000', 'p3 cc', 'd db Jc', 'd db 4s']`,
      _rake: '3000',
    });
    expect(lines).toEqual([
      "PokerStars Hand #115404740451400380: Hold'em No Limit (₩1000/₩2000 KRW) - 2026/11/21 08:05:09 UTC",
      "Table 'Hangang' 6-max Seat #3 is the button",
      'Seat 1: Minji (₩20000 in chips)',
      'Seat 2: Jun (₩50000 in chips)',
      'Seat 3: Sora (₩80000 in chips)',
      'Minji: posts small blind ₩1000',
      'Jun: posts big blind ₩2000',
      '*** HOLE CARDS ***',
      'Dealt to Minji [As Ad]',
      'Sora: raises ₩4000 to ₩6000',
      'Minji: raises ₩14000 to ₩20000 and is all-in',
      'Jun: calls ₩18000',
      'Sora: calls ₩14000',
      '*** FLOP *** [2c 3d 9h]',
      'Jun: bets ₩30000 and is all-in',
      'Sora: calls ₩30000',
      '*** TURN *** [2c 3d 9h] [Jc]',
      '*** RIVER *** [2c 3d 9h Jc] [4s]',
      '*** SHOW DOWN ***',
      'Jun: shows [Ks Kd] (a pair)',
      'Sora: shows [7h 6h] (high card)',
      'Minji: shows [As Ad] (a pair)',
      'Jun collected ₩58500 from side pot',
      'Minji collected ₩58500 from main pot',
      '*** SUMMARY ***',
      'Total pot ₩120000 Main pot ₩58500. Side pot ₩58500. | Rake ₩3000',
      'Board [2c 3d 9h Jc 4s]',
      'Seat 1: Minji (small blind) showed [As Ad] and won (₩58500) with a pair',
      'Seat 2: Jun (big blind) showed [Ks Kd] and won (₩58500) with a pair',
      'Seat 3: Sora (button) showed [7h 6h] and lost with high card',
    ]);
  });

  it('tells a pot that nobody contested, and shows nothing of it', () => {
    const lines = textOf({ actions: `[${DEAL}, 'p3 cbr 6000', 'p1 f', 'p2 f']` });
    expect(lines.slice(7)).toEqual([
      '*** HOLE CARDS ***',
      'Dealt to Minji [As Ad]',
      'Sora: raises ₩4000 to ₩6000',
      'Minji: folds',
      'Jun: folds',
      'Uncalled bet (₩4000) returned to Sora',
      'Sora collected ₩5000 from pot',
      "Sora: doesn't show hand",
      '*** SUMMARY ***',
      'Total pot ₩5000 | Rake ₩0',
      'Seat 1: Minji (small blind) folded before Flop',
      'Seat 2: Jun (big blind) folded before Flop',
      'Seat 3: Sora (button) collected (₩5000)',
    ]);
  });

  it('tells both runs of a board, and what each paid', () => {
    const lines = textOf({
      actions: `[${DEAL}, 'p3 f', 'p1 cbr 20000', 'p2 cc', 'd db 2c3d9h', 'd db Jc', 'd db 4s']`,
      _second_board: "'2h3h9sKcKh'",
    });
    expect(lines.slice(lines.indexOf('*** FIRST FLOP *** [2c 3d 9h]'))).toEqual([
      '*** FIRST FLOP *** [2c 3d 9h]',
      '*** FIRST TURN *** [2c 3d 9h] [Jc]',
      '*** FIRST RIVER *** [2c 3d 9h Jc] [4s]',
      '*** SECOND FLOP *** [2h 3h 9s]',
      '*** SECOND TURN *** [2h 3h 9s] [Kc]',
      '*** SECOND RIVER *** [2h 3h 9s Kc] [Kh]',
      '*** FIRST SHOW DOWN ***',
      'Minji: shows [As Ad] (a pair)',
      'Jun: shows [Ks Kd] (a pair)',
      'Minji collected ₩20000 from pot',
      '*** SECOND SHOW DOWN ***',
      'Minji: shows [As Ad] (two pair)',
      'Jun: shows [Ks Kd] (four of a kind)',
      'Jun collected ₩20000 from pot',
      '*** SUMMARY ***',
      'Total pot ₩40000 | Rake ₩0',
      'Hand was run twice',
      'FIRST Board [2c 3d 9h Jc 4s]',
      'SECOND Board [2h 3h 9s Kc Kh]',
      'Seat 1: Minji (small blind) showed [As Ad] and won (₩20000)',
      'Seat 2: Jun (big blind) showed [Ks Kd] and won (₩20000)',
      "Seat 3: Sora (button) folded before Flop (didn't bet)",
    ]);
  });

  it('tells what was posted, and a hand that was given up', () => {
    const lines = textOf({
      ...{ antes: '[100, 100, 100]', variant: "'FT'", small_bet: '2000', big_bet: '4000' },
      ...{ actions: `[${DEAL}, 'p3 cbr 4000']`, _void: "'a loss'" },
    });
    expect(lines[0]).toContain("Hold'em Limit (₩2000/₩4000 KRW)");
    expect(lines.slice(5, 8)).toEqual(
      ['Minji', 'Jun', 'Sora'].map((name) => `${name}: posts the ante ₩100`),
    );
    expect(lines.slice(-7)).toEqual([
      'Sora: raises ₩2000 to ₩4000',
      'Hand cancelled (recorded), all chips returned',
      '*** SUMMARY ***',
      'Total pot ₩0 | Rake ₩0',
      ...['Minji (small blind)', 'Jun (big blind)', 'Sora (button)'].map(
        (who, seat) => `Seat ${seat + 1}: ${who} had the chips returned`,
      ),
    ]);
  });

  it('pays out what is in the pots, and holds no card that its reader may not see', () => {
    const first = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    for (let seed = first; seed < first + 300; seed += 1) {
      const { hand, end, deck } = playedHand(seed);
      const text = pokerstarsText({ ...hand, names: {} });
      const paid = [...text.matchAll(/ collected ₩(\d+) from /g)].map(([, amount]) =>
        Number(amount),
      );
      const [, pot, rake] =
        /Total pot ₩(\d+) .*\| Rake ₩(\d+)/.exec(text.replace(' |', '  |')) ?? [];
      expect({ seed, paid: paid.reduce((a, b) => a + b, 0) }).toEqual({
        ...{ seed, paid: Number(pot) - Number(rake) },
      });
      const hidden = end.seats
        .filter(({ seat, shownCards }) => shownCards === null && seat !== hand.knownCards[0]?.seat)
        .flatMap(({ seat }) => holeCards(end, deck, seat).map(formatCard));
      const seen = hidden.filter((card) => text.includes(card));
      expect({ seed, seen }).toEqual({ seed, seen: [] });
    }
  });
});
