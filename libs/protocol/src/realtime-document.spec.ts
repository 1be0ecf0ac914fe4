import { schemas } from '@asyncapi/specs';
import Ajv, { type AnySchema } from 'ajv';

import { COMMAND_SCHEMAS } from './commands';
import { realtimeDocument } from './realtime-document';
import { SERVER_MESSAGES } from './views';

const document = realtimeDocument();
const { messages } = document.components;

describe('the document of the wire', () => {
  it('is AsyncAPI 3.0', () => {
    // The schema brings the schema of schemas along.
    const ajv = new Ajv({
      strict: false,
      validateFormats: false,
      meta: false,
      validateSchema: false,
    });
    const validate = ajv.compile(schemas['3.0.0'] as AnySchema);
    expect([validate(document), validate.errors]).toEqual([true, null]);
  });

  it('refers to nothing that is not there', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)];
    const missing = refs.filter(([, path = '']) => at(path) === undefined);
    expect(refs.length).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  it('has every command with its answer, and says what it is for', () => {
    for (const [type, { description }] of Object.entries(COMMAND_SCHEMAS)) {
      const key = type.replaceAll('.', '_');
      expect(messages[key]).toMatchObject({ name: 'cmd', title: type, summary: description });
      expect(messages[`${key}_answer`]).toMatchObject({ name: 'ack' });
    }
  });

  it('has every message of the server', () => {
    expect(messages).toMatchObject(
      Object.fromEntries(Object.keys(SERVER_MESSAGES).map((name) => [name, { name }])),
    );
  });
});

function at(path: string): unknown {
  return path
    .split('/')
    .reduce<unknown>(
      (value, step) => (value as Record<string, unknown> | undefined)?.[step],
      document,
    );
}
