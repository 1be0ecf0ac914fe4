import type { CommandOf, LegalActionsView, TableView } from '@cardroom/protocol';

import { wholeBetween, type Random } from './seeded-random';

type Act = CommandOf<'table.act'>;
export type BotAction = Pick<Act, 'action'> & { readonly toKrw?: number };

export interface Situation {
  readonly view: TableView;
  readonly legal: LegalActionsView;
  readonly cards: readonly string[] | null;
}

const RANKS = '23456789TJQKA';

/**
 * What a bot does: one of the legal actions, at random, tilted by how good its cards look. It
 * plays a believable game, not a good one.
 */
export function chooseAction(situation: Situation, random: Random): BotAction {
  const { legal, view } = situation;
  const liking = 0.75 * cardsLook(situation) + 0.25 * random();
  if (legal.canCheck || legal.callKrw === 0) {
    return random() < 0.1 + 0.45 * liking ? raiseOr('check', situation, random) : free(legal);
  }
  const price = legal.callKrw / (view.potKrw + legal.callKrw);
  if (random() < 0.3 * liking * liking) return raiseOr('call', situation, random);
  // Curiosity: now and then a bot pays to see what it should not.
  return liking + 0.12 * random() >= price || random() < 0.06
    ? { action: 'call' }
    : { action: 'fold' };
}

/** A stack to sit down with: whole big blinds within what the table takes. */
export function chooseBuyIn(view: TableView, random: Random): number {
  const unit = view.stakes.bigBlindKrw;
  const least = Math.ceil(view.minBuyInKrw / unit);
  const most = Math.max(least, Math.floor(view.maxBuyInKrw / unit));
  return wholeBetween(random, least, most) * unit;
}

const free = (legal: LegalActionsView): BotAction =>
  legal.canCheck ? { action: 'check' } : { action: 'call' };

function raiseOr(other: 'check' | 'call', situation: Situation, random: Random): BotAction {
  const { legal, view } = situation;
  const { minRaiseToKrw: min, maxRaiseToKrw: max } = legal;
  if (min === null || max === null) return { action: other };
  const action = view.currentBetKrw === 0 ? 'bet' : 'raise';
  if (random() < 0.02) return { action, toKrw: max };
  const unit = Math.max(1, view.stakes.smallBlindKrw);
  const wanted = view.currentBetKrw + wholeBetween(random, 1, Math.max(1, view.potKrw));
  return { action, toKrw: Math.min(max, Math.max(min, wanted - (wanted % unit))) };
}

/** From 0 (rags) to 1 (a monster), by ranks alone. */
function cardsLook({ cards, view }: Situation): number {
  if (cards === null) return 0.4;
  const [high, low] = cards.map(rankOf).sort((a, b) => b - a) as [number, number];
  const isPair = high === low;
  if (view.board.length === 0) {
    const suited = cards[0]?.[1] === cards[1]?.[1] ? 0.08 : 0;
    return isPair ? 0.5 + high / 26 : (high + low) / 36 + suited;
  }
  const board = view.board.map(rankOf);
  const matches = board.filter((rank) => rank === high || rank === low).length;
  const over = isPair && board.every((rank) => rank < high) ? 0.25 : 0;
  return Math.min(1, 0.15 + (high + low) / 90 + 0.3 * matches + (isPair ? 0.15 : 0) + over);
}

const rankOf = (card: string): number => RANKS.indexOf(card.charAt(0));
