import { resolutionRefusal, RESOLUTIONS } from './payout';

describe('§7 a withdrawal of which nobody knows', () => {
  it.each([
    ['failed_returned', 'absent', null],
    ['failed_returned', 'unknown', 'PAYMENT_GATEWAY_UNAVAILABLE'],
    ['completed', 'unknown', null],
    ['completed', 'absent', 'STATE_CONFLICT'],
  ] as const)(
    '#109 ended as %s while the gateway says %s: %s',
    (resolution, knowledge, refusal) => {
      expect(resolutionRefusal(resolution, knowledge)).toBe(refusal);
    },
  );

  it.each(RESOLUTIONS)('#109 is not ended as %s where the gateway knows of it', (resolution) => {
    expect(resolutionRefusal(resolution, 'found')).toBe('STATE_CONFLICT');
  });
});
