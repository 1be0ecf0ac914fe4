import type { ReceivedFrame } from '@cardroom/testing';

/** One hand as the archive tells it: who was dealt in, what was shown. */
export interface DealtHand {
  readonly handId: string;
  readonly tableId: string;
  /** Hole cards by user, as their owners received them. */
  readonly cardsOf: ReadonlyMap<string, readonly string[]>;
  readonly shownBy: ReadonlySet<string>;
}

const HAND_ID = /"handId":"([0-9a-f-]{36})"/g;

/** The messages about one table that a frame holds: an answer may bring several deltas at once. */
function messagesOf({ data }: ReceivedFrame): { tableId: string; text: string }[] {
  const frame = Buffer.from(data).toString('utf8');
  const from = frame.search(/[[{]/);
  if (from < 0) return [];
  return collect(JSON.parse(frame.slice(from)));
}

function collect(value: unknown): { tableId: string; text: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('tableId' in value && typeof value.tableId === 'string') {
    return [{ tableId: value.tableId, text: JSON.stringify(value) }];
  }
  return Object.values(value).flatMap(collect);
}

/**
 * Cards in a client's frames that the rules never showed to it: hole cards of others that were
 * mucked or folded. Follows, table by table, which hand a message belongs to.
 */
export function findLeaks(
  userId: string,
  frames: readonly ReceivedFrame[],
  hands: ReadonlyMap<string, DealtHand>,
): string[] {
  const handAt = new Map<string, string>();
  return frames.flatMap(messagesOf).flatMap(({ tableId, text }) => {
    const handId = [...text.matchAll(HAND_ID)].at(-1)?.[1] ?? handAt.get(tableId);
    const hand = hands.get(handId ?? '');
    if (handId === undefined || hand === undefined) return [];
    handAt.set(tableId, handId);
    return hiddenFrom(userId, hand)
      .filter((card) => text.includes(`"${card}"`))
      .map((card) => `${card} of hand ${handId}: ${text.slice(0, 200)}`);
  });
}

const hiddenFrom = (userId: string, hand: DealtHand): string[] =>
  [...hand.cardsOf].flatMap(([owner, cards]) =>
    owner === userId || hand.shownBy.has(owner) ? [] : cards,
  );
