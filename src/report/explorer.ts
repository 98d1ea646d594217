/** The series that the explorer draws: every figure of every month, by priority, as plain numbers. */
import type { MonthlyReport, ReportFigure } from './schema.ts';

export interface ExplorerSeries {
  readonly kpi: string;
  readonly slice: string | null;
  /** Empty for all. */
  readonly priority: string;
  /** Shares between 0 and 1, counts, or hours (of times the median). */
  readonly unit: 'share' | 'count' | 'hours';
  readonly values: readonly (number | null)[];
  readonly n: readonly (number | null)[];
}

const HOUR_MS = 3_600_000;
/** States are words of a tool, and people are no series to watch. */
const LEFT_OUT = ['time-in-status', 'work-by-person'];

/** All series that have a value in some month. */
export function explorerSeries(reports: readonly MonthlyReport[]): ExplorerSeries[] {
  const series = new Map<string, { of: ExplorerSeries; values: (number | null)[]; n: (number | null)[] }>();
  reports.forEach(({ figures }, i) => {
    for (const { kpi, slice, priority, value } of figures) {
      const read = numberOf(value);
      if (!read || LEFT_OUT.includes(kpi)) continue;
      const key = JSON.stringify([kpi, slice ?? null, priority ?? '']);
      let known = series.get(key);
      if (!known) {
        const values = reports.map(() => null as number | null);
        const n = reports.map(() => null as number | null);
        const of = { kpi, slice: slice ?? null, priority: priority ?? '', unit: read.unit, values, n };
        series.set(key, (known = { of, values, n }));
      }
      known.values[i] = read.value;
      known.n[i] = read.n;
    }
  });
  return [...series.values()].map(({ of }) => of);
}

function numberOf(figure: ReportFigure): { unit: ExplorerSeries['unit']; value: number; n: number | null } | null {
  switch (figure.state) {
    case 'count':
      return { unit: 'count', value: figure.value, n: null };
    case 'share':
      return figure.total ? { unit: 'share', value: figure.met / figure.total, n: figure.total } : null;
    case 'duration':
      return { unit: 'hours', value: figure.median / HOUR_MS, n: figure.n };
    case 'survival':
      return figure.median === null ? null : { unit: 'hours', value: figure.median / HOUR_MS, n: figure.n };
    default:
      return null;
  }
}
