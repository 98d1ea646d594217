/**
 * The contract file, as it may be written. One strict schema gives the types, the errors and the JSON Schema that
 * editors complete from; {@link ./contract.ts} turns what passes it into what the clocks and figures use.
 */
import { z } from 'zod';
import { isHolidaySet, parseOpening } from '../domain/calendar.ts';
import { parseIsoDate } from '../domain/date.ts';
import { KINDS, LEVELS, ROW_FIELDS, ROW_KINDS, STATUS_CLASSES } from '../domain/ticket.ts';
import { FIRST_YEAR, isZone, LAST_YEAR } from '../domain/zone.ts';
import { POLICY_CHOICES } from './policies.ts';
import { parseTarget } from './target.ts';

/** What a value should have been; the words are in `i18n/`. */
export const EXPECTATIONS = [
  'id',
  'text',
  'date',
  'moment',
  'zone',
  'percentage',
  'quantity',
  'money',
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
const quantity = z
  .union([z.number().nonnegative({ error: 'quantity' }), matching('quantity', /^\d+([.,]\d+)?$/)], {
    error: 'quantity',
  })
  .describe('An exact decimal; write it in quotes to keep it as written.');
const money = z
  .union([z.number().nonnegative({ error: 'money' }), matching('money', /^\d+([.,]\d{1,2})?$/)], { error: 'money' })
  .describe('An amount without VAT, in the currency of the contract, at most two decimals.');
const target = worded('target', (value) => parseTarget(value) !== null).describe(
  'A duration: "30 min", "4 h", "1 h 30", or working days in one stated reading: "2 d same-time" (same time on the 2nd next working day), "2 d end-of-day" (end of the 2nd next working day), "2 d opening-hours" (2 × the opening hours of a day).',
);
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
    .union([z.record(z.string(), target), z.array(targetRow).min(1)], { error: 'targets' })
    .describe('Priority → target, or a list whose first matching row applies.'),
});

const unit = z.enum(['hours', 'days', 'uo', 'tickets']);
const scope = z.strictObject({ kinds: listOf(z.enum(KINDS)).optional(), applications: listOf(nonEmpty).optional() });

const coverage = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('forfait'),
    scope: scope.optional(),
    unit,
    volume: quantity,
    per: z.enum(['month', 'quarter', 'half-year', 'year']),
    fee: money.optional(),
    franchise: quantity.optional(),
    overrun: z.strictObject({ rule: z.enum(['billed', 'carried', 'refused']), rate: money.optional() }).optional(),
    smoothing: z.enum(['none', 'quarter', 'half-year', 'year']).optional(),
    carryOver: z.strictObject({ cap: quantity.optional(), expiresAfter: positiveInteger.optional() }).optional(),
  }),
  z.strictObject({
    form: z.literal('carnet'),
    scope: scope.optional(),
    unit,
    step: quantity.optional(),
    lots: z
      .array(z.strictObject({ id, bought: date, quantity, expires: date.optional(), price: money.optional() }))
      .min(1),
    alerts: z.array(percentage).optional(),
  }),
  z.strictObject({
    form: z.literal('regie'),
    scope: scope.optional(),
    capacity: z.array(z.strictObject({ profile: id, days: quantity, from: date.optional() })).min(1),
    lost: z.enum(['lost', 'carried']).optional(),
  }),
]);

const penalty = z.discriminatedUnion('rule', [
  z.strictObject({
    rule: z.literal('ccag-tic'),
    divisor: z.number().positive().optional(),
    cap: percentage.optional(),
    exoneration: money.optional(),
  }),
  z.strictObject({
    rule: z.literal('steps'),
    clock: clockId,
    base: z.enum(['monthly-fee', 'amount']),
    amount: money.optional(),
    steps: z.array(z.strictObject({ below: percentage, rate: percentage })).min(1),
    cap: percentage.optional(),
  }),
  z.strictObject({
    rule: z.literal('per-hour'),
    clock: clockId,
    rates: z.record(z.string(), money),
    cap: money.optional(),
  }),
]);

const term = z.strictObject({
  from: moment.describe('These terms hold from this instant on.'),
  label: text.optional(),
  applies: z
    .enum(['opened-after', 'all-running'])
    .optional()
    .describe('To the tickets opened from then on (default), or to all that are running then.'),
  commitments: z.array(commitment).optional(),
  coverage: z.array(coverage).optional(),
  prices: z.array(z.strictObject({ profile: id, dayRate: money })).optional(),
  penalties: z.array(penalty).optional(),
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
    .enum(['day-first', 'month-first'])
    .optional()
    .describe('The order of day and month, where the files do not show it.'),
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
        accent: matching('colour', /^#[0-9a-f]{6}$/i).optional(),
        logo: z.string().optional(),
        confidentiality: text.optional(),
      })
      .optional(),
    sources: z.array(source).optional(),
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
    abacus: z
      .strictObject({
        hoursPerDay: quantity.optional(),
        hoursPerUo: quantity.optional(),
        step: quantity.optional(),
        rounding: z.enum(['up', 'nearest']).optional(),
        uo: z
          .array(z.strictObject({ kind: z.enum(KINDS).optional(), complexity: z.string().optional(), uo: quantity }))
          .optional(),
      })
      .optional(),
    environments: z
      .array(
        z.strictObject({
          id,
          label: text,
          role: z.enum(['production', 'provider', 'acceptance']),
          traits: z.record(z.string(), z.string()),
        }),
      )
      .max(3)
      .optional(),
    reversibility: z
      .strictObject({
        overlapMonths: z.number().nonnegative().optional(),
        documents: z.array(z.strictObject({ title: text, updated: date, owner: z.string() })).optional(),
      })
      .optional(),
    confidentiality: z.array(text).optional(),
  })
  .describe('A maintenance contract as Jauge reads it.');

export type ContractFile = z.infer<typeof contractSchema>;

/** Sections that are checked and kept but that no figure is computed from yet. */
export const SECTIONS_NOT_REPORTED = ['abacus', 'environments', 'reversibility', 'confidentiality'] as const;
export const TERM_SECTIONS_NOT_REPORTED = ['coverage', 'prices', 'penalties'] as const;
