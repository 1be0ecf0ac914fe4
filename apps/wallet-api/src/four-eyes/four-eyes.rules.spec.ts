import { approvalRefusal, rejectionRefusal } from './four-eyes.rules';

const nowMs = 1_700_000_000_000;
const request = {
  status: 'pending',
  expiresAt: new Date(nowMs + 1),
  requestedBy: 'ann',
  beneficiaryId: 'player',
  payloadHash: 'h',
} as const;
const question = {
  request,
  deciders: ['risk', 'admin'],
  storedHash: 'h',
  approvedHash: 'h',
  decidedBy: 'bob',
  decidedByRole: 'risk',
  nowMs,
} as const;

describe('an approval', () => {
  it('by another person who may decide is taken', () => {
    expect(approvalRefusal(question)).toBeNull();
  });

  it.each([
    ['by a role that does not decide', { decidedByRole: 'support' }, 'NOT_FOUND'],
    ['of what was approved', { request: { ...request, status: 'approved' } }, 'REQUEST_DECIDED'],
    ['of what was rejected', { request: { ...request, status: 'rejected' } }, 'REQUEST_DECIDED'],
    ['of what has expired', { request: { ...request, status: 'expired' } }, 'REQUEST_EXPIRED'],
    ['at the last moment', { nowMs: nowMs + 1 }, 'REQUEST_EXPIRED'],
    ['#97 by who asked', { decidedBy: 'ann' }, 'FORBIDDEN'],
    ['#97 by whom it profits', { decidedBy: 'player' }, 'FORBIDDEN'],
    ['#107 of another payload than the one asked for', { approvedHash: 'x' }, 'REQUEST_CHANGED'],
    ['of a payload that was altered in the database', { storedHash: 'x' }, 'REQUEST_CHANGED'],
  ] as const)('%s is refused', (_what, change, code) => {
    expect(approvalRefusal({ ...question, ...change })).toBe(code);
  });

  it('is refused for the first of several reasons', () => {
    const all = { ...question, decidedBy: 'ann', approvedHash: 'x', nowMs: nowMs + 1 };
    expect(approvalRefusal({ ...all, decidedByRole: 'cashier' })).toBe('NOT_FOUND');
    expect(approvalRefusal(all)).toBe('REQUEST_EXPIRED');
    expect(approvalRefusal({ ...all, nowMs })).toBe('FORBIDDEN');
  });
});

describe('a rejection', () => {
  it('is taken from who may decide, and from who asked', () => {
    expect(rejectionRefusal(question)).toBeNull();
    const asker = { ...question, decidedBy: 'ann', decidedByRole: 'support' } as const;
    expect(rejectionRefusal(asker)).toBeNull();
  });

  it('is refused to others, and after the decision', () => {
    expect(rejectionRefusal({ ...question, decidedByRole: 'cashier' })).toBe('NOT_FOUND');
    const decided = { ...question, request: { ...request, status: 'approved' } } as const;
    expect(rejectionRefusal(decided)).toBe('REQUEST_DECIDED');
  });
});
