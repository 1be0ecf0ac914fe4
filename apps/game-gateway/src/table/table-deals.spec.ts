import { seatIndex } from '@cardroom/engine';

import { dealEvent, type HostedEvent } from './hosted-event';
import { TableDeals } from './table-deals';

const commitment = 'ab'.repeat(32);
const handId = 'hand-1';
const secret = { seed: new Uint8Array(32), deck: [] };
const committed = dealEvent({ type: 'seed_committed', seat: 3, commitment });
const announced = dealEvent({
  ...{ type: 'root_announced', handId, algorithm: 'cardroom-deal-1', root: commitment },
  commitments: [{ seat: 3, commitment }],
});
const used = dealEvent({ type: 'root_used', handId, dealOrder: [3, 1] });
const voided = dealEvent({ type: 'root_voided', handId, reason: 'not_enough_players' });
const left: HostedEvent = { type: 'seat_left', seat: seatIndex(3) };

describe('the deals of a table', () => {
  it('keep the secret of a root as long as the root waits', () => {
    const waiting = new TableDeals().after([committed]).after([announced], secret);
    expect(waiting.secret).toBe(secret);
    expect(waiting.after([committed]).secret).toBe(secret);
    expect(waiting.after([used]).secret).toBeNull();
    expect(waiting.after([voided]).secret).toBeNull();
  });

  it('§3.4 lose the promise of whoever gets up, not that of a root that is out', () => {
    const waiting = new TableDeals().after([committed, announced], secret).after([left]);
    expect(waiting.state.commitments).toEqual([]);
    expect(waiting.state.announced?.commitments).toEqual([{ seat: 3, commitment }]);
  });

  it('are left alone by what happens otherwise', () => {
    const before = new TableDeals().after([committed]);
    const other: HostedEvent = { type: 'sat_in', seat: seatIndex(3) };
    expect(before.after([other]).state).toEqual(before.state);
  });
});
