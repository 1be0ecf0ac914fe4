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
  it.each([
    ...['Alice', '한강', 'river_rat', 'Ace 99', 'Zoë', 'Stafford', '한강Ace', 'Łukasz', 'Søren'],
    ...['Иван', 'Алёна', 'Ωμέγα', 'さくら', 'サッカー', '山田太郎', 'Player 12', '777', 'Clara'],
  ])('%p is allowed', (nickname) => {
    expect(isNicknameAllowed(nickname)).toBe(true);
  });

  it.each([
    ...[
      'ádmin',
      'Àdmïn',
      'adrnin',
      'a.d-m_i n',
      'ADM1N',
      'Adмin',
      'admın',
      'ɑdmin',
      'ᴀdmin',
      'ａdmin',
    ],
    ...[
      'dea1er',
      'clealer',
      'Dea ler',
      '5upp0rt',
      'Sy5tem',
      'card_room',
      'm0derat0r',
      'Official 1',
    ],
    ...[
      '운영자',
      '운영팀',
      '운 영 자',
      '관리자',
      '고객센터',
      '딜러',
      '카드룸 직원',
      '공식',
      '어드민',
      '管理者',
    ],
  ])('%p passes for the house and is refused', (nickname) => {
    expect(isNicknameAllowed(nickname)).toBe(false);
  });

  it.each([
    ['Cherokee', 'ᎪᏞice'],
    ['Armenian', 'Jօhn'],
    ['Cyrillic', 'Аlice'],
    ['Greek', 'Αlice'],
    ['Coptic', 'ⲟliver'],
    ['Lisu', 'ꓮlice'],
    ['mathematics that stays', 'A∣ice'],
    ['phonetics', 'ɡirl'],
    ['Arabic digits', 'Ace ٣'],
  ])('that mixes in %s is refused: %p', (_what, nickname) => {
    expect(isNicknameAllowed(nickname)).toBe(false);
  });

  it.each(['ᏢᏞᎪᏯᎬᎡ', 'Հայաստան', 'שלום'])(
    'of an alphabet we cannot compare is refused: %p',
    (name) => {
      expect(isNicknameAllowed(name)).toBe(false);
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
    ['Zoe', 'Zoë'],
    ['Corner', 'Comer'],
    ['coco', 'сосо'],
    ['Bob', '8o8'],
    ['vvin', 'win'],
  ])('%p and %p are one name', (a, b) => {
    expect(nicknameKeyOf(a)).toBe(nicknameKeyOf(b));
  });

  it.each([
    ['가나다', '가나'],
    ['か', 'が'],
    ['Alice', 'Alicia'],
  ])('%p and %p are two names', (a, b) => {
    expect(nicknameKeyOf(a)).not.toBe(nicknameKeyOf(b));
  });

  it('#127 of 50,000 letters is refused at once', () => {
    expect(isNicknameAllowed('a '.repeat(25_000))).toBe(false);
  });

  it('is shown with compatibility forms folded', () => {
    expect(nicknameOf(' Ａce ')).toBe('Ace');
  });
});
