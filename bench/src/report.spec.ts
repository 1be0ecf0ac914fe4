import { median } from './rounds';
import { asMarkdown, asText, withMeasured, type Row } from './report';

const ROWS: Row[] = [
  { name: 'evaluate7', value: 71_234_567, unit: 'hands/s', ratio: 7.126, against: 'phe' },
  { name: 'replay', value: 90.5, unit: 'hands/s', ratio: null, against: null },
];

describe('the report of the benchmarks', () => {
  it('lines up the table and rounds to three digits', () => {
    expect(asText(ROWS).split('\n')).toEqual([
      'name            value  unit      ratio  against',
      'evaluate7  71,200,000  hands/s  7.13 ×  phe',
      'replay           90.5  hands/s',
    ]);
  });

  it('says the same in Markdown', () => {
    expect(asMarkdown(ROWS)).toContain('| evaluate7 | 71,200,000 | hands/s | 7.13 × | phe |');
  });

  it('replaces only what lies between the marks of a page', () => {
    const page = 'a\n<!-- measured: begin -->\n\nold\n\n<!-- measured: end -->\nb';
    expect(withMeasured(page, 'new')).toBe(page.replace('old', 'new'));
    expect(() => withMeasured('no marks', 'new')).toThrow('no place');
  });

  it('takes the middle of the rounds, whatever their order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(() => median([])).toThrow(RangeError);
  });
});
