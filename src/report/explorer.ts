/** The series that the explorer draws: every figure of every month, by priority and kind, as plain numbers. */
import { KINDS } from '../domain/ticket.ts';
import type { Ratio } from '../domain/statistics.ts';
import { KPIS, type KpiId } from '../kpi/index.ts';
import type { Kpi } from '../kpi/kpi.ts';
import type { Cut, Figure, Measures } from '../kpi/measure.ts';
import { HOUR_MS } from '../domain/zone.ts';

export interface ExplorerSeries {
  readonly kpi: string;
  readonly slice: string | null;
  /** Empty for all. */
  readonly priority: string;
  readonly kind: string;
  /** Shares between 0 and 1, counts, or hours (of times the median). */
  readonly unit: 'share' | 'count' | 'hours';
  readonly values: readonly (number | null)[];
  readonly n: readonly (number | null)[];
}

const BASIS_POINTS = 10_000;
/** Values are rounded to what can be seen, so that the page stays small. */
const STEPS = 10_000;
/** States are words of a tool, and people are no series to watch. */
const LEFT_OUT: readonly string[] = ['time-in-status', 'work-by-person'];

/** All series that have a value in some month. */
export function explorerSeries(measures: Measures): ExplorerSeries[] {
  const { contract, months } = measures.context;
  const kinds = KINDS.filter((kind) => isSome(measures.figure('inflow', { kind })));
  const cuts: { priority: string; kind: string; cut: Cut }[] = [null, ...contract.priorities.keys()].flatMap(
    (priority) =>
      [null, ...(kinds.length > 1 ? kinds : [])].map((kind) => ({
        priority: priority === null ? '' : contract.priorities[priority]!.id,
        kind: kind ?? '',
        cut: { ...(priority !== null && { priority }), ...(kind !== null && { kind }) },
      })),
  );
  return (KPIS as readonly Kpi<KpiId>[])
    .filter(({ id }) => !LEFT_OUT.includes(id))
    .flatMap((kpi) => {
      const { id } = kpi;
      return measures.slices(id).flatMap((slice) =>
        cuts.flatMap(({ priority, kind, cut }) => {
          const read = months.names.map((month) =>
            numberOf(measures.figure(id, { ...cut, month, ...(slice && { slice }) }), kpi),
          );
          const unit = read.find((one) => one !== null)?.unit;
          if (unit === undefined) return [];
          const values = read.map((one) => (one === null ? null : Math.round(one.value * STEPS) / STEPS));
          return [
            { kpi: id, slice: slice || null, priority, kind, unit, values, n: read.map((one) => one?.n ?? null) },
          ];
        }),
      );
    });
}

function valueOf({ numerator, denominator }: Ratio): number {
  return numerator / denominator;
}

function isSome(figure: Figure): boolean {
  return figure.state === 'count' && figure.value > 0;
}

function numberOf(figure: Figure, kpi: Kpi): { unit: ExplorerSeries['unit']; value: number; n: number | null } | null {
  switch (figure.state) {
    case 'count':
      return { unit: 'count', value: figure.value, n: null };
    case 'share':
      return figure.total ? { unit: 'share', value: figure.met / figure.total, n: figure.total } : null;
    case 'duration':
      return {
        ...('unit' in kpi && kpi.unit === 'basis-points'
          ? { unit: 'share' as const, value: valueOf(figure.median) / BASIS_POINTS }
          : { unit: 'hours' as const, value: valueOf(figure.median) / HOUR_MS }),
        n: figure.n,
      };
    case 'survival':
      return figure.median === null ? null : { unit: 'hours', value: figure.median / HOUR_MS, n: figure.n };
    default:
      return null;
  }
}
