/** What was bought, used, left and owed, as it is published. */
import { z } from 'zod';
import { SPANS, UNITS } from '../contract/schema.ts';
import { OUT_OF_SCOPE } from '../account/entries.ts';
import { POSTING_KINDS } from '../account/ledger.ts';
import { RELIEFS } from '../account/caps.ts';
import { LINE_KINDS } from '../account/invoice.ts';
import { KINDS } from '../domain/ticket.ts';

const text = z.strictObject({ fr: z.string(), en: z.string() });
const month = z.string().regex(/^\d{4}-\d{2}$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const count = z.number().int().nonnegative();
const quantity = z.number().int().describe('Ten-thousandths of a unit: exact.');
const cents = z.number().int().describe('Hundredths of the currency, without VAT: exact.');
const share = z.strictObject({ numerator: z.number(), denominator: z.number() });
const slug = z.string().nullable().describe('The folder of its page, ../tickets/<slug>/; null where no export has it.');
const interval = <Value extends z.ZodType>(value: Value) =>
  z
    .strictObject({ slow: value, central: value, fast: value })
    .describe('Little, middling and much use: a tenth of the courses lies below the first, a tenth above the last.');

const monthStatement = z.strictObject({
  month,
  complete: z.boolean(),
  opening: quantity,
  bought: quantity,
  consumed: quantity,
  late: quantity.describe('Of what was consumed: entered after the end of the month.'),
  adjusted: quantity,
  expired: quantity,
  overrun: quantity,
  closing: quantity.describe('opening + bought + adjusted + overrun − consumed − expired'),
  closingThen: quantity.describe('As it was known at the end of the month.'),
});

const carryOver = z.strictObject({
  cap: quantity.nullable(),
  share: z.strictObject({ part: share, of: z.enum(['bought', 'left']) }).nullable(),
  expiresAfter: count.nullable(),
});

const terms = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('forfait'),
    volume: quantity,
    per: z.enum(SPANS),
    fee: cents.nullable(),
    franchise: quantity,
    overrun: z.enum(['billed', 'carried', 'refused']),
    rate: cents.nullable(),
    limit: quantity.nullable(),
    smoothing: z.enum(SPANS).nullable(),
    franchiseRule: z.enum(['deductible', 'threshold']),
    carryOver: carryOver.nullable(),
  }),
  z.strictObject({
    form: z.literal('carnet'),
    overrun: z.enum(['next-lot', 'billed', 'refused']),
    rate: cents.nullable(),
  }),
  z.strictObject({
    form: z.literal('regie'),
    days: quantity.describe('Reserved days a month, of this profile.'),
    dayRate: cents.nullable(),
    overrun: z.enum(['billed', 'refused']),
    rate: cents.nullable(),
    carryOver: carryOver.nullable(),
  }),
]);

