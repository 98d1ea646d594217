/** Files made to break a reader: refused early, or read with every row accounted for. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inspectRows } from '../../src/ingest/inspect.ts';
import { readDrop } from '../../src/ingest/rows.ts';
import { readData } from '../../src/node/folder.ts';
import { CONTRACT, EXPORT, folderWith } from '../folder.ts';

const MIB = 1024 * 1024;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['a line', 'a'],
  ['a cell whose quote is never closed', '"a;"\n'],
])('%s of 1 GiB is refused after 16 MiB, whatever follows', async (_, text) => {
  let given = 0;
  function* endless(): Generator<Uint8Array> {
    yield bytesOf(EXPORT);
    yield bytesOf(text === 'a' ? '' : '1;"');
    const chunk = bytesOf(text === 'a' ? 'a'.repeat(MIB) : 'a\n'.repeat(MIB / 2));
    for (given = 0; given < 1024; given++) yield chunk;
  }
  const { rows, problems } = await readDrop('a.csv', endless(), null, 'Europe/Paris');
  expect(rows).toBeNull();
  expect(problems).toMatchObject([{ code: 'record-too-long', severity: 'error' }]);
  expect(given).toBeLessThan(20);
});

test.each([
  ['rows', '1;Clos;Haute;2026-01-05 09:00;;\n'],
  ['blank lines', '\n'],
])('a gzip bomb of %s is refused long before it is unpacked', async (_, row) => {
  const bomb = gzipSync(Buffer.concat([bytesOf(EXPORT), Buffer.alloc(128 * MIB, row)]));
  expect(bomb.length).toBeLessThan(MIB);
  const { problems } = await readData(folderWith({ 'demo/contract.yaml': CONTRACT(), 'demo/tickets/a.csv.gz': bomb }));
  expect(problems).toMatchObject([
    { code: 'gzip-too-dense', file: 'demo/tickets/a.csv.gz', params: { size: bomb.length } },
  ]);
});

test('a million columns are refused, a million cells in a row reject it', async () => {
  const wide = await readDrop('a.csv', [bytesOf(`ID${';x.1'.repeat(1_000_000)}\n1\n`)], null, 'Europe/Paris');
  expect(wide.problems).toMatchObject([{ code: 'columns-too-many', line: 1, params: { count: 1_000_001 } }]);
  const { rows } = await readDrop('a.csv', [bytesOf(`${EXPORT}1${';x'.repeat(1_000_000)}\n`)], null, 'Europe/Paris');
  expect([rows!.count, rows!.rejected.map(({ problem }) => problem.code)]).toEqual([2, ['cells-unexpected']]);
});

test('NUL bytes are data like others', async () => {
  const text = EXPORT.replace('"101"', '"1\u000001"').replace('2026-01-05 11:00', '2026-01-05\u000011:00');
  const { rows } = await readDrop('a.csv', [bytesOf(text)], null, 'Europe/Paris');
  expect(rows!.count + rows!.rejected.length).toBe(2);
});

test.each(['utf-16le', 'utf-16be'] as const)('%s without a mark is read', async (encoding) => {
  const little = Buffer.from(EXPORT.replace('"ID"', 'ID'), 'utf16le');
  const bytes = encoding === 'utf-16le' ? little : little.swap16();
  const { rows } = await readDrop('a.csv', [Uint8Array.from(bytes)], null, 'Europe/Paris');
  expect([rows!.encoding, rows!.count, rows!.layout.tool]).toEqual([encoding, 2, 'glpi']);
});

test('formulas, HTML and script in every field are text', async () => {
  const evil = `=HYPERLINK("x")<script>alert(1)</script>' OR 1=1`;
  const cell = `"${evil.replaceAll('"', '""')}"`;
  const { rows } = await readDrop(
    'a.csv',
    [bytesOf(`ID;Statut;Priorité;Date d'ouverture;Catégorie\n${cell};${cell};${cell};2026-01-05 09:00;${cell}\n`)],
    null,
    'Europe/Paris',
  );
  const { tickets } = inspectRows(rows!, []);
  expect(tickets).toMatchObject([{ key: evil, status: evil, priority: evil }]);
});
