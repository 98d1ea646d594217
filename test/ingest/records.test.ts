/** The record reader against Papa Parse, which serves as the judge of what a CSV file says. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { detectDelimiter, RecordReader, unescaped, type Delimiter } from '../../src/ingest/bytes/records.ts';

interface Read {
  readonly rows: string[][];
  readonly lines: number[];
  readonly reader: RecordReader;
}

/** Reads text cut into pieces of `size` bytes. */
function read(text: string, delimiter: Delimiter, size = Infinity): Read {
  const rows: string[][] = [];
  const lines: number[] = [];
  const decoder = new TextDecoder();
  const reader = new RecordReader(delimiter, (record) => {
    const row: string[] = [];
    for (let i = 0; i < record.cells; i++) {
      const { bytes, starts, ends, escaped } = record;
      row.push(
        decoder.decode(escaped[i] ? unescaped(bytes, starts[i]!, ends[i]!) : bytes.subarray(starts[i], ends[i])),
      );
    }
    rows.push(row);
    lines.push(record.line);
  });
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.slice(at, Math.min(bytes.length, at + size)));
  reader.end();
  return { rows, lines, reader };
}

describe('records', () => {
  test('cells, quoted cells, doubled quotes, line ends of both kinds', () => {
    const { rows, lines } = read('a;b;c\r\n1;"x;y";"say ""hi"""\n\n2;"two\nlines";\r\n3;é;', ';');
    expect(rows).toEqual([
      ['a', 'b', 'c'],
      ['1', 'x;y', 'say "hi"'],
      ['2', 'two\nlines', ''],
      ['3', 'é', ''],
    ]);
    expect(lines).toEqual([1, 2, 4, 6]);
  });

  test('a quote that is never closed fails with the line on which it was opened', () => {
    const { reader, rows } = read('a,b\n1,2\n3,"four\n5,6\n', ',');
    expect(rows).toHaveLength(2);
    expect(reader.failure).toEqual({ kind: 'quote-unclosed', line: 3, opened: 3 });
  });

  test('a line without end fails once it is longer than any record', () => {
    const reader = new RecordReader(',', () => undefined);
    const block = new Uint8Array(4 * 1024 * 1024).fill(120);
    for (let i = 0; i < 6; i++) reader.push(block);
    expect(reader.failure).toMatchObject({ kind: 'record-too-long', line: 1 });
  });

  test('the delimiter is the one that the header line holds most of, outside quotes', () => {
    const of = (text: string): Delimiter => detectDelimiter(new TextEncoder().encode(text));
    expect(of('a;b;c\n1,2,3,4\n')).toBe(';');
    expect(of('"a,b,c";d\n')).toBe(';');
    expect(of('a\tb\n')).toBe('\t');
    expect(of('\n\na,b\n')).toBe(',');
  });

  test('reads what Papa Parse reads, however the bytes are cut', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '"', ';', ',', '\n', '\r\n', ' ', '€', '1'),
      maxLength: 6,
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom<Delimiter>(';', ',', '\t'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        (cells, delimiter, newline, quotes, size) => {
          const text = Papa.unparse(cells, { delimiter, newline, quotes });
          const judged = Papa.parse<string[]>(text, { delimiter, newline }).data;
          expect(read(text, delimiter, size).rows).toEqual(judged);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('never hangs, crashes or loses a line on bytes that are no table', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 1, max: 50 }), (bytes, size) => {
        let last = 0;
        const reader = new RecordReader(',', ({ line }) => {
          expect(line).toBeGreaterThan(last);
          last = line;
        });
        for (let at = 0; at < bytes.length; at += size) reader.push(bytes.slice(at, at + size));
        reader.end();
      }),
      { numRuns: 3000 },
    );
  });
});
