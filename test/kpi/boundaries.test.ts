/** Thresholds at their very edge: an instant that is equal to one belongs to one side, and this says to which. */
import { describe, expect, test } from 'vitest';
import { readContract } from '../../src/contract/read.ts';
import { readExports } from '../../src/ingest/read.ts';
import { measure, type Measures } from '../../src/kpi/measure.ts';
import { publicationOf, type Publication } from '../../src/report/publication.ts';
import { believed } from '../believed.ts';

const CONTRACT = (more = ''): string => `id: edge
name: Edge
client: Client
provider: Provider
zone: Europe/Paris
cutoff: 2026-04-01
calendars: { always: { weekly: 24x7, holidays: none } }
priorities:
  - { id: P1, label: { fr: Haute, en: High }, words: [Haute] }
statuses: { new: [Nouveau], active: [En cours], resolved: [Résolu], closed: [Clos] }
terms:
  - from: 2026-01-01
    commitments: [{ clock: resolve, calendar: always, goal: 90 %, targets: { P1: 24 h } }]
sources: [{ zone: Europe/Paris }]
${more}`;
const LIST = "ID;Statut;Priorité;Date d'ouverture;Date de résolution;Date de clôture";

async function read(
  list: readonly string[],
  history: readonly string[] = [],
  more = '',
): Promise<{ measures: Measures; published: Publication }> {
  const { contract, problems } = readContract(CONTRACT(more), 'contract.yaml', ['glpi']);
  expect(problems).toEqual([]);
  const file = (name: string, lines: readonly string[]) => ({
    name,
    source: null,
    chunks: () => [new TextEncoder().encode([...lines, ''].join('\n'))],
  });
  const files = [
    file('list.csv', [LIST, ...list]),
    ...(history.length ? [file('history.csv', ['key,at,field,from,to', ...history])] : []),
  ];
  const reading = believed(
    await readExports(files, contract!, [], { tickets: { file: 'tickets' }, contract: { file: 'contract.yaml' } }),
  );
  return { measures: measure(reading.table, contract!, reading.asOf), published: publicationOf(contract!, reading) };
}
const share = (measures: Measures, kpi: 'reopened-within' | 'compliance', month: string): string => {
  const figure = measures.figure(kpi, kpi === 'compliance' ? { month, slice: 'resolve' } : { month });
  return figure.state === 'share' ? `${figure.met}/${figure.total}` : figure.state;
};

describe('a deadline', () => {
  test('that is reached to the millisecond is met, one later is not', async () => {
    const { measures } = await read([
      '1;Résolu;Haute;2026-01-05 09:00:00;2026-01-06 09:00:00;',
      '2;Résolu;Haute;2026-01-05 09:00:00;2026-01-06 09:00:01;',
    ]);
    expect(share(measures, 'compliance', '2026-01')).toBe('1/2');
  });

  test('at the end of a month is of the next one, and not past due in this one', async () => {
    // Due on 1 February at 0:00: that instant begins February.
    const { measures, published } = await read(['1;Nouveau;Haute;2026-01-31 00:00;;']);
    expect(share(measures, 'compliance', '2026-01')).toBe('not-applicable');
    expect(share(measures, 'compliance', '2026-02')).toBe('0/1');
    expect(published.months.map(({ month, pastDue }) => [month, pastDue.length])).toEqual([
      ['2026-01', 0],
      ['2026-02', 1],
      ['2026-03', 1],
    ]);
  });

  test('missed by a ticket that stops as the month ends: it was past due at that end, and is not at the next', async () => {
    const { published } = await read([
      '1;Résolu;Haute;2026-01-29 00:00;2026-02-01 00:00;',
      '2;Nouveau;Haute;2026-03-30 00:00;;',
    ]);
    expect(published.months.map(({ month, pastDue }) => [month, pastDue.map(({ key }) => key)])).toEqual([
      ['2026-01', ['1']],
      ['2026-02', []],
      ['2026-03', ['2']],
    ]);
  });
});

describe('a reopening', () => {
  const history = (reopened: string): string[] => [
    '1,2026-01-05 09:00:00,status,,Nouveau',
    '1,2026-01-05 12:00:00,status,Nouveau,Résolu',
    `1,${reopened},status,Résolu,En cours`,
    '1,2026-02-20 12:00:00,status,En cours,Résolu',
  ];
  const LINE = ['1;Résolu;Haute;2026-01-05 09:00:00;2026-02-20 12:00:00;'];

  test.each([
    ['2026-01-10 11:59:59', '1/1'],
    // Exactly five days.
    ['2026-01-10 12:00:00', '1/1'],
    ['2026-01-10 12:00:01', '0/1'],
  ])('within five days, at %s: %s', async (at, expected) => {
    const { measures } = await read(LINE, history(at), 'policies: { reopenWithinDays: 5 }');
    expect(share(measures, 'reopened-within', '2026-01')).toBe(expected);
  });
});

test('a month begins at midnight in the zone of the contract', async () => {
  const { published } = await read([
    '1;Nouveau;Haute;2026-01-31 23:59:59;;',
    '2;Nouveau;Haute;2026-02-01 00:00:00;;',
    // Summer time begins in the night of 29 March: the month is an hour shorter, and ends at 22:00 UTC.
    '3;Nouveau;Haute;2026-03-31 23:59:59;;',
  ]);
  expect(published.months.map(({ month, summary }) => [month, summary.opened])).toEqual([
    ['2026-01', 1],
    ['2026-02', 1],
    ['2026-03', 1],
  ]);
});

test('a figure of fewer tickets than the minimum sample is called neither usual nor unusual', async () => {
  const lines: string[] = [];
  let key = 1;
  for (let month = 1; month <= 12; month++)
    for (let n = 0; n < (month === 12 ? 4 : 6); n++) {
      const day = `2025-${String(month).padStart(2, '0')}-${String(5 + n).padStart(2, '0')}`;
      lines.push(`${key++};Résolu;Haute;${day} 10:00;${day} 12:00;`);
    }
  const more = 'policies: { minimumSample: 5 }';
  const contract = CONTRACT(more)
    .replace('from: 2026-01-01', 'from: 2025-01-01')
    .replace('cutoff: 2026-04-01', 'cutoff: 2026-01-01');
  const { contract: parsed, problems } = readContract(contract, 'contract.yaml', ['glpi']);
  expect(problems).toEqual([]);
  const reading = believed(
    await readExports(
      [{ name: 'list.csv', source: null, chunks: () => [new TextEncoder().encode([LIST, ...lines, ''].join('\n'))] }],
      parsed!,
      [],
      { tickets: { file: 'tickets' }, contract: { file: 'contract.yaml' } },
    ),
  );
  const { months } = publicationOf(parsed!, reading);
  const judged = (month: string): string[] =>
    months
      .find((report) => report.month === month)!
      .stability.filter(({ figure }) => figure === 'compliance' || figure === 'clock-time')
      .map(({ figure }) => figure);
  // Six resolved in an hour each of eleven months: something can be said of November, nothing of the four of December.
  expect(judged('2025-12')).toEqual([]);
  expect(months.find(({ month }) => month === '2025-12')!.commitments[0]!.verdict).toBe('small-sample');
  expect(months.find(({ month }) => month === '2025-11')!.commitments[0]!.verdict).toBe('met');
});
