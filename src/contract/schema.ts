/**
 * The contract file, as it may be written. One strict schema gives the types, the errors and the JSON Schema that
 * editors complete from; {@link ./contract.ts} turns what passes it into what the clocks and figures use.
 */
import { z } from 'zod';
import { isHolidaySet, parseOpening } from '../domain/calendar.ts';
import { parseIsoDate } from '../domain/date.ts';
import {
  EFFORT_UNITS,
  KINDS,
  LABELLED_FIELDS,
  LEVELS,
  ROW_FIELDS,
  ROW_KINDS,
  STATUS_CLASSES,
} from '../domain/ticket.ts';
import { parseMoney, parseQuantity } from '../domain/quantity.ts';
import { FIRST_YEAR, isZone, LAST_YEAR } from '../domain/zone.ts';
import { RISK_LEVELS } from './committee.ts';
import { POLICY_CHOICES } from './policies.ts';
import { parseTarget } from './target.ts';

/** What a value should have been; the words are in `i18n/`. */
export const EXPECTATIONS = [
  'id',
  'text',
  'date',
  'moment',
  'zone',
  'month',
  'percentage',
  'quantity',
  'money',
  'factor',
  'ceiling',
  'lot',
  'target',
  'opening',
  'holidays',
  'colour',
  'currency',
  'event',
  'statuses',
  'words',
  'correction',
  'weekly',
  'calendar',
  'date-format',
  'resolution',
  'exception',
  'clock',
  'targets',
  'coverage',
  'penalty',
  'string',
  'number',
  'positive-integer',
  'list',
  'mapping',
  'boolean',
] as const;
export type Expectation = (typeof EXPECTATIONS)[number];

/** A text that passes a test; where it does not, the message is the expectation. */
const worded = (expected: Expectation, test: (value: string) => boolean) =>
  z.string({ error: expected }).refine(test, { error: expected });
const matching = (expected: Expectation, pattern: RegExp) =>
  z.string({ error: expected }).regex(pattern, { error: expected });
export const nonEmpty = z.string({ error: 'string' }).min(1, { error: 'string' });

const id = matching('id', /^[a-z0-9]+(-[a-z0-9]+)*$/).describe(
  'Lower-case letters, digits and hyphens; part of addresses, so choose it once.',
);
export const text = z
  .union([nonEmpty, z.strictObject({ fr: nonEmpty, en: nonEmpty })], { error: 'text' })
  .describe('One text for both languages, or { fr, en }.');
const date = worded(
  'date',
  (value) =>
    parseIsoDate(value) !== null && Number(value.slice(0, 4)) >= FIRST_YEAR && Number(value.slice(0, 4)) < LAST_YEAR,
).describe('A date, YYYY-MM-DD, in the zone of the contract.');
const moment = worded(
  'moment',
  (value) =>
    Number(value.slice(0, 4)) >= FIRST_YEAR &&
    Number(value.slice(0, 4)) < LAST_YEAR &&
    /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$/.test(value) &&
    parseIsoDate(value.slice(0, 10)) !== null,
).describe('A date or a local time, YYYY-MM-DD or YYYY-MM-DDTHH:MM, in the zone of the contract.');
const zone = worded('zone', isZone).describe('An IANA time zone, such as Europe/Paris.');
const percentage = z
  .union(
    [
      z.number().min(0, { error: 'percentage' }).max(100, { error: 'percentage' }),
      matching('percentage', /^(100([.,]0+)?|\d{1,2}([.,]\d+)?)\s*%$/),
    ],
    {
      error: 'percentage',
    },
  )
  .describe('A percentage: 95 or "95 %".');
/** A number or a text that a reader of exact decimals takes. */
const decimal = (expected: Expectation, read: (written: string | number) => number | null, least: number) =>
  z
    .union([z.number({ error: expected }), z.string({ error: expected })], { error: expected })
    .refine((value) => (read(value) ?? -Infinity) >= least, { error: expected });
