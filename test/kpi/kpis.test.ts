/** Every KPI against figures that one can work out by hand: `test/cases/kpi.yaml`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readContract } from '../../src/contract/read.ts';
import { parseTarget } from '../../src/contract/target.ts';
import { kaplanMeierMedian, wilsonInterval } from '../../src/domain/statistics.ts';
import { zoneOf } from '../../src/domain/zone.ts';
import { readDrop } from '../../src/ingest/rows.ts';
import { ticketsOf } from '../../src/ingest/tickets.ts';
import { KPIS, type KpiId } from '../../src/kpi/index.ts';
import { measure, type Figure, type Measures } from '../../src/kpi/measure.ts';
import { monthlyReports } from '../../src/report/monthly.ts';

type Expected = number | string | { n: number; open?: number; median: string | number; max?: string | number };

const file = parse(readFileSync(join(import.meta.dirname, '../cases/kpi.yaml'), 'utf8')) as {
  contract: string;
  log: string;
  work: string;
  asOf: string;
  expect: Record<string, Record<string, Expected>>;
};

/** `4 h 45` as milliseconds; a part of one as hundredths of a percent. */
function measured(value: string | number): number {
  if (typeof value === 'number') return Math.round(value * 10_000);
  const target = parseTarget(value);
  if (target?.unit !== 'time') throw new Error(value);
  return target.ms;
}

function shown(figure: Figure): unknown {
  switch (figure.state) {
    case 'count':
      return figure.value;
    case 'share':
      return `${figure.met}/${figure.total}`;
    case 'duration':
      return { n: figure.n, median: figure.median.numerator / figure.median.denominator, max: figure.max };
    case 'survival':
      return { n: figure.n, open: figure.open, median: figure.median };
    default:
      return figure;
  }
}

function wanted(expected: Expected): unknown {
  if (typeof expected !== 'object') return expected;
  return {
    n: expected.n,
    ...(expected.open === undefined ? {} : { open: expected.open }),
    median: measured(expected.median),
    ...(expected.max === undefined ? {} : { max: measured(expected.max) }),
  };
}

let measures: Measures;
let input: Parameters<typeof monthlyReports>[0];

beforeAll(async () => {
  const { contract, problems } = readContract(file.contract, 'contract.yaml', []);
  expect(problems).toEqual([]);
  const drop = await readDrop('log.csv', [new TextEncoder().encode(file.log)], contract!.sources[0]!, 'Europe/Paris');
  expect(drop.problems).toEqual([]);
  const work = await readDrop('work.csv', [new TextEncoder().encode(file.work)], null, 'Europe/Paris', {
    titles: false,
    people: true,
  });
  const { table, accounting } = ticketsOf([drop.rows!, work.rows!]);
  const asOf = zoneOf('Europe/Paris').startOf(Date.parse(`${file.asOf.replace(' ', 'T')}:00Z`));
  measures = measure(table, contract!, asOf);
  input = { contract: contract!, table, asOf, accounting };
});

describe('KPIs', () => {
  test('each has its cases', () => {
    expect(Object.keys(file.expect).sort()).toEqual(KPIS.map(({ id }) => id).sort());
  });

  const cases = Object.entries(file.expect).flatMap(([kpi, figures]) =>
    Object.entries(figures).map(([cut, expected]) => ({ kpi: kpi as KpiId, cut, expected })),
  );
  test.each(cases)('$kpi, $cut', ({ kpi, cut, expected }) => {
    const parts = cut.split(', ');
    const month = parts.pop()!;
    const [slice] = parts;
    expect(shown(measures.figure(kpi, slice === undefined ? { month } : { month, slice }))).toEqual(wanted(expected));
  });

  test('a figure by priority, kind and level adds up to the whole', () => {
    const whole = { month: '2026-01', slice: 'resolve' };
    const shares = [0, 1, -1].map((priority) => measures.figure('compliance', { ...whole, priority }));
    expect(shares.map(shown)).toEqual(['1/2', '0/1', { state: 'not-applicable' }]);
    expect(shown(measures.figure('compliance', { ...whole, kind: 'question' }))).toBe('0/1');
    expect(shown(measures.figure('compliance', { ...whole, level: 'N2' }))).toBe('1/3');
  });

  test('what was left out of the commitments is counted, with the reason', () => {
    expect([...measures.exclusions('compliance', { month: '2026-01' })].sort()).toEqual([
      ['rejected', 1],
      ['stop-unknown', 1],
    ]);
    expect([...measures.exclusions('compliance', { month: '2026-02' })]).toEqual([]);
  });

  test('the reports hold the same figures, and the flow adds up', () => {
    const [january] = monthlyReports(input);
    const line = january!.commitments.find(({ priority }) => priority === null)!;
    expect(line.byDeadline).toEqual({ met: 1, total: 3 });
    expect(line.verdict).toBe('small-sample');
    expect(january!.cube.reduce((sum, { total }) => sum + total, 0)).toBe(3);
    expect(january!.breaches.map(({ key }) => key).sort()).toEqual(['B', 'C']);
    expect(january!.summary).toMatchObject({ opened: 5, resolved: 2, backlogChange: 2 });
  });

  test('what the exports do not carry is not known, rather than nothing', async () => {
    const drop = await readDrop(
      'a.csv',
      [new TextEncoder().encode("ID;Statut;Date d'ouverture\n1;Nouveau;2026-01-05 09:00\n")],
      null,
      'Europe/Paris',
    );
    const { table } = ticketsOf([drop.rows!]);
    const bare = measure(table, input.contract, input.asOf);
    expect(bare.figure('outflow')).toEqual({ state: 'not-known', missing: ['resolved'] });
    expect(bare.figure('reopenings')).toEqual({ state: 'not-known', missing: ['history'] });
    for (const kpi of ['compliance', 'open-past-due', 'clock-time'] as const)
      expect(bare.figure(kpi, { slice: 'resolve' })).toEqual({ state: 'not-known', missing: ['resolved'] });
    expect([...bare.exclusions('compliance', { slice: 'resolve' })]).toEqual([['not-computable', 1]]);
    expect([...bare.exclusions('compliance', { slice: 'acknowledge' })]).toEqual([]);
  });
});

describe('statistics', () => {
  test('Kaplan and Meier: a half is a half, ties count once, and less than half is unknown', () => {
    expect(kaplanMeierMedian(Float64Array.of(3, 1, 2, 4), Float64Array.of())).toBe(2);
    expect(kaplanMeierMedian(Float64Array.of(1, 1, 5), Float64Array.of(2))).toBe(1);
    expect(kaplanMeierMedian(Float64Array.of(1), Float64Array.of(9, 9, 9))).toBeNull();
    // Freireich's remission times of 6-MP: the textbook's median is 23.
    const ended = Float64Array.of(6, 6, 6, 7, 10, 13, 16, 22, 23);
    const running = Float64Array.of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35);
    expect(kaplanMeierMedian(ended, running)).toBe(23);
  });

  test('Wilson: 1 of 2 says next to nothing, 95 of 100 says a good deal', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    const half = wilsonInterval(1, 2)!;
    expect([half.low.toFixed(4), half.high.toFixed(4)]).toEqual(['0.0945', '0.9055']);
    const good = wilsonInterval(95, 100)!;
    expect([good.low.toFixed(4), good.high.toFixed(4)]).toEqual(['0.8882', '0.9785']);
  });
});
