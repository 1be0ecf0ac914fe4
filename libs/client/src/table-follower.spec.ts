import type { Delta, OwnMessage } from '@cardroom/protocol';

import { seatView, tableView } from '@cardroom/testing';
import { TableFollower } from './table-follower';

const view = tableView();
const delta = (stateVersion: number, patch: Delta['patch']): Delta => ({
  tableId: view.tableId,
  stateVersion,
  atMs: 0,
  events: [{ type: 'something', stateVersion }],
  patch,
});

const followed = (stateVersion: number): TableFollower => {
  const follower = new TableFollower(view.tableId);
  follower.applySnapshot({ tableId: view.tableId, stateVersion, table: view });
  return follower;
};

describe('following a table', () => {
  it('applies each delta to the version before it', () => {
    const follower = followed(4);
    expect(follower.applyDelta(delta(5, { handNo: 9 }))).toBe(true);
    expect(follower.applyDelta(delta(6, { seats: { 2: seatView({ seat: 2 }) } }))).toBe(true);
    expect(follower.stateVersion).toBe(6);
    expect(follower.view).toMatchObject({ handNo: 9, seats: { 2: { nickname: 'Minji' } } });
  });

  it('passes over what it knows already', () => {
    const follower = followed(4);
    expect(follower.applyDelta(delta(4, { handNo: 1 }))).toBe(true);
    expect(follower.view?.handNo).toBe(0);
    expect(follower.events).toEqual([]);
  });

  it('says so when a version is missing, and changes nothing', () => {
    const follower = followed(4);
    expect(follower.applyDelta(delta(6, { handNo: 1 }))).toBe(false);
    expect(follower).toMatchObject({ stateVersion: 4, gaps: 1, view: { handNo: 0 } });
  });

  it('catches up from the missed deltas', () => {
    const follower = followed(4);
    const own: OwnMessage = {
      tableId: follower.tableId,
      buyIn: { minKrw: 80_000, maxKrw: 200_000 },
      seat: null,
      waiting: null,
    };
    follower.applyWatch({
      kind: 'deltas',
      deltas: [delta(5, { handNo: 1 }), delta(6, { handNo: 2 })],
      cards: null,
      own,
    });
    expect(follower).toMatchObject({ stateVersion: 6, own, view: { handNo: 2 } });
  });

  it('shows its own cards only in the hand that they belong to', () => {
    const follower = followed(4);
    const handId = '01900000-0000-7000-8000-0000000000f1';
    follower.cards = { tableId: view.tableId, handId, seat: 0, cards: ['As', 'Kd'] };
    expect(follower.holeCards).toBeNull();
    follower.applyDelta(delta(5, { handId }));
    expect(follower.holeCards).toEqual(['As', 'Kd']);
  });
});
