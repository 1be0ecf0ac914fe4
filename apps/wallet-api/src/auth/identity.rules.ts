/**
 * Letters that may stand together in one name: those of one alphabet, or the ones that Korean and
 * Japanese are written with. All others are refused, because look-alikes hide among them.
 */
const ALPHABETS = [
  /^[\p{Script=Latin}\p{Script=Hangul}\p{Script=Han}]+$/u,
  /^[\p{Script=Latin}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]+$/u,
  /^[а-яёіїєґ]+$/u,
  /^[α-ωά-ώ]+$/u,
];

/** Latin letters that stay what they are without their accents. */
const LATIN_BASES = /^[a-zßæœøłđðþı]$/;

/** What letters of other alphabets, digits and rare Latin letters are mistaken for. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', 9: 'g', i: 'l', ı: 'l' },
  ...{ ß: 'b', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'p' },
  ...{ а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', п: 'n', р: 'p', с: 'c', т: 't' },
  ...{ у: 'y', х: 'x', з: 'e', і: 'l', г: 'r', ь: 'b', и: 'u' },
  ...{ α: 'a', β: 'b', γ: 'y', ε: 'e', η: 'n', ι: 'l', κ: 'k', μ: 'u', ν: 'v', ο: 'o', ρ: 'p' },
  ...{ σ: 'o', τ: 't', υ: 'u', χ: 'x', ω: 'w' },
};

/** Letters side by side that are read as another one. */
const LOOKALIKE_PAIRS: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['vv', 'w'],
];

/** Names that would pass for the house. */
const HOUSE_NAMES = [
  ...['admin', 'moderator', 'support', 'cardroom', 'dealer', 'system', 'staff', 'official'],
  ...['operator', 'cashier', 'helpdesk', 'security'],
  ...['운영', '관리자', '관리팀', '관리인', '고객센터', '고객지원', '상담원', '딜러', '카드룸'],
  ...['직원', '스태프', '스텝', '공식', '시스템', '매니저', '어드민', '모더레이터', '오퍼레이터'],
  ...['運營', '運営', '管理', '公式', '官方'],
];

/** Names of people and things that only hold one of the house. */
const INNOCENT_NAMES = ['stafford', 'cooperator'];

const ACCENTS = /[\u0300-\u036f]/gu;
const SEPARATORS = /[\s._-]/gu;

/** Letters without their accents; syllables of Hangul and Kana stay whole. */
const plainOf = (text: string): string =>
  text.normalize('NFKD').replaceAll(ACCENTS, '').normalize('NFC').toLowerCase();

/** One address is one account, however it is written. */
export const emailKeyOf = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/** A nickname as it is shown: compatibility forms folded, no spaces around. */
export const nicknameOf = (text: string): string => text.normalize('NFKC').trim();

/** Nicknames that look alike have one key. */
export function nicknameKeyOf(nickname: string): string {
  const letters = plainOf(nicknameOf(nickname)).replaceAll(SEPARATORS, '');
  const merged = LOOKALIKE_PAIRS.reduce((text, [pair, one]) => text.replaceAll(pair, one), letters);
  return Array.from(merged, (char) => LOOKALIKES[char] ?? char).join('');
}

const HOUSE_KEYS = HOUSE_NAMES.map(nicknameKeyOf);
const INNOCENT_KEYS = INNOCENT_NAMES.map(nicknameKeyOf);

function passesForTheHouse(nickname: string): boolean {
  const key = INNOCENT_KEYS.reduce(
    (rest, name) => rest.replaceAll(name, ' '),
    nicknameKeyOf(nickname),
  );
  // `cl` is read as `d` in a word that one expects; in other names it is just two letters.
  return [key, key.replaceAll('cl', 'd')].some((each) =>
    HOUSE_KEYS.some((name) => each.includes(name)),
  );
}

const isOrdinaryLetter = (char: string): boolean =>
  !/\p{Script=Latin}/u.test(char) || LATIN_BASES.test(char);

/**
 * Whether a nickname may be taken: 2 to 20 letters of one alphabet, digits 0 to 9, and between them
 * spaces, dots, `_` and `-`; it passes for nobody of the house.
 */
export function isNicknameAllowed(text: string): boolean {
  const nickname = nicknameOf(text);
  if (!/^[\p{L}0-9][\p{L}0-9 ._-]{1,19}$/u.test(nickname)) return false;
  const letters = plainOf(nickname).replaceAll(/[0-9 ._-]/g, '');
  if (letters !== '' && !ALPHABETS.some((alphabet) => alphabet.test(letters))) return false;
  return Array.from(letters).every(isOrdinaryLetter) && !passesForTheHouse(nickname);
}
