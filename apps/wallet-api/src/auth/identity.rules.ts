/** Names that would pass for the house. */
const RESERVED = /admin|moderator|support|cardroom|dealer|system|staff(?!ord)/;

/** Latin letters that other scripts and digits are mistaken for. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  i: 'l',
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'l',
  ѕ: 's',
  ј: 'j',
  α: 'a',
  ε: 'e',
  ι: 'l',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
};

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
];

/** One address is one account, however it is written. */
export const emailKeyOf = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/** A nickname as it is shown: compatibility forms folded, no spaces around. */
export const nicknameOf = (text: string): string => text.normalize('NFKC').trim();

/** Nicknames that look alike have one key. */
export const nicknameKeyOf = (nickname: string): string =>
  Array.from(nicknameOf(nickname).toLowerCase(), (char) => LOOKALIKES[char] ?? char)
    .join('')
    .replaceAll(/[\s._-]/gu, '');

/** Whether a nickname is letters and digits of one script and passes for nobody of the house. */
export function isNicknameAllowed(text: string): boolean {
  const nickname = nicknameOf(text);
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{1,19}$/u.test(nickname)) return false;
  const scripts = SCRIPTS.filter((script) => script.test(nickname)).length;
  const mixesAllowed = /^[\p{Script=Latin}\p{Script=Hangul}\p{N} ._-]+$/u.test(nickname);
  if (scripts > 1 && !mixesAllowed) return false;
  const reserved = nicknameKeyOf(nickname);
  return !RESERVED.test(nickname.toLowerCase()) && !RESERVED.test(reserved.replaceAll('l', 'i'));
}
