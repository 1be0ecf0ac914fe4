import { ERROR_CODES, errorSpec } from '@cardroom/protocol';

const yes = (value: boolean): string => (value ? 'yes' : 'no');

/** The text of `docs/reference/errors.md`, made from the catalogue. */
export function errorPage(): string {
  const rows = ERROR_CODES.map((code) => {
    const { httpStatus, message, retryable, closesSocket, logLevel } = errorSpec(code);
    return `| \`${code}\` | ${httpStatus} | ${message} | ${yes(retryable)} | ${yes(closesSocket)} | ${logLevel} |`;
  });
  return [
    '# Errors',
    '',
    'Made from `libs/protocol/src/errors.ts` by `npm run reference`; a test compares the two.',
    '',
    'REST answers `application/problem+json` with the members `type`, `title`, `status`, `code` and',
    '`requestId`; sockets answer `{ ok: false, code, message, requestId }`. The code is the contract:',
    'texts may change. Nothing that was sent is repeated in an error. A refused request has changed',
    'nothing; one whose code is `OUTCOME_UNKNOWN` may have run: ask again with the same id.',
    '',
    '| code | HTTP | message | may succeed later unchanged | closes the socket | log level |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