const book = z.strictObject({
  id: z.string().describe('Of the coverage and, of reserved days, / and the profile.'),
  label: text.nullable(),
  profile: z.strictObject({ id: z.string(), label: text.nullable() }).nullable(),
  form: z.enum(['forfait', 'carnet', 'regie']),
  unit: z.enum(UNITS),
  step: quantity,
  clause: z.string().nullable(),
  missing: z.array(z.string()).describe('What the exports lack to say what is used; then there are no figures.'),
  terms: z.array(
    z.strictObject({ from: day, to: day.nullable().describe('Exclusive.'), clause: z.string().nullable(), is: terms }),
  ),
  months: z.array(monthStatement),
  lots: z.array(
    z.strictObject({
      id: z.string(),
      opens: day,
      closes: day.nullable().describe('The last day on which it can be used.'),
      quantity,
      used: quantity,
      expired: quantity,
      left: quantity,
      price: cents.nullable(),
      credited: z.boolean().describe('Given by agreement, rather than bought.'),
    }),
  ),
  windows: z
    .array(
      z.strictObject({
        id: z.string(),
        first: day,
        last: day,
        volume: quantity,
        consumed: quantity,
        expired: quantity,
        carried: quantity.describe('To the next window; negative where it is owed.'),
        overrun: quantity,
        free: quantity.describe('Of the overrun: within the franchise.'),
        refused: quantity.describe('Of the overrun: borne by the provider.'),
        billed: quantity,
      }),
    )
    .describe('Those that have ended.'),
  forecast: z.strictObject({
    fullMonths: count,
    leastMonths: count.describe('Fewer full months than this say nothing of a pace.'),
    pace: z.strictObject({
      recent: quantity.nullable().describe('Mean of the last three full months.'),
      byWorkingDay: quantity.nullable().describe('The same by working day, times those of the month at hand.'),
      seasonal: quantity.nullable().describe('The same month a year before.'),
    }),
    window: z
      .strictObject({ id: z.string(), first: day, last: day, begun: z.boolean() })
      .nullable()
      .describe('The window at hand; where the data end with a window, the next one, which has not begun.'),
    balance: quantity,
    total: quantity.describe('At disposal since the last purchase or the start of the window.'),
    used: quantity.describe('Since then, with what it paid that was owed before.'),
    debt: quantity.describe('Of what is used: owed from before the last purchase.'),
    due: quantity.nullable().describe('Of a window: use by now at an even pace over its working days.'),
    until: day.nullable(),
    exhaustion: interval(day.nullable()).nullable(),
    exhausted: count
      .nullable()
      .describe('Of all courses, those in which nothing is left before the end; null where the months are too few.'),
    courses: count,
    present: z
      .strictObject({
        perMonth: quantity,
        exhaustion: day.nullable(),
        projected: quantity.nullable(),
        over: z.strictObject({ quantity, amount: cents.nullable() }).nullable(),
      })
      .nullable()
      .describe('What comes of using on as in the last two full months; null for fewer.'),
    records: z
      .array(
        z.strictObject({
          ahead: count,
          inside: count,
          total: count,
          recentInside: count,
          recentTotal: count,
          interval: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
        }),
      )
      .describe('Months of this ledger that the method, given those before alone, put inside its interval.'),
    projected: interval(quantity).nullable(),
    overAtEnd: interval(z.strictObject({ quantity, amount: cents.nullable() }))
      .nullable()
      .describe('Of a window: above (positive) or below its volume at its end, and what units above it would cost.'),
    ahead: z
      .array(z.strictObject({ month, slow: quantity, fast: quantity }))
      .describe('The balance at the end of the months to come.'),
    expired: quantity.describe('Since the last purchase or the start of the window.'),
    ended: day.nullable().describe('The last day of the coverage, where it is over.'),
    expiring: z.array(z.strictObject({ lot: z.string(), closes: day, left: quantity, lost: quantity.nullable() })),
    alerts: z.array(z.strictObject({ share, reached: day.nullable() })),
    calendar: z.string(),
  }),
  smoothing: z
    .array(
      z.strictObject({
        smoothing: z.enum(SPANS).nullable(),
        agreed: z.boolean(),
        lost: quantity,
        overrun: quantity,
        billed: quantity,
        cost: cents.nullable(),
      }),
    )
    .describe('The full months under each smoothing, at the prices of the contract before revision.'),
});

const stepped = z.strictObject({
  met: count,
  total: count,
  step: z.strictObject({ below: share, rate: share }).nullable(),
  reward: z.strictObject({ from: share, rate: share }).nullable(),
  penalty: cents,
  bonus: cents,
});

const penaltyMonth = z.strictObject({
  month,
  id: z.string(),
  rule: z.enum(['ccag-tic', 'steps', 'per-hour', 'points']),
  label: text.nullable(),
  clause: z.string().nullable(),
  clock: z.string(),
  clockLabel: text.nullable(),
  settled: z.enum(['invoice', 'credit', 'units']),
  stepped: z
    .strictObject({ now: stepped, ifRejected: stepped })
    .nullable()
    .describe('Of a rule by steps: without the contested tickets, as it is reckoned, and with them as missed.'),
  base: z
    .strictObject({ kind: z.enum(['invoiced', 'worth', 'amount']), amount: cents.nullable() })
    .nullable()
    .describe('What the rates are of; its amount is null where the contract does not say a price.'),
  known: z.boolean().describe('Whether the amounts could be computed: not without the base that they are a share of.'),
  gross: cents,
  bonus: cents,
  relief: z.array(
    z.strictObject({
      because: z.enum(RELIEFS),
      amount: cents.describe('Taken off; negative where it is given back.'),
    }),
  ),
  caps: z
    .strictObject({ mostOfMonth: cents.nullable(), mostOfYear: cents.nullable(), ofYear: cents })
    .describe('What the month and the contract year so far may cost, and what the year has cost.'),
  net: cents,
  units: quantity.nullable(),
  contested: cents.describe('What the contested tickets would add; not in net.'),
  agreed: z.boolean().describe('Whether both parties agreed; else it is provisional.'),
  tickets: z.array(
    z.strictObject({
      key: z.string(),
      slug,
      priority: z.string().nullable(),
      measure: z.number().describe('Days, thousandths of an hour, or points.'),
      amount: cents,
      contested: text.nullable(),
      open: z.boolean(),
    }),
  ),
});

