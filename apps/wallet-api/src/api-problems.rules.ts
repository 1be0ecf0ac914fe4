import type { OpenAPIObject } from '@nestjs/swagger';
import { errorSpec, isErrorCode, type ErrorCode } from '@cardroom/protocol';

import { PROBLEMS } from './api-problems.decorator';
import { DOC_PUBLIC, DOC_RATE_SCOPE } from './auth/access.decorators';
import { DOC_IDEMPOTENT, OF_IDEMPOTENCY } from './idempotency/idempotent.options';

/** An operation with the notes that decorators left on it. */
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & {
  readonly [PROBLEMS]?: unknown;
  readonly [DOC_PUBLIC]?: unknown;
  readonly [DOC_RATE_SCOPE]?: unknown;
  readonly [DOC_IDEMPOTENT]?: unknown;
};

export const PROBLEM_SCHEMA = {
  type: 'object' as const,
  description: 'A refusal or a failure. `code` is the contract; nothing that was sent is repeated.',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' as const, example: 'urn:cardroom:error:NOT_FOUND' },
    title: { type: 'string' as const },
    status: { type: 'integer' as const, example: 404 },
    code: { type: 'string' as const, example: 'NOT_FOUND' },
    requestId: { type: 'string' as const, description: 'Also in the header X-Request-Id.' },
    retryAfterSeconds: { type: 'integer' as const, description: 'Where the wait is known.' },
    errors: {
      type: 'array' as const,
      description: 'With VALIDATION_FAILED and INVALID_AMOUNT: which rules were broken where.',
      items: {
        type: 'object' as const,
        properties: {
          path: { type: 'string' as const },
          rules: { type: 'array' as const, items: { type: 'string' as const } },
        },
      },
    },
  },
};

const OF_TOKENS: readonly ErrorCode[] = [
  ...(['TOKEN_MISSING', 'TOKEN_INVALID', 'TOKEN_EXPIRED', 'SESSION_REVOKED'] as const),
  'ACCOUNT_FROZEN',
];

const OF_BODIES: readonly ErrorCode[] = [
  ...(['VALIDATION_FAILED', 'MALFORMED_JSON', 'PAYLOAD_TOO_LARGE'] as const),
  'UNSUPPORTED_MEDIA_TYPE',
];

const OF_THE_SERVER: readonly ErrorCode[] = ['SERVICE_UNAVAILABLE', 'INTERNAL_ERROR'];

const WAIT_STATUSES = [429, 503];

const RETRY_AFTER = {
  'Retry-After': {
    description: 'Seconds to wait before another try.',
    schema: { type: 'integer' as const, minimum: 1 },
  },
};

/** All codes that an operation may answer with, each once. */
function codesOf(operation: Operation): ErrorCode[] {
  const own = operation[PROBLEMS];
  return [
    ...new Set([
      ...(Array.isArray(own) ? own.filter(isErrorCode) : []),
      ...(operation[DOC_IDEMPOTENT] === true ? OF_IDEMPOTENCY : []),
      ...(operation.requestBody === undefined ? [] : OF_BODIES),
      ...(operation[DOC_PUBLIC] === true ? [] : OF_TOKENS),
      ...(operation[DOC_RATE_SCOPE] === 'none' ? [] : (['RATE_LIMITED'] as const)),
      ...OF_THE_SERVER,
    ]),
  ];
}

const problemExample = (code: ErrorCode) => ({
  type: `urn:cardroom:error:${code}`,
  title: errorSpec(code).message,
  status: errorSpec(code).httpStatus,
  code,
  requestId: '0190a7c2-0000-7000-8000-000000000001',
});

const responseOf = (status: number, codes: readonly ErrorCode[]) => ({
  description: codes.map((code) => `\`${code}\` ${errorSpec(code).message}`).join('\n\n'),
  ...(WAIT_STATUSES.includes(status) ? { headers: RETRY_AFTER } : {}),
  content: {
    'application/problem+json': {
      schema: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          {
            type: 'object' as const,
            properties: {
              status: { type: 'integer' as const, enum: [status] },
              code: { type: 'string' as const, enum: [...codes] },
            },
          },
        ],
      },
      examples: Object.fromEntries(codes.map((code) => [code, { value: problemExample(code) }])),
    },
  },
});

/** Writes an operation's refusals and its need of a token into the document. */
export function documentProblems(operation: Operation, bearer: string): void {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codesOf(operation)) {
    const { httpStatus } = errorSpec(code);
    byStatus.set(httpStatus, [...(byStatus.get(httpStatus) ?? []), code]);
  }
  const statuses = [...byStatus].sort(([a], [b]) => a - b);
  const problems = statuses.map(([status, codes]) => [status, responseOf(status, codes)] as const);
  operation.responses = { ...operation.responses, ...Object.fromEntries(problems) };
  if (operation[DOC_PUBLIC] !== true) operation.security = [{ [bearer]: [] }];
  // These were notes for this function; the scope of the limit stays for readers.
  Reflect.deleteProperty(operation, PROBLEMS);
  Reflect.deleteProperty(operation, DOC_PUBLIC);
  Reflect.deleteProperty(operation, DOC_IDEMPOTENT);
}
