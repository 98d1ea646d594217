/** A contract as its page shows it: what is promised, how it is counted, and a line for each month. */
import { z } from 'zod';
import { POLICY_CHOICES, POLICY_IDS, type PolicyId } from '../contract/policies.ts';
import type { Clock, ClockEvent, Contract, NamedCalendar, StatusMatch } from '../contract/contract.ts';
import type { CalendarRules } from '../domain/calendar.ts';
import { HOLIDAY_SETS } from '../domain/holidays.ts';
import { isoDate } from '../domain/date.ts';
import { KINDS, LEVELS, STATUS_CLASSES } from '../domain/ticket.ts';
import type { Problem } from '../domain/problem.ts';
import type { MonthlyReport } from './schema.ts';

const text = z.strictObject({ fr: z.string(), en: z.string() });
const statuses = z.union([
  z.strictObject({ class: z.enum(STATUS_CLASSES) }),
  z.strictObject({ words: z.array(z.string()) }),
]);
const event = z.union([
  z.strictObject({
    on: z.literal('column'),
    column: z.enum(['created', 'acknowledged', 'workaround', 'resolved', 'closed']),
  }),
  z.strictObject({ on: z.enum(['enters', 'leaves']), statuses }),
]);

export const overviewSchema = z
  .strictObject({
    format: z.literal('jauge-contract-overview/1'),
    id: z.string(),
    name: text,
    client: z.string(),
    provider: z.string(),
    note: text.nullable(),
    confidentiality: text.nullable(),
    zone: z.string(),
    asOf: z.iso.datetime(),
    priorities: z.array(z.strictObject({ id: z.string(), label: text })),
    months: z.array(z.string()),
    latestComplete: z.string().nullable(),
    terms: z.array(
      z.strictObject({
        from: z.iso.datetime(),
        label: text.nullable(),
        commitments: z.array(
          z.strictObject({
            clock: z.string(),
            label: text.nullable(),
            clause: z.string().nullable(),
            targets: z.array(
              z.strictObject({
                priorities: z.array(z.string()),
                kind: z.enum(KINDS).nullable(),
                level: z.enum(LEVELS).nullable(),
                application: z.string().nullable(),
                complexity: z.string().nullable(),
                target: z.string(),
                goal: z.strictObject({ numerator: z.number(), denominator: z.number() }),
                calendar: z.string().nullable(),
              }),
            ),
          }),
        ),
      }),
    ),
    clocks: z.array(
      z.strictObject({
        id: z.string(),
        label: text.nullable(),
        start: event,
        stops: z.array(event),
        pauses: z.array(statuses),
        time: z.enum(['working', 'calendar']),
      }),
    ),
    policies: z
      .strictObject({
        minimumSample: z.number().int(),
        reopenWithinDays: z.number().int(),
        choices: z.array(z.strictObject({ policy: z.enum(POLICY_IDS), choice: z.string(), usual: z.boolean() })),
      })
      .describe('What is done in the cases that tools decide in silence.'),
    calendars: z.array(
      z.strictObject({
        id: z.string(),
        label: text.nullable(),
        versions: z.array(
          z.strictObject({
            from: z.string().nullable(),
            week: z.union([
              z.literal('24x7'),
              z.array(z.strictObject({ days: z.array(z.number().int()), openings: z.array(z.string()) })),
            ]),
            holidays: z.array(z.enum([...HOLIDAY_SETS, 'none', 'listed'])),
            exceptions: z.number().int(),
          }),
        ),
      }),
    ),
    warnings: z
      .array(
        z.strictObject({
          file: z.string(),
          line: z.number().int().nullable(),
          code: z.string(),
          params: z.record(z.string(), z.unknown()),
        }),
      )
      .describe('What the checks of the data found; rejected rows are in the reports.'),
  })
  .describe('A contract of a Jauge site.');

export type ContractOverview = z.infer<typeof overviewSchema>;

/**
 * Describes a contract.
 * @param reports those of its months, ascending, at least one
 * @param warnings what the checks of its data found
 */
