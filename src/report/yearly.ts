/** A calendar year of a contract, from the reports of its months: sums of what can be added, month by month for the rest. */
import { z } from 'zod';
import { UNITS } from '../contract/schema.ts';
import type { Account } from './account-schema.ts';
import { verdictOf } from './monthly.ts';
import type { MonthlyReport } from './schema.ts';

const text = z.strictObject({ fr: z.string(), en: z.string() });
const count = z.number().int().nonnegative();
const share = z.strictObject({ met: count, total: count }).nullable();
const verdict = z.enum(['met', 'missed', 'small-sample', 'nothing-due', 'not-known']);
const month = z.string().regex(/^\d{4}-\d{2}$/);

export const yearSchema = z
  .strictObject({
    format: z.literal('jauge-year/1'),
    contract: z.strictObject({
      id: z.string(),
      name: text,
      client: z.string(),
      provider: z.string(),
      confidentiality: text.nullable(),
    }),
    year: z.string().regex(/^\d{4}$/),
    zone: z.string(),
    asOf: z.iso.datetime(),
    months: z.array(month),
    complete: z.boolean().describe('Whether all twelve months are there and over.'),
    priorities: z.array(z.strictObject({ id: z.string(), label: text })),
    commitments: z.array(
      z.strictObject({
        clock: z.string(),
        label: text.nullable(),
        clause: z.string().nullable(),
        priority: z.string().nullable(),
        goal: z
          .strictObject({ numerator: count, denominator: count })
          .describe('Of the months, each by the number of its deadlines.'),
        share: share.describe('Of all deadlines of the year.'),
        verdict,
        months: z.array(z.strictObject({ month, share, verdict })),
      }),
    ),
    flow: z.array(
      z.strictObject({ month, opened: count, resolved: count.nullable(), backlog: z.number().int().nullable() }),
    ),
    opened: count,
    resolved: count.nullable(),
    resolvedByClosing: count.describe('Tickets whose closing stands for their resolution, as known at the end.'),
    times: z
      .array(z.strictObject({ month, n: count, median: z.number(), p90: z.number() }))
      .describe('Of the resolution clock.'),
    clock: z.string().nullable(),
    breaches: count,
    worst: z.array(
      z.strictObject({
        month,
        key: z.string(),
        title: z.string().nullable(),
        slug: z.string(),
        clock: z.string(),
        priority: z.string().nullable(),
        over: z.number().describe('Milliseconds beyond the target.'),
      }),
    ),
    books: z.array(
      z.strictObject({
        id: z.string(),
        unit: z.enum(UNITS),
        opening: z.number().int(),
        bought: z.number().int(),
        consumed: z.number().int(),
        adjusted: z.number().int(),
        expired: z.number().int(),
        overrun: z.number().int(),
        closing: z.number().int(),
      }),
    ),
    money: z
      .strictObject({
        currency: z.string(),
        total: z.number().int(),
        penalties: z.number().int(),
        bonus: z.number().int(),
      })
      .nullable(),
  })
  .describe('A year of a contract.');

export type YearReport = z.infer<typeof yearSchema>;

/** So many of the commitments missed by most are listed. */
const WORST = 20;

/** One report for each calendar year in which there is a month. */
export function yearlyReports(
  reports: readonly MonthlyReport[],
  account: Account | null,
  minimumSample: number,
): YearReport[] {
  const years = Map.groupBy(reports, ({ month: of }) => of.slice(0, 4));
  return [...years].map(([year, months]) => yearOf(year, months, account, minimumSample));
}

