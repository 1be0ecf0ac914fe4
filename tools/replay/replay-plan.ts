import { formatCard } from '@cardroom/engine';
import { playRecord, type RecordedHand } from '@cardroom/records';
import { v7 as uuidv7 } from 'uuid';

/** The hands that one table plays, one after the other, with the same stakes and players. */
export interface PlannedTable {
  readonly tableId: string;
  readonly name: string;
  readonly hands: readonly RecordedHand[];
}

const kindOf = ({ posts, stacksKrw }: RecordedHand): string =>
  JSON.stringify([posts.stakes, stacksKrw.length]);

/** Whether players who have just sat down bring it about: blinds as usual and nothing else posted. */
export const isStageable = (hand: RecordedHand): boolean =>
  hand.structure === 'no-limit' &&
  hand.buttonPlayer === hand.stacksKrw.length - 1 &&
  hand.posts.smallBlindPlayer !== null &&
  hand.posts.straddle === null &&
  hand.posts.entryPosts.length === 0 &&
  hand.secondBoard.length === 0 &&
  !hand.isVoid;

/** Deals the hands round to at least `tableCount` tables; a table has one kind of hand. */
export function planReplay(hands: readonly RecordedHand[], tableCount: number): PlannedTable[] {
  const kinds = new Map<string, RecordedHand[]>();
  for (const hand of hands) kinds.set(kindOf(hand), [...(kinds.get(kindOf(hand)) ?? []), hand]);
  const label = uuidv7().slice(-6);
  return [...kinds.values()].flatMap((ofKind, kind) => {
    const share = Math.max(1, Math.round((tableCount * ofKind.length) / hands.length));
    const count = Math.min(share, ofKind.length);
    return Array.from({ length: count }, (_, place) => ({
      tableId: uuidv7(),
      name: `Replay ${label}-${kind + 1}-${place + 1}`,
      hands: ofKind.filter((_hand, index) => index % count === place),
    }));
  });
}

/** The decks of the plan as the gateway's script wants them. */
export const deckScript = (plan: readonly PlannedTable[]): Record<string, string[]> =>
  Object.fromEntries(
    plan.map(({ tableId, hands }) => [
      tableId,
      hands.map((hand, index) =>
        playRecord(hand, index + 1)
          .deck.map(formatCard)
          .join(''),
      ),
    ]),
  );
