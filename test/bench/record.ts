/**
 * How the forecast has fared, and how often limits cry wolf: the tables of `record.md`. Nothing is drawn at random.
 * `node test/bench/record.ts` writes them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backtest, type FullMonth } from '../../src/account/pace.ts';
import { falseAlarmRate } from '../../src/domain/limits.ts';
import type { Month } from '../../src/domain/months.ts';
import { wilsonInterval } from '../../src/domain/statistics.ts';
import { exampleFolder } from '../believed.ts';
import { accountOf } from '../../src/report/account.ts';
import { measuredMonths } from '../../src/report/monthly.ts';
import { Slugs } from '../../src/report/slugs.ts';

interface Row {
  readonly series: string;
  readonly months: number;
  readonly records: readonly { readonly inside: number; readonly total: number }[];
}

const AHEAD = [1, 2, 3];
const root = join(import.meta.dirname, '../..');

/** The record of every book of every example, as its page prints it. */
async function examples(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const name of readdirSync(join(root, 'data')).sort()) {
    const { contract, reading } = await exampleFolder(name, join(root, 'data'));
    const slugs = new Slugs();
    const { service } = measuredMonths({ contract, ...reading }, slugs);
    for (const { id, forecast } of accountOf(contract, reading.table, reading.asOf, service, slugs)?.account.books ??
      [])
      rows.push({ series: `${name}, ${id}`, months: forecast.fullMonths, records: forecast.records });
  }
  return rows;
}

/** Monday to Friday. */
function workingDays(month: string): number {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5));
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const days = Array.from({ length: last }, (_, i) => new Date(Date.UTC(year, number - 1, i + 1)).getUTCDay());
  return days.filter((day) => day > 0 && day < 6).length;
}

/** The same method on public series. */
function publicSeries(): Row[] {
  const path = join(import.meta.dirname, '../datasets/monthly/monthly.json');
  const all = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Record<Month, number>>;
  return Object.entries(all).map(([series, counts]) => {
    const months = Object.entries(counts).map(([month, used]): FullMonth => ({
      month,
      used,
      days: workingDays(month),
    }));
    return { series, months: months.length, records: AHEAD.map((ahead) => backtest(months, ahead)) };
  });
}

const percent = (share: number, decimals = 0): string => `${(share * 100).toFixed(decimals)} %`;

function table(rows: readonly Row[]): string {
  const cell = (inside: number, total: number): string => {
    const interval = wilsonInterval(inside, total);
    return interval
      ? `${inside} of ${total}: ${percent(inside / total)} (${percent(interval.low)}–${percent(interval.high)})`
      : '—';
  };
  const pooled = AHEAD.map((_, i) =>
    rows.reduce(
      (sum, { records }) => ({ inside: sum.inside + records[i]!.inside, total: sum.total + records[i]!.total }),
      { inside: 0, total: 0 },
    ),
  );
  return [
    `| series | months | ${AHEAD.map((ahead) => `${ahead} ahead`).join(' | ')} |`,
    `| --- | --- | ${AHEAD.map(() => '---').join(' | ')} |`,
    ...[
      ...rows,
      { series: '**pooled**', months: rows.reduce((sum, { months }) => sum + months, 0), records: pooled },
    ].map(
      ({ series, months, records }) =>
        `| ${series} | ${months} | ${records.map(({ inside, total }) => cell(inside, total)).join(' | ')} |`,
    ),
  ].join('\n');
}

function falseAlarms(): string {
  const months = [6, 12];
  const sizes = [5, 10, 20, 40];
  const methods = ['binomial', 'jeffreys'] as const;
  const rates = [0.8, 0.9, 0.95, 0.98];
  return [
    `| past | tickets a month | ${rates.map((rate) => `met ${percent(rate)}: plug-in | predictive`).join(' | ')} |`,
    `| --- | --- | ${rates.map(() => '--- | ---').join(' | ')} |`,
    ...months.flatMap((past) =>
      sizes.map((size) => {
        const cells = rates.flatMap((rate) =>
          methods.map((method) => percent(falseAlarmRate(rate, past, size, method), 2)),
        );
        return `| ${past} months | ${size} | ${cells.join(' | ')} |`;
      }),
    ),
  ].join('\n');
}

/** The text of `record.md`. */
export async function record(): Promise<string> {
  return `# How the forecast has fared, and how often limits cry wolf

Made by \`node test/bench/record.ts\`; a test holds it to what the code says.

## The 80 % interval of the forecast, back-tested

Each month is foretold from those before it alone. In brackets, Wilson's 95 % interval of the share. Nothing of the method is
fitted to these series: smoothing 0.3, the customary value, on the square roots of what was used by working day.

Books of the examples:

${table(await examples())}

Public series ([sources](../datasets/monthly/SOURCE.md)), which stop and start anew, as no contract should:

${table(publicSeries())}

## False alarms of the limits of a share

How often a month is called unusual though nothing has changed: summed exactly over all pasts. The site uses the predictive
limits; those that take the past's share for the true one are beside them.

${falseAlarms()}
`;
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, 'record.md'), await record());
