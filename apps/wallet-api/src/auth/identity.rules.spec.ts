import { emailKeyOf, isNicknameAllowed, nicknameKeyOf, nicknameOf } from './identity.rules';

describe('an e-mail address', () => {
  it.each(['Player@Example.com', ' player@example.com ', 'ｐlayer@example.com'])(
    '%p is the account of player@example.com',
    (email) => {
      expect(emailKeyOf(email)).toBe('player@example.com');
    },
  );
});

describe('#70 a nickname', () => {
  it.each(['Alice', '한강', 'river_rat', 'Ace 99', 'Zoë', 'Stafford', '한강Ace'])(
    '%p is allowed',
    (nickname) => {
      expect(isNicknameAllowed(nickname)).toBe(true);
    },
  );

  it.each([
    ['that is empty', ''],
    ['of one letter', 'x'],
    ['of more than 20 letters', 'x'.repeat(21)],
    ['that is a name of the house', 'admin'],
    ['that holds one', 'The Admin 1'],
    ['that looks like one', 'аdmin'],
    ['that spells one with digits', '4dm1n'],
    ['in full-width letters', 'ａｄｍｉｎ'],
    ['that mixes scripts', 'Аlice'],
    ['with markup', '<b>x</b>'],
    ['with a direction override', 'abc\u202Ecba'],
    ['with a zero-width character', 'a\u200Bb'],
  ])('%s is refused', (_name, nickname) => {
    expect(isNicknameAllowed(nickname)).toBe(false);
  });

  it.each([
    ['Alice', 'ALICE'],
    ['Alice', 'A1ice'],
    ['Alice', 'Ａｌｉｃｅ'],
    ['river_rat', 'River Rat'],
  ])('%p and %p are one name', (a, b) => {
    expect(nicknameKeyOf(a)).toBe(nicknameKeyOf(b));
  });

  it('is shown with compatibility forms folded', () => {
    expect(nicknameOf(' Ａce ')).toBe('Ace');
  });
});
