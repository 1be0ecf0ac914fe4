import fc from 'fast-check';
import { ZERO_KRW } from '@cardroom/money';

import { legalActions } from './betting';
import { decide, openHand, play, startHand } from './decide';
import { evolve, evolveAll, replay } from './evolve';
import type { HandCommand, HandState } from './hand-types';
import { deckWith, setupWith } from './played-hand.builder';

function command(state: HandState, kind: number): HandCommand | null {
  const legal = legalActions(state);
  if (legal === null) return null;
  const { seat, canCheck, minRaiseToKrw } = legal;
  if (kind === 0 && !canCheck) return { type: 'fold', seat };
  if (kind === 1 && minRaiseToKrw !== null) {
    return { type: state.currentBetKrw === 0 ? 'bet' : 'raise', seat, toKrw: minRaiseToKrw };
  }
  return { type: canCheck ? 'check' : 'call', seat };
}

describe('playing and folding at once', () => {
  const stacks = fc.array(fc.integer({ min: 1, max: 2_000 }), { minLength: 2, maxLength: 10 });
  const kinds = fc.array(fc.nat(4), { minLength: 60, maxLength: 60 });

  it('gives the same events as deciding, and the state that they fold to, one by one or together', () => {
    fc.assert(
      fc.property(stacks, kinds, (chips, choices) => {
        const setup = setupWith(chips);
        const dealer = { deck: deckWith(setup), rakeOf: () => ZERO_KRW };
        const opened = openHand(setup, dealer);
        if (!opened.ok) throw new Error(opened.error.message);
        expect(startHand(setup, dealer)).toEqual({ ok: true, value: opened.value.events });
        expect(replay(opened.value.events)).toEqual(opened.value.state);
        let { state } = opened.value;
        for (const kind of choices) {
          const next = command(state, kind);
          if (next === null) break;
          const before = structuredClone(state);
          const played = play(state, next, dealer);
          if (!played.ok) throw new Error(played.error.message);
          expect(state).toEqual(before);
          expect(decide(state, next, dealer)).toEqual({ ok: true, value: played.value.events });
          expect(evolveAll(state, played.value.events)).toEqual(played.value.state);
          expect(played.value.events.reduce(evolve, state)).toEqual(played.value.state);
          state = played.value.state;
        }
      }),
      { numRuns: 60 },
    );
  });
});
