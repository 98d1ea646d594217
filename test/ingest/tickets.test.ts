/** Drops that overlap, in any order and encoding: one ticket each, every row accounted for. */
import { PLAIN_SOURCE } from '../../src/contract/sources.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/contract/contract.ts';
import { readDrop, type Rows } from '../../src/ingest/rows.ts';
import { ticketsOf } from '../../src/ingest/tickets.ts';

const PARIS = 'Europe/Paris';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function rowsOf(content: string | Uint8Array, file = 'a.csv', source: Source | null = null): Promise<Rows> {
  const { rows, problems } = await readDrop(
    file,
    [typeof content === 'string' ? bytesOf(content) : content],
    source,
    PARIS,
  );
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return rows!;
}

const HEAD = "ID;Statut;Priorité;Date d'ouverture;Dernière modification;Date de résolution\n";

describe('tickets', () => {
  test('GLPI says that a time is exceeded, and the verdict of the tool that it was kept', async () => {
    const { numbers } = await rowsOf(
      "ID;Statut;Date d'ouverture;Temps de résolution dépassé\n1;Clos;2026-01-05 09:00;Oui\n2;Clos;2026-01-05 09:00;Non\n",
    );
    expect([...numbers.get('toolVerdict')!]).toEqual([0, 1]);
  });

  test('the newest knowledge of a ticket wins, whatever the order of the files', async () => {
    const january = await rowsOf(`${HEAD}1;Nouveau;Haute;2026-01-05 09:00;2026-01-06 09:00;\n`, 'january.csv');
    const february = await rowsOf(
      `${HEAD}1;Résolu;Haute;2026-01-05 09:00;2026-02-02 10:00;2026-02-02 10:00\n`,
      'february.csv',
    );
    for (const drops of [
      [january, february],
      [february, january],
    ]) {
      const { table, accounting, problems } = ticketsOf(drops);
      expect(problems).toEqual([]);
      expect(table.count).toBe(1);
      expect(table.words.status[table.word.status[0]!]).toBe('Résolu');
      expect(new Date(table.instant.resolved[0]!).toISOString()).toBe('2026-02-02T09:00:00.000Z');
      expect(accounting.map(({ file, read, accepted, merged }) => [file, read, accepted, merged]).sort()).toEqual([
        ['february.csv', 1, 1, 0],
        ['january.csv', 1, 0, 1],
      ]);
    }
  });

  test('a partial export that lacks a column takes nothing away', async () => {
    const full = await rowsOf(`${HEAD}1;Résolu;Haute;2026-01-05 09:00;2026-01-06 09:00;2026-01-06 09:00\n`);
    const partial = await rowsOf(
      "ID;Statut;Date d'ouverture;Dernière modification\n1;Clos;2026-01-05 09:00;2026-01-09 09:00\n",
      'b.csv',
    );
    const { table } = ticketsOf([full, partial]);
    expect(table.words.status[table.word.status[0]!]).toBe('Clos');
    expect(table.words.priority[table.word.priority[0]!]).toBe('Haute');
    expect(table.instant.resolved[0]).toBe(Date.UTC(2026, 0, 6, 8));
  });

  test('importing the same file twice changes nothing', async () => {
    const once = ticketsOf([await rowsOf(`${HEAD}1;Nouveau;Haute;2026-01-05 09:00;2026-01-06 09:00;\n`)]);
    const twice = ticketsOf([
      await rowsOf(`${HEAD}1;Nouveau;Haute;2026-01-05 09:00;2026-01-06 09:00;\n`),
      await rowsOf(`${HEAD}1;Nouveau;Haute;2026-01-05 09:00;2026-01-06 09:00;\n`, 'copy.csv'),
    ]);
    expect(twice.problems).toEqual([]);
    expect(twice.table).toEqual(once.table);
  });

  test('a log of states becomes a history, in the order of its instants and not of the file', async () => {
    const log = await rowsOf(
      'number,incident_state,sys_mod_count,sys_updated_at,opened_at,resolved_at,priority\n' +
        'INC1,Resolved,2,14/3/2016 12:00,13/3/2016 09:00,14/3/2016 12:00,3\n' +
        'INC1,New,0,13/3/2016 09:05,13/3/2016 09:00,?,3\n' +
        'INC1,Active,1,13/3/2016 10:00,13/3/2016 09:00,?,2\n' +
        'INC1,Active,1,13/3/2016 10:00,13/3/2016 09:00,?,2\n',
    );
    const { table, accounting } = ticketsOf([log]);
    expect(accounting[0]).toMatchObject({ read: 4, accepted: 3, merged: 1, rejected: 0 });
    const { status, priority } = table.history!;
    expect([...status.word].map((code) => table.words.status[code])).toEqual(['New', 'Active', 'Resolved']);
    expect([...priority.word].map((code) => table.words.priority[code])).toEqual(['3', '2', '3']);
    expect(table.words.status[table.word.status[0]!]).toBe('Resolved');
  });

  test('every row is accepted, merged or rejected, whatever is in the file', async () => {
    const cell = fc.constantFrom('1', '2', '', 'x', '2026-01-05 09:00', '31/02/2026', '"a"";b"', '"open', 'Clos');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { maxLength: 6 }), async (rows) => {
        const text = HEAD + rows.map((row) => row.join(';')).join('\n');
        const { rows: read, problems } = await readDrop('a.csv', [bytesOf(text)], null, PARIS);
        if (!read) {
          expect(problems.length).toBeGreaterThan(0);
          return;
        }
        const [drop] = ticketsOf([read]).accounting;
        expect(drop!.read).toBe(drop!.accepted + drop!.merged + drop!.rejected);
        expect(read.rejected.every(({ problem, line }) => problem.line === line && problem.file === 'a.csv')).toBe(
          true,
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('bytes', () => {
  const text = `${HEAD}1;En cours (Attribué);Élevée;2026-01-05 09:00;2026-01-06 09:00;\n`;
  const utf16 = (bigEndian: boolean): Uint8Array => {
    const bytes = new Uint8Array(2 + text.length * 2);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, 0xfeff, !bigEndian);
    for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), !bigEndian);
    return bytes;
  };
  const latin = Uint8Array.from(text, (character) => character.charCodeAt(0));

  test.each([
    ['UTF-8', bytesOf(text), 'utf-8'],
    ['UTF-8 with a mark', bytesOf(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 little endian', utf16(false), 'utf-16le'],
    ['UTF-16 big endian', utf16(true), 'utf-16be'],
    ['windows-1252', latin, 'windows-1252'],
  ])('%s', async (_, bytes, encoding) => {
    const rows = await rowsOf(bytes);
    expect(rows.encoding).toBe(encoding);
    const { table } = ticketsOf([rows]);
    expect(table.words.status[table.word.status[0]!]).toBe('En cours (Attribué)');
    expect(table.words.priority[table.word.priority[0]!]).toBe('Élevée');
  });

  test('one broken letter does not make a UTF-8 file windows-1252', async () => {
    const row = [...bytesOf(text.slice(HEAD.length).replace('1', '2'))];
    row.splice(row.indexOf(0xc3), 1);
    const bytes = Uint8Array.from([...bytesOf(text), ...row]);
    const { rows, problems } = await readDrop('a.csv', [bytes], null, PARIS);
    expect(rows!.encoding).toBe('utf-8');
    expect(problems).toMatchObject([{ code: 'encoding-repaired', severity: 'warning', params: { sequences: 1 } }]);
  });

  test('windows-1252 has its own characters where Latin-1 has controls', () => {
    expect(new TextDecoder('windows-1252').decode(Uint8Array.of(0x80, 0x92, 0x9c, 0x85))).toBe('€’œ…');
  });

  test('local times of the repeated and the missing hour are read as stated, and counted', async () => {
    const { rows, problems } = await readDrop(
      'a.csv',
      [
        bytesOf(
          `${HEAD}1;Clos;Haute;2025-10-26 02:30;2026-01-06 09:00;\n2;Clos;Haute;2025-03-30 02:30;2026-01-06 09:00;\n`,
        ),
      ],
      null,
      PARIS,
    );
    const created = [...rows!.instants.get('created')!].map((at) => new Date(at).toISOString());
    expect(created).toEqual(['2025-10-26T00:30:00.000Z', '2025-03-30T01:30:00.000Z']);
    expect(problems).toMatchObject([
      { code: 'local-times-ambiguous', params: { repeated: 1, missing: 1, zone: PARIS } },
    ]);
  });
});

describe('drops that overlap', () => {
  const log = (rows: string): string =>
    `number,incident_state,sys_mod_count,sys_updated_at,opened_at,resolved_at\n${rows}`;
  const rows =
    'INC1,New,0,13/3/2016 09:05,13/3/2016 09:00,?\nINC1,Active,1,13/3/2016 09:05,13/3/2016 09:00,?\nINC1,New,2,13/3/2016 09:05,13/3/2016 09:00,?\nINC1,Resolved,3,14/3/2016 12:00,13/3/2016 09:00,14/3/2016 12:00\n';

  test('an audit log dropped twice gives the same history, and the second is merged whole', async () => {
    const once = ticketsOf([await rowsOf(log(rows), 'a.csv')]);
    const twice = ticketsOf([await rowsOf(log(rows), 'a.csv'), await rowsOf(log(rows), 'b.csv')]);
    expect(twice.table.history).toEqual(once.table.history);
    expect(twice.accounting.map(({ accepted, merged }) => [accepted, merged])).toEqual([
      [4, 0],
      [0, 4],
    ]);
  });

  test('without an update instant the drop that knows more wins, not the one whose name comes last', async () => {
    const head = "ID;Statut;Date d'ouverture;Date de résolution\n";
    const january = await rowsOf(`${head}1;Nouveau;2026-01-05 09:00;\n`, 'janvier.csv');
    const february = await rowsOf(`${head}1;Résolu;2026-01-05 09:00;2026-02-03 09:00\n`, 'fevrier.csv');
    for (const drops of [
      [february, january],
      [january, february],
    ]) {
      const { table } = ticketsOf(drops);
      expect(table.words.status[table.word.status[0]!]).toBe('Résolu');
    }
  });

  test('an empty update instant does not break the order of the others', async () => {
    const text = `${HEAD}1;Clos;Haute;2026-01-05 09:00;2026-03-10 09:00;2026-03-10 09:00\n1;En attente;Haute;2026-01-05 09:00;;\n1;Nouveau;Haute;2026-01-05 09:00;2026-03-05 09:00;\n`;
    const { table } = ticketsOf([await rowsOf(text)]);
    expect(table.words.status[table.word.status[0]!]).toBe('En attente');
    expect(table.count).toBe(1);
  });
});

describe('the order of day and month', () => {
  const created = async (
    lines: readonly string[],
    dates: 'day-first' | 'month-first' | null = null,
  ): Promise<string[]> => {
    const source = { ...PLAIN_SOURCE, tool: 'glpi', zone: 'UTC', dates };
    const rows = await rowsOf(
      `ID;Statut;Date d'ouverture\n${lines.map((date, i) => `${i};Nouveau;${date}`).join('\n')}\n`,
      'a.csv',
      source,
    );
    return [...rows.instants.get('created')!].map((at) => new Date(at).toISOString().slice(0, 16));
  };

  test('swaps what may be swapped, and nothing else', async () => {
    expect(
      await created(['03/04/2026 10:00', '2026-03-04 10:00', '03/04/2026 10:00 +0100', '03/25/2026 10:00']),
    ).toEqual(['2026-03-04T10:00', '2026-03-04T10:00', '2026-03-04T09:00', '2026-03-25T10:00']);
    expect(await created(['2026-03-04 10:00'], 'month-first')).toEqual(['2026-03-04T10:00']);
  });

  test('a row that is rejected leaves no trace on the next', async () => {
    const text = `ID;Statut;Date d'ouverture;Date de résolution\n1;Nouveau;13/04/2026 10:00;\n2;Nouveau;05/26/2026 10:00Z;hier\n3;Nouveau;05/04/2026 10:00;\n`;
    const { rows } = await readDrop('a.csv', [bytesOf(text)], null, 'Europe/Paris');
    expect(rows!.rejected.map(({ line }) => line)).toEqual([3]);
    expect([...rows!.instants.get('created')!].map((at) => new Date(at).toISOString())).toEqual([
      '2026-04-13T08:00:00.000Z',
      '2026-04-05T08:00:00.000Z',
    ]);
  });

  test('what Excel adds is no row: its word on the delimiter, and rows of empty cells', async () => {
    const rows = await rowsOf(`sep=;\n${HEAD}1;Nouveau;Haute;2026-01-05 09:00;2026-01-06 09:00;\n;;;;;\n;;;;;\n`);
    expect([rows.count, rows.rejected.length, rows.line[0]]).toEqual([1, 0, 3]);
  });
});
