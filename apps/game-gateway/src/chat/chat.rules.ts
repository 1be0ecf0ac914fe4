/** Characters that change how other text looks, or that nobody sees. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Surrogate}]/gu;

const RANK = '(?:10|[2-9tjqka])';
const SUIT = '(?:[cdhs♣♦♥♠])';

/** Two cards named one after the other, such as `As Kd`: a hand told while it is played. */
const TOLD_HAND = new RegExp(
  `(?<![a-z0-9])${RANK}${SUIT}[\\s,/-]*${RANK}${SUIT}(?![a-z0-9])`,
  'iu',
);

/** A message as everybody may read it: one line, no hidden characters; null where nothing is left. */
export function cleanChat(text: string): string | null {
  const line = text.normalize('NFC').replaceAll(/\s+/gu, ' ').replaceAll(INVISIBLE, '').trim();
  return line === '' ? null : line;
}

/** Whether a message seems to tell two cards. */
export const tellsCards = (text: string): boolean => TOLD_HAND.test(text.normalize('NFKC'));
