import { addressFault, addressKeyOf } from './payout-address';

const GOOD = {
  bitcoin: [
    '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2',
    '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy',
    'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
    'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
    'bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr',
  ],
  ethereum: [
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
  ],
} as const;

describe('#106 an address', () => {
  it.each(GOOD.bitcoin)('of bitcoin is good: %s', (address) => {
    expect(addressFault('bitcoin', address)).toBeNull();
  });

  it.each(GOOD.ethereum)('of ethereum is good: %s', (address) => {
    expect(addressFault('ethereum', address)).toBeNull();
  });

  it.each([
    ['with a letter changed', 'bitcoin', '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3'],
    ['bech32 in two cases', 'bitcoin', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3T4'],
    ['bech32 for taproot, which is bech32m', 'bitcoin', `bc1p${'q'.repeat(58)}`],
    ['of ethereum on bitcoin', 'bitcoin', GOOD.ethereum[0]],
    ['of bitcoin on ethereum', 'ethereum', GOOD.bitcoin[0]],
    ['of tron on ethereum', 'ethereum', 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8'],
    ['with a wrong EIP-55 checksum', 'ethereum', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD'],
    ['all lower case, without checksum', 'ethereum', GOOD.ethereum[0].toLowerCase()],
    ['without 0x', 'ethereum', GOOD.ethereum[0].slice(2)],
    ['with a space behind', 'ethereum', `${GOOD.ethereum[0]} `],
    ['with a space before', 'bitcoin', ` ${GOOD.bitcoin[0]}`],
    ['with a Cyrillic а', 'bitcoin', GOOD.bitcoin[0].replace('a', 'а')],
    ['with a line break', 'bitcoin', `${GOOD.bitcoin[0]}\n`],
    ['empty', 'bitcoin', ''],
    ['of 50 KB', 'bitcoin', '1'.repeat(50_000)],
    ['a name', 'ethereum', 'vitalik.eth'],
  ] as const)('%s is malformed', (_what, network, address) => {
    expect(addressFault(network, address)).toBe('malformed');
  });

  it.each([
    'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx',
    'mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn',
    '2MzQwSSnBHWHqSAqtTVQ6v47XtaisrJa1Vc',
  ])('of a test network is refused: %s', (address) => {
    expect(addressFault('bitcoin', address)).toBe('test_network');
  });

  it.each([
    ['bitcoin', '1111111111111111111114oLvT2'],
    ['bitcoin', '1BitcoinEaterAddressDontSendf59kuE'],
    ['ethereum', '0x0000000000000000000000000000000000000000'],
    ['ethereum', '0x0000000000000000000000000000000000000001'],
    ['ethereum', '0x000000000000000000000000000000000000dEaD'],
  ] as const)('that nobody owns is refused: %s %s', (network, address) => {
    expect(addressFault(network, address)).toBe('nobody_owns');
  });

  it.each([
    '0xdAC17F958D2ee523a2206206994597C13D831ec7',
    '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48',
  ])('of a token contract is refused: %s', (address) => {
    expect(addressFault('ethereum', address)).toBe('contract');
  });

  it('has one key however it is written', () => {
    const [lower, upper] = [GOOD.bitcoin[2], GOOD.bitcoin[3]];
    expect(addressKeyOf('bitcoin', upper)).toBe(addressKeyOf('bitcoin', lower));
    expect(addressKeyOf('ethereum', GOOD.ethereum[0])).toBe(
      `ethereum:${GOOD.ethereum[0].toLowerCase()}`,
    );
    expect(addressKeyOf('bitcoin', GOOD.bitcoin[0])).toBe(`bitcoin:${GOOD.bitcoin[0]}`);
  });
});
