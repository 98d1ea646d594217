/** The page of a ticket: the proof of each of its clocks, as plain data. */
import { z } from 'zod';
import { classesOf, CommitmentReader } from '../clocks/commitments.ts';
import { isDoneStatus, isOwnWait } from '../clocks/policies.ts';
import { proofOf, type Proof, type ProofInterval } from '../clocks/proof.ts';
import type { Commitment, Contract } from '../contract/contract.ts';
import { HOLIDAY_IDS } from '../domain/holidays.ts';
import { STATUS_CLASSES, TicketView, type TicketTable } from '../domain/ticket.ts';
import type { Unit } from '../contract/coverage.ts';
import { UNITS } from '../contract/schema.ts';
import { bookName, type Entry } from '../account/entries.ts';
import { isoDate } from '../domain/date.ts';
import type { AccountReading } from './account.ts';
import type { Slugs } from './slugs.ts';
import { BREACH_CAUSES, type BreachCause, type MonthlyReport } from './schema.ts';

const text = z.strictObject({ fr: z.string(), en: z.string() });
const instant = z.iso.datetime();
const milliseconds = z.number();

const interval = z.strictObject({
  from: instant,
  to: instant.describe('Exclusive.'),
  kind: z.enum(['counted', 'paused', 'closed']),
  status: z
    .enum(STATUS_CLASSES)
    .nullable()
    .optional()
    .describe('Of a pause: the class of the state, which says whose wait it is.'),
  word: z.string().optional().describe('Of a pause: the state as the tool names it.'),
  reason: z
    .enum(['outside-hours', 'weekend', 'closed-weekday', 'exception', 'holiday'])
    .optional()
    .describe('Of a closed interval.'),
  holiday: z.enum([...HOLIDAY_IDS, 'listed']).optional(),
});

const clockProof = z.strictObject({
  clock: z.string(),
  label: text.nullable(),
  clause: z.string().nullable(),
  start: instant,
  stopped: instant.nullable(),
  status: z.enum(['met', 'breached', 'running']),
  paused: z.boolean(),
  pausesUnknown: z.boolean().describe('The exports do not say when the ticket waited: the time counted is a maximum.'),
  elapsed: milliseconds,
  allowed: milliseconds,
  due: instant.nullable(),
  stages: z.array(
    z.strictObject({
      from: instant,
      cause: z.enum(['opened', 'priority', 'term']),
      priority: z.string().nullable(),
      wording: z.string().describe('The target as the contract words it.'),
      target: milliseconds,
      calendar: z.string().nullable(),
      term: text.nullable(),
    }),
  ),
  dues: z.array(
    z.strictObject({
      at: instant,
      due: instant.nullable(),
      cause: z.enum(['opened', 'priority', 'term', 'paused', 'resumed']),
    }),
  ),
  intervals: z.array(interval),
  cause: z
    .enum(BREACH_CAUSES)
    .nullable()
    .describe('Where the time of a missed commitment went; null where it was met, or the exports do not tell.'),
});

const workEntry = z.strictObject({
  day: z.string(),
  booked: z.string().nullable(),
  source: z.enum(['work', 'ticket', 'adjustment']),
  activity: z.string().nullable(),
  effort: z.number().nullable().describe('Milliseconds.'),
  book: z.string().nullable().describe('The ledger that it is deducted from; null for none.'),
  unit: z.enum(UNITS).nullable(),
  quantity: z.number().int().describe('Ten-thousandths of a unit.'),
  reason: text.nullable(),
});

export const ticketSchema = z
  .strictObject({
    format: z.literal('jauge-ticket/1'),
    key: z.string(),
    title: z.string().nullable().describe('null where the contract keeps no titles.'),
    assignee: z.string().nullable().describe('A pseudonym; null where the contract keeps no people.'),
    slug: z.string().describe('The name of its folder.'),
    contract: z.strictObject({ id: z.string(), name: text, zone: z.string() }),
    asOf: instant,
    contested: text.nullable().describe('Why a party contests it.'),
    months: z.array(z.string()).describe('The reports that name it.'),
    status: z.string(),
    statusClass: z.enum(STATUS_CLASSES).nullable(),
    priority: z.string().nullable(),
    calendars: z.array(z.strictObject({ id: z.string(), label: text.nullable() })),
    clocks: z.array(clockProof),
    work: z.array(workEntry).describe('What was deducted for it, where the contract counts units.'),
  })
  .describe('The proof of the clocks of a ticket.');

export type TicketProof = z.infer<typeof ticketSchema>;
export type ClockProof = TicketProof['clocks'][number];

