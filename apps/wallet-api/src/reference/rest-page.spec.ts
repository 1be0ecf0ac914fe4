import { readFileSync } from 'node:fs';

import type { OpenAPIObject } from '@nestjs/swagger';

import { operationsOf } from './operations';
import { previewDocument } from './preview-document';
import { restPage } from './rest-page';

let document: OpenAPIObject;

beforeAll(async () => {
  document = await previewDocument();
});

it('docs/reference/rest.md lists exactly the endpoints of the OpenAPI document', () => {
  expect(readFileSync('docs/reference/rest.md', 'utf8')).toBe(restPage(document));
});

describe('the document', () => {
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
