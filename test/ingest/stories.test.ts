/** Every tool tells one story, by its list and its history: the report of each is the one that is counted by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContract } from '../../src/contract/read.ts';
import { readExports } from '../../src/ingest/read.ts';
import { TOOLS } from '../../src/ingest/tools/index.ts';
import { monthlyReports } from '../../src/report/monthly.ts';
import { believed } from '../believed.ts';
import { DIALECTS, storyOf } from '../fixtures/stories.ts';

const CONTRACT = `id: story
name: Story
client: Client
provider: Provider
zone: Europe/Paris
cutoff: 2026-04-01
sources: [{ zone: Europe/Paris }]
calendars:
  office:
    weekly: { mon: ['09:00-18:00'], tue: ['09:00-18:00'], wed: ['09:00-18:00'], thu: ['09:00-18:00'], fri: ['09:00-18:00'] }
    holidays: FR
priorities:
  - { id: P1, label: Toutes, words: [Haute] }
policies: { reopened: total }
terms:
  - from: 2026-01-01
    commitments:
      - { clock: resolve, calendar: office, goal: 90 %, targets: [{ target: 8 h }] }
`;

const folder = join(import.meta.dirname, '../fixtures/stories');
const fileOf = (tool: string, name: string): string => readFileSync(join(folder, tool, `${name}.csv`), 'utf8');

/** The report of March, from files of the tool. */
async function march(tool: string, names: readonly string[], more = '') {
  const { contract, problems } = readContract(
    CONTRACT + more,
    'contract.yaml',
    TOOLS.map(({ id }) => id),
  );
  expect(problems).toEqual([]);
  const read = believed(
    await readExports(
      names.map((name) => ({
        name: `${name}.csv`,
        source: contract!.sources[0] ?? null,
        chunks: () => [new TextEncoder().encode(fileOf(tool, name))],
      })),
      contract!,
      [],
      { tickets: { file: 'tickets' }, contract: { file: 'contract.yaml' } },
    ),
  );
  expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const reports = monthlyReports({ contract: contract!, ...read });
  return { report: reports.find(({ month }) => month === '2026-03')!, problems: read.problems };
}

/** Tools that know nothing of a wait: the third ticket took twelve hours in them, and the last is late. */
const WITHOUT_WAITS = ['osticket', 'gitlab', 'github', 'azure-devops'];

/** Tools whose list has a date of resolution that is not written again at the closing. */
const PRINTS_RESOLUTION = ['glpi', 'jira', 'servicenow', 'itop', 'zendesk', 'freshdesk', 'azure-devops'];
/** Of the others, those that know a state of resolution besides that of closing, and print a date of the latter. */
const CLOSES_LATER = ['redmine', 'kanboard'];

test('every tool has its story', () => {
  expect(Object.keys(DIALECTS).sort()).toEqual(TOOLS.map(({ id }) => id).sort());
});

