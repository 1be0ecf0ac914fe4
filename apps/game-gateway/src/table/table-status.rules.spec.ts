import { statusFault } from './table-status.rules';

describe('a table that is paused', () => {
  it.each(['table.leave', 'table.stop_waiting'] as const)('lets go: %s', (type) => {
    expect(statusFault('paused', { type })).toBeNull();
  });

  it.each(['table.sit', 'table.act', 'table.top_up'] as const)('does no %s', (type) => {
    expect(statusFault('paused', { type })).toEqual({ code: 'TABLE_PAUSED' });
  });
});

describe('#67 a table that is closed', () => {
  it.each(['table.act', 'table.choose_runs', 'table.show', 'table.leave'] as const)(
    'sees its hand to the end: %s',
    (type) => {
      expect(statusFault('closed', { type })).toBeNull();
    },
  );

  it.each([
    'table.sit',
    'table.wait',
    'table.sit_in',
    'table.top_up',
    'table.auto_top_up',
  ] as const)('begins nothing: %s', (type) => {
    expect(statusFault('closed', { type })).toEqual({ code: 'TABLE_CLOSED' });
  });
});

it('a table that is open refuses nothing for its state', () => {
  expect(statusFault('open', { type: 'table.sit' })).toBeNull();
});