export const accountSchema = z
  .strictObject({
    format: z.literal('jauge-account/1'),
    contract: z.strictObject({
      id: z.string(),
      name: text,
      client: z.string(),
      provider: z.string(),
      confidentiality: text.nullable(),
    }),
    zone: z.string(),
    currency: z.string(),
    vat: share,
    bonusTaxed: z.boolean(),
    asOf: z.iso.datetime(),
    ends: day.nullable(),
    source: z.enum(['work', 'tickets']),
    dated: z.enum(['resolved', 'closed', 'updated']),
    bookings: z.boolean().describe('Whether the exports say when time was entered: else no entry is known to be late.'),
    books: z.array(book),
    outOfScope: z.array(z.strictObject({ month, entries: count, effort: z.number().describe('Milliseconds.') })),
    months: z.array(
      z.strictObject({
        month,
        complete: z.boolean(),
        lines: z.array(
          z.strictObject({
            day,
            kind: z.enum(LINE_KINDS),
            book: z.string(),
            label: text.nullable(),
            clause: z.string().nullable(),
            of: z.string(),
            quantity: quantity.nullable(),
            unitPrice: cents.nullable(),
            amount: cents.nullable().describe('null where the contract does not say the price.'),
          }),
        ),
        total: cents,
        unpriced: count.describe('Lines without a price, which are not in the total.'),
        vat: cents,
        penalties: cents.describe('Net, outside VAT; without those that are settled in units.'),
        bonus: cents,
        net: z
          .strictObject({
            ht: cents.describe('Without VAT; a taxed bonus is in it.'),
            vat: cents,
            ttc: cents,
            bonus: cents.describe('Outside VAT.'),
            penalties: cents.describe('Deducted: of this month on the invoice, of the one before as a credit.'),
            toPay: cents,
            credit: cents,
          })
          .nullable()
          .describe('What is to pay; null where a line has no price.'),
      }),
    ),
    penalties: z.array(penaltyMonth),
    questions: z.array(
      z.strictObject({
        month,
        above: z.enum(['billed', 'rejected']),
        threshold: share,
        clause: z.string().nullable(),
        opened: count,
        questions: count,
        allowed: count,
        beyond: z.array(z.strictObject({ key: z.string(), slug })),
        effort: z.number().describe('Milliseconds of work on those beyond.'),
        units: z
          .array(z.strictObject({ book: z.string(), quantity }))
          .describe('What they would have used: it is not deducted.'),
        rate: cents.nullable(),
        amount: cents.nullable(),
      }),
    ),
    revisions: z.array(
      z.strictObject({
        from: day,
        index: z.string(),
        label: text,
        source: z.string().nullable(),
        base: z.string(),
        month: z.string(),
        values: z.strictObject({ base: z.string(), read: z.string() }),
        junction: z.string().nullable(),
        fixedPart: share,
        bound: z.enum(['least', 'most']).nullable(),
        coefficient: z.string().describe('To eight decimals, for the eye; prices are computed with the exact one.'),
        clause: z.string().nullable(),
      }),
    ),
    assertions: z
      .array(
        z.strictObject({
          book: z.string(),
          on: day,
          stated: quantity,
          found: quantity,
          then: quantity,
          from: text,
          since: day.nullable(),
        }),
      )
      .describe('Balances that both parties signed, and what the ledger has: now, and as it was known then.'),
    indexMissing: z.array(z.strictObject({ index: z.string(), month })),
  })
  .describe('What a contract bought, used and owes.');

export type Account = z.infer<typeof accountSchema>;
export type AccountBook = Account['books'][number];
export type PenaltyLine = Account['penalties'][number];

const statementLine = z.strictObject({
  day,
  kind: z.enum(POSTING_KINDS),
  ticket: z.strictObject({ key: z.string(), slug, title: z.string().nullable() }).nullable(),
  workKind: z.enum(KINDS).nullable(),
  application: z.string().nullable(),
  activity: z.string().nullable(),
  effort: z.number().nullable().describe('Milliseconds.'),
  booked: day.nullable().describe('Where it is later than the month.'),
  lots: z.array(z.string()),
  reason: text.nullable(),
  settles: month.nullable().describe('Of a credit: the month whose penalties it settles.'),
  quantity: quantity.describe('What it adds to the balance; negative takes.'),
  balance: quantity.describe('After the line.'),
});

export const statementSchema = z
  .strictObject({
    format: z.literal('jauge-statement/1'),
    contract: z.string(),
    month,
    asOf: z.iso.datetime(),
    books: z.array(
      z.strictObject({
        id: z.string(),
        months: monthStatement,
        carried: quantity.describe('Of the closing balance: carried over from a window that ended.'),
        lines: z.array(statementLine),
      }),
    ),
    late: z
      .array(z.strictObject({ book: z.string(), day, booked: day, key: z.string(), slug, quantity }))
      .describe('Entries of earlier months that were entered in this one.'),
    outOfScope: z.array(
      z.strictObject({
        day,
        key: z.string().nullable(),
        slug,
        workKind: z.enum(KINDS).nullable(),
        application: z.string().nullable(),
        activity: z.string().nullable(),
        effort: z.number().describe('Milliseconds.'),
        because: z.enum(OUT_OF_SCOPE),
      }),
    ),
  })
  .describe('What happened to the units of a contract in a month, line by line.');

export type Statement = z.infer<typeof statementSchema>;
export type StatementLine = z.infer<typeof statementLine>;