const quantity = decimal('quantity', parseQuantity, 0).describe(
  'Units of work, exactly: at most four decimals; in quotes it is kept as written.',
);
const positiveQuantity = decimal('quantity', parseQuantity, 1).describe('Units of work, more than none.');
const signedQuantity = decimal('quantity', parseQuantity, -Number.MAX_VALUE).describe(
  'Units of work: positive gives, negative takes.',
);
const money = decimal('money', parseMoney, 0).describe(
  'An amount without VAT, in the currency of the contract, at most two decimals.',
);
const factor = matching('factor', /^\d{1,4}([.,]\d{1,8})?$/).describe('An exact decimal in quotes, such as "0.97975".');
const month = matching('month', /^\d{4}-(0[1-9]|1[0-2])$/).describe('A month, YYYY-MM.');
const target = worded('target', (value) => parseTarget(value) !== null).describe(
  'A duration: "30 min", "4 h", "1 h 30", or working days in one stated reading: "2 d same-time" (same time on the 2nd next working day), "2 d end-of-day" (end of the 2nd next working day), "2 d opening-hours" (2 × the opening hours of a day); or "due", the due date that the ticket itself carries.',
);
/** A published value of an index: a number, or an exact decimal. */
function factorNumber() {
  return z
    .union([z.number({ error: 'factor' }).positive({ error: 'factor' }), factor], { error: 'factor' })
    .refine((value) => /^\d{1,6}([.,]\d{1,8})?$/.test(String(value)), { error: 'factor' });
}
function percentageText() {
  return matching('percentage', /^(100([.,]0+)?|\d{1,2}([.,]\d+)?)\s*%$/);
}
/** A date format of tokens, or the seconds or milliseconds since 1970. */
const DATE_FORMAT = /^(epoch-(s|ms)|(?=.*yyyy)(?=.*MM)(?=.*dd)(yyyy|MM|dd|HH|mm|ss|[ T:./_-])+)$/;
const positiveInteger = z
  .number({ error: 'positive-integer' })
  .int({ error: 'positive-integer' })
  .min(1, { error: 'positive-integer' });
const count = z
  .number({ error: 'positive-integer' })
  .int({ error: 'positive-integer' })
  .min(0, { error: 'positive-integer' });
const listOf = <Item extends z.ZodType>(item: Item) => z.array(item, { error: 'list' }).min(1, { error: 'list' });

const hours = z
  .array(
    worded('opening', (value) => {
      const [start, end, more] = value.split('-');
      return start !== undefined && end !== undefined && more === undefined && parseOpening(start, end) !== null;
    }),
    { error: 'list' },
  )
  .describe('Openings of a day, ["09:00-12:30", "13:30-18:00"]; an end before its start lies on the next day.');

const weekly = z.union(
  [
    z.literal('24x7'),
    z.strictObject({
      mon: hours.optional(),
      tue: hours.optional(),
      wed: hours.optional(),
      thu: hours.optional(),
      fri: hours.optional(),
      sat: hours.optional(),
      sun: hours.optional(),
    }),
  ],
  { error: 'weekly' },
);

const calendarRules = {
  weekly: weekly.describe('"24x7", or the openings of each day of the week; a day left out is closed.'),
  holidays: z
    .union(
      [
        z.literal('none'),
        worded('holidays', isHolidaySet),
        z.array(worded('holidays', (value) => isHolidaySet(value) || parseIsoDate(value) !== null)),
      ],
      { error: 'holidays' },
    )
    .describe(
      'Days closed: none, FR, FR-ALSACE-MOSELLE, FR-GUADELOUPE, FR-GUYANE, FR-MARTINIQUE, FR-MAYOTTE, FR-REUNION, or a list of sets and dates.',
    ),
  exceptions: z
    .record(date, z.union([z.literal('closed'), z.literal('24h'), hours], { error: 'exception' }))
    .optional()
    .describe('Dates that follow their own rule: closed, 24h, or openings. They override holidays and the week.'),
};