describe.each(TOOLS.map(({ id }) => id))('%s', (tool) => {
  test('the files are those of the story', () => {
    expect({ list: fileOf(tool, 'list'), history: fileOf(tool, 'history') }).toEqual(storyOf(tool));
  });

  test('list and history give the whole report', async () => {
    const { report } = await march(tool, ['list', 'history']);
    const waits = !WITHOUT_WAITS.includes(tool);
    expect(report.summary).toMatchObject({ opened: 8, resolved: 6, backlogChange: 2, openPastDue: waits ? 1 : 2 });
    expect(report.commitments[0]).toMatchObject({
      byDeadline: waits ? { met: 4, total: 7 } : { met: 3, total: 8 },
      atStop: waits ? { met: 4, total: 6 } : { met: 3, total: 6 },
    });
  });

  test('the list alone gives what it can tell, and one sentence says what it cannot', async () => {
    const { report, problems } = await march(tool, ['list']);
    const isTold = PRINTS_RESOLUTION.includes(tool);
    expect(problems.filter(({ code }) => code === 'resolution-not-known')).toHaveLength(isTold ? 0 : 1);
    expect(report.summary).toMatchObject(
      // Neither the wait of the third nor the hours that the fourth was resolved are known.
      isTold
        ? { opened: 8, resolved: 6, backlogChange: 2, openPastDue: 2 }
        : { opened: 8, resolved: null, backlogChange: null, openPastDue: null },
    );
    expect(report.commitments[0]!.byDeadline).toEqual(isTold ? { met: 2, total: 8 } : null);
  });

  test('the closing stands for the resolution only where the contract says so, and is called what it is', async () => {
    if (PRINTS_RESOLUTION.includes(tool)) return;
    const { report, problems } = await march(tool, ['list'], 'resolution: closed\n');
    // What is resolved and not closed is not yet done for a tool that has both.
    const done = tool === 'mantisbt' ? null : CLOSES_LATER.includes(tool) ? 5 : 6;
    expect(report.summary.resolved).toBe(done);
    expect(problems.map(({ code }) => code)).toContain(
      done === null ? 'resolution-not-known' : 'resolution-is-closing',
    );
  });
});

test('a second event of one message of Odoo has neither key nor date of its own', async () => {
  const list =
    'Numéro de ticket,Étape,Priorité,Créé le,Date de clôture\nHT1,Terminé,Haute,2026-03-02 08:00:00,2026-03-02 12:00:00\n';
  const head =
    'Numéro de ticket,Messages/Date,Messages/Suivi des valeurs/Champ,Messages/Suivi des valeurs/Ancienne valeur texte,Messages/Suivi des valeurs/Nouvelle valeur texte';
  const history = `${head}
HT1,2026-03-02 12:00:00,Priorité (Ticket),Basse,Haute
,,Étape (Ticket),En cours,Terminé
,2026-03-02 09:00:00,Étape (Ticket),Nouveau,En cours
`;
  const { contract } = readContract(CONTRACT, 'contract.yaml', ['odoo']);
  const { table, problems } = believed(
    await readExports(
      [list, history].map((text, i) => ({
        name: `${i}.csv`,
        source: null,
        chunks: () => [new TextEncoder().encode(text)],
      })),
      contract!,
      [],
      { tickets: { file: 'tickets' }, contract: { file: 'contract.yaml' } },
    ),
  );
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(new Date(table.instant.resolved[0]!).toISOString()).toBe('2026-03-02T12:00:00.000Z');
  const { status, priority } = table.history!;
  expect(Array.from(status.at, (at) => new Date(at).toISOString().slice(11, 16))).toEqual(['08:00', '09:00', '12:00']);
  expect(Array.from(priority.at, (at) => new Date(at).toISOString().slice(11, 16))).toEqual(['08:00', '12:00']);
});

test('HubSpot tells by itself when the last stage was entered, where that column is exported', async () => {
  const text = `"Ticket ID","Ticket name","Ticket status","Create date","Date entered ""Closed (Support Pipeline)"""
"1","x","Closed","2026-03-02 09:00","2026-03-02 15:00"
"2","x","Waiting on us","2026-03-02 09:00","2026-03-02 15:00"
`;
  const { contract } = readContract(CONTRACT, 'contract.yaml', ['hubspot']);
  const file = { name: 'a.csv', source: null, chunks: () => [new TextEncoder().encode(text)] };
  const places = { tickets: { file: 'tickets' }, contract: { file: 'contract.yaml' } };
  const { table, problems } = believed(await readExports([file], contract!, [], places));
  expect(problems.map(({ code }) => code)).not.toContain('resolution-not-known');
  // The second was reopened: it is not resolved, whatever the column keeps.
  expect(Array.from(table.instant.resolved, (at) => (Number.isNaN(at) ? null : new Date(at).toISOString()))).toEqual([
    '2026-03-02T14:00:00.000Z',
    null,
  ]);
});
