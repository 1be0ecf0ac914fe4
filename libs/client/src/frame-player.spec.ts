import { choosePlay, FramePlayer } from './frame-player';

const tableId = 'the table';
const legal = { canCheck: false, callKrw: 200, minRaiseToKrw: 400 };
const seat = { tableId, seat: 2, buyInKrw: 10_000 };

/** A player whose frames are kept, with a seat unless told. */
function playing(isSeated = true) {
  const sent: string[] = [];
  const ready: (string | null)[] = [];
  const player = new FramePlayer({
    ...{ token: 'token', name: 'n', random: () => 0.5 },
    send: (frame) => sent.push(frame),
    onReady: (refusedWith) => ready.push(refusedWith),
  });
  if (isSeated) player.sit(seat, () => undefined);
  const hear = (event: string, body: object): void => {
    player.receive(`42${JSON.stringify([event, body])}`);
  };
  const lastCommand = (): unknown => JSON.parse(/\[.*/.exec(sent.at(-1) ?? '')?.[0] ?? 'null');
  return { player, sent, ready, hear, lastCommand };
}

const table = { handId: 'h', street: 'flop', currentBetKrw: 200, turn: { seat: 2, legal } };

describe('a player in frames', () => {
  it('greets with the token, is let in, and answers pings', () => {
    const { player, sent, ready } = playing(false);
    player.receive('0{"sid":"s","pingInterval":25000}');
    player.receive('40{"sid":"t"}');
    player.receive('2');
    expect([sent, ready]).toEqual([['40{"token":"token"}', '3'], [null]]);
  });

  it('is told the code with which it is refused', () => {
    const { player, ready } = playing(false);
    player.receive('44{"message":"TOKEN_EXPIRED","data":{"code":"TOKEN_EXPIRED"}}');
    expect(ready).toEqual(['TOKEN_EXPIRED']);
  });

  it('follows the table before it sits down', () => {
    const { player, sent, lastCommand } = playing();
    expect(lastCommand()).toEqual(['cmd', { cmdId: 'n-0', type: 'table.watch', tableId }]);
    const snapshot = { tableId, stateVersion: 3, table };
    player.receive(`430${JSON.stringify([{ ok: true, data: { kind: 'snapshot', snapshot } }])}`);
    expect(sent.at(-1)).toMatch(/^421\[/);
    const sit = { cmdId: 'n-1', type: 'table.sit', ...seat, entry: 'post' };
    expect(lastCommand()).toEqual(['cmd', sit]);
    expect(player).toMatchObject({ stateVersion: 3, isMyTurn: true });
  });

  it('acts once a turn, in the hand and at the version that it knows', () => {
    const { player, hear, lastCommand } = playing();
    hear('snapshot', { tableId, stateVersion: 3, table });
    expect(player.act(() => undefined)).toBe(true);
    const act = { tableId, handId: 'h', stateVersion: 3, action: 'call' };
    expect(lastCommand()).toMatchObject(['cmd', { type: 'table.act', ...act }]);
    expect(player.act(() => undefined)).toBe(false);
  });

  it('asks again where a version is missing, and takes nothing from other tables', () => {
    const { player, sent, hear } = playing();
    player.receive('430[{"ok":true}]');
    hear('snapshot', { tableId, stateVersion: 3, table });
    hear('delta', { tableId: 'another', stateVersion: 4, patch: { turn: null } });
    hear('delta', { tableId, stateVersion: 4, patch: { handId: 'i' } });
    expect([player.stateVersion, player.handId]).toEqual([4, 'i']);
    hear('delta', { tableId, stateVersion: 6, patch: { handId: 'j' } });
    expect([player.stateVersion, player.handId]).toEqual([4, 'i']);
    expect(sent.at(-1)).toContain('"table.watch"');
  });

  it('fills up between hands when little is left, once', () => {
    const { sent, hear } = playing();
    const poor = { seats: { '2': { stackKrw: 2_000 } } };
    hear('snapshot', { tableId, stateVersion: 3, table: { ...table, ...poor } });
    expect(sent.at(-1)).not.toContain('table.top_up');
    hear('delta', { tableId, stateVersion: 4, patch: { street: null } });
    hear('delta', { tableId, stateVersion: 5, patch: {} });
    expect(sent.filter((frame) => frame.includes('table.top_up'))).toHaveLength(1);
    expect(sent.at(-1)).toContain('"amountKrw":8000');
  });
});

describe('what a player in frames plays', () => {
  it.each([
    ['checks where that is free', { ...legal, canCheck: true }, 0, 0.1, { action: 'check' }],
    ['folds to a bet now and then', legal, 200, 0.1, { action: 'fold' }],
    ['mostly calls', legal, 200, 0.5, { action: 'call' }],
    ['raises seldom', legal, 200, 0.95, { action: 'raise', toKrw: 400 }],
    ['bets where nobody has', legal, 0, 0.95, { action: 'bet', toKrw: 400 }],
    [
      'calls where it may not raise',
      { ...legal, minRaiseToKrw: null },
      200,
      0.95,
      { action: 'call' },
    ],
  ])('%s', (_, may, currentBetKrw, mood, play) => {
    expect(choosePlay(may, currentBetKrw, () => mood)).toEqual(play);
  });
});
