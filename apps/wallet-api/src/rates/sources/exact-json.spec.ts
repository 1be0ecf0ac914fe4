import { parseExactJson } from './exact-json';

describe('JSON with exact numbers', () => {
  it.each([
    ['{"krw":148900000.1000000000000001}', { krw: '148900000.1000000000000001' }],
    ['[1,-2.5,1e3,1E-7]', ['1', '-2.5', '1e3', '1E-7']],
    ['{"a 1":"b 2.5","c":[true,null,{}]}', { 'a 1': 'b 2.5', c: [true, null, {}] }],
    ['{"quote\\"1":"\\\\","n":9007199254740993}', { 'quote"1': '\\', n: '9007199254740993' }],
  ])('%s', (text, value) => {
    expect(parseExactJson(text)).toEqual(value);
  });

  it.each(['', '{', '01', '[1.]', 'NaN', '{"a":1,}', '0x10'])('#31 %j is refused', (text) => {
    expect(() => parseExactJson(text)).toThrow(SyntaxError);
  });
});