const calendar = z.union(
  [
    z.strictObject({ label: text.optional(), ...calendarRules }),
    z.strictObject({
      label: text.optional(),
      versions: z
        .array(z.strictObject({ from: date.optional(), ...calendarRules }), { error: 'list' })
        .min(1, { error: 'list' })
        .describe('Rules that changed: each holds from its date on.'),
    }),
  ],
  { error: 'calendar' },
);

const words = z
  .array(nonEmpty, { error: 'words' })
  .describe('As the tool writes them; case, accents and spaces do not matter.');

const event = z
  .union(
    [
      z.strictObject({ column: z.enum(['created', 'acknowledged', 'workaround', 'resolved', 'closed']) }),
      z.strictObject({ enters: z.union([z.enum(STATUS_CLASSES), words]) }),
      z.strictObject({ leaves: z.union([z.enum(STATUS_CLASSES), words]) }),
    ],
    { error: 'event' },
  )
  .describe('An instant: a column, or the first time that a status (a class, or words) is entered or left.');

const clockId = z
  .union([z.enum(['acknowledge', 'workaround', 'restore', 'resolve', 'estimate', 'deliver']), id], { error: 'clock' })
  .describe('A built-in clock, or the id of one of your own.');

const clock = z.strictObject({
  label: text.optional(),
  start: event.optional(),
  stops: listOf(event).optional().describe('The earliest of these stops the clock.'),
  pauses: z
    .array(z.union([z.enum(STATUS_CLASSES), words], { error: 'statuses' }), { error: 'list' })
    .optional()
    .describe('The clock stands still in these statuses.'),
  time: z
    .enum(['working', 'calendar'])
    .optional()
    .describe('working counts in the calendar, calendar counts all time.'),
  calendar: id.optional(),
});

const targetRow = z.strictObject({
  priority: z.union([nonEmpty, z.array(nonEmpty)], { error: 'string' }).optional(),
  kind: z.enum(KINDS).optional(),
  level: z.enum(LEVELS).optional(),
  application: z.string().optional(),
  complexity: z.string().optional(),
  target,
  goal: percentage.optional(),
  calendar: id.optional(),
});

const commitment = z.strictObject({
  clock: clockId,
  clause: z.string().optional().describe('Where the contract says so: printed beside the figure.'),
  calendar: id.optional(),
  goal: percentage.describe('Share of tickets that must meet their target.'),
  targets: z
    .union([z.strictObject({ due: z.literal('column') }), z.record(z.string(), target), z.array(targetRow).min(1)], {
      error: 'targets',
    })
    .describe(
      'Priority → target, or a list whose first matching row applies; { due: column } where each ticket carries its own due date.',
    ),
});

export const UNITS = ['hours', 'days', 'uo', 'tickets'] as const;
export const SPANS = ['month', 'quarter', 'half-year', 'year'] as const;
const unit = z.enum(UNITS);
const span = z.enum(SPANS);

const lotId = matching('lot', /^[A-Za-z0-9][A-Za-z0-9._-]*$/).describe('As the purchase order names it.');

const scope = z
  .strictObject({
    kinds: listOf(z.enum(KINDS)).optional(),
    applications: listOf(nonEmpty).optional(),
    activities: listOf(nonEmpty).optional().describe('Activities of the time entries, as the tool names them.'),
    withoutTicket: z
      .boolean()
      .optional()
      .describe('Whether time on no ticket counts; default true where no kinds or applications are given.'),
  })
  .describe('What is deducted here: the first coverage whose scope matches takes it. Left out: everything.');

const covered = {
  id,
  label: text.optional(),
  clause: z.string().optional().describe('Where the contract says so: printed beside the figures.'),
  scope: scope.optional(),
  calendar: id.optional().describe('Whose working days the forecast counts in; default the first calendar.'),
  alerts: z.array(percentage).optional().describe('Shares of use that are told; default 70 % and 90 %.'),
  step: positiveQuantity.optional().describe('The smallest quantity that is deducted; default that of the abacus.'),
};

