/** Privacy by design: a person planted in every column that is not read is nowhere in what is written. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { inspectRows } from '../../src/ingest/inspect.ts';
import { readDrop } from '../../src/ingest/rows.ts';
import { CONTRACT, folderWith } from '../folder.ts';
import { runJauge } from '../run.ts';

const folder = join(import.meta.dirname, '../fixtures/exports');
const exports = readdirSync(folder).filter((name) => /\.(csv|tsv)$/.test(name) && !name.includes('timelog'));
const PLANTED = 'Planté';
const PERSON = `Zoé ${PLANTED} <zoe.plante@example.org> +33 6 12 34 56 78`;

/** A fixture with the person in each cell of each column that is not read. */
async function planted(name: string): Promise<string> {
  const bytes = readFileSync(join(folder, name));
  const { rows } = await readDrop(name, [bytes], null, 'Europe/Paris');
  const text = new TextDecoder(rows!.encoding).decode(bytes);
  const { data } = Papa.parse<string[]>(text.trimEnd(), {
    delimiter: rows!.delimiter,
    ...(rows!.layout.vocabulary.quoting === 'none' ? { quoteChar: '\u0000' } : {}),
  });
  const used = new Set(rows!.layout.columns.map(({ index }) => index));
  const width = data[0]!.length;
  const withPerson = data.map((cells, row) =>
    row === 0 ? cells : Array.from({ length: width }, (_, i) => (used.has(i) ? (cells[i] ?? '') : PERSON)),
  );
  return Papa.unparse(withPerson, { delimiter: rows!.delimiter });
}

test.each(exports)('%s: what is not read is not kept', async (name) => {
  const text = await planted(name);
  expect(text.split(PLANTED).length).toBeGreaterThan(30);
  const { rows, problems } = await readDrop(name, [new TextEncoder().encode(text)], null, 'Europe/Paris');
  const inspection = inspectRows(rows!, problems);
  expect(inspection.tickets.length).toBeGreaterThan(0);
  expect(JSON.stringify(inspection)).not.toContain(PLANTED);
});

test('nothing of a person is in a site, its data, or what is said on the way', async () => {
  const files: Record<string, string> = {};
  for (const name of exports) {
    const id = name.replace(/\.\w+$/, '');
    const words = `statuses: { active: [Sentinelle] }\npolicies: { minimumSample: 1 }\n`;
    files[`${id}/contract.yaml`] = CONTRACT(words, id).replace('[Haute]', '[Haute, High, Très haute, Critical]');
    files[`${id}/tickets/${name}`] = await planted(name);
  }
  const data = folderWith(files);
  const out = join(folderWith({}), 'site');
  const { status, stdout, stderr } = await runJauge(['build', '--data', data, '--out', out]);
  expect(status).toBe(0);
  expect(stdout + stderr).not.toMatch(/zoe|Planté/i);
  const written = readdirSync(out, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  expect(written.length).toBeGreaterThan(100);
  for (const entry of written) {
    const path = join(entry.parentPath, entry.name);
    expect(/zoe\.plante|Planté|Plant%C3%A9/i.test(readFileSync(path, 'utf8')), path).toBe(false);
  }
});
