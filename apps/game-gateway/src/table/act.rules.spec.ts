import { seatIndex } from '@cardroom/engine';

import { actFault, handCommandOf, type ActCommand } from './act.rules';
import { MemoryTable, TABLE_ID } from './actor.builder';

const table = new MemoryTable([50_000, 50_000, 50_000]);
const HAND_ID = '0193a5d2-0000-7000-8000-0000000000aa';

const act = (given: Partial<ActCommand> = {}): ActCommand => ({
  ...{ type: 'table.act', cmdId: 'act-00001', tableId: TABLE_ID, handId: HAND_ID },
  ...{ stateVersion: 7, action: 'call' },
  ...given,
});

beforeAll(async () => {
  await table.tend();
});

const at = (command: ActCommand, userId = 'user-0'): string | undefined => {
  const { state } = table.live;
  return actFault(command, userId, { state, version: 9, turnSinceVersion: 7 })?.code;
};

const ofThisHand = (given: Partial<ActCommand> = {}): ActCommand =>
  act({ handId: table.live.handId ?? '', ...given });

describe('the checks of an action, in their order', () => {
  it('#52 who has no seat is NOT_SEATED, before anything else', () => {
    expect(at(act({ stateVersion: 0 }), 'stranger')).toBe('NOT_SEATED');
  });

  it('#39 without a hand it is HAND_NOT_ACTIVE', () => {
    const { state } = new MemoryTable([50_000]).live;
    const context = { state, version: 9, turnSinceVersion: 7 };
    expect(actFault(act(), 'user-0', context)?.code).toBe('HAND_NOT_ACTIVE');
  });

  it('#49 for another hand it is HAND_MISMATCH, whatever the version', () => {
    expect(at(act({ stateVersion: 0 }))).toBe('HAND_MISMATCH');
  });

  it.each([6, 10])('#47 #48 version %p is STALE_STATE', (stateVersion) => {
    expect(at(ofThisHand({ stateVersion }))).toBe('STALE_STATE');
  });

  it.each([7, 8, 9])(
    'version %p, seen since the decision began, is good enough',
    (stateVersion) => {
      expect(at(ofThisHand({ stateVersion }))).toBeUndefined();
    },
  );
});

describe('an action as the engine takes it', () => {
  const seat = { ...table.live.state.seats[0] } as Parameters<typeof handCommandOf>[1];

  it.each(['bet', 'raise'] as const)('%s needs an amount', (action) => {
    expect(handCommandOf(act({ action }), seat)).toBeNull();
    expect(handCommandOf(act({ action, toKrw: 3_000 }), seat)).toEqual({
      ...{ type: action, seat: seatIndex(0), toKrw: 3_000 },
    });
  });

  it.each(['fold', 'check', 'call'] as const)('%s takes none', (action) => {
    expect(handCommandOf(act({ action, toKrw: 3_000 }), seat)).toBeNull();
    expect(handCommandOf(act({ action }), seat)).toEqual({ type: action, seat: seatIndex(0) });
  });
});