const carriedShare = {
  share: percentage.optional().describe('How much of it goes on at most; default all.'),
  of: z
    .enum(['bought', 'left'])
    .optional()
    .describe('What the share is of: what the window bought (default), or what is left at its end.'),
};

const coverage = z.discriminatedUnion(
  'form',
  [
    z.strictObject({
      form: z.literal('forfait'),
      ...covered,
      unit,
      volume: quantity,
      per: span,
      fee: money.optional().describe('Price of the volume of one period.'),
      franchise: quantity.optional().describe('Units above the volume of one period that are not billed.'),
      franchiseRule: z
        .enum(['deductible', 'threshold'])
        .optional()
        .describe(
          'deductible: they are never billed (default); threshold: once they are passed all units above the volume are.',
        ),
      overrun: z
        .strictObject({
          rule: z.enum(['billed', 'carried', 'refused']),
          rate: money.optional().describe('Price of a unit above the volume.'),
          limit: quantity
            .optional()
            .describe('carried: how many units may be owed to the next window; more are billed.'),
        })
        .optional()
        .describe('What becomes of units above the volume; default billed.'),
      smoothing: z
        .enum(['none', ...SPANS])
        .optional()
        .describe('Calm and busy periods are set against each other within it.'),
      carryOver: z
        .strictObject({
          cap: quantity.optional(),
          ...carriedShare,
          expiresAfter: positiveInteger
            .optional()
            .describe('In windows (periods where nothing is smoothed); default never.'),
        })
        .optional()
        .describe('Units that are not used go on to the next window; default they are lost.'),
    }),
    z.strictObject({
      form: z.literal('carnet'),
      ...covered,
      unit,
      lots: listOf(
        z.strictObject({
          id: lotId,
          bought: date,
          quantity: positiveQuantity,
          expires: date.optional().describe('The last day on which it can be used.'),
          price: money.optional().describe('Of the whole lot.'),
          unitPrice: money.optional().describe('Of one unit.'),
        }),
      ),
      overrun: z
        .strictObject({ rule: z.enum(['next-lot', 'billed', 'refused']), rate: money.optional() })
        .optional()
        .describe('What becomes of units when no lot is left; default they are taken from the next lot.'),
    }),
    z.strictObject({
      form: z.literal('regie'),
      ...covered,
      capacity: listOf(
        z.strictObject({
          profile: id,
          label: text.optional(),
          days: quantity.describe('Reserved days a month.'),
          activities: listOf(nonEmpty).optional().describe('Activities of the time entries that this profile does.'),
        }),
      ),
      lost: z.enum(['lost', 'carried']).optional().describe('What becomes of days that are not used; default lost.'),
      carryOver: z
        .strictObject({ cap: quantity.optional(), ...carriedShare, expiresAfter: positiveInteger.optional() })
        .optional()
        .describe('carried: how many days, for how many months.'),
      overrun: z
        .strictObject({ rule: z.enum(['billed', 'refused']), rate: money.optional() })
        .optional()
        .describe('Days above the capacity; default billed at the day rate of the profile.'),
    }),
  ],
  { error: 'coverage' },
);

/** A share of what is invoiced, or an amount. */
const ceiling = z
  .union([percentageText(), money], { error: 'ceiling' })
  .describe(
    'An amount, or a share of the base of the month, or of the year so far, "10 %": what was capped is made good as the year grows.',
  );

const sanction = {
  id,
  label: text.optional(),
  clause: z.string().optional(),
  clock: clockId,
  capPerMonth: ceiling.optional(),
  capPerYear: ceiling.optional(),
  suspendAbove: count.optional().describe('No penalty in a month in which more tickets than this were opened.'),
  settled: z
    .enum(['invoice', 'credit', 'units'])
    .optional()
    .describe('Deducted from the invoice (default), a credit on the next one, or units of work.'),
  unitPrice: money.optional().describe('units: what one unit is worth.'),
  coverage: id.optional().describe('units: what they are credited to, once agreed; needed where there are several.'),
  shareOf: z
    .enum(['invoiced', 'worth'])
    .optional()
    .describe('What caps that are shares are of; default the base of the rates, or worth.'),
};
const byPriority = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value);

