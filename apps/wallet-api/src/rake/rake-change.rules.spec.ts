import { changeRefusal } from './rake-change.rules';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const change = { capKrw: 20_000, effectiveFrom: new Date(NOW + 600_000) };

describe('§4 a change of terms', () => {
  it.each([
    ['§4.3 ten minutes ahead is time enough', change, 2_000, null],
    [
      '§4.3 less is too soon',
      { ...change, effectiveFrom: new Date(NOW + 599_999) },
      2_000,
      'TERMS_TOO_SOON',
    ],
    [
      '§4.3 the past is too soon',
      { ...change, effectiveFrom: new Date(0) },
      2_000,
      'TERMS_TOO_SOON',
    ],
    [
      '§4.4 a cap of more than ten big blinds is too much',
      { ...change, capKrw: 20_001 },
      2_000,
      'INVALID_AMOUNT',
    ],
    ['stakes that are not there have no terms', change, null, 'NOT_FOUND'],
  ])('%s', (_rule, asked, bigBlindKrw, expected) => {
    expect(changeRefusal(asked, bigBlindKrw, NOW)).toBe(expected);
  });
});
