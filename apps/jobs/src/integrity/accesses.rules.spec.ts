import { accessesOf, networkOf } from './accesses.rules';

describe('where a session comes from', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::7', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('the network of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('two devices of one network are told apart by their browsers, where these have a name', () => {
    const session = { userId: 'ann', address: '203.0.113.9', userAgent: 'Firefox' };
    expect(accessesOf(session)).toEqual([
      { userId: 'ann', means: 'network', key: '203.0.113.9' },
      { userId: 'ann', means: 'device', key: '203.0.113.9 Firefox' },
    ]);
    expect(accessesOf({ ...session, userAgent: '' })).toHaveLength(1);
  });
});