const penalty = z.discriminatedUnion(
  'rule',
  [
    z.strictObject({
      rule: z.literal('ccag-tic').describe('CCAG-TIC 2021, art. 14.1.1: V × R / 1000.'),
      ...sanction,
      value: z.union([money, byPriority(money)]).describe('V: the value without VAT of what is late, of one ticket.'),
      divisor: positiveInteger.optional().describe('Default 1000.'),
      days: z
        .enum(['dates', 'begun'])
        .optional()
        .describe('R: dates after the deadline (default), or days of 24 h begun.'),
      amount: money.describe('Of the contract without VAT: what the cap is a share of.'),
      cap: percentage.optional().describe('Of the amount, over the whole contract; default 10 % (art. 14.1.2).'),
      exoneration: money.optional().describe('Penalties of the contract up to this sum are not due; default none.'),
    }),
    z.strictObject({
      rule: z.literal('steps').describe('By the share of commitments met in the month.'),
      ...sanction,
      base: z
        .enum(['invoiced', 'worth', 'amount', 'month'])
        .describe(
          'What the rates are of: invoiced, all that the month is invoiced; worth, its share of the fees, its reserved days and the units worked in it at the price of their lots; amount, a sum. month is read as worth: name it.',
        ),
      amount: money.optional(),
      steps: z.array(z.strictObject({ below: percentage, rate: percentage })).min(1),
      bonus: z.array(z.strictObject({ from: percentage, rate: percentage })).optional(),
    }),
    z.strictObject({
      rule: z.literal('per-hour').describe('By hour late, in the time of the clock.'),
      ...sanction,
      rates: byPriority(money),
      hours: z.enum(['begun', 'exact']).optional().describe('Default begun.'),
      capPerTicket: money.optional(),
    }),
    z.strictObject({
      rule: z.literal('points'),
      ...sanction,
      points: byPriority(count).describe('Of a late ticket.'),
      perHour: byPriority(count).optional().describe('More points for each hour late that has begun.'),
      perPoint: money,
      franchise: count.optional().describe('Points of a month that cost nothing.'),
    }),
  ],
  { error: 'penalty' },
);

const questions = z
  .strictObject({
    threshold: percentage.describe('Of the tickets opened in the month.'),
    above: z.enum(['billed', 'rejected']),
    rate: money.optional().describe('billed: of one question.'),
    clause: z.string().optional(),
  })
  .describe('Functional questions, when they become too frequent.');

const term = z.strictObject({
  from: moment.describe('These terms hold from this instant on.'),
  label: text.optional(),
  applies: z
    .enum(['opened-after', 'all-running'])
    .optional()
    .describe('To the tickets opened from then on (default), or to all that are running then.'),
  commitments: z.array(commitment).optional(),
  coverage: z.array(coverage).optional().describe('What was bought. Left out: as before.'),
  prices: z.array(z.strictObject({ profile: id, label: text.optional(), dayRate: money })).optional(),
  penalties: z.array(penalty).optional(),
  questions: questions.optional(),
});

