import type { PairBook } from './pair-play';
import { rounded, scoreOf, type Suspicion } from './suspicion';

/** Where a player was signed in from: a key of the network, or of a device in it; never shown. */
export interface Access {
  readonly userId: string;
  readonly means: 'network' | 'device';
  readonly key: string;
}

/** Fewer hands together are a coincidence that harms nobody. */
const LEAST_HANDS = 20;

/**
 * Players who sat at one table and came from one network or device. A key that many use says little:
 * the score is the chance that two players picked at random share one that is as rare, and for a
 * network how many pairs there are whom chance may have put together.
 * Rule: docs/rules/integrity.md §5.
 *
 * @example sharedAccess(book, []) // []
 */
export function sharedAccess(book: PairBook, accesses: readonly Access[]): Suspicion[] {
  const usersOf = new Map<string, Set<string>>();
  const keysOf = new Map<string, Set<string>>();
  for (const { userId, means, key } of accesses) {
    const name = `${means} ${key}`;
    usersOf.set(name, (usersOf.get(name) ?? new Set()).add(userId));
    keysOf.set(userId, (keysOf.get(userId) ?? new Set()).add(name));
  }
  const compared = [...book.all()].filter(({ hands }) => hands >= LEAST_HANDS).length;
  const found: Suspicion[] = [];
  for (const { first, second, hands, flowHands } of book.all()) {
    if (hands < LEAST_HANDS) continue;
    const shared = [...(keysOf.get(first) ?? [])].filter((key) => keysOf.get(second)?.has(key));
    const [rarest] = shared
      .map((key) => ({ key, users: usersOf.get(key)?.size ?? 0 }))
      .sort((a, b) => a.users - b.users);
    if (rarest === undefined) continue;
    const sharedDevices = shared.filter((key) => key.startsWith('device')).length;
    const rarity = rarityOfSharing(rarest.users, keysOf.size);
    found.push({
      kind: 'shared_access',
      userIds: [first, second],
      score: scoreOf(rarity, sharedDevices > 0 ? 1 : compared),
      evidence: {
        hands,
        sharedDevices,
        sharedNetworks: shared.length - sharedDevices,
        usersOfRarest: rarest.users,
        players: keysOf.size,
        rarity: rounded(rarity),
      },
      hands: flowHands.list(),
    });
  }
  return found;
}

/** Chance that two players at random are among those who use a key, as a power of ten. */
const rarityOfSharing = (users: number, players: number): number =>
  Math.log10(Math.max(1, (players * (players - 1)) / Math.max(1, users * (users - 1))));
