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

test('people who are kept are pseudonyms in all that is written, and titles are kept where the contract asks', async () => {
  const names = ['Zoé Plante', 'Jürgen Sorgfalt'];
  const list = `"ID";"Titre";"Statut";"Priorité";"Attribué à - Technicien";"Date d'ouverture";"Date de résolution"
"101";"Panne <b>grave</b>";"Clos";"Haute";"${names[0]}";"2026-01-05 09:00";"2026-01-08 11:00"
"102";"Lenteur";"Clos";"Haute";"${names[1]}";"2026-01-06 09:00";"2026-01-09 11:00"
`;
  // A date that is none is told by its shape: what stands there may be anything.
  const work = `key;date;hours;person\n101;2026-01-06;2;${names[1]}\n102;2026-01-07;1;${names[0]}\n102;hier;1;${names[0]}\n`;
  const build = async (more: string) => {
    const files = {
      'demo/contract.yaml': CONTRACT(`tolerate: { rejectedRows: 1 }\npolicies: { minimumSample: 1 }\n${more}`),
      'demo/tickets/list.csv': list,
      'demo/worklog/work.csv': work,
    };
    const out = join(folderWith({}), 'site');
    const { status, stdout, stderr } = await runJauge(['build', '--data', folderWith(files), '--out', out]);
    expect([status, stderr]).toEqual([0, expect.stringMatching(/de la forme «\saa\s»/)]);
    expect(stderr).not.toContain('hier');
    const texts = readdirSync(out, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(html|json)$/.test(entry.name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    const all = [...texts, stdout, stderr].join('\n');
    expect(all).not.toMatch(/Zo(é|e|\\u00e9) ?Plante|Sorgfalt/i);
    return all;
  };
  const kept = await build('keep: { titles: true, people: pseudonyms }\n');
  expect(kept).toContain('Agent 2');
  expect(kept).toContain('Panne &lt;b&gt;grave&lt;/b&gt;');
  const bare = await build('');
  expect(bare).not.toMatch(/Agent \d|Panne|Lenteur/);
});

/** The rows of a fixture with each cell moved one column to the right from a column on, as a delimiter outside quotes does. */
async function shifted(name: string): Promise<string> {
  const bytes = readFileSync(join(folder, name));
  const { rows } = await readDrop(name, [bytes], null, 'Europe/Paris');
  const text = new TextDecoder(rows!.encoding).decode(bytes);
  const { data } = Papa.parse<string[]>(text.trimEnd(), {
    delimiter: rows!.delimiter,
    ...(rows!.layout.vocabulary.quoting === 'none' ? { quoteChar: '\u0000' } : {}),
  });
  const [head, ...body] = data;
  const width = head!.length;
  const moved = body.flatMap((cells, row) => {
    const from = row % width;
    const put = [...cells.slice(0, from), PERSON, ...cells.slice(from)].slice(0, width);
    // A name alone is harder to tell from a word of a list than one with a mail.
    const named = [...cells.slice(0, from), `Zoé ${PLANTED}`, ...cells.slice(from)].slice(0, width);
    return [cells, put, named];
  });
  return Papa.unparse([head!, ...moved], { delimiter: rows!.delimiter });
}

test('a row that is shifted says nothing of a person either, whichever column it falls into', async () => {
  const files: Record<string, string> = {};
  for (const name of exports) {
    const id = name.replace(/\.\w+$/, '');
    const more = 'tolerate: { rejectedRows: 1000 }\npolicies: { minimumSample: 1 }\n';
    files[`${id}/contract.yaml`] = CONTRACT(more, id).replace('[Haute]', '[Haute, High, Très haute, Critical]');
    files[`${id}/tickets/${name}`] = await shifted(name);
  }
  const data = folderWith(files);
  const out = join(folderWith({}), 'site');
  const gitlab = join(folderWith({}), 'quality.json');
  const check = await runJauge(['check', '--data', data, '--github', '--gitlab', gitlab]);
  const { status, stdout, stderr } = await runJauge(['build', '--data', data, '--out', out]);
  expect(status).toBe(0);
  expect([check.stdout, check.stderr, stdout, stderr, readFileSync(gitlab, 'utf8')].join('\n')).not.toMatch(
    /zoe|Planté|12 34 56/i,
  );
  const written = readdirSync(out, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  expect(written.length).toBeGreaterThan(100);
  for (const entry of written) {
    const path = join(entry.parentPath, entry.name);
    expect(/zoe\.plante|Planté|Plant%C3%A9|Plante\b|12 34 56/i.test(readFileSync(path, 'utf8')), path).toBe(false);
  }
});

test('a row that is rejected and comes back through its history ends nothing', async () => {
  const list =
    '"ID";"Statut";"Priorité";"Date d\'ouverture";"Date de résolution"\n101;Clos;Haute;2026-01-05 09:00;2026-01-08 11:00\n102;Clos;Haute;;2026-01-06 11:00\n';
  const files = {
    'demo/contract.yaml': CONTRACT('tolerate: { rejectedRows: 5 }\n'),
    'demo/tickets/list.csv': list,
    'demo/history/log.csv': 'key;at;from;to\n102;2026-01-06 09:54;Nouveau;En attente\n',
  };
  const { status, stderr } = await runJauge(['check', '--data', folderWith(files)]);
  expect([status, stderr]).toEqual([0, expect.stringContaining('102')]);
  expect(stderr).not.toContain('RangeError');
});
