/**
 * The names of properties that travel as their place in this list. It only grows, at its end: the
 * place of a name is part of the format, and old clients keep their copy. The most frequent names
 * come first, since places below 128 take one byte.
 *
 * Rule: docs/reference/messagepack.md §3.
 */
export const NAMES: readonly string[] = `
  seat allIn seats type stackKrw amountKrw status timeBankMs userId nickname connected
  inHand folded streetBetKrw shownCards tableId stateVersion atMs events patch turn
  deadlineAtMs usingTimeBank legal canFold canCheck callKrw minRaiseToKrw maxRaiseToKrw
  action toKrw addedKrw bySystem potKrw pots place card position salt path netKrw street
  handId currentBetKrw cards handNo startStackKrw endStackKrw putInKrw stakes smallBlindKrw
  bigBlindKrw anteKrw bigBlindAnteKrw board openings rakeKrw waiting name maxSeats
  minBuyInKrw maxBuyInKrw settings structure straddle runItTwice rabbitHunt ratholeWindowMs
  actionTimeoutMs showdownPauseMs awayRemovalMs seatOfferMs algorithm root commitments pool
  seated seeds lastHand nextDeal kind buttonSeat results dealOrder potIndex winners deal
  outcome tables setup smallBlindSeat bigBlindSeat seatsInDealOrder ok requestId data
  snapshot table secondBoard rabbitCards runChoice keptSeats own buyIn minKrw maxKrw code
  message reason commitment value deltas retryAfterMs reconnectAfterMs entry owesBigBlind
  owesSmallBlind sitOutNextBigBlind straddleNext autoTopUpKrw preAction offer untilMs text
  run runs boards usedMs
`
  .trim()
  .split(/\s+/);
