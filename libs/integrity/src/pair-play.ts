import type { Flow, Observation } from './observation';
import { HeaviestHands } from './suspicion';

/** What two players did to each other in the hands that both were dealt; `first` has the lower id. */
export interface PairPlay {
  readonly first: string;
  readonly second: string;
  hands: number;
  /** Big blinds that went from the first to the second, less those that went back. */
  flow: number;
  flowSquares: number;
  surrendersOfFirst: number;
  surrendersOfSecond: number;
  duels: number;
  duelsWithBet: number;
  readonly flowHands: HeaviestHands;
  readonly surrenderHands: HeaviestHands;
  readonly quietHands: HeaviestHands;
}

/** What one player did in all hands, whoever else was in them. */
export interface PlayerPlay {
  /** Hands times opponents. */
  pairHands: number;
  surrenders: number;
  duels: number;
  duelsWithBet: number;
}

const newPair = (first: string, second: string): PairPlay => ({
  first,
  second,
  hands: 0,
  flow: 0,
  flowSquares: 0,
  surrendersOfFirst: 0,
  surrendersOfSecond: 0,
  duels: 0,
  duelsWithBet: 0,
  flowHands: new HeaviestHands(),
  surrenderHands: new HeaviestHands(),
  quietHands: new HeaviestHands(),
});

const newPlayer = (): PlayerPlay => ({ pairHands: 0, surrenders: 0, duels: 0, duelsWithBet: 0 });

/** Adds up what hands say about pairs of players, hand by hand. */
export class PairBook {
  readonly everybody: PlayerPlay = newPlayer();
  private readonly pairs = new Map<string, PairPlay>();
  private readonly players = new Map<string, PlayerPlay>();

  add(observation: Observation): void {
    this.countPairs(observation.users);
    for (const flow of observation.flows) this.addFlow(observation.handId, flow);
    this.addSurrenders(observation);
    this.addDuel(observation);
  }

  all(): IterableIterator<PairPlay> {
    return this.pairs.values();
  }

  get size(): number {
    return this.pairs.size;
  }

  player(userId: string): PlayerPlay {
    return found(this.players, userId, newPlayer);
  }

  private pair(one: string, other: string): PairPlay {
    const [first, second] = one < other ? [one, other] : [other, one];
    return found(this.pairs, `${first} ${second}`, () => newPair(first, second));
  }

  private countPairs(users: readonly string[]): void {
    users.forEach((one, place) => {
      this.player(one).pairHands += users.length - 1;
      this.everybody.pairHands += users.length - 1;
      for (const other of users.slice(place + 1)) this.pair(one, other).hands += 1;
    });
  }

  private addFlow(handId: string, { from, to, bigBlinds }: Flow): void {
    const pair = this.pair(from, to);
    pair.flow += from === pair.first ? bigBlinds : -bigBlinds;
    pair.flowSquares += bigBlinds * bigBlinds;
    pair.flowHands.add(handId, bigBlinds);
  }

  private addSurrenders({ handId, surrenders }: Observation): void {
    for (const { from, to, bigBlinds } of surrenders) {
      const pair = this.pair(from, to);
      if (from === pair.first) pair.surrendersOfFirst += 1;
      else pair.surrendersOfSecond += 1;
      pair.surrenderHands.add(handId, bigBlinds);
      this.player(from).surrenders += 1;
      this.everybody.surrenders += 1;
    }
  }

  private addDuel({ handId, duel }: Observation): void {
    if (duel === null) return;
    const [one, other] = duel.users;
    const pair = this.pair(one, other);
    for (const counts of [pair, this.player(one), this.player(other), this.everybody]) {
      counts.duels += 1;
      if (duel.hadBet) counts.duelsWithBet += 1;
    }
    if (!duel.hadBet) pair.quietHands.add(handId, 1);
  }
}

function found<T>(map: Map<string, T>, key: string, create: () => T): T {
  const there = map.get(key);
  if (there !== undefined) return there;
  const fresh = create();
  map.set(key, fresh);
  return fresh;
}
