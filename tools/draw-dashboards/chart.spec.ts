import { chart, readable } from './chart';

it.each([
  [0.0123, 's', '12 ms'],
  [0, 's', '0 ms'],
  [2, 's', '2.00 s'],
  [0.999, 'percentunit', '99.9 %'],
  [209_715_200, 'bytes', '200 MB'],
  [0.467, 's', '470 ms'],
  [1_234_567, 'short', '1.23M'],
  [0.5, 'short', '0.5'],
])('%d in %s reads %s', (value, unit, text) => {
  expect(readable(value, unit)).toBe(text);
});

it('draws each line within the frame, and names it with its last value', () => {
  const svg = chart('Hands', 'short', [
    {
      name: 'settled',
      points: [
        [0, 1],
        [10, 3],
      ],
    },
    {
      name: 'voided',
      points: [
        [0, 0],
        [10, 0],
      ],
    },
  ]);
  expect(svg.match(/<polyline/g)).toHaveLength(2);
  expect(svg).toContain('settled: 3');
  expect(svg).toContain('voided: 0');
  for (const [, points = ''] of svg.matchAll(/points="([^"]*)"/g)) {
    for (const [x = 0, y = 0] of points.split(' ').map((point) => point.split(',').map(Number))) {
      expect(x >= 0 && x <= 420 && y >= 0 && y <= 190).toBe(true);
    }
  }
});

it('a panel without data says so, and a name is no markup', () => {
  expect(chart('Alerts', 'short', [])).toContain('nothing in this time');
  const silent = chart('Postings', 's', [{ name: 'p99', points: [] }]);
  expect(silent).toContain('nothing in this time');
  expect(silent).toContain('p99: -');
  expect(silent).not.toContain('ms');
  expect(chart('a < b & c', 'short', [])).toContain('a &lt; b &amp; c');
});
