import { BETTING_STRUCTURES, STRADDLE_RULES, type TableConfig } from '@cardroom/engine';
import { krw } from '@cardroom/money';
import type { RakeTerms } from '@cardroom/rake';
import { pick, wholeBetween, type Random } from '@cardroom/testing';

/** A table and how its hands are raked. */
export interface SimulatedConfig extends TableConfig {
  readonly rake: RakeTerms;
}

/** A table of any size, with stakes that leave odd chips and stacks that are short. */
export function randomConfig(random: Random): SimulatedConfig {
  const bigBlindKrw = pick(random, [2, 3, 100, 1_000, 2_000]) ?? 100;
  const smallBlindKrw = pick(random, [0, 1, Math.floor(bigBlindKrw / 2), bigBlindKrw]) ?? 0;
  const anteKrw = pick(random, [0, 0, 1, Math.ceil(bigBlindKrw / 10)]) ?? 0;
  const bigBlindAnteKrw = pick(random, [0, 0, 0, bigBlindKrw]) ?? 0;
  return {
    stakes: {
      smallBlindKrw: krw(smallBlindKrw),
      bigBlindKrw: krw(bigBlindKrw),
      anteKrw: krw(anteKrw),
      bigBlindAnteKrw: krw(bigBlindAnteKrw),
    },
    rake: { rateBp: wholeBetween(random, 0, 1_000), capKrw: krw(bigBlindKrw * 3) },
    maxSeats: wholeBetween(random, 2, 10),
    minBuyInKrw: krw(1),
    maxBuyInKrw: krw(bigBlindKrw * (pick(random, [3, 10, 20, 100]) ?? 100)),
    minPlayersToStart: 2,
    actionTimeoutMs: 15_000,
    timeBankMs: 30_000,
    showdownPauseMs: 0,
    structure: pick(random, BETTING_STRUCTURES) ?? 'no-limit',
    straddle: pick(random, STRADDLE_RULES) ?? 'none',
    runItTwice: random() < 0.5,
    rabbitHunt: random() < 0.5,
    rathole: { windowMs: pick(random, [0, 600_000]) ?? 0 },
    awayRemovalMs: 600_000,
    seatOfferMs: 60_000,
  };
}
