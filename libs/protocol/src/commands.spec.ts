import { parseCommand } from './commands';
import { MAX_AMOUNT_KRW } from './schemas';

const TABLE = '01890a5d-ac96-774b-bcce-b302099a8057';
const sit = {
  cmdId: 'cmd-00000001',
  type: 'table.sit',
  tableId: TABLE,
  seat: 3,
  buyInKrw: 100_000,
};
const act = {
  cmdId: 'cmd-00000002',
  type: 'table.act',
  tableId: TABLE,
  handId: TABLE,
  stateVersion: 7,
  action: 'raise',
  toKrw: 4_000,
};

const codeOf = (input: unknown): string => {
  const checked = parseCommand(input);
  return checked.ok ? 'ok' : checked.refusal.code;
};

describe('a command', () => {
  it('of the documented shape is taken as it is', () => {
    expect(parseCommand(sit)).toEqual({ ok: true, value: sit });
    expect(codeOf(act)).toBe('ok');
  });

  it.each([
    ['missing', undefined],
    ['null', null],
    ['a string', 'table.sit'],
    ['a number', 7],
    ['an array', [sit]],
    ['an empty object', {}],
  ])('#10 that is %s is VALIDATION_FAILED', (_name, input) => {
    expect(codeOf(input)).toBe('VALIDATION_FAILED');
  });

  it.each([
    ['an unknown type', { ...sit, type: 'table.deal' }],
    ['a type from the prototype', { ...sit, type: 'constructor' }],
    ['a type that is no string', { ...sit, type: { toString: 'x' } }],
    ['#11 an unknown property', { ...sit, isAdmin: true }],
    ['#51 a client-sent timestamp', { ...act, timestamp: 1 }],
    ['#51 client-sent cards', { ...act, cards: ['As', 'Ah'] }],
    ['no command id', { ...sit, cmdId: undefined }],
    ['a short command id', { ...sit, cmdId: 'x' }],
    ['a table id that is no UUID', { ...sit, tableId: '../../etc/passwd' }],
    ['an unknown action', { ...act, action: 'all-in' }],
    ['a missing amount', { ...sit, buyInKrw: undefined }],
  ])('with %s is VALIDATION_FAILED', (_name, input) => {
    expect(codeOf(JSON.parse(JSON.stringify(input)))).toBe('VALIDATION_FAILED');
  });

  it.each([
    { type: 'table.sit_in', entry: 'post' },
    { type: 'table.sit_out_next_big_blind', on: true },
    { type: 'table.choose_entry', entry: 'wait' },
    { type: 'table.straddle', on: false },
    { type: 'table.auto_top_up' },
    { type: 'table.wait' },
    { type: 'table.stop_waiting' },
    { type: 'table.pre_act', handId: TABLE, action: 'none' },
    { type: 'table.choose_runs', handId: TABLE, runs: 2 },
    { type: 'table.show', handId: TABLE },
    { type: 'table.rabbit_hunt', handId: TABLE },
  ])('$type is known, and nothing may be added to it', (body) => {
    const command = { cmdId: 'cmd-00000006', tableId: TABLE, ...body };
    expect(codeOf(command)).toBe('ok');
    expect(codeOf({ ...command, userId: 'another' })).toBe('VALIDATION_FAILED');
  });

  it.each([
    { type: 'table.choose_entry', entry: 'free' },
    { type: 'table.straddle', on: 'yes' },
    { type: 'table.pre_act', handId: TABLE, action: 'raise' },
    { type: 'table.choose_runs', handId: TABLE, runs: 3 },
    { type: 'table.choose_runs', handId: TABLE, runs: '2' },
    { type: 'table.show', handId: 'the last one' },
  ])('$type with another value is VALIDATION_FAILED', (body) => {
    expect(codeOf({ cmdId: 'cmd-00000007', tableId: TABLE, ...body })).toBe('VALIDATION_FAILED');
  });

  it.each([-1, 99, 1.5, '1', null])('#57 for seat %p is VALIDATION_FAILED', (seat) => {
    expect(codeOf({ ...sit, seat })).toBe('VALIDATION_FAILED');
  });
});

describe.each([
  ['buy-in', (amount: unknown) => ({ ...sit, buyInKrw: amount })],
  ['raise', (amount: unknown) => ({ ...act, toKrw: amount })],
  ['bet', (amount: unknown) => ({ ...act, action: 'bet', toKrw: amount })],
  [
    'top-up',
    (amount: unknown) => ({
      cmdId: 'cmd-00000003',
      type: 'table.top_up',
      tableId: TABLE,
      amountKrw: amount,
    }),
  ],
  [
    'automatic top-up',
    (amount: unknown) => ({
      cmdId: 'cmd-00000004',
      type: 'table.auto_top_up',
      tableId: TABLE,
      toKrw: amount,
    }),
  ],
  [
    'call decided before the turn',
    (amount: unknown) => ({
      cmdId: 'cmd-00000005',
      type: 'table.pre_act',
      tableId: TABLE,
      handId: TABLE,
      action: 'call',
      callKrw: amount,
    }),
  ],
])('the amount of a %s', (_name, withAmount) => {
  it.each([
    ['#24 negative', -1],
    ['#25 zero', 0],
    ['#26 minus zero', -0],
    ['#27 NaN as a string', 'NaN'],
    ['#27 Infinity as a string', 'Infinity'],
    ['#28 1e309', JSON.parse('1e309') as number],
    ['#29 0.1', 0.1],
    ['#29 1.0000001', 1.0000001],
    ['#30 a string', '100'],
    ['#31 1e3 as a string', '1e3'],
    ['#31 0x64', '0x64'],
    ['#31 Arabic digits', '١٠٠'],
    ['#31 full-width digits', '１００'],
    ['#31 a thousands separator', '1,000'],
    ['#31 spaces', ' 100 '],
    ['#31 a plus sign', '+100'],
    ['#32 2^53', 2 ** 53],
    ['#33 2^63', 2 ** 63],
    ['#33 10^30', 1e30],
    ['#34 true', true],
    ['#34 an array', [100]],
    ['#34 an operator object', { $gt: 0 }],
    ['#34 an object with valueOf', { valueOf: 100 }],
    ['#36 above the published maximum', MAX_AMOUNT_KRW + 1],
  ])('%s is INVALID_AMOUNT', (_case, amount) => {
    expect(codeOf(withAmount(amount))).toBe('INVALID_AMOUNT');
  });

  it('#35 given twice in JSON counts as the last one', () => {
    const text = JSON.stringify(withAmount(111_111)).replace('111111', '-5,"DUP":111111');
    const name = /"(\w+)":-5/.exec(text)?.[1] ?? '';
    expect(codeOf(JSON.parse(text.replace('DUP', name)))).toBe('ok');
  });

  it('within the range is taken', () => {
    expect(codeOf(withAmount(1))).toBe('ok');
    expect(codeOf(withAmount(MAX_AMOUNT_KRW))).toBe('ok');
  });
});