/** The proofs of the tickets that a report names as a breach or an account names, and of those that are contested, in the order of the table. */
export function ticketProofs(
  contract: Contract,
  table: TicketTable,
  asOf: number,
  reports: readonly MonthlyReport[],
  slugs: Slugs,
  account: AccountReading | null = null,
  named: ReadonlySet<string> = new Set(),
): TicketProof[] {
  const months = new Map<string, string[]>();
  for (const report of reports) {
    for (const { key } of report.breaches) {
      const list = months.get(key) ?? [];
      if (list.at(-1) !== report.month) list.push(report.month);
      months.set(key, list);
    }
  }
  const entries = Map.groupBy(account?.entries ?? [], (entry) => entry.key);
  const units = new Map(account?.account.books.map(({ id, unit }) => [id, unit]));
  const classes = classesOf(table, contract);
  const reader = new CommitmentReader(contract, table, classes, asOf);
  const ticket = new TicketView(table);
  const proofs: TicketProof[] = [];
  for (ticket.index = 0; ticket.index < table.count; ticket.index++) {
    const { key } = ticket;
    const contested = contract.contested.get(key) ?? null;
    if (!months.has(key) && !contested && !named.has(key)) continue;
    const clocks = reader.clocks.flatMap((clock) => {
      const facts = reader.factsOfRead(ticket, clock);
      return facts
        ? [
            clockProofOf(
              contract,
              clock,
              proofOf(reader, facts, asOf),
              facts.commitment,
              !table.history,
              ticket.acknowledged,
            ),
          ]
        : [];
    });
    const used = new Set(clocks.flatMap(({ stages }) => stages.map(({ calendar }) => calendar)));
    proofs.push({
      format: 'jauge-ticket/1',
      key,
      title: ticket.title || null,
      assignee: table.words.assignee[table.word.assignee[ticket.index]!]! || null,
      slug: slugs.of(key),
      contract: { id: contract.id, name: contract.name, zone: contract.zone.name },
      asOf: iso(asOf),
      contested,
      months: months.get(key) ?? [],
      status: table.words.status[ticket.status]!,
      statusClass: classes.status[ticket.status]!,
      priority: contract.priorities[classes.priority[ticket.priority]!]?.id ?? null,
      calendars: [...contract.calendars.values()]
        .filter(({ id }) => used.has(id))
        .map(({ id, label }) => ({ id, label })),
      clocks,
      work: (entries.get(key) ?? []).map((entry) => workOf(entry, units)),
    });
  }
  return proofs;
}

function workOf(entry: Entry, units: ReadonlyMap<string, Unit>): TicketProof['work'][number] {
  const { book } = entry;
  const id = typeof book === 'object' ? bookName(book) : null;
  return {
    day: isoDate(entry.day),
    booked: entry.booked === null ? null : isoDate(entry.booked),
    source: entry.source,
    activity: entry.activity || null,
    effort: entry.effort,
    book: id,
    unit: id === null ? null : (units.get(id) ?? null),
    quantity: entry.quantity,
    reason: entry.reason,
  };
}

function clockProofOf(
  contract: Contract,
  clock: string,
  { reading, start, stages, intervals, dues }: Proof,
  { clause, clock: { label, pauses } }: Commitment,
  withoutHistory: boolean,
  acknowledged: number,
): ClockProof {
  const spans = intervals.map(intervalOf);
  return {
    clock,
    label,
    clause,
    start: iso(start),
    stopped: reading.stoppedAt === null ? null : iso(reading.stoppedAt),
    status: reading.status,
    paused: reading.paused,
    pausesUnknown: withoutHistory && pauses.some(isOwnWait),
    elapsed: reading.elapsed,
    allowed: reading.allowed,
    due: reading.due === null ? null : iso(reading.due),
    stages: stages.map((stage) => ({
      from: iso(stage.from),
      cause: stage.cause,
      priority: contract.priorities[stage.priority]?.id ?? null,
      wording: stage.row.wording,
      target: stage.target,
      calendar: stage.row.calendar?.id ?? null,
      term: stage.term.label,
    })),
    dues: dues.map(({ at, due, cause }) => ({ at: iso(at), due: due === null ? null : iso(due), cause })),
    intervals: spans,
    cause:
      reading.status === 'breached'
        ? causeOf(clock, reading.stoppedAt, reading.elapsed, acknowledged, spans, stages)
        : null,
  };
}

/** Where the time of a missed commitment went, by rules that can be checked on the proof; the first that holds. */
function causeOf(
  clock: string,
  stopped: number | null,
  elapsed: number,
  acknowledged: number,
  intervals: ClockProof['intervals'],
  stages: Proof['stages'],
): BreachCause | null {
  if (stopped === null) return 'open';
  if (intervals.some(({ kind, status }) => kind === 'paused' && isDoneStatus(status ?? null))) return 'reopened';
  if (stages.some(({ cause, target }, i) => cause === 'priority' && target < stages[i - 1]!.target)) return 'raised';
  if (clock === 'acknowledge') return 'late-start';
  if (Number.isNaN(acknowledged)) return null;
  let before = 0;
  for (const { kind, from, to } of intervals)
    if (kind === 'counted') before += Math.max(0, Math.min(Date.parse(to), acknowledged) - Date.parse(from));
  return 2 * before >= elapsed ? 'late-start' : 'work';
}

/** The missed commitments of a report with where their time went, as the proofs tell. */
export function withCauses(report: MonthlyReport, proofs: ReadonlyMap<string, TicketProof>): MonthlyReport {
  return {
    ...report,
    breaches: report.breaches.map((breach) => ({
      ...breach,
      cause: proofs.get(breach.key)?.clocks.find(({ clock }) => clock === breach.clock)?.cause ?? null,
    })),
  };
}

function intervalOf(of: ProofInterval): ClockProof['intervals'][number] {
  const span = { from: iso(of.from), to: iso(of.to), kind: of.kind };
  switch (of.kind) {
    case 'counted':
      return span;
    case 'paused':
      return { ...span, status: of.status, word: of.word };
    case 'closed':
      return of.reason.kind === 'holiday'
        ? { ...span, reason: 'holiday', holiday: of.reason.holiday }
        : { ...span, reason: of.reason.kind };
  }
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
