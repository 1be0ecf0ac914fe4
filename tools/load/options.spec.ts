import { readOptions } from './options';

describe('the options of a load', () => {
  it('seat six at a table and play once a second there unless told', () => {
    expect(readOptions(['--players', '60'])).toMatchObject({ tables: 10, rate: 10, processes: 1 });
  });

  it('take as many processes as there are sockets to serve', () => {
    expect(readOptions(['--players', '12', '--idle', '10000']).processes).toBe(3);
  });

  it.each([
    ['more players than seats', ['--players', '100', '--tables', '2']],
    ['a table of one', ['--players', '3', '--tables', '2']],
    ['what is no number', ['--rate', 'fast']],
    ['what does not exist', ['--speed', '3']],
  ])('refuse %s', (_, args) => {
    expect(() => readOptions(args)).toThrow();
  });
});