function yearOf(
  year: string,
  reports: readonly MonthlyReport[],
  account: Account | null,
  minimumSample: number,
): YearReport {
  const last = reports.at(-1)!;
  const { contract, period, asOf, priorities } = last;
  const breaches = reports.flatMap((report) => report.breaches.map((breach) => ({ ...breach, month: report.month })));
  const isKnown = reports.every(({ summary }) => summary.resolved !== null);
  const accounted = account?.months.filter(({ month: of }) => of.startsWith(year)) ?? [];
  return {
    format: 'jauge-year/1',
    contract: {
      id: contract.id,
      name: contract.name,
      client: contract.client,
      provider: contract.provider,
      confidentiality: contract.confidentiality,
    },
    year,
    zone: period.zone,
    asOf,
    months: reports.map(({ month: of }) => of),
    complete: reports.length === 12 && reports.every(({ complete }) => complete),
    priorities,
    commitments: commitmentsOf(reports, minimumSample),
    flow: reports.map(({ month: of, summary, series }) => ({
      month: of,
      opened: summary.opened,
      resolved: summary.resolved,
      backlog: series.counts['backlog']?.at(-1) ?? null,
    })),
    opened: reports.reduce((sum, { summary }) => sum + summary.opened, 0),
    resolvedByClosing: last.data.resolution.closing,
    resolved: isKnown ? reports.reduce((sum, { summary }) => sum + summary.resolved!, 0) : null,
    times: reports.flatMap(({ month: of, summary, figures }) => {
      const figure = figures.find(
        ({ kpi, slice, priority }) => kpi === 'clock-time' && slice === summary.clock && priority === null,
      )?.value;
      return figure?.state === 'duration' ? [{ month: of, n: figure.n, median: figure.median, p90: figure.p90 }] : [];
    }),
    clock: last.summary.clock,
    breaches: breaches.length,
    worst: breaches
      .map(({ month: of, key, title, slug, clock, priority, elapsed, target }) => ({
        month: of,
        key,
        title,
        slug,
        clock,
        priority,
        over: elapsed - target,
      }))
      .sort((a, b) => b.over - a.over || (a.key < b.key ? -1 : 1))
      .slice(0, WORST),
    books: (account?.books ?? []).flatMap((book) => {
      const months = book.months.filter(({ month: of }) => of.startsWith(year));
      if (!months.length || book.missing.length) return [];
      const sum = (of: 'bought' | 'consumed' | 'adjusted' | 'expired' | 'overrun'): number =>
        months.reduce((total, one) => total + one[of], 0);
      return [
        {
          id: book.id,
          unit: book.unit,
          opening: months[0]!.opening,
          bought: sum('bought'),
          consumed: sum('consumed'),
          adjusted: sum('adjusted'),
          expired: sum('expired'),
          overrun: sum('overrun'),
          closing: months.at(-1)!.closing,
        },
      ];
    }),
    money: accounted.length
      ? {
          currency: account!.currency,
          total: accounted.reduce((sum, { total }) => sum + total, 0),
          penalties: accounted.reduce((sum, { penalties }) => sum + penalties, 0),
          bonus: accounted.reduce((sum, { bonus }) => sum + bonus, 0),
        }
      : null,
  };
}

/** Deadlines add up over months; the goal of the year is that of its months, each by its deadlines. */
function commitmentsOf(reports: readonly MonthlyReport[], minimumSample: number): YearReport['commitments'] {
  const lines = new Map<string, YearReport['commitments'][number]>();
  for (const { month: of, commitments } of reports) {
    for (const line of commitments) {
      const key = JSON.stringify([line.clock, line.priority]);
      const known = lines.get(key);
      const before = known?.share ?? null;
      const sum =
        line.byDeadline && before
          ? { met: before.met + line.byDeadline.met, total: before.total + line.byDeadline.total }
          : (line.byDeadline ?? before);
      lines.set(key, {
        clock: line.clock,
        label: line.label,
        clause: line.clause,
        priority: line.priority,
        goal: joint(known && before ? { goal: known.goal, total: before.total } : null, line),
        share: sum,
        verdict: 'nothing-due',
        months: [...(known?.months ?? []), { month: of, share: line.byDeadline, verdict: line.verdict }],
      });
    }
  }
  for (const line of lines.values())
    line.verdict = line.months.every(({ verdict: of }) => of === 'not-known')
      ? 'not-known'
      : verdictOf(line.share, line.goal, minimumSample);
  const order = reports.at(-1)!.commitments.map(({ clock }) => clock);
  const ids = reports.at(-1)!.priorities.map(({ id }) => id);
  const rank = ({ clock, priority }: YearReport['commitments'][number]): number =>
    (order.includes(clock) ? order.indexOf(clock) : order.length) * 100 +
    (priority === null ? 0 : 1 + ids.indexOf(priority));
  return [...lines.values()].sort((a, b) => rank(a) - rank(b));
}

/** The goal of the months so far and of one more, by their deadlines, as a fraction. */
function joint(
  before: { readonly goal: Goal; readonly total: number } | null,
  { goal, byDeadline }: { readonly goal: Goal; readonly byDeadline: { readonly total: number } | null },
): Goal {
  if (!before || !byDeadline) return before?.goal ?? goal;
  if (before.goal.numerator * goal.denominator === goal.numerator * before.goal.denominator) return before.goal;
  const { numerator: a, denominator: b } = before.goal;
  const { numerator: c, denominator: d } = goal;
  const fraction = {
    numerator: a * d * before.total + c * b * byDeadline.total,
    denominator: b * d * (before.total + byDeadline.total),
  };
  const common = divisor(fraction.numerator, fraction.denominator);
  return { numerator: fraction.numerator / common, denominator: fraction.denominator / common };
}
type Goal = YearReport['commitments'][number]['goal'];

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
