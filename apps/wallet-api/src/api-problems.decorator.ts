import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { errorSpec, type ErrorCode } from '@cardroom/protocol';

/** Documents the errors of an endpoint as `application/problem+json`, grouped by status. */
export function ApiProblems(...codes: readonly ErrorCode[]): MethodDecorator {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const { httpStatus } = errorSpec(code);
    byStatus.set(httpStatus, [...(byStatus.get(httpStatus) ?? []), code]);
  }
  return applyDecorators(
    ...[...byStatus].map(([status, ofStatus]) =>
      ApiResponse({
        status,
        description: ofStatus.map((code) => `\`${code}\` ${errorSpec(code).message}`).join('\n\n'),
        content: { 'application/problem+json': { schema: problemSchema(status, ofStatus) } },
      }),
    ),
  );
}

const problemSchema = (status: number, codes: readonly ErrorCode[]) => ({
  type: 'object' as const,
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' as const },
    title: { type: 'string' as const },
    status: { type: 'integer' as const, example: status },
    code: { type: 'string' as const, enum: [...codes] },
    requestId: { type: 'string' as const },
  },
});
