import { KEY_CATALOGUE, type KeySpec } from '@cardroom/cache';

/** The text of `docs/reference/redis-keys.md`, made from the catalogue of keys. */
export function redisKeysPage(): string {
  const rows = Object.values<KeySpec>(KEY_CATALOGUE).map(
    ({ name, type, role, holds, ends }) =>
      `| \`${name}\` | ${type} | ${role} | ${holds} | ${ends} |`,
  );
  return [
    '# Keys in Redis',
    '',
    'Made from `libs/cache/src/keys.ts` by `npm run reference`; a test compares the two.',
    '',
    'Before each name comes `REDIS_KEY_PREFIX` and a colon. The role says which server has it:',
    '`REDIS_GAME_URL`, `REDIS_PUBSUB_URL` or `REDIS_CACHE_URL`, by default all `REDIS_URL`. What a key',
    'of a table has between brackets is its hash tag: on a cluster all keys of a table are on one node.',
    'No key and no value names a hidden card; a deck is there only as ciphertext.',
    '',
    '| name | type | role | holds | ends |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    'Not ours, and named by the libraries that own them: the queues of Bull below `{<prefix>:bull}`',
    '(server of the queue role), and the channels of the Socket.IO adapter, `<prefix>:socket.io#…`',
    '(pub/sub).',
    '',
  ].join('\n');
}
