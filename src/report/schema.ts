/** The monthly report as it is published: one schema gives its type and the JSON Schema that is published beside it. */
import { z } from 'zod';
import { RISK_LEVELS } from '../contract/committee.ts';
import { UNITS } from '../contract/schema.ts';
import { EXCLUSION_REASONS } from '../kpi/kpi.ts';
import { KINDS, LEVELS, ROW_KINDS, STATUS_CLASSES } from '../domain/ticket.ts';

/** The figures whose usual band is known. */
export const STABILITY_FIGURES = ['compliance', 'clock-time', 'inflow', 'outflow', 'backlog'] as const;

const text = z.strictObject({ fr: z.string(), en: z.string() });
const instant = z.iso.datetime().describe('UTC');
const month = z.string().regex(/^\d{4}-\d{2}$/);
const count = z.number().int().nonnegative();
const milliseconds = z.number().describe('Milliseconds; a median or a percentile may lie between two of them.');

/** A value, nothing to measure, or nothing to measure it with: none of the last two is a zero. */
export const figureSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('count'), value: z.number() }),
  z.strictObject({ state: z.literal('share'), met: count, total: count }),
  z.strictObject({
    state: z.literal('duration'),
    n: count,
    sum: milliseconds,
    min: milliseconds,
    max: milliseconds,
    mean: milliseconds,
    median: milliseconds,
    p90: milliseconds,
  }),
  z.strictObject({
    state: z.literal('survival'),
    n: count,
    open: count,
    median: milliseconds.nullable().describe('Kaplan–Meier; null where less than half have ended.'),
  }),
  z.strictObject({ state: z.literal('not-applicable') }),
  z.strictObject({ state: z.literal('not-known'), missing: z.array(z.string()) }),
]);

const cut = {
  kpi: z.string().describe('The id of the KPI; its definition is on the method page.'),
  slice: z.string().optional().describe('A clock or a status, for the KPIs that are given for each.'),
  priority: z.string().nullable().describe('The id of a priority; null for all.'),
};

const verdict = z
  .enum(['met', 'missed', 'small-sample', 'nothing-due', 'not-known'])
  .describe('small-sample: fewer commitments than the contract’s minimum give no verdict.');

const share = z.strictObject({ met: count, total: count }).nullable();

const commitment = z.strictObject({
  clock: z.string(),
  label: text.nullable().describe('null for a clock that Jauge knows by itself.'),
  clause: z.string().nullable(),
  priority: z.string().nullable(),
  targets: z.array(z.string()).describe('As the contract words them.'),
  calendar: z.string().nullable(),
  goal: z.strictObject({ numerator: count, denominator: count }),
  byDeadline: share.describe('Of the deadlines of the month: the contract’s figure.'),
  interval: z.strictObject({ low: z.number(), high: z.number() }).nullable().describe('Wilson, 95 %.'),
  atStop: share.describe('Of the clocks that stopped in the month: what most tools print.'),
  openPastDue: count.nullable().describe('null where the clock cannot be read.'),
  pausesUnknown: z
    .boolean()
    .describe('The clock pauses in some states, and no export tells when: nothing was taken off.'),
  missing: z.array(z.string()).describe('What the exports lack to read this clock.'),
  verdict,
});

/** Where the time of a missed commitment went. */
export const BREACH_CAUSES = ['open', 'reopened', 'raised', 'late-start', 'work'] as const;
export type BreachCause = (typeof BREACH_CAUSES)[number];

const breach = z.strictObject({
  key: z.string(),
  title: z.string().nullable().describe('null where the contract keeps no titles.'),
  slug: z.string().describe('The folder of its proof, ../tickets/<slug>/, with ticket.json in it.'),
  clock: z.string(),
  priority: z.string().nullable(),
  opened: instant,
  due: instant,
  stopped: instant.nullable().describe('null where it is still open.'),
  target: milliseconds,
  elapsed: milliseconds,
  contested: z.boolean(),
  cause: z.enum(BREACH_CAUSES).nullable().describe('Where its time went; null where the exports do not tell.'),
});

const pastDue = z.strictObject({
  key: z.string(),
  title: z.string().nullable(),
  slug: z.string(),
  clock: z.string(),
  priority: z.string().nullable(),
  opened: instant,
  due: instant,
});

