import { csvCell, csvLine } from './csv';

describe('a cell of CSV', () => {
  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1+1', `"'+1+1"`],
    ['-1+1', `"'-1+1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['  =1', `"'  =1"`],
    ['\n=1', `"'\n=1"`],
  ])('#131 %j is a text for spreadsheets, no formula', (text, written) => {
    expect(csvCell(text)).toBe(written);
  });

  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['he said "no"', '"he said ""no"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['홍길동', '홍길동'],
    [-5_000, '-5000'],
    [0, '0'],
    [null, ''],
  ])('%j is written as %s', (cell, written) => {
    expect(csvCell(cell)).toBe(written);
  });

  it('is one of a line that ends as RFC 4180 says', () => {
    expect(csvLine(['a', 1, null])).toBe('a,1,\r\n');
  });
});
