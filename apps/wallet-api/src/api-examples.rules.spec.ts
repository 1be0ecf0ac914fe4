import type { OpenAPIObject } from '@nestjs/swagger';

import { exampleOf } from './api-examples.rules';

const document = {
  components: {
    schemas: {
      Player: { type: 'object', properties: { name: { type: 'string', example: 'Ann' } } },
      Endless: { type: 'object', properties: { next: { $ref: '#/components/schemas/Endless' } } },
    },
  },
} as unknown as OpenAPIObject;

it.each([
  [{ type: 'string', example: 'x' }, 'x'],
  [{ type: 'string', format: 'uuid' }, '0190a7c2-0000-7000-8000-000000000001'],
  [{ type: 'string', nullable: true }, null],
  [{ type: 'string', enum: ['a', 'b'] }, 'a'],
  [{ type: 'number', minimum: 5 }, 5],
  [{ type: 'integer', default: 20 }, 20],
  [{ type: 'boolean' }, true],
  [{ type: 'array', items: { type: 'boolean' } }, [true]],
  [{ $ref: '#/components/schemas/Player' }, { name: 'Ann' }],
  [{ allOf: [{ $ref: '#/components/schemas/Player' }, { type: 'object' }] }, { name: 'Ann' }],
])('an example of %j is %j', (schema, example) => {
  expect(exampleOf(document, schema)).toEqual(example);
});

it('an example of what holds itself ends', () => {
  expect(JSON.stringify(exampleOf(document, { $ref: '#/components/schemas/Endless' }))).toContain(
    'null',
  );
});

it('what the document does not have is an error', () => {
  expect(() => exampleOf(document, { $ref: '#/components/schemas/Nobody' })).toThrow('Nobody');
});
