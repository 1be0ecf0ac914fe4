import type { ReceivedFrame } from '@cardroom/client';

/** One hand as the archive tells it: who was dealt in, what was shown. */
export interface DealtHand {
  readonly handId: string;
  readonly tableId: string;
  /** Hole cards by user, as their owners received them. */
  readonly cardsOf: ReadonlyMap<string, readonly string[]>;
  readonly shownBy: ReadonlySet<string>;
}

/** A message about one table. */
interface Message {
  readonly tableId: string;
  readonly text: string;
  /** The version of the table that it tells of, where it does. */
  readonly stateVersion: number | null;
}

/** The versions at which hands began, by table, rising. */
export type HandStarts = ReadonlyMap<string, readonly { version: number; handId: string }[]>;

const HAND_ID = /"handId":"([0-9a-f-]{36})"/g;

const lastHandId = (text: string): string | undefined => [...text.matchAll(HAND_ID)].at(-1)?.[1];

/** The messages about tables that a frame holds: an answer may bring several deltas at once. */
function messagesOf({ data }: ReceivedFrame): Message[] {
  const frame = Buffer.from(data).toString('utf8');
  const from = frame.search(/[[{]/);
  if (from < 0) return [];
  return collect(JSON.parse(frame.slice(from)));
}

function collect(value: unknown): Message[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('tableId' in value && typeof value.tableId === 'string') {
    const { tableId } = value;
    const version: unknown = 'stateVersion' in value ? value.stateVersion : null;
    const stateVersion = typeof version === 'number' ? version : null;
    return [{ tableId, stateVersion, text: JSON.stringify(value, withoutNextHand) }];
  }
  return Object.values(value).flatMap(collect);
}

/** When each hand began, as all these frames together tell it. */
export function handStarts(frames: readonly ReceivedFrame[]): HandStarts {
  const byTable = new Map<string, Map<number, string>>();
  for (const { tableId, text, stateVersion } of frames.flatMap(messagesOf)) {
    const handId = lastHandId(text);
    if (stateVersion === null || handId === undefined) continue;
    const starts = byTable.get(tableId) ?? new Map<number, string>();
    byTable.set(tableId, starts.set(stateVersion, handId));
  }
  const rising = (starts: Map<number, string>) =>
    [...starts]
      .map(([version, handId]) => ({ version, handId }))
      .sort((a, b) => a.version - b.version);
  return new Map([...byTable].map(([tableId, starts]) => [tableId, rising(starts)]));
}

/** What is announced of the next hand names it before its cards are dealt. */
function withoutNextHand(name: string, value: unknown): unknown {
  const isAnnouncement =
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    (value.type === 'root_announced' || value.type === 'root_voided');
  return name === 'nextDeal' || isAnnouncement ? null : value;
}

/**
 * Cards in a client's frames that the rules never showed to it: hole cards of others that were
 * mucked or folded. A version belongs to the hand that began last, also where this client has not
 * heard of it yet: after a break a delta may come before the answer that tells which hand is played.
 */
export function findLeaks(
  userId: string,
  frames: readonly ReceivedFrame[],
  hands: ReadonlyMap<string, DealtHand>,
  starts: HandStarts = handStarts(frames),
): string[] {
  const handAt = new Map<string, string>();
  return frames.flatMap(messagesOf).flatMap(({ tableId, text, stateVersion }) => {
    const begun =
      stateVersion === null
        ? undefined
        : starts.get(tableId)?.findLast(({ version }) => version <= stateVersion);
    const handId = lastHandId(text) ?? begun?.handId ?? handAt.get(tableId);
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
