import { expect, test } from 'vitest';
import { WordIndex } from '../../src/ingest/bytes/words.ts';

test('a hundred thousand words are told apart, and each is known again', () => {
  const index = new WordIndex();
  const encoder = new TextEncoder();
  const words = Array.from({ length: 100_000 }, (_, i) => `INC${i * 7919}`);
  for (const round of [0, 1]) {
    words.forEach((word, i) => {
      const bytes = encoder.encode(`..${word}.`);
      expect(index.add(bytes, 2, bytes.length - 1), `${word} in round ${round}`).toBe(i);
    });
  }
  expect(index.size).toBe(words.length);
  expect(index.decode(new TextDecoder())).toEqual(words);
});

test('the empty word and words that begin alike are words', () => {
  const index = new WordIndex();
  const bytes = new TextEncoder().encode('aab');
  expect([
    index.add(bytes, 0, 0),
    index.add(bytes, 0, 1),
    index.add(bytes, 0, 2),
    index.add(bytes, 1, 2),
    index.add(bytes, 1, 1),
  ]).toEqual([0, 1, 2, 1, 0]);
});
