import { buckets, parseMetrics, quantile, total } from './metrics';

const text = `# HELP hands_total Hands.
# TYPE hands_total counter
hands_total{outcome="settled",table="a \\"b\\""} 7
hands_total{outcome="voided"} 1 1700000000000
seconds_bucket{le="0.01"} 80
seconds_bucket{le="0.1"} 100
seconds_bucket{le="+Inf"} 100
seconds_sum 1.25
`;

describe('reading metrics', () => {
  it('sums a metric over its labels; one that is missing is 0', () => {
    const scrape = parseMetrics(text);
    expect(total(scrape, 'hands_total')).toBe(8);
    expect(total(scrape, 'nothing')).toBe(0);
    expect(scrape.get('hands_total')?.[0]?.labels).toEqual({
      outcome: 'settled',
      table: 'a \\"b\\"',
    });
  });

  it('estimates a quantile inside its bucket', () => {
    const after = buckets(parseMetrics(text), 'seconds');
    expect(quantile(0.4, new Map(), after)).toBeCloseTo(0.005);
    expect(quantile(0.9, new Map(), after)).toBeCloseTo(0.055);
  });

  it('counts only what came between two scrapes', () => {
    const before = new Map([
      [0.01, 80],
      [0.1, 90],
      [Infinity, 90],
    ]);
    expect(quantile(0.5, before, buckets(parseMetrics(text), 'seconds'))).toBeCloseTo(0.055);
    expect(quantile(0.5, before, before)).toBeNull();
  });

  it('starts anew when the process did', () => {
    const before = new Map([
      [0.01, 500],
      [Infinity, 500],
    ]);
    const after = new Map([
      [0.01, 10],
      [Infinity, 10],
    ]);
    expect(quantile(0.5, before, after)).toBeCloseTo(0.005);
  });
});