export function overviewOf(
  contract: Contract,
  asOf: number,
  reports: readonly MonthlyReport[],
  warnings: readonly Problem[] = [],
): ContractOverview {
  const clocks = new Map<string, Clock>();
  for (const term of contract.terms) for (const { clock } of term.commitments) clocks.set(clock.id, clock);
  return {
    format: 'jauge-contract-overview/1',
    id: contract.id,
    name: contract.name,
    client: contract.client,
    provider: contract.provider,
    note: contract.note,
    confidentiality: contract.confidentiality,
    zone: contract.zone.name,
    asOf: new Date(asOf).toISOString(),
    priorities: [...contract.priorities],
    months: reports.map(({ month }) => month),
    latestComplete: reports.findLast(({ complete }) => complete)?.month ?? null,
    // An amendment that leaves the commitments as they were promises nothing new.
    terms: contract.terms
      .filter((term, i) => i === 0 || term.commitments !== contract.terms[i - 1]!.commitments)
      .map((term) => ({
        from: new Date(term.from).toISOString(),
        label: term.label,
        commitments: term.commitments.map(({ clock, clause, rows }) => ({
          clock: clock.id,
          label: clock.label,
          clause,
          targets: rows.map((row) => ({
            priorities: row.priorities ? [...row.priorities].map((index) => contract.priorities[index]!.id) : [],
            kind: row.kind,
            level: row.level,
            application: row.application,
            complexity: row.complexity,
            target: row.wording,
            goal: row.goal,
            calendar: row.calendar?.id ?? null,
          })),
        })),
      })),
    clocks: [...clocks.values()].map(({ id, label, start, stops, pauses, time }) => ({
      id,
      label,
      start: eventOf(start),
      stops: stops.map(eventOf),
      pauses: pauses.map(statusesOf),
      time,
    })),
    policies: {
      minimumSample: contract.policies.minimumSample,
      reopenWithinDays: contract.policies.reopenWithinDays,
      choices: POLICY_IDS.map((policy) => choiceOf(contract, policy)),
    },
    calendars: [...contract.calendars.values()].map(calendarOf),
    warnings: warnings.map(({ file, line, code, params }) => ({
      file: file ?? '',
      line: line ?? null,
      code,
      params: { ...params },
    })),
  };
}

function choiceOf({ policies }: Contract, policy: PolicyId): ContractOverview['policies']['choices'][number] {
  const choice = policies[policy];
  return { policy, choice, usual: choice === POLICY_CHOICES[policy][0] };
}

type EventData = z.infer<typeof event>;

function eventOf(of: ClockEvent): EventData {
  return of.on === 'column' ? { on: 'column', column: of.column } : { on: of.on, statuses: statusesOf(of.statuses) };
}

function statusesOf(match: StatusMatch): z.infer<typeof statuses> {
  return 'class' in match ? { class: match.class } : { words: [...match.words] };
}

function calendarOf({ id, label, working }: NamedCalendar): ContractOverview['calendars'][number] {
  return {
    id,
    label,
    versions: working.versions.map(({ from, rules }) => ({
      from: from === null ? null : isoDate(from),
      week: weekOf(rules),
      holidays: [...rules.holidays.sets, ...(rules.holidays.dates.size ? (['listed'] as const) : [])],
      exceptions: rules.exceptions.size,
    })),
  };
}

/** Days with the same openings together. */
function weekOf({ weekly }: CalendarRules): '24x7' | { days: number[]; openings: string[] }[] {
  if (weekly === '24x7') return weekly;
  const wall = (minute: number): string =>
    `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const groups = new Map<string, { days: number[]; openings: string[] }>();
  weekly.forEach((openings, day) => {
    if (!openings.length) return;
    const texts = openings.map(([from, to]) => `${wall(from)}–${to === 1440 ? '24:00' : wall(to)}`);
    const group = groups.get(texts.join()) ?? { days: [], openings: texts };
    group.days.push(day);
    groups.set(texts.join(), group);
  });
  return [...groups.values()];
}
