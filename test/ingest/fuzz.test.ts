/** Damaged exports: whatever is done to the bytes, the file is refused with a reason or each of its rows is accounted for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspectRows } from '../../src/ingest/inspect.ts';
import { RecordReader, unescaped, type RecordView } from '../../src/ingest/bytes/records.ts';
import { readDrop, type Rows } from '../../src/ingest/rows.ts';

/** `FUZZ_RUNS` asks for more cases a file, and `FUZZ_SEED` for others. */
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 40);
const seed = Number(process.env['FUZZ_SEED'] ?? 1);
const folder = join(import.meta.dirname, '../fixtures');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(csv|tsv)$/.test(name))
  .sort();

/** What breaks files on their way: bytes lost, doubled, changed, and the signs that a reader minds. */
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const inserted = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 4 }),
  fc.constantFrom(...['"', '\n', '\r', ';', ',', '\t', '\\', '\u0000', '""', '"\n', '\uFEFF', '=1+1', '<b>'].map(text)),
);
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 200 }),
  how: fc.constantFrom('insert' as const, 'replace' as const, 'cut' as const, 'double' as const, 'truncate' as const),
  bytes: inserted,
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(bytes: Uint8Array, { at, length, how, bytes: more }: Mutation): Uint8Array {
  const start = Math.floor(at * bytes.length);
  const end = Math.min(bytes.length, start + length);
  const parts = {
    insert: [bytes.subarray(0, start), more, bytes.subarray(start)],
    replace: [bytes.subarray(0, start), more, bytes.subarray(Math.min(bytes.length, start + more.length))],
    cut: [bytes.subarray(0, start), bytes.subarray(end)],
    double: [bytes.subarray(0, end), bytes.subarray(start)],
    truncate: [bytes.subarray(0, start)],
  }[how];
  return Uint8Array.from(Buffer.concat(parts));
}

function isBlank({ malformed, cells, starts, ends }: RecordView): boolean {
  return !malformed && Array.from({ length: cells }, (_, i) => ends[i]! - starts[i]!).every((size) => size === 0);
}

/** Whether a record cannot be the headings: nothing to read in it, or what Excel says of the delimiter. */
function isBeforeHeadings({ bytes, cells, starts, ends, escaped }: RecordView): boolean {
  const texts = Array.from({ length: cells }, (_, i) =>
    new TextDecoder('windows-1252').decode(
      escaped[i] ? unescaped(bytes, starts[i]!, ends[i]!) : bytes.subarray(starts[i], ends[i]),
    ),
  ).map((cell) => cell.replaceAll('ï»¿', '').trim());
  return texts.every((cell) => cell === '') || /^sep=.?$/i.test(texts[0]!);
}

/** The records of a file after its headings that hold anything, counted apart. */
function recordsOf(bytes: Uint8Array, { delimiter, layout }: Rows): number {
  let count = -1;
  const reader = new RecordReader(delimiter, (record) => {
    if (count < 0 ? isBeforeHeadings(record) : isBlank(record)) return;
    count++;
    reader.quoting = layout.vocabulary.quoting ?? 'doubled';
  });
  reader.push(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes);
  reader.end();
  return count;
}

test.each(files)('%s, damaged', async (file) => {
  const whole = Uint8Array.from(readFileSync(join(folder, file)));
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
      const bytes = mutations.reduce(mutated, whole);
      const { rows, problems } = await readDrop(file, [bytes], null, 'Europe/Paris');
      if (!rows) {
        expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
        return;
      }
      expect(rows.count + rows.rejected.length).toBe(recordsOf(bytes, rows));
      const { rows: found, tickets } = inspectRows(rows, problems);
      expect(found.accepted + found.merged + found.rejected).toBe(found.read);
      expect(tickets.length).toBeLessThanOrEqual(found.accepted);
    }),
    { numRuns, seed },
  );
});