const source = z.strictObject({
  files: z
    .string()
    .optional()
    .describe('Which drops this is about: a name with * below the contract folder; default all.'),
  tool: z
    .string()
    .optional()
    .describe('The tool that wrote them, where it is not to be recognised; "generic" with columns of your own.'),
  zone: zone.optional().describe('The zone of the local times in the files.'),
  dates: z
    .union([z.enum(['day-first', 'month-first']), matching('date-format', DATE_FORMAT)], { error: 'date-format' })
    .optional()
    .describe(
      'The order of day and month, where the files do not show it; or a format of its own, such as yyyyMMdd HHmm, epoch-s or epoch-ms.',
    ),
  unit: z
    .enum(EFFORT_UNITS)
    .optional()
    .describe('What the efforts of these files are counted in. Never guessed: a generic file without it counts hours.'),
  yes: listOf(nonEmpty).optional().describe('Words of toolVerdict for a target that was kept.'),
  no: listOf(nonEmpty).optional().describe('Words of toolVerdict for one that was missed.'),
  labels: z
    .partialRecord(z.enum(LABELLED_FIELDS), z.union([nonEmpty, words], { error: 'words' }))
    .optional()
    .describe('What the labels of a ticket tell: a field, and the prefix of its labels ("priority::") or their list.'),
  rows: z
    .enum(ROW_KINDS)
    .optional()
    .describe(
      'What a row is: a ticket, the state of a ticket at an instant, a change of one value of a ticket, or a time entry.',
    ),
  missing: z.array(z.string()).optional().describe('Cells that say nothing.'),
  columns: z
    .partialRecord(z.enum(ROW_FIELDS as [string, ...string[]]), nonEmpty)
    .optional()
    .describe('Field → heading of the file, where it is not the tool’s usual one.'),
  attribution: text.optional().describe('Whom the data comes from and under what licence: printed on each report.'),
});

