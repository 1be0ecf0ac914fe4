import { parseOptions } from './options';

describe('the options of npm start', () => {
  it.each([
    [[], { tables: 6, bots: 24, fresh: false, help: false, dataDir: null }],
    [['--tables', '2'], { tables: 2, bots: 8 }],
    [['--bots', '3'], { tables: 6, bots: 3 }],
    [['--no-bots'], { bots: 0, gateways: 1 }],
    [['--gateways', '3'], { gateways: 3 }],
    [['--fresh', '--data', 'here'], { fresh: true, dataDir: 'here' }],
  ])('%j', (argv, expected) => {
    expect(parseOptions(argv)).toMatchObject(expected);
  });

  it.each([
    [['--bots', 'many'], '--bots must be a whole number from 0 to 1000, not "many"'],
    [['--tables', '0'], '--tables must be a whole number from 1 to 500, not "0"'],
    [['--tables', '1.5'], '--tables must be a whole number from 1 to 500, not "1.5"'],
    [['--gateways', '9'], '--gateways must be a whole number from 1 to 8, not "9"'],
    [['--no-bots', '--bots', '2'], '--no-bots and --bots say different things'],
    [['--botz', '2'], "Unknown option '--botz'"],
    [['--bots'], "Option '--bots <value>' argument missing"],
  ])('%j is refused', (argv, message) => {
    expect(() => parseOptions(argv)).toThrow(message);
  });
});
