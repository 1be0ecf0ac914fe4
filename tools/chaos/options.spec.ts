import { FAULT_NAMES } from './faults';
import { readOptions } from './options';

describe('the options of a chaos', () => {
  it('break everything once at three gateways unless told', () => {
    expect(readOptions([])).toMatchObject({
      ...{ faults: FAULT_NAMES, times: 1, forMs: 0, gateways: 3, planted: null },
    });
  });

  it('say what to break, how often and for how long', () => {
    const args = ['--faults', 'kill,drain', '--times', '0', '--minutes', '0.5', '--seed', '7'];
    expect(readOptions(args)).toMatchObject({
      ...{ faults: ['kill', 'drain'], times: 0, forMs: 30_000, seed: 7 },
    });
  });

  it('plant a fault that has to be found', () => {
    expect(readOptions(['--plant', 'no-fence'])).toMatchObject({ planted: 'no-fence' });
  });

  it('ask how it is called', () => {
    expect(readOptions(['--help'])).toBeNull();
  });

  it.each([
    ['a fault that there is not', ['--faults', 'kill,rain'], 'rain is no fault'],
    ['to plant what cannot be planted', ['--plant', 'fence'], '--plant takes no-fence or'],
    ['one gateway, of which none may die', ['--gateways', '1'], '--gateways takes 2 or more'],
    ['more players than a table has seats', ['--players', '7'], '--players takes 6 at most'],
    ['half a table', ['--tables', '1.5'], '--tables takes a whole number'],
    ['what is no number', ['--minutes', 'long'], '--minutes takes 0 or more'],
    ['what does not exist', ['--speed', '3'], "Unknown option '--speed'"],
  ])('refuse %s', (_, args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});
