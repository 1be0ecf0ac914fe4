import { emailKeyOf, nicknameKeyOf } from '../../auth/identity.rules';

export type PlayerSearch =
  | { readonly by: 'id'; readonly userId: string }
  | { readonly by: 'email' | 'nickname'; readonly prefix: string }
  | { readonly by: 'everybody' | 'nobody' };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `%`, `_` and `\` stand for themselves. */
export const likePrefix = (text: string): string => `${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

/**
 * What somebody means who types this: an id, the beginning of an address where there is an `@`, else
 * the beginning of a nickname, however it is written: nicknames that look alike are found together.
 */
export function playerSearchOf(text: string): PlayerSearch {
  const asked = text.trim();
  if (asked === '') return { by: 'everybody' };
  if (UUID.test(asked)) return { by: 'id', userId: asked.toLowerCase() };
  if (asked.includes('@')) return { by: 'email', prefix: likePrefix(emailKeyOf(asked)) };
  const key = nicknameKeyOf(asked);
  return key === '' ? { by: 'nobody' } : { by: 'nickname', prefix: likePrefix(key) };
}
