import { askedFor, isHouseCommand } from './house-commands.rules';

describe('#68 what only the house does', () => {
  it.each(['deal', 'DEAL', 'table.deal', 'admin:deal', 'admin.set_balance', 'staff:freeze'])(
    '%s is known as such',
    (name) => {
      expect([isHouseCommand(name), isHouseCommand(askedFor('cmd', { type: name }))]).toEqual([
        true,
        true,
      ]);
    },
  );

  it.each([
    ...['table.act', 'lobby.enter', 'dealer', 'administrator', 'admin:', 'admin:deal\n', ''],
    `admin:${'x'.repeat(41)}`,
    ...[null, undefined, 7, ['deal'], { toString: () => 'deal' }],
  ])('%p is not', (name) => {
    expect([isHouseCommand(name), isHouseCommand(askedFor('cmd', { type: name }))]).toEqual([
      false,
      false,
    ]);
  });

  it.each([null, undefined, 'deal', ['deal'], {}, Object.create({ type: 'deal' })])(
    'a body of %p asks for nothing of the house',
    (body) => {
      expect(isHouseCommand(askedFor('cmd', body))).toBe(false);
    },
  );
});