/** Something to discuss. Amounts are cents, quantities ten-thousandths. */
const topic = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('restated'), changes: count }),
  z.strictObject({
    code: z.literal('missed'),
    clock: z.string(),
    label: text.nullable(),
    priority: z.string().nullable(),
    met: count,
    total: count,
    goal: z.strictObject({ numerator: count, denominator: count }),
  }),
  z.strictObject({
    code: z.literal('unusual'),
    figure: z.enum(STABILITY_FIGURES),
    slice: z.string().nullable(),
    state: z.enum(['high', 'low']),
    value: z.number(),
    low: z.number(),
    high: z.number(),
  }),
  z.strictObject({ code: z.literal('past-due'), count, oldest: z.string(), slug: z.string(), since: instant }),
  z.strictObject({
    code: z.literal('above-volume'),
    book: z.string(),
    unit: z.enum(UNITS),
    quantity: z.number().int(),
  }),
  z.strictObject({ code: z.literal('units-lost'), book: z.string(), unit: z.enum(UNITS), quantity: z.number().int() }),
  z.strictObject({
    code: z.literal('threshold'),
    book: z.string(),
    share: z.strictObject({ numerator: z.number(), denominator: z.number() }),
    day: z.string(),
  }),
  z.strictObject({ code: z.literal('owed'), book: z.string(), unit: z.enum(UNITS), quantity: z.number().int() }),
  z.strictObject({ code: z.literal('exhaustion'), book: z.string(), from: z.string(), to: z.string().nullable() }),
  z.strictObject({
    code: z.literal('lot-expires'),
    book: z.string(),
    lot: z.string(),
    closes: z.string(),
    unit: z.enum(UNITS),
    quantity: z.number().int(),
  }),
  z.strictObject({ code: z.literal('penalty'), amount: z.number().int(), currency: z.string(), agreed: z.boolean() }),
  z.strictObject({ code: z.literal('contested'), count }),
  z.strictObject({ code: z.literal('rows-rejected'), count }),
  z.strictObject({ code: z.literal('decision-late'), text, due: z.string() }),
  z.strictObject({ code: z.literal('risk-high'), text }),
  z.strictObject({ code: z.literal('more'), count }).describe('So many more are left out.'),
]);

const drop = z.strictObject({
  file: z.string(),
  rows: z.enum(ROW_KINDS),
  tool: z.string(),
  zone: z.string(),
  encoding: z.string(),
  read: count,
  accepted: count,
  merged: count,
  rejected: count,
});

const rejection = z.strictObject({
  file: z.string(),
  line: count,
  column: count.nullable(),
  code: z.string().describe('Why, as the checks of the data name it.'),
  params: z
    .record(z.string(), z.unknown())
    .describe('What the sentence about it needs; `found` is the cell as it stands.'),
});

const correction = z.strictObject({
  ticket: z.string(),
  field: z.string(),
  found: z.string().nullable(),
  value: z.string().nullable(),
  reason: text,
});

const calendar = z.strictObject({ id: z.string(), label: text.nullable(), zone: z.string() });

