import { seatSessionIdOf } from './seat-session-id.rules';

const sit = {
  tableId: '0193a5d2-0000-7000-8000-000000000001',
  userId: 'user',
  cmdId: 'sit-00000001',
};

describe('the seat session of a command', () => {
  it('is the same for its repeat', () => {
    expect(seatSessionIdOf({ ...sit })).toBe(seatSessionIdOf(sit));
  });

  it.each([
    ['table', { tableId: '0193a5d2-0000-7000-8000-000000000002' }],
    ['player', { userId: 'other' }],
    ['command', { cmdId: 'sit-00000002' }],
  ])('is another one for another %s', (_what, other) => {
    expect(seatSessionIdOf({ ...sit, ...other })).not.toBe(seatSessionIdOf(sit));
  });
});
