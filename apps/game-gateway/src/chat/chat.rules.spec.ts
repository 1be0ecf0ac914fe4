import { cleanChat, tellsCards } from './chat.rules';

describe('#69 a chat message', () => {
  it.each([
    ['loses control characters and ANSI escapes', '\u001b[31mred\u0007', '[31mred'],
    ['loses direction overrides', 'abc\u202Ecba', 'abccba'],
    ['loses zero-width characters', 'a\u200Bd\u200Dmin\uFEFF', 'admin'],
    ['becomes one line', 'nice\nhand\r\n2026 INFO forged', 'nice hand 2026 INFO forged'],
    ['keeps markup as the text it is', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['keeps Korean', '좋은 게임', '좋은 게임'],
  ])('%s', (_rule, text, expected) => {
    expect(cleanChat(text)).toBe(expected);
  });

  it('of nothing but invisible characters is none', () => {
    expect(cleanChat('\u200B\u202E \n')).toBeNull();
  });

  it.each(['I have As Kd', 'AsKd', 'th,9h', '10♠ 10♥', 'qc/qd'])('%p tells cards', (text) => {
    expect(tellsCards(text)).toBe(true);
  });

  it.each(['nice hand', 'as you like', 'gg wp', 'I call 2h later', 'ask Kd'])(
    '%p tells none',
    (text) => {
      expect(tellsCards(text)).toBe(false);
    },
  );
});
