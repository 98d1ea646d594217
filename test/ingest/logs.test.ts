/** Lists of events and of time entries beside a list of tickets. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/contract/contract.ts';
import { readCorrections } from '../../src/contract/corrections.ts';
import { ticketsUpTo } from '../../src/ingest/as-of.ts';
import { correct } from '../../src/ingest/correct.ts';
import { inspectRows } from '../../src/ingest/inspect.ts';
import { implausible } from '../../src/ingest/plausibility.ts';
import { readDrop, type Rows } from '../../src/ingest/rows.ts';
import { ticketsOf } from '../../src/ingest/tickets.ts';
import { zoneOf } from '../../src/domain/zone.ts';
import type { Changes, TicketTable } from '../../src/domain/ticket.ts';

const paris = zoneOf('Europe/Paris');

async function rowsOf(file: string, text: string): Promise<Rows> {
  const { rows, problems } = await readDrop(file, [new TextEncoder().encode(text)], null, 'Europe/Paris');
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return rows!;
}

const list = (): Promise<Rows> =>
  rowsOf(
    'list.csv',
    "ID;Statut;Priorité;Date d'ouverture;Date de résolution\n1;Clos;Haute;2026-01-05 09:00;2026-01-06 09:00\n2;Nouveau;Basse;2026-01-07 10:00;\n3;Clos;Basse;2026-01-08 10:00;2026-01-09 10:00\n",
  );

const changesOf = (changes: Changes, words: readonly string[], ticket: number): string[] =>
  Array.from({ length: changes.offsets[ticket + 1]! - changes.offsets[ticket]! }, (_, i) => {
    const change = changes.offsets[ticket]! + i;
    const at = new Date(paris.wallAt(changes.at[change]!)).toISOString().slice(5, 16);
    return `${at} ${words[changes.word[change]!]}`;
  });
const statuses = (table: TicketTable, ticket: number): string[] =>
  changesOf(table.history!.status, table.words.status, ticket);

describe('events', () => {
  test('what was before the first change held from the opening', async () => {
    const log = await rowsOf(
      'log.csv',
      'key,at,from,to\n1,2026-01-05 11:00,Nouveau,Attente\n1,2026-01-06 09:00,Attente,Clos\n',
    );
    const { table, accounting, problems } = ticketsOf([await list(), log]);
    expect(problems).toEqual([]);
    expect(statuses(table, 0)).toEqual(['01-05T09:00 Nouveau', '01-05T11:00 Attente', '01-06T09:00 Clos']);
    // No event tells of 2, which is open, nor of 3, which is done: when that came about is not known.
    expect(statuses(table, 1)).toEqual(['01-07T10:00 Nouveau']);
    expect(statuses(table, 2)).toEqual([]);
    expect(accounting.map(({ read, accepted, merged, rejected }) => [read, accepted, merged, rejected])).toEqual([
      [3, 3, 0, 0],
      [2, 2, 0, 0],
    ]);
  });

  test('the newest first, several within the minute, and a file said twice', async () => {
    const text =
      'key;at;from;to\n1;2026-01-06 09:00;En cours;Clos\n1;2026-01-05 11:00;Attente;En cours\n1;2026-01-05 11:00;Nouveau;Attente\n';
    const { table, accounting } = ticketsOf([await list(), await rowsOf('a.csv', text), await rowsOf('b.csv', text)]);
    expect(statuses(table, 0)).toEqual([
      '01-05T09:00 Nouveau',
      '01-05T11:00 Attente',
      '01-05T11:00 En cours',
      '01-06T09:00 Clos',
    ]);
    expect(accounting.map(({ read, accepted, merged }) => [read, accepted, merged])).toEqual([
      [3, 3, 0],
      [3, 3, 0],
      [3, 0, 3],
    ]);
  });

  test('changes of other values: the priority, the group, and what is not read', async () => {
    const log = await rowsOf(
      'log.csv',
      'key;at;field;from;to\n1;2026-01-05 10:00;priority;Basse;Haute\n1;2026-01-05 11:00;assignee;Ada;Grace\n1;2026-01-05 12:00;group;N1;N2\n',
    );
    const { table, accounting } = ticketsOf([await list(), log]);
    const { priority, group } = table.history!;
    expect(changesOf(priority, table.words.priority, 0)).toEqual(['01-05T09:00 Basse', '01-05T10:00 Haute']);
    expect(changesOf(priority, table.words.priority, 1)).toEqual(['01-07T10:00 Basse']);
    expect(changesOf(group!, table.words.group, 0)).toEqual(['01-05T09:00 N1', '01-05T12:00 N2']);
    expect(table.words.status[table.word.status[0]!]).toBe('Clos');
    expect(accounting[1]).toMatchObject({ read: 3, accepted: 3, rejected: 0 });
    expect(JSON.stringify(table)).not.toMatch(/Ada|Grace/);
  });

  test('reopenings and reassignments are counted where no export does', async () => {
    const log = await rowsOf(
      'log.csv',
      'key;at;field;from;to\n1;2026-01-05 10:00;status;Nouveau;Résolu\n1;2026-01-05 11:00;status;Résolu;En cours (Attribué)\n1;2026-01-05 12:00;group;N1;N2\n1;2026-01-06 09:00;status;En cours (Attribué);Clos\n',
    );
    const { table } = ticketsOf([await list(), log]);
    expect([...table.number.reopens]).toEqual([1, 0, NaN]);
    expect([...table.number.reassignments]).toEqual([1, NaN, NaN]);
    expect(table.known.has('reopens') && table.known.has('reassignments')).toBe(true);
  });

  test('a log of states says nothing of groups', async () => {
    const log = await rowsOf('log.csv', 'key;at;to\n1;2026-01-05 10:00;Clos\n');
    expect(ticketsOf([await list(), log]).table.history!.group).toBeNull();
  });

  test('events of a ticket that no list has are rejected, each with its line', async () => {
    const log = await rowsOf('log.csv', 'key;at;to\n9;2026-01-05 10:00;Clos\n1;2026-01-05 10:00;Clos\n');
    const { table, accounting, problems, rejected } = ticketsOf([await list(), log]);
    expect(table.keys).toEqual(['1', '2', '3']);
    expect(accounting[1]).toMatchObject({ read: 2, accepted: 1, merged: 0, rejected: 1 });
    expect(rejected.map(({ line }) => line)).toEqual([2]);
    expect(problems).toMatchObject([
      { code: 'events-without-ticket', severity: 'warning', line: 2, params: { events: 1, example: '9' } },
    ]);
  });

  test.each([
    ['Jira', 'Issue key,Created,Author,Field,From,To\nA-1,2026-01-05 10:00,ada,status,Open,Done\n', 'jira'],
    [
      'ServiceNow',
      'documentkey,fieldname,oldvalue,newvalue,sys_created_on\nA-1,state,New,Closed,2026-01-05 10:00:00\n',
      'servicenow',
    ],
    ['Redmine', 'issue_id,created_on,prop_key,old_value,value\n1,2026-01-05 10:00:00,status_id,1,5\n', 'redmine'],
    [
      'RT',
      'id\tObjectId\tType\tField\tOldValue\tNewValue\tCreated\n7\t1\tStatus\tStatus\tnew\topen\t2026-01-05 10:00:00\n',
      'rt',
    ],
    ['GitLab', 'issue_iid,created_at,state\n1,2026-01-05T10:00:00Z,closed\n', 'gitlab'],
  ])('of %s', async (_, text, tool) => {
    const rows = await rowsOf('log.csv', text);
    expect([rows.layout.tool, rows.layout.rows, rows.count]).toEqual([tool, 'history', 1]);
  });
});

describe('events of any order and any company', () => {
  const two = (): Promise<Rows> =>
    rowsOf(
      'list.csv',
      "ID;Statut;Priorité;Date d'ouverture;Dernière modification\n1;Résolu;Haute;2026-01-05 09:00;2026-01-06 10:00\n2;Clos;Haute;2026-01-07 09:00;2026-01-08 10:00\n",
    );
  const first = '1;2026-01-06 10:00;Nouveau;Résolu\n';
  const second = [
    '2;2026-01-08 10:00;Nouveau;En cours (Attribué)\n',
    '2;2026-01-08 10:00;En cours (Attribué);Résolu\n',
    '2;2026-01-08 10:00;Résolu;Clos\n',
  ];

  test.each([
    ['the newest ticket first, its events in order', [...second, first]],
    ['the oldest ticket first, its newest event first', [first, ...[...second].reverse()]],
  ])('%s', async (_, lines) => {
    const { table, accounting } = ticketsOf([
      await two(),
      await rowsOf('log.csv', `key;at;from;to\n${lines.join('')}`),
    ]);
    expect(statuses(table, 1)).toEqual([
      '01-07T09:00 Nouveau',
      '01-08T10:00 En cours (Attribué)',
      '01-08T10:00 Résolu',
      '01-08T10:00 Clos',
    ]);
    expect([...table.number.reopens]).toEqual([0, 0]);
    expect(table.words.status[table.word.status[1]!]).toBe('Clos');
    // The rows of the list are what the tickets are made of, whatever a log adds.
    expect(accounting[0]).toMatchObject({ read: 2, accepted: 2, merged: 0 });
  });

  test('a second file that has one column more says the same events again', async () => {
    const text = 'key;at;from;to\n2;2026-01-07 09:00;Nouveau;Résolu\n2;2026-01-07 09:00;Résolu;En cours (Attribué)\n';
    const more = `${text.replaceAll(';at;', ';at;field;').replaceAll('09:00;', '09:00;status;')}1;2026-01-08 09:00;priority;Moyenne;Haute\n`;
    const { table, accounting } = ticketsOf([await list(), await rowsOf('a.csv', text), await rowsOf('b.csv', more)]);
    expect(table.number.reopens[1]).toBe(1);
    expect(accounting.slice(1).map(({ accepted, merged }) => [accepted, merged])).toEqual([
      [2, 0],
      [1, 2],
    ]);
  });

  test('a wait that no event begins pauses nothing, and is told', async () => {
    const waiting = await rowsOf(
      'list.csv',
      "ID;Statut;Priorité;Date d'ouverture\n1;En attente;Haute;2026-01-05 09:00\n2;Clos;Haute;2026-01-05 09:00\n",
    );
    const log = await rowsOf('log.csv', 'key;at;from;to\n2;2026-03-05 09:00;Nouveau;Clos\n');
    const { table, problems } = ticketsOf([waiting, log]);
    expect(statuses(table, 0)).toEqual([]);
    expect(problems).toMatchObject([{ code: 'history-incomplete', params: { tickets: 1, key: '1' } }]);
  });

  test('a column that may say what changed is asked about, and not read as states', async () => {
    const read = async (headings: string, source: Source | null = null) =>
      readDrop(
        'log.csv',
        [new TextEncoder().encode(`${headings}\n1;2026-01-06 11:00;assignee;Jean Dupont;Marie Curie\n`)],
        source,
        'Europe/Paris',
      );
    const asked = await read('key;at;aspect;from;to');
    expect(asked.rows).toBeNull();
    expect(asked.problems).toMatchObject([{ code: 'change-column-unknown', params: { headings: ['aspect'] } }]);
    // A known heading is read, and what it tells of people is not.
    const { rows } = await read('key;at;attribute;from;to');
    const { table } = ticketsOf([await list(), rows!]);
    expect(table.words.status).not.toContain('Marie Curie');
    expect(JSON.stringify(inspectRows(rows!, []))).not.toMatch(/Marie|Dupont/);
  });

  test('a log that carries columns of its tickets is a log', async () => {
    const rows = await rowsOf(
      'changelog.csv',
      'Issue key,Summary,Issue Type,Status,Priority,Created,Field,From,To\nA-1,Titre,Bug,Done,High,07/Jan/26 9:30 AM,status,To Do,Done\n',
    );
    expect([rows.layout.tool, rows.layout.rows]).toEqual(['jira', 'history']);
  });

  test('two lists that open a ticket on two days contradict each other', async () => {
    const one = (file: string, day: string): Promise<Rows> =>
      rowsOf(file, `ID;Statut;Priorité;Date d'ouverture\n1;Nouveau;Haute;2026-01-${day} 09:00\n`);
    const { problems } = ticketsOf([await one('a.csv', '05'), await one('b.csv', '03')]);
    expect(problems).toMatchObject([{ code: 'key-in-conflict', params: { column: "Date d'ouverture" } }]);
  });
});

describe('time entries of several files', () => {
  const total = async (...rows: readonly Rows[]): Promise<number> =>
    ticketsOf([await list(), ...rows]).table.work!.effort.reduce((sum, part) => sum + part, 0) / 3_600_000;

  test('what only one of them says is no difference', async () => {
    const long = await rowsOf('a.csv', 'key;date;hours;activity\n1;2026-01-05;2;Dev\n2;2026-01-06;1,5;Test\n');
    const short = await rowsOf('b.csv', 'key;date;hours\n1;2026-01-05;2\n2;2026-01-06;1.5\n3;2026-01-08;1\n');
    expect(await total(long, short)).toBe(4.5);
    expect(await total(short, long)).toBe(4.5);
    const other = await rowsOf('c.csv', 'key;date;hours;activity\n1;2026-01-05;2;Test\n');
    expect(await total(long, other)).toBe(5.5);
  });

  const jira = (file: string, updated: string, seconds: number, times = 1): Promise<Rows> =>
    rowsOf(
      file,
      `Issue key,Created,Updated,Log Work\n${`1,05/Jan/26 9:00 AM,${updated},"a;06/Jan/26 10:00 AM;ada;${seconds}"\n`.repeat(times)}`,
    );

  test('inside rows of tickets: the newest row tells all of them, once', async () => {
    expect(await total(await jira('a.csv', '06/Jan/26 1:00 PM', 3600, 2))).toBe(1);
    expect(
      await total(await jira('b.csv', '07/Mar/26 1:00 PM', 7200), await jira('a.csv', '06/Mar/26 1:00 PM', 3600)),
    ).toBe(2);
    const tempo = await rowsOf('tempo.csv', 'Issue Key,Hours,Work date\n1,1,2026-01-06\n');
    expect(await total(await jira('a.csv', '06/Jan/26 1:00 PM', 3600), tempo)).toBe(1);
  });

  test('an entry that a later list around its day no longer has is told', async () => {
    const march = await rowsOf('a.csv', 'key;date;hours\n1;2026-01-05;2\n1;2026-01-06;2\n1;2026-01-07;1\n');
    const april = await rowsOf('b.csv', 'key;date;hours\n1;2026-01-05;2\n1;2026-01-06;3\n1;2026-01-08;1\n');
    expect(ticketsOf([await list(), march, april]).problems).toMatchObject([
      { code: 'work-unconfirmed', file: 'a.csv', params: { entries: 2, example: '1', later: 'b.csv' } },
    ]);
  });

  test('of Redmine name their issue by its number, whatever its tracker is called', async () => {
    const rows = await rowsOf(
      'times.csv',
      'Projet,Date,Demande,Heures\np,05/01/2026,1,1\np,05/01/2026,Bug C# #2: x,1\np,13/01/2026,Anomalie #3: a #9: b,1\n',
    );
    const { offsets } = ticketsOf([await list(), rows]).table.work!;
    expect([...offsets]).toEqual([0, 1, 2, 3, 3]);
  });

  test('a day decades away from all tickets is an error, as it is in a list', async () => {
    const many = await rowsOf(
      'list.csv',
      `ID;Statut;Date d'ouverture\n${[1, 2, 3, 4, 5, 6].map((key) => `${key};Nouveau;2026-01-0${key} 09:00\n`).join('')}`,
    );
    const work = await rowsOf('w.csv', 'key;date;hours\n2;2026-01-06;1\n3;2062-01-06;2\n');
    expect(implausible(ticketsOf([many, work]).table, { cutoff: null, plausible: null }, {})).toMatchObject([
      { code: 'instant-implausible', params: { key: '3', instant: '2062-01-05' } },
    ]);
  });

  test('two names on one ticket are nothing that a message says', async () => {
    const by = async (file: string, name: string): Promise<Rows> => {
      const text = `ID;Statut;Date d'ouverture;Dernière modification;Attribué à - Technicien\n1;Nouveau;2026-01-05 09:00;2026-01-05 10:00;${name}\n`;
      const keep = { titles: false, people: true };
      return (await readDrop(file, [new TextEncoder().encode(text)], null, 'Europe/Paris', keep)).rows!;
    };
    expect(ticketsOf([await by('a.csv', 'Jean Dupont'), await by('b.csv', 'Marie Curie')]).problems).toEqual([]);
  });

  test('pseudonyms stay when a later file brings someone who worked earlier', async () => {
    const people = async (...texts: readonly string[]): Promise<readonly string[]> => {
      const drops = await Promise.all(
        texts.map(async (text, i) => {
          const bytes = new TextEncoder().encode(`key;date;hours;person\n${text}`);
          const { rows } = await readDrop(`w${i}.csv`, [bytes], null, 'Europe/Paris', { titles: false, people: true });
          return rows!;
        }),
      );
      return ticketsOf([await list(), ...drops]).table.work!.people;
    };
    const first = '1;2026-01-06;1;Jean\n1;2026-01-07;1;Marie\n';
    expect(await people(first)).toEqual(['', 'Agent 1', 'Agent 2']);
    expect([...(await people(first, '1;2026-01-05;3;Zoe\n'))].sort()).toEqual(['', 'Agent 1', 'Agent 2', 'Agent 3']);
    expect((await people(first, '1;2026-01-05;3;Zoe\n')).slice(1)).toEqual(['Agent 3', 'Agent 1', 'Agent 2']);
  });
});

describe('time entries', () => {
  test('count by the day of the work; a report of the past does not know those entered later', async () => {
    const work = await rowsOf(
      'work.csv',
      'key;date;booked;hours;activity\n1;2026-01-05;2026-01-05 18:00;1,5;Analyse\n1;2026-01-06;2026-02-02 09:00;2;Analyse\n;2026-01-07;2026-01-07 18:00;1;Réunion\n',
    );
    const { table } = ticketsOf([await list(), work]);
    expect([...table.work!.offsets]).toEqual([0, 2, 2, 2, 3]);
    const january = ticketsUpTo(table, Date.parse('2026-01-31T23:00:00Z') - 1);
    expect([...january.work!.effort]).toEqual([5_400_000, 3_600_000]);
    expect([...january.work!.offsets]).toEqual([0, 1, 1, 1, 2]);
  });

  test('of Tempo', async () => {
    const rows = await rowsOf(
      'tempo.csv',
      'Issue Key,Issue summary,Hours,Work date,Username\nA-1,Titre,1.5,2026-01-05 10:00,ada\n',
    );
    expect([rows.layout.tool, rows.layout.rows]).toEqual(['jira', 'worklog']);
    expect([...rows.numbers.get('hours')!]).toEqual([5_400_000]);
  });

  test('of Jira, inside the rows of issues: as much as each issue says, and a comment may hold anything', async () => {
    const bytes = readFileSync(join(import.meta.dirname, '../fixtures/exports/jira-cloud-en.csv'));
    const { rows } = await readDrop('jira.csv', [bytes], null, 'Europe/Paris');
    const { table } = ticketsOf([rows!, { ...rows!, file: 'again.csv' }]);
    const { offsets, at, effort } = table.work!;
    table.keys.forEach((key, i) => {
      const logged = effort.slice(offsets[i], offsets[i + 1]).reduce((sum, part) => sum + part, 0);
      expect([key, logged]).toEqual([key, table.number.effort[i] || 0]);
    });
    expect(new Date(at[0]!).toISOString()).toBe('2025-01-14T07:33:00.000Z');
    const odd = await rowsOf(
      'odd.csv',
      'Issue key,Created,Log Work,Log Work\nA-1,05/Jan/26 9:00 AM,"a;b ""c"";07/Jan/26 10:00 AM;ada;60",rien\n',
    );
    expect(odd.work).toEqual([{ row: 0, at: Date.parse('2026-01-07T09:00:00Z'), effort: 60_000, person: '' }]);
  });

  test('an entry without a day or a time is rejected', async () => {
    const rows = await rowsOf('work.csv', 'key;date;hours\n1;;1\n1;2026-01-05;\n1;2026-01-05;1\n');
    expect([rows.count, rows.rejected.map(({ line }) => line)]).toEqual([1, [2, 3]]);
  });
});

describe('corrections', () => {
  const read = (text: string) => readCorrections(text, 'corrections.yaml', paris);
  const entry = (fields: string): string => `corrections:\n  - { ${fields}, reason: erreur connue }\n`;

  test('put right what the exports are expected to say', async () => {
    const { table } = ticketsOf([await list()]);
    const { corrections } = read(
      `${entry('ticket: 1, field: resolved, expect: "2026-01-06T09:00", value: "2026-01-05T17:00"')}  - { ticket: "3", field: status, expect: Clos, value: Annulé, reason: { fr: doublon, en: double } }\n`,
    );
    expect(correct(table, corrections!, paris)).toEqual([]);
    expect(new Date(table.instant.resolved[0]!).toISOString()).toBe('2026-01-05T16:00:00.000Z');
    expect(table.words.status[table.word.status[2]!]).toBe('Annulé');
    expect(table.meaning.status.length).toBe(table.words.status.length);
  });

  test('move the opening and the last state of the history with them, and know the words of the tool', async () => {
    const log = await rowsOf(
      'log.csv',
      'key,at,from,to\n1,2026-01-05 11:00,Nouveau,Attente\n1,2026-01-06 09:00,Attente,Clos\n',
    );
    const { corrections } = read(
      `${entry('ticket: 1, field: created, expect: "2026-01-05T09:00", value: "2026-01-05T08:00"')}  - { ticket: 1, field: status, expect: Clos, value: Résolu, reason: r }\n`,
    );
    const drops = [await list(), log];
    const { table, problems } = ticketsOf(drops, new Map(), (of) =>
      correct(
        of,
        corrections!,
        paris,
        drops.map(({ layout }) => layout.vocabulary),
      ),
    );
    expect(problems).toEqual([]);
    expect(statuses(table, 0)).toEqual(['01-05T08:00 Nouveau', '01-05T11:00 Attente', '01-06T09:00 Résolu']);
    expect(table.meaning.status[table.word.status[0]!]).toBe('resolved');
  });

  test('come before what the status contradicts is taken away', async () => {
    const redmine = await rowsOf(
      'issues.csv',
      '#,Tracker,Statut,Priorité,Créé,Fermé\n1,Anomalie,En cours,Haute,05/01/2026 09:00,13/01/2026 09:00\n',
    );
    const { corrections } = read(entry('ticket: 1, field: status, expect: En cours, value: Fermé'));
    const { table } = ticketsOf([redmine], new Map(), (of) =>
      correct(of, corrections!, paris, [redmine.layout.vocabulary]),
    );
    expect(new Date(table.instant.closed[0]!).toISOString()).toBe('2026-01-13T08:00:00.000Z');
  });

  test('of a day that does not exist, or to no opening at all, are refused', () => {
    for (const fields of [
      'ticket: 1, field: resolved, expect: null, value: "2026-02-31T10:00"',
      'ticket: 1, field: created, expect: "2026-01-05T09:00", value: null',
    ])
      expect(read(entry(fields)).problems).toMatchObject([{ code: 'contract-value-invalid' }]);
  });

  test('that expect something else, or a ticket that is not there, are errors', async () => {
    const { table } = ticketsOf([await list()]);
    const { corrections } = read(
      `${entry('ticket: 1, field: resolved, expect: null, value: "2026-01-05T17:00"')}  - { ticket: 8, field: status, expect: Clos, value: Annulé, reason: r }\n`,
    );
    expect(correct(table, corrections!, paris)).toMatchObject([
      { code: 'correction-not-expected', line: 2, params: { found: '2026-01-06T09:00:00' } },
      { code: 'correction-without-ticket', line: 3 },
    ]);
  });

  test.each([
    ['field: resolved, expect: hier, value: null', 'contract-value-invalid'],
    ['field: reopens, expect: null, value: 1.5', 'contract-value-invalid'],
    ['field: colour, expect: a, value: b', 'contract-value-invalid'],
    ['field: status, value: b', 'contract-key-missing'],
  ])('%s is refused', (fields, code) => {
    const { corrections, problems } = read(entry(`ticket: 1, ${fields}`));
    expect(corrections).toBeNull();
    expect(problems).toMatchObject([{ code, line: 2 }]);
  });

  test('two of one field are refused', () => {
    const two = `${entry('ticket: 1, field: status, expect: a, value: b')}  - { ticket: 1, field: status, expect: a, value: c, reason: r }\n`;
    expect(read(two).problems).toMatchObject([{ code: 'correction-twice', line: 3 }]);
  });
});