export const contractSchema = z
  .strictObject({
    $schema: z.string().optional(),
    id,
    name: text,
    client: nonEmpty,
    provider: nonEmpty,
    note: text.optional().describe('Printed under the title of each report.'),
    zone: zone.describe('The zone of the contract: months, calendars, dates and the times printed.'),
    currency: matching('currency', /^[A-Z]{3}$/).optional(),
    cutoff: moment.optional().describe('What is known, up to when; default the last instant in the data.'),
    brand: z
      .strictObject({
        accent: matching('colour', /^#[0-9a-f]{6}$/i)
          .optional()
          .describe('Of links and of the line above the title; made darker or lighter where it could not be read.'),
        logo: nonEmpty.optional().describe('An SVG or PNG beside the contract file, at most 200 kB.'),
        confidentiality: text.optional(),
      })
      .optional(),
    sources: z.array(source).optional(),
    resolution: z
      .literal('closed', { error: 'resolution' })
      .optional()
      .describe(
        'closed: where neither a column nor the history says when a ticket was resolved, its closing stands for it, and every figure says so.',
      ),
    untold: z
      .enum(['open', 'left-out'])
      .optional()
      .describe(
        'Open tickets that the newest list does not tell of any more: they are open still (default, with a warning), or are left out since nobody knows how they ended.',
      ),
    plausible: z
      .strictObject({ from: date.optional(), to: date.optional() })
      .optional()
      .describe('Dates that are true though far from the others: an archive, a migration.'),
    tolerate: z
      .strictObject({ rejectedRows: count })
      .optional()
      .describe('How many unreadable rows a drop may hold before the build stops; default none.'),
    keep: z
      .strictObject({
        titles: z.boolean().optional().describe('Titles of tickets, which users write; default false.'),
        people: z
          .literal('pseudonyms')
          .optional()
          .describe('Who worked, as pseudonyms; without it nothing of people is read.'),
      })
      .optional()
      .describe('What is kept besides instants and classes. Anyone who can open the site can read it.'),
    calendars: z.record(id, calendar).describe('The working hours, by name. There is no default.'),
    priorities: z
      .array(z.strictObject({ id: matching('id', /^[A-Za-z0-9-]+$/), label: text, words }), { error: 'list' })
      .min(1, { error: 'list' })
      .describe('From the most to the least urgent.'),
    statuses: z.partialRecord(z.enum(STATUS_CLASSES), words).optional(),
    kinds: z.partialRecord(z.enum(KINDS), words).optional(),
    levels: z.partialRecord(z.enum(LEVELS), words).optional().describe('The groups that work at each technical level.'),
    contested: z
      .array(z.strictObject({ ticket: nonEmpty, reason: text }))
      .optional()
      .describe('Tickets whose figures a party contests: they get a page with the proof.'),
    clocks: z.partialRecord(clockId, clock).optional(),
    terms: listOf(term),
    policies: z
      .strictObject({
        minimumSample: positiveInteger.optional().describe('Fewer commitments than this give no verdict; default 10.'),
        priorityChange: z
          .enum(POLICY_CHOICES.priorityChange)
          .optional()
          .describe(
            'A target that changes while a clock runs: what was used counts as the same fraction of the new one (forward, default), the new one counts from the opening (retroactive), or from the change (reset). A breach that had happened stays.',
          ),
        reopened: z
          .enum(POLICY_CHOICES.reopened)
          .optional()
          .describe(
            'All active cycles count and the gaps do not (total, default), or the first resolution stops the clock.',
          ),
        reopenWithinDays: count.optional().describe('A later reopening is another matter; default 14.'),
        resolvedWhilePaused: z
          .enum(POLICY_CHOICES.resolvedWhilePaused)
          .optional()
          .describe(
            'A wait that nothing ended but the resolution: it is taken off like any other (credited, default), or its time counts (counted).',
          ),
        acknowledgedAfterResolved: z
          .enum(POLICY_CHOICES.acknowledgedAfterResolved)
          .optional()
          .describe(
            'An acknowledgement after the resolution: the resolution was the first act (resolution, default), or the acknowledgement counts as it stands (acknowledgement).',
          ),
        withdrawal: z
          .enum(POLICY_CHOICES.withdrawal)
          .optional()
          .describe(
            'Cancelled, rejected or merged tickets: no commitment unless they were late (default), never one, or one like any other.',
          ),
        workaround: z
          .enum(POLICY_CHOICES.workaround)
          .optional()
          .describe('Whether a workaround stops the resolution; default none.'),
      })
      .optional(),
    ends: date.optional().describe('The last day of the contract.'),
    vat: percentage.optional().describe('Shown apart; default 20 %.'),
    bonus: z
      .enum(['taxed', 'untaxed'])
      .optional()
      .describe(
        'Whether a bonus is a complement of the price, with VAT (default), or outside VAT. Penalties always are.',
      ),
    effort: z
      .strictObject({
        from: z
          .enum(['work', 'tickets'])
          .optional()
          .describe('Time entries (default where there are any), or the effort of the tickets.'),
        dated: z
          .enum(['resolved', 'closed', 'updated'])
          .optional()
          .describe('When the effort of a ticket, or a ticket that is a unit itself, is consumed; default resolved.'),
      })
      .optional(),
    abacus: z
      .strictObject({
        hoursPerDay: positiveQuantity.optional(),
        hoursPerUo: positiveQuantity.optional(),
        step: positiveQuantity.optional().describe('The smallest quantity that is deducted; default 0.0001.'),
        decimals: z
          .number()
          .int()
          .min(0)
          .max(4)
          .optional()
          .describe('Without a step: what is used is summed exactly and rounded once to so many decimals; default 2.'),
        rounding: z.enum(['up', 'nearest']).optional().describe('To the step, of each entry; default nearest.'),
        uo: z
          .array(z.strictObject({ kind: z.enum(KINDS).optional(), complexity: z.string().optional(), uo: quantity }))
          .min(1)
          .optional()
          .describe('Work units of a ticket; the first row that matches applies.'),
      })
      .optional()
      .describe('How work becomes units.'),
    adjustments: z
      .array(
        z.strictObject({
          coverage: id,
          date,
          booked: date.optional().describe('When it was agreed; default its date.'),
          quantity: signedQuantity,
          lot: lotId.optional().describe('Where a deduction was wrong: the lot that it comes back to.'),
          expires: date
            .optional()
            .describe(
              'The last day on which units that are credited can be used. They are a lot of their own; default never for lots, the end of the window for volumes.',
            ),
          ticket: nonEmpty.optional(),
          reason: text,
        }),
      )
      .optional()
      .describe('Units that were given back or taken by agreement.'),
    statements: z
      .array(
        z.strictObject({
          on: date.describe('The day at whose end it was so.'),
          coverage: id,
          profile: id.optional().describe('Of reserved days: whose.'),
          balance: signedQuantity,
          from: text.describe('Where both parties signed it, such as the minutes of a committee.'),
        }),
      )
      .optional()
      .describe('Balances that both parties signed: the account says whether it agrees with each.'),
    indices: z
      .record(
        id,
        z.strictObject({
          label: text,
          source: z.string().optional(),
          values: z.record(month, factorNumber()).describe('Month → value, as published.'),
          junction: z
            .strictObject({ from: month, coefficient: factor })
            .optional()
            .describe('A new index since that month: for an older base its values count times the coefficient.'),
        }),
      )
      .optional(),
    revision: z
      .strictObject({
        index: id,
        base: month.describe('The month of S0.'),
        on: z.union([z.literal('anniversary'), listOf(date)]).describe('When prices are revised.'),
        reading: z
          .enum(['month-of', 'last-known'])
          .optional()
          .describe(
            'Which S1: of the month of the revision, or the last that is listed before it; default last-known.',
          ),
        lagMonths: count.optional().describe('S1 is of so many months before the revision; default 0.'),
        fixedPart: factor.optional().describe('P = P0 × (fixed part + (1 − fixed part) × S1 / S0); default 0.'),
        least: factor.optional().describe('The coefficient is at least this.'),
        most: factor.optional().describe('The coefficient is at most this.'),
        decimals: z.number().int().min(2).max(8).optional().describe('Of the coefficient; default it is exact.'),
        clause: z.string().optional(),
      })
      .optional()
      .describe(
        'How prices follow an index. All prices of the contract, those of amendments too, are in money of the base month. Lots are bought at their own price and not revised.',
      ),
    penaltiesAgreed: z
      .array(month)
      .optional()
      .describe('Months whose penalties both parties agreed on; others are provisional.'),
    support: z
      .partialRecord(z.enum(LEVELS), z.strictObject({ holder: text, scope: text.optional() }))
      .optional()
      .describe('Who holds each technical level, and what it does.'),
    environments: z
      .array(
        z.strictObject({
          id,
          label: text,
          role: z.enum(['production', 'provider', 'acceptance']),
          traits: z.record(
            z.string(),
            z.union([nonEmpty, z.strictObject({ value: nonEmpty, since: date })], { error: 'string' }),
          ),
        }),
      )
      .optional()
      .describe('The provider’s copies are compared with production, trait by trait.'),
    reversibility: z
      .strictObject({
        overlapMonths: z.number().nonnegative().optional(),
        freshMonths: positiveInteger
          .optional()
          .describe('A document is up to date if it was updated within so many months; default 6.'),
        documents: z.array(z.strictObject({ title: text, updated: date, owner: nonEmpty })).optional(),
      })
      .optional(),
    confidentiality: z.array(text).optional().describe('What the provider commits to.'),
    events: z
      .array(z.strictObject({ on: date, text }))
      .optional()
      .describe('What happened that the charts mark: an incident, a campaign, a move.'),
    surveys: z
      .array(z.strictObject({ month, asked: positiveInteger, answered: count, satisfied: count }))
      .optional()
      .describe('What the users who were asked in a month answered.'),
    risks: z
      .array(
        z.strictObject({
          since: date,
          until: date.optional().describe('The last day; left out while it lasts.'),
          level: z.enum(RISK_LEVELS),
          text,
          owner: nonEmpty.optional(),
          action: text.optional(),
        }),
      )
      .optional()
      .describe('Each stands in the reports of the months in which it lasts.'),
    decisions: z
      .array(
        z.strictObject({
          on: date,
          text,
          owner: nonEmpty.optional(),
          due: date.optional(),
          done: date.optional(),
        }),
      )
      .optional()
      .describe('Each stands in the reports from its month on, until it is done.'),
  })
  .describe('A maintenance contract as Jauge reads it.');

export type ContractFile = z.infer<typeof contractSchema>;
