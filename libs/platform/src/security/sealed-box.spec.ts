import { randomBytes } from 'node:crypto';

import { SealedBox } from './sealed-box';

const key = randomBytes(32).toString('base64');
const box = new SealedBox(key);
const deck = Uint8Array.from({ length: 52 }, (_, card) => card);

it('opens what it sealed, for the same hand', () => {
  expect([...box.open(box.seal(deck, 'hand-1'), 'hand-1')]).toEqual([...deck]);
});

it('another process with the same key opens it', () => {
  expect([...new SealedBox(key).open(box.seal(deck, 'hand-1'), 'hand-1')]).toEqual([...deck]);
});

it('seals the same deck differently each time, and shows nothing of it', () => {
  const texts = new Set(Array.from({ length: 50 }, () => box.seal(deck, 'hand-1')));
  expect(texts.size).toBe(50);
  for (const text of texts)
    expect(Buffer.from(text, 'base64').includes(Buffer.from(deck.slice(0, 8)))).toBe(false);
});

it('refuses a text that belongs to another hand', () => {
  const sealed = box.seal(deck, 'hand-1');
  expect(() => box.open(sealed, 'hand-2')).toThrow();
});

it('refuses a text sealed with another key', () => {
  const other = new SealedBox(randomBytes(32).toString('base64'));
  expect(() => other.open(box.seal(deck, 'hand-1'), 'hand-1')).toThrow();
});

it('refuses a text with any byte changed', () => {
  const sealed = Buffer.from(box.seal(deck, 'hand-1'), 'base64');
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Buffer.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(() => box.open(changed.toString('base64'), 'hand-1')).toThrow();
  }
});

it.each(['', 'AA==', randomBytes(27).toString('base64')])('refuses %j as a sealed text', (text) => {
  expect(() => box.open(text, 'hand-1')).toThrow();
});

it.each(['', randomBytes(16).toString('base64'), randomBytes(33).toString('base64')])(
  'refuses %j as a key',
  (wrong) => {
    expect(() => new SealedBox(wrong)).toThrow(RangeError);
  },
);
