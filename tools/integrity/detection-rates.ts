import {
  IntegrityWatch,
  SUSPICION_KINDS,
  type Access,
  type Suspicion,
  type SuspicionKind,
} from '@cardroom/integrity';
import { seededRandom, type Random } from '@cardroom/testing';

import type { PlayerRole, SimulatedPlayer } from './player-policy';
import { gaussian, SimulatedTable } from './simulated-room';

const SEATS = 6;

export interface RoomOptions {
  readonly seed: number;
  readonly tables: number;
  readonly handsPerTable: number;
  /** One hand in so many moves chips where a giver and a taker sit. */
  readonly dumpEvery: number;
}

/** Of those who do something, how many are found; of those who do not, how many are named. */
export interface Rates {
  readonly kind: SuspicionKind;
  readonly guilty: number;
  readonly found: number;
  readonly honest: number;
  readonly accused: number;
}

/** Tables in turn: honest players only, a pair that dumps, a pair that plays softly, a bot. */
const GUESTS: readonly (readonly PlayerRole[])[] = [
  [],
  [],
  [],
  ['giver', 'taker'],
  ['soft', 'soft'],
  ['bot'],
];

const nameOf = (...userIds: readonly string[]): string => [...userIds].sort().join(' ');

/** Plays a room and asks what staff would be told of it. */
export function measureRates(options: RoomOptions): Rates[] {
  const random = seededRandom(options.seed);
  const watch = new IntegrityWatch();
  const accesses: Access[] = [];
  const guilty = new Map<SuspicionKind, Set<string>>();
  for (let table = 0; table < options.tables; table += 1) {
    const players = playersOf(table, random);
    noteGuilt(guilty, players);
    accesses.push(...players.flatMap((player) => accessesOf(player, random)));
    const played = new SimulatedTable(`table-${table}`, players, random, options.dumpEvery);
    for (let hand = 0; hand < options.handsPerTable; hand += 1) watch.see(played.hand());
  }
  const suspicions = watch.suspicions(accesses);
  const players = options.tables * SEATS;
  return SUSPICION_KINDS.map((kind) =>
    ratesOf(kind, guilty.get(kind) ?? new Set(), suspicions, {
      subjects: kind === 'bot_timing' ? players : watch.pairCount,
    }),
  );
}

function ratesOf(
  kind: SuspicionKind,
  guilty: ReadonlySet<string>,
  suspicions: readonly Suspicion[],
  { subjects }: { readonly subjects: number },
): Rates {
  const named = suspicions.filter((suspicion) => suspicion.kind === kind);
  const found = named.filter(({ userIds }) => guilty.has(nameOf(...userIds))).length;
  const honest = subjects - guilty.size;
  return { kind, guilty: guilty.size, found, honest, accused: named.length - found };
}

function noteGuilt(
  guilty: Map<SuspicionKind, Set<string>>,
  players: readonly SimulatedPlayer[],
): void {
  const add = (kind: SuspicionKind, name: string): void => {
    guilty.set(kind, (guilty.get(kind) ?? new Set()).add(name));
  };
  for (const { userId, role, partner } of players) {
    if (role === 'bot') add('bot_timing', userId);
    if (partner === null) continue;
    add(role === 'soft' ? 'soft_play' : 'chip_dumping', nameOf(userId, partner));
    add('shared_access', nameOf(userId, partner));
  }
}

function playersOf(table: number, random: Random): SimulatedPlayer[] {
  const guests = GUESTS[table % GUESTS.length] ?? [];
  const idOf = (seat: number): string => `player-${table}-${seat}`;
  return Array.from({ length: SEATS }, (_, seat) => {
    const role = guests[seat] ?? 'honest';
    return {
      userId: idOf(seat),
      role,
      partner: guests.length === 2 && seat < 2 ? idOf(1 - seat) : null,
      tightness: random(),
      aggression: 0.25 + 0.5 * random(),
      tempo:
        role === 'bot'
          ? { mean: Math.log(1_200), spread: 0.15, hardMore: 0 }
          : {
              mean: Math.log(2_500) + 0.3 * gaussian(random),
              spread: Math.max(0.4, 0.7 + 0.12 * gaussian(random)),
              hardMore: Math.max(0.05, 0.45 + 0.12 * gaussian(random)),
            },
    };
  });
}

/** Networks that many share: an office, a telephone company. */
const WIDE_NETWORKS = 8;

/** Partners share a household; of the others every fourth comes from a network that many use. */
function accessesOf({ userId, partner }: SimulatedPlayer, random: Random): Access[] {
  if (partner !== null) {
    const home = nameOf(userId, partner);
    return [
      { userId, means: 'network', key: home },
      { userId, means: 'device', key: home },
    ];
  }
  const isWide = random() < 0.25;
  const key = isWide ? `wide-${Math.floor(random() * WIDE_NETWORKS)}` : userId;
  return [{ userId, means: 'network', key }];
}