export const reportSchema = z
  .strictObject({
    format: z.literal('jauge-report/1'),
    contract: z.strictObject({
      id: z.string(),
      name: text,
      client: z.string(),
      provider: z.string(),
      note: text.nullable(),
      confidentiality: text.nullable(),
    }),
    month,
    period: z.strictObject({ from: instant, to: instant.describe('Exclusive.'), zone: z.string() }),
    asOf: instant.describe('What is known, up to when.'),
    complete: z.boolean().describe('Whether the data reach to the end of the month.'),
    priorities: z.array(z.strictObject({ id: z.string(), label: text })),
    terms: z.array(z.strictObject({ from: instant, label: text.nullable() })).describe('Those in force in the month.'),
    calendars: z.array(calendar),
    minimumSample: count,
    commitments: z.array(commitment),
    cube: z
      .array(
        z.strictObject({
          clock: z.string(),
          priority: z.string().nullable(),
          kind: z.enum(KINDS).nullable(),
          level: z.enum(LEVELS).nullable(),
          met: count,
          total: count,
        }),
      )
      .describe(
        'Compliance by deadline per clock, priority, kind and level; null for what is not known. Empty cells are left out.',
      ),
    summary: z.strictObject({
      opened: count,
      resolved: count.nullable(),
      backlogChange: z.number().int().nullable().describe('Over the month; null where the backlog is not known.'),
      openPastDue: count.nullable().describe('Of the resolution clock; null where it cannot be read.'),
      timeSplitTotal: milliseconds.describe('The sum of the parts of the time split.'),
      clock: z.string().nullable().describe('The clock whose times are the resolution times.'),
      work: z
        .strictObject({ entries: count, sum: milliseconds })
        .nullable()
        .describe('All time booked in the month; null where the exports have no time entries.'),
    }),
    figures: z.array(
      z.strictObject({
        ...cut,
        value: figureSchema,
        before: figureSchema.nullable().describe('The month before; null where there is none.'),
        excluded: z.partialRecord(z.enum(EXCLUSION_REASONS), count).optional(),
      }),
    ),
    stability: z
      .array(
        z.strictObject({
          figure: z.enum(STABILITY_FIGURES),
          slice: z.string().nullable(),
          value: z.number(),
          months: count.describe('Before this one, that the limits are made of.'),
          low: z.number(),
          high: z.number(),
          falseAlarm: z.number().describe('How often a month is called unusual though nothing changed.'),
          state: z.enum(['usual', 'high', 'low']),
        }),
      )
      .describe(
        'Where the month lies among those before: shares by the beta-binomial law of their numbers, counts and times by their own dispersion; left out where they are fewer than six, or say nothing.',
      ),
    topics: z.array(topic).describe('What there is to discuss, the gravest first.'),
    comment: text.nullable().describe('The manager’s own words, as HTML.'),
    restated: z
      .strictObject({
        asOf: instant.describe('When the figures were presented: known up to.'),
        rows: z.strictObject({
          before: z.strictObject({ read: count, accepted: count, merged: count, rejected: count }),
          read: count,
          accepted: count,
        }),
        changes: z.array(z.strictObject({ ...cut, before: figureSchema, now: figureSchema })),
      })
      .nullable()
      .describe('What has changed since the month was presented; null where it was not sealed.'),
    pastDue: z
      .array(pastDue)
      .describe('Open at the end of the month after their deadline, the oldest deadline first; at most 200.'),
    series: z.strictObject({
      months: z.array(month),
      marks: z
        .array(
          z.strictObject({
            month,
            kind: z.enum(['terms', 'event', 'few-days']),
            day: z.string().nullable(),
            text: text.nullable(),
            days: count.nullable().describe('few-days: how many working days the month has.'),
          }),
        )
        .describe('What explains a change: an amendment, an event, a month of many holidays.'),
      counts: z.record(z.string(), z.array(z.number().nullable())),
      compliance: z.record(z.string(), z.array(share)),
    }),
    applications: z
      .array(
        z.strictObject({
          name: z.string().nullable().describe('null for all others together.'),
          opened: z.array(count).describe('By month of the series.'),
          missed: z.array(count).describe('Commitments missed, by the month of their deadline.'),
        }),
      )
      .describe('The applications with the most tickets; empty where the exports name fewer than two.'),
    satisfaction: z
      .strictObject({
        asked: count,
        answered: count,
        satisfied: count,
        interval: z.strictObject({ low: z.number(), high: z.number() }).nullable().describe('Wilson, 95 %.'),
        before: z.strictObject({ month, answered: count, satisfied: count }).nullable(),
      })
      .nullable()
      .describe('Of the survey of the month; null where there was none.'),
    risks: z.array(
      z.strictObject({
        since: z.string(),
        until: z.string().nullable(),
        level: z.enum(RISK_LEVELS),
        text,
        owner: z.string().nullable(),
        action: text.nullable(),
      }),
    ),
    decisions: z
      .array(
        z.strictObject({
          on: z.string(),
          text,
          owner: z.string().nullable(),
          due: z.string().nullable(),
          done: z.string().nullable(),
          state: z.enum(['new', 'open', 'late', 'done']),
        }),
      )
      .describe('Taken in the month, done in it, or open at its end.'),
    resolutionTimes: z
      .strictObject({
        clock: z.string(),
        edges: z.array(milliseconds).describe('Bin i holds durations from edge i, inclusive, to edge i + 1.'),
        rows: z.array(
          z.strictObject({
            priority: z.string(),
            bins: z.array(count),
            n: count,
            median: milliseconds,
            p90: milliseconds,
            target: milliseconds.nullable(),
            late: count,
            lateBins: z.array(count).describe('Of the bins, those that missed their target.'),
          }),
        ),
      })
      .nullable(),
    breaches: z.array(breach).describe('Commitments missed whose deadline is in the month.'),
    tool: z
      .strictObject({ name: z.string(), met: count, total: count, ours: share, clock: z.string() })
      .nullable()
      .describe('The tool’s own flag, over the tickets resolved in the month, beside ours.'),
    data: z.strictObject({
      drops: z.array(drop),
      read: count,
      accepted: count,
      merged: count,
      rejected: count,
      rejections: z.array(rejection).describe('The first 1,000 rejected rows.'),
      corrections: z.array(correction).describe('What was read otherwise than the exports say.'),
      attributions: z.array(text),
      notKnown: z.array(z.string()).describe('Fields that no export of this contract carries.'),
      unclassified: z.strictObject({ statuses: z.array(z.string()), priorities: z.array(z.string()) }),
      closedWithoutResolution: count,
      resolution: z
        .strictObject({
          column: count,
          history: count,
          closing: count,
          unknown: count,
          clocks: z.array(z.string()).describe('The clocks that the resolution stops.'),
        })
        .describe('What says when the tickets that are done were resolved: how many of each.'),
      statuses: z.partialRecord(z.enum(STATUS_CLASSES), z.array(z.string())),
    }),
  })
  .describe('A monthly report of Jauge.');

export type MonthlyReport = z.infer<typeof reportSchema>;
export type ReportFigure = z.infer<typeof figureSchema>;
export type Topic = z.infer<typeof topic>;
export type StabilityFigure = (typeof STABILITY_FIGURES)[number];
export type Verdict = z.infer<typeof verdict>;
export type ReportCommitment = z.infer<typeof commitment>;
export type ReportBreach = z.infer<typeof breach>;
