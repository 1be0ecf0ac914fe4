import { readFileSync } from 'node:fs';

import type { OpenAPIObject } from '@nestjs/swagger';

import { operationsOf } from './operations';
import { previewDocument } from './preview-document';
import { restPage } from './rest-page';
import { rolesPage } from './roles-page';

interface Media {
  readonly example?: unknown;
  readonly examples?: unknown;
}

interface Described {
  readonly content?: Readonly<Record<string, Media>>;
}

/** Every JSON that an operation takes and gives. */
function mediaOf(operation: unknown): Media[] {
  const { requestBody, responses = {} } = operation as {
    readonly requestBody?: Described;
    readonly responses?: Readonly<Record<string, Described>>;
  };
  return [requestBody, ...Object.values(responses)].flatMap((part) =>
    Object.entries(part?.content ?? {}).flatMap(([type, media]) =>
      type.endsWith('json') ? [media] : [],
    ),
  );
}

const isWithoutExample = ({ example, examples }: Media): boolean =>
  example === undefined && Object.keys(examples ?? {}).length === 0;

let document: OpenAPIObject;

beforeAll(async () => {
  document = await previewDocument();
});

it('docs/reference/rest.md lists exactly the endpoints of the OpenAPI document', () => {
  expect(readFileSync('docs/reference/rest.md', 'utf8')).toBe(restPage(document));
});

it('docs/reference/roles.md lists exactly who may use what', () => {
  expect(readFileSync('docs/reference/roles.md', 'utf8')).toBe(rolesPage(document));
});

it('#97 whatever is for staff names its roles, and no player is among them', () => {
  for (const { path, roles } of operationsOf(document)) {
    const isForStaff = path.startsWith('/api/v1/staff/');
    expect([path, roles.length > 0, roles.includes('player')]).toEqual([path, isForStaff, false]);
  }
});

describe('the document', () => {
  it('shows an example of every body, of every answer and of every refusal', () => {
    const lacking = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.values(item as Record<string, unknown>).flatMap((operation) =>
        mediaOf(operation)
          .filter(isWithoutExample)
          .map((media) => [path, media]),
      ),
    );
    expect(lacking).toEqual([]);
  });

  it('says of every endpoint what it does, under which heading, and what it answers', () => {
    for (const { method, path, summary, tag, success } of operationsOf(document)) {
      const [answer, ...others] = success;
      const says = { method, path, summary: summary !== '', tag: tag !== '', others };
      expect(says).toEqual({ method, path, summary: true, tag: true, others: [] });
      expect([path, answer?.schema !== undefined]).toEqual([path, answer?.status !== '204']);
    }
  });

  it('has the refusals of every endpoint as problems with their codes', () => {
    for (const { path, problems, isPublic, rateScope, body } of operationsOf(document)) {
      const codes = problems.flatMap((problem) => problem.codes);
      const always = ['SERVICE_UNAVAILABLE', 'INTERNAL_ERROR'];
      expect([path, codes]).toEqual([path, expect.arrayContaining(always)]);
      expect([path, codes.includes('TOKEN_MISSING')]).toEqual([path, !isPublic]);
      expect([path, codes.includes('RATE_LIMITED')]).toEqual([path, rateScope !== 'none']);
      expect([path, codes.includes('MALFORMED_JSON')]).toEqual([path, body !== undefined]);
      expect(problems.every((problem) => problem.codes.length > 0)).toBe(true);
    }
  });

  it('leaves no public endpoint but these', () => {
    const open = operationsOf(document).filter(({ isPublic }) => isPublic);
    expect(open.map(({ path }) => path)).toEqual([
      '/api/v1/auth/register',
      '/api/v1/auth/login',
      '/api/v1/auth/refresh',
      '/api/v1/wallet/webhook/deposit',
    ]);
  });

  it('describes every parameter that is not in the path', () => {
    for (const { path, parameters } of operationsOf(document)) {
      for (const parameter of parameters) {
        const isClear = parameter.in === 'path' || parameter.description !== undefined;
        expect([path, parameter.name, isClear]).toEqual([path, parameter.name, true]);
      }
    }
  });

  it('keeps its own notes to itself', () => {
    expect(JSON.stringify(document)).not.toMatch(/x-problems|x-public/);
  });
});
