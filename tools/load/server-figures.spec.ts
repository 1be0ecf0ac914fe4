import { sumOf } from './server-figures';

it('reads a metric, summed over its labels, and 0 where it is missing', () => {
  const text = '# HELP up\nup{node="1"} 2\nup{node="2"} 3.5\nupper 9\n';
  expect([sumOf(text, 'up'), sumOf(text, 'upper'), sumOf(text, 'down')]).toEqual([5.5, 9, 0]);
});
