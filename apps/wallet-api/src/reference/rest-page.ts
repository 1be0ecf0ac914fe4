import type { OpenAPIObject } from '@nestjs/swagger';

import { operationsOf, type Operation } from './operations';
import { fieldsOf, typeOf, type Schema } from './schema-text';

const INTRO = [
  '# REST API',
  '',
  'Made from the OpenAPI document of wallet-api by `npm run reference`; a test compares the two. A running',
  'wallet-api serves the same document at `/docs`, to be tried out, and at `/docs/openapi.json`.',
  '',
  'Amounts are whole won as JSON numbers. Bodies are JSON of at most 100 KiB; a member that is not listed',
  'here is refused, and of two members of one name the last counts. Times are UTC in ISO 8601. Every answer',
  'has `Cache-Control: no-store` and `X-Request-Id`, which is yours where you sent one of 8 to 64 letters,',
  'digits, `-` and `_`.',
  '',
  'Refusals are `application/problem+json`; what their codes mean is in [errors.md](errors.md). With 429 and',
  '503 comes `Retry-After` in seconds. Requests are counted per minute, for an address (of IPv6 for its /64)',
  'and for the user of the token; registering and logging in have limits of their own, logging in also one',
  'for each account.',
  '',
  'A list is read in pages: `limit` of 1 to 100, and `cursor` with the `nextCursor` of the page before. A',
  'cursor is good for the list and the reader that it was issued for.',
  '',
];

const oneLine = (text: string | undefined): string =>
  (text ?? '').replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

function schemaTable(document: OpenAPIObject, schema: Schema | undefined): string[] {
  const rows = fieldsOf(document, schema).map(({ name, type, about }) => [
    `\`${name}\``,
    type,
    oneLine(about),
  ]);
  return table(['member', 'type', 'what it is'], rows);
}

function parameterTable(document: OpenAPIObject, { parameters }: Operation): string[] {
  const rows = parameters.map((parameter) => [
    `\`${parameter.name}\``,
    parameter.in,
    typeOf(document, parameter.schema as Schema | undefined),
    oneLine(parameter.description),
  ]);
  return table(['parameter', 'in', 'type', 'what it is'], rows);
}

const limitOf = ({ rateScope, isPublic }: Operation): string => {
  if (rateScope === 'none') return 'is not counted';
  if (rateScope !== 'default') return `is counted as ${rateScope}`;
  return isPublic ? 'is counted for the address' : 'is counted for the address and the user';
};

function needOf({ isPublic, roles }: Operation): string {
  if (isPublic) return 'Needs no access token';
  return roles.length === 0
    ? 'Needs an access token'
    : `Needs the access token of ${roles.join(', ')}`;
}

function section(document: OpenAPIObject, operation: Operation): string[] {
  const { method, path, summary, description, body, success, problems } = operation;
  return [
    `### ${method} ${path}`,
    '',
    [summary, description].filter((text) => text !== '').join(' '),
    '',
    `${needOf(operation)}; ${limitOf(operation)}.`,
    '',
    ...parameterTable(document, operation),
    ...(body === undefined ? [] : ['The body:', '', ...schemaTable(document, body)]),
    ...success.flatMap(({ status, about, schema }) => [
      `Answers ${status}${about === '' ? '' : `. ${oneLine(about)}`}`,
      '',
      ...schemaTable(document, schema),
    ]),
    'Refuses with:',
    '',
    ...problems.map(
      ({ status, codes }) => `- ${status} ${codes.map((code) => `\`${code}\``).join(', ')}`,
    ),
    '',
  ];
}

/** The text of `docs/reference/rest.md`, made from the OpenAPI document. */
export function restPage(document: OpenAPIObject): string {
  const operations = operationsOf(document);
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  return [
    ...INTRO,
    ...tags.flatMap((tag) => [
      `## ${tag.slice(0, 1).toUpperCase()}${tag.slice(1)}`,
      '',
      ...operations
        .filter((operation) => operation.tag === tag)
        .flatMap((operation) => section(document, operation)),
    ]),
  ].join('\n');
}
