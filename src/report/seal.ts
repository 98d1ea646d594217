/**
 * A seal: the figures of a month as they were presented. A month that later data, corrections or terms would change is
 * shown as restated, figure by figure, and never moves in silence.
 */
import { z } from 'zod';
import { KPIS } from '../kpi/index.ts';
import type { Kpi } from '../kpi/kpi.ts';
import type { MonthlyReport } from './schema.ts';
import { figureSchema } from './schema.ts';

const count = z.number().int().nonnegative();

export const sealSchema = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal('jauge-seal/1'),
    contract: z.string(),
    month: z.string().regex(/^\d{4}-\d{2}$/),
    asOf: z.iso.datetime().describe('What was known, up to when.'),
    rows: z.strictObject({ read: count, accepted: count, merged: count, rejected: count }),
    figures: z.array(
      z.strictObject({
        kpi: z.string(),
        slice: z.string().optional(),
        priority: z.string().nullable(),
        value: figureSchema,
      }),
    ),
  })
  .describe('The figures of a month as they were presented.');

export type Seal = z.infer<typeof sealSchema>;

/** The seal of a report. */
export function sealOf({ contract, month, asOf, data, figures }: MonthlyReport): Seal {
  const { read, accepted, merged, rejected } = data;
  return {
    format: 'jauge-seal/1',
    contract: contract.id,
    month,
    asOf,
    rows: { read, accepted, merged, rejected },
    figures: figures.map(({ kpi, slice, priority, value }) => ({
      kpi,
      ...(slice === undefined ? {} : { slice }),
      priority,
      value,
    })),
  };
}

/** What has changed since a report was sealed, or `null` where it was not. */
export function restatementOf(report: MonthlyReport, seal: Seal | undefined): MonthlyReport['restated'] {
  if (!seal) return null;
  const nameOf = ({
    kpi,
    slice,
    priority,
  }: {
    kpi: string;
    slice?: string | undefined;
    priority: string | null;
  }): string => JSON.stringify([kpi, slice ?? null, priority]);
  const sealed = new Map(seal.figures.map((figure) => [nameOf(figure), figure.value]));
  const { read, accepted } = report.data;
  const settled = new Set((KPIS as readonly Kpi[]).filter((kpi) => !kpi.settlesLater).map(({ id }) => id));
  return {
    asOf: seal.asOf,
    rows: { before: seal.rows, read, accepted },
    // A figure that did not exist then has not changed, and one that follows its tickets beyond the month was not settled.
    changes: report.figures.flatMap(({ kpi, slice, priority, value }) => {
      if (!settled.has(kpi)) return [];
      const before = sealed.get(nameOf({ kpi, slice, priority }));
      return before === undefined || JSON.stringify(before) === JSON.stringify(value)
        ? []
        : [{ kpi, ...(slice === undefined ? {} : { slice }), priority, before, now: value }];
    }),
  };
}
