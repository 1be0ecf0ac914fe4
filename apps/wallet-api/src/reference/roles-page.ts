import type { OpenAPIObject } from '@nestjs/swagger';
import { ROLES } from '@cardroom/platform';

import { operationsOf } from './operations';

const STAFF = ROLES.filter((role) => role !== 'player');

/** The text of `docs/reference/roles.md`: who may use what, made from the OpenAPI document. */
export function rolesPage(document: OpenAPIObject): string {
  const limited = operationsOf(document).filter(({ roles }) => roles.length > 0);
  const row = ({ method, path, roles }: (typeof limited)[number]): string => {
    const cells = STAFF.map((role) => (roles.includes(role) ? 'yes' : ''));
    return `| \`${method} ${path}\` | ${cells.join(' | ')} |`;
  };
  return [
    '# Who may use what',
    '',
    'Made from the OpenAPI document of wallet-api by `npm run reference`; a test compares the two. For a role without a',
    '`yes` the endpoint does not exist. All of them need a session that has shown a second factor. What is not listed here',
    'is for everybody with an access token, staff included; see [rest.md](rest.md).',
    '',
    `| endpoint | ${STAFF.join(' | ')} |`,
    `| --- | ${STAFF.map(() => '---').join(' | ')} |`,
    ...limited.map(row),
    '',
  ].join('\n');
}
