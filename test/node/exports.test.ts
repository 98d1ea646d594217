/** Statements for spreadsheets: what opens them reads numbers, dates and text, and no formula. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeStatement } from '../../src/node/exports.ts';
import { accountAt, contractOf } from '../account/account.ts';

const folder = mkdtempSync(join(tmpdir(), 'jauge-exports-'));
const LIST =
  'ID;Titre;Statut;Priorité;Type;Catégorie;Date d\'ouverture;Date de résolution\n1;=HYPERLINK(""http://x"");Clos;Haute;Incident;+Paie;2026-01-01 09:00;2026-01-02 09:00\n';
const read = (path: string): Buffer => readFileSync(join(folder, path));

beforeAll(async () => {
  const contract = contractOf(`id: demo
name: Démo
client: Client
provider: Prestataire
zone: Europe/Paris
keep: { titles: true }
calendars: { office: { weekly: 24x7, holidays: none } }
priorities: [{ id: P1, label: Haute, words: [Haute] }]
terms:
  - from: 2026-01-01
    commitments: []
    coverage: [{ id: t, label: 'Carnet [A/B]: heures, jours et tickets de maintenance', form: carnet, unit: hours, lots: [{ id: L1, bought: 2026-01-01, quantity: 10 }] }]
`);
  const work = 'key;date;hours;activity\n1;2026-01-05;1,25;@Dev\n';
  const { account, statements } = await accountAt(contract, { 'list.csv': LIST, 'work.csv': work }, '2026-01-31');
  await writeStatement(folder, account, statements[0]!);
  await writeStatement(join(folder, 'again'), account, statements[0]!);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a statement', () => {
  test('as French CSV: semicolons, decimal commas, a byte order mark, and text that is no formula', () => {
    const text = read('demo/consommation/2026-01/releve-2026-01.csv').toString('utf8');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const { data } = Papa.parse<string[]>(text.slice(1), { delimiter: ';', skipEmptyLines: true });
    expect(data[0]!.slice(0, 4)).toEqual(['', 'Date', 'Mouvement', 'Ticket']);
    const [, opening, bought, used, closing] = data;
    expect(opening!.slice(1, 3)).toEqual(['2026-01-01', 'Solde à l’ouverture']);
    expect([bought![2], bought![9], bought![10]]).toEqual(['Crédité', '10', '10']);
    expect(used).toEqual([
      'Carnet [A/B]: heures, jours et tickets de maintenance',
      '2026-01-05',
      'Consommé',
      '1',
      '\'=HYPERLINK(""http://x"")',
      'correctif',
      "'+Paie",
      "'@Dev",
      '1,25',
      '-1,25',
      '8,75',
      'L1',
      '',
      '',
    ]);
    expect(closing![10]).toBe('8,75');
  });

  test('as English CSV: commas, decimal points', () => {
    const text = read('en/demo/consumption/2026-01/statement-2026-01.csv').toString('utf8');
    const { data } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
    expect(data[3]!.slice(8, 11)).toEqual(['1.25', '-1.25', '8.75']);
  });

  test('as a workbook: numbers are numbers, text is text, and the name of the sheet is one that is allowed', () => {
    const files = unzipSync(new Uint8Array(read('demo/consommation/2026-01/releve-2026-01.xlsx')));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!);
    expect(sheet).not.toContain('<f>');
    expect(sheet).toMatch(/<v>-1\.25<\/v>/);
    expect(strFromU8(files['xl/sharedStrings.xml']!)).toContain('=HYPERLINK');
    const name = /<sheet\b[^>]*\bname="([^"]*)"/.exec(strFromU8(files['xl/workbook.xml']!))![1]!;
    expect(name.length).toBeLessThanOrEqual(31);
    expect(name).not.toMatch(/[[\]:*?/\\]/);
  });

  test('is the same bytes each time', () => {
    for (const path of [
      'demo/consommation/2026-01/releve-2026-01.xlsx',
      'demo/consommation/2026-01/releve-2026-01.csv',
    ])
      expect(read(`again/${path}`).equals(read(path))).toBe(true);
  });
});
