import fc from 'fast-check';

import { canonicalJson, fingerprintOf } from './fingerprint';

/** The same value with the keys of every object the other way round. */
const turned = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(turned);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turned(part)]),
  );
};

describe('the canonical JSON of a value', () => {
  it('means what the value means, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(turned(value))).toBe(text);
        expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(text);
      }),
    );
  });

  it('has sorted keys at every depth', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
  });

  it('leaves out what is undefined, and has a moment as its text', () => {
    const at = new Date(0);
    expect(canonicalJson({ at, none: undefined })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
    expect(fingerprintOf({ at, none: undefined })).toBe(fingerprintOf({ at: at.toJSON() }));
  });
});

it('a fingerprint is the SHA-256 of the canonical JSON in hex', () => {
  expect(fingerprintOf({})).toBe(
    '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
  );
});
