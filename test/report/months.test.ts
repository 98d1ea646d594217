/** What a month says besides its figures: marks, applications, the committee, stability, topics, seals, the year. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readContract } from '../../src/contract/read.ts';
import { readDrop } from '../../src/ingest/rows.ts';
import { ticketsOf } from '../../src/ingest/tickets.ts';
import { monthlyReports } from '../../src/report/monthly.ts';
import { restatementOf, sealOf } from '../../src/report/seal.ts';
import type { MonthlyReport } from '../../src/report/schema.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { topicsOf } from '../../src/report/topics.ts';
import { yearlyReports, yearSchema } from '../../src/report/yearly.ts';
import { CONTRACT } from '../folder.ts';

const TERMS = `events:
  - { on: 2026-08-20, text: { fr: Panne, en: Outage } }
  - { on: 2027-01-02, text: Plus tard }
surveys:
  - { month: 2026-06, asked: 30, answered: 20, satisfied: 15 }
  - { month: 2026-08, asked: 12, answered: 3, satisfied: 3 }
risks:
  - { since: 2026-07-10, until: 2026-08-02, level: low, text: Bas }
  - { since: 2026-08-31, level: high, text: Haut, owner: Nous }
decisions:
  - { on: 2026-07-06, text: Faite en août, done: 2026-08-05 }
  - { on: 2026-07-07, text: En retard, due: 2026-08-10 }
  - { on: 2026-08-11, text: Nouvelle }
  - { on: 2026-09-01, text: Du mois suivant }
  - { on: 2026-06-01, text: Close depuis longtemps, done: 2026-07-01 }
`;

/** Tickets of nine months: six each but twenty in September, all resolved in an hour but the last of each month. */
function drop(lateIn: (month: number, n: number) => boolean): string {
  const lines = ["ID;Statut;Priorité;Catégorie;Date d'ouverture;Date de résolution"];
  let key = 1;
  for (let month = 1; month <= 9; month++) {
    const count = month === 9 ? 20 : 6;
    for (let n = 0; n < count; n++) {
      const day = `2026-${String(month).padStart(2, '0')}-${String(5 + n).padStart(2, '0')}`;
      const end = lateIn(month, n) ? `2026-${String(month).padStart(2, '0')}-28 17:00` : `${day} 11:00`;
      lines.push(`${key++};Résolu;Haute;${n % 3 === 0 ? 'Paie' : n % 3 === 1 ? 'Achats' : ''};${day} 10:00;${end}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

async function reportsOf(text: string): Promise<MonthlyReport[]> {
  const { contract, problems } = readContract(CONTRACT(TERMS), 'contract.yaml', ['glpi']);
  expect(problems).toEqual([]);
  const read = await readDrop('a.csv', [new TextEncoder().encode(text)], null, 'Europe/Paris');
  const { table, accounting } = ticketsOf([read.rows!], contract!.statusOf);
  return monthlyReports({ contract: contract!, table, asOf: Date.parse('2026-09-30T21:59:59.999Z'), accounting });
}

let reports: MonthlyReport[];
let august: MonthlyReport;
let september: MonthlyReport;

beforeAll(async () => {
  reports = await reportsOf(drop((month, n) => month === 9 && n > 3));
  [august, september] = reports.slice(-2) as [MonthlyReport, MonthlyReport];
});

test('all follow the schema', () => {
  for (const report of reports) expect(() => reportSchema.parse(report)).not.toThrow();
});

describe('marks', () => {
  test('are events that the data reach, and months of few working days', () => {
    expect(august.series.marks.map(({ month, kind, days }) => [month, kind, days])).toEqual([
      ['2026-05', 'few-days', 17],
      ['2026-08', 'event', null],
    ]);
    expect(reports[0]!.series.marks).toEqual([]);
  });
});

describe('applications', () => {
  test('are the most asked first, those without a name last, each with a count for each month', () => {
    expect(august.applications).toEqual([
      { name: 'Achats', opened: Array(8).fill(2), missed: Array(8).fill(0) },
      { name: 'Paie', opened: Array(8).fill(2), missed: Array(8).fill(0) },
      { name: null, opened: Array(8).fill(2), missed: Array(8).fill(0) },
    ]);
    expect(september.applications.reduce((sum, { opened }) => sum + opened.at(-1)!, 0)).toBe(20);
    expect(september.applications.reduce((sum, { missed }) => sum + missed.at(-1)!, 0)).toBe(september.breaches.length);
  });
});

describe('the committee', () => {
  test('three answers do not make a share; the survey before that has enough is beside', () => {
    expect(august.satisfaction).toMatchObject({
      answered: 3,
      satisfied: 3,
      before: { month: '2026-06', answered: 20, satisfied: 15 },
    });
    expect(september.satisfaction).toBeNull();
  });

  test('risks stand in the months in which they last, the gravest first', () => {
    expect(august.risks.map(({ text }) => text.fr)).toEqual(['Haut', 'Bas']);
    expect(september.risks.map(({ text }) => text.fr)).toEqual(['Haut']);
    expect(reports[5]!.risks).toEqual([]);
  });

  test('decisions stand until they are done, as they stood at the end of the month', () => {
    expect(august.decisions.map(({ text, state }) => [text.fr, state])).toEqual([
      ['Faite en août', 'done'],
      ['En retard', 'late'],
      ['Nouvelle', 'new'],
    ]);
    expect(reports[6]!.decisions.map(({ text, state }) => [text.fr, state])).toEqual([
      ['Close depuis longtemps', 'done'],
      ['Faite en août', 'new'],
      ['En retard', 'new'],
    ]);
  });
});

describe('stability', () => {
  test('needs six full months before, and says where a month lies in their usual band', () => {
    expect(reports[5]!.stability).toEqual([]);
    const inflow = (report: MonthlyReport) => report.stability.find(({ figure }) => figure === 'inflow')!;
    expect(inflow(august)).toMatchObject({ value: 6, months: 7, low: 5, high: 7, state: 'usual' });
    expect(inflow(september)).toMatchObject({ value: 20, months: 8, state: 'high' });
  });
});

describe('topics', () => {
  test('are what missed its goal and what is unusual, and nothing in a month like the others', () => {
    expect(topicsOf({ ...august, decisions: [], risks: [] }, null)).toEqual([]);
    expect(topicsOf(august, null).map(({ code }) => code)).toEqual(['decision-late', 'risk-high']);
    const codes = topicsOf(september, null).map(({ code }) => code);
    expect(codes).toContain('missed');
    expect(codes).toContain('unusual');
  });
});

describe('a sealed month', () => {
  test('that is the same has no changes', () => {
    expect(restatementOf(september, sealOf(september))).toMatchObject({ changes: [] });
    expect(restatementOf(september, undefined)).toBeNull();
  });

  test('that later data change tells each figure, before and now', async () => {
    const later = (await reportsOf(drop((month, n) => month === 9 && n > 2))).at(-1)!;
    const { changes } = restatementOf(later, sealOf(september))!;
    const compliance = changes.find(({ kpi, priority }) => kpi === 'compliance' && priority === null)!;
    expect(compliance).toMatchObject({
      before: { state: 'share', met: 4, total: 20 },
      now: { state: 'share', met: 3, total: 20 },
    });
    expect(changes.some(({ kpi }) => kpi === 'inflow')).toBe(false);
  });
});

describe('a year whose goal changed', () => {
  test('is judged by the goals of its months, each by its deadlines', () => {
    const raised = reports.map((report, i) => ({
      ...report,
      commitments: report.commitments.map((line) => ({
        ...line,
        goal: i < 8 ? { numerator: 90, denominator: 100 } : { numerator: 50, denominator: 100 },
      })),
    }));
    const [year] = yearlyReports(raised, null, 10);
    const line = year!.commitments.find(({ priority }) => priority === null)!;
    // (90 × 48 + 50 × 20) / 68 = 78.2 %; 52 of 68 are 76.5 %.
    expect(line.goal.numerator / line.goal.denominator).toBeCloseTo((0.9 * 48 + 0.5 * 20) / 68, 12);
    expect(line.verdict).toBe('missed');
  });
});

describe('a year', () => {
  test('adds up its months', () => {
    const [year, ...others] = yearlyReports(reports, null, 10);
    expect(others).toEqual([]);
    expect(() => yearSchema.parse(year)).not.toThrow();
    expect(year).toMatchObject({ year: '2026', opened: 68, resolved: 68, complete: false, breaches: 16 });
    expect(year!.commitments.find(({ priority }) => priority === null)!.share).toEqual({ met: 52, total: 68 });
    expect(year!.worst[0]!.over).toBeGreaterThanOrEqual(year!.worst[1]!.over);
    expect(year!.money).toBeNull();
  });
});

test('an amendment in the middle of a month: its table and its drawing name the same target', async () => {
  const amended = CONTRACT().replace(
    '  - from: 2026-01-01',
    `  - from: 2026-02-15
    commitments: [{ clock: resolve, calendar: office, goal: 90 %, targets: { P1: 9 h, P2: 20 h } }]
  - from: 2026-01-01`,
  );
  const { contract, problems } = readContract(amended, 'contract.yaml', ['glpi']);
  expect(problems).toEqual([]);
  const read = await readDrop('a.csv', [new TextEncoder().encode(drop(() => false))], null, 'Europe/Paris');
  const { table, accounting } = ticketsOf([read.rows!], contract!.statusOf);
  const asOf = Date.parse('2026-03-31T21:59:59.999Z');
  const [january, february] = monthlyReports({ contract: contract!, table, asOf, accounting });
  const targets = (report: MonthlyReport | undefined) => [
    report?.commitments.find(({ priority }) => priority === 'P1')?.targets,
    report?.resolutionTimes?.rows.find(({ priority }) => priority === 'P1')?.target,
  ];
  expect(targets(january)).toEqual([['4 h'], 4 * 3_600_000]);
  expect(targets(february)).toEqual([['9 h'], 9 * 3_600_000]);
});
