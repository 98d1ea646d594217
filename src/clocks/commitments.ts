/** The clocks of a contract on the tickets of its tool: which commitment a ticket is under, and how its clock stands. */
import type { Clock, ClockEvent, Commitment, Contract, StatusMatch, TargetRow, Term } from '../contract/contract.ts';
import type { WorkingCalendar } from '../domain/calendar.ts';
import {
  KINDS,
  type Changes,
  type Field,
  type Kind,
  type StatusClass,
  type TicketTable,
  type TicketView,
} from '../domain/ticket.ts';
import { DAY_MS } from '../domain/zone.ts';
import { fold } from '../domain/fold.ts';
import type { Target } from '../contract/target.ts';
import { readClock, type ClockReading, type Pause } from './clock.ts';

/** What the words of the exports mean under a contract, by the numbers of the words. */
export interface Classes {
  /** Index into the contract's priorities, −1 where the word is in none. */
  readonly priority: Int16Array;
  /** Index into {@link KINDS}, −1 where unknown. */
  readonly kind: Int16Array;
  readonly status: readonly (StatusClass | null)[];
}

/** Classifies the words of a table. */
export function classesOf(table: TicketTable, contract: Contract): Classes {
  return {
    priority: Int16Array.from(table.words.priority, (word) => contract.priorityOf.get(fold(word)) ?? -1),
    kind: Int16Array.from(table.words.kind, (word, code) => {
      const kind = contract.kindOf.get(fold(word)) ?? table.meaning.kind[code];
      return kind ? KINDS.indexOf(kind) : -1;
    }),
    status: table.words.status.map(
      (word, code) => contract.statusOf.get(fold(word)) ?? table.meaning.status[code] ?? null,
    ),
  };
}

/** How the clock of a ticket stands. */
export type Outcome =
  /** The contract promises nothing for this ticket. */
  | { readonly state: 'no-commitment' }
  /** The exports do not carry what the clock needs. */
  | { readonly state: 'not-computable'; readonly missing: readonly (Field | 'history')[] }
  | {
      readonly state: 'read';
      readonly reading: ClockReading;
      readonly start: number;
      readonly target: number;
      readonly row: TargetRow;
      readonly commitment: Commitment;
      readonly term: Term;
    };

const NO_COMMITMENT: Outcome = { state: 'no-commitment' };

export class CommitmentReader {
  /** The ids of the clocks that any term promises something about, in the order of the contract. */
  readonly clocks: readonly string[];
  readonly #contract: Contract;
  readonly #table: TicketTable;
  readonly #classes: Classes;
  readonly #asOf: number;
  readonly #matches = new Map<StatusMatch, Uint8Array>();

  constructor(contract: Contract, table: TicketTable, classes: Classes, asOf: number) {
    this.#contract = contract;
    this.#table = table;
    this.#classes = classes;
    this.#asOf = asOf;
    const ids = contract.terms.flatMap((term) => term.commitments.map((commitment) => commitment.clock.id));
    this.clocks = [...new Set(ids)];
  }

  /** Reads the clock of the ticket under the reading head. */
  read(ticket: TicketView, clockId: string): Outcome {
    const term = this.#termOf(ticket);
    const commitment = term?.commitments.find((candidate) => candidate.clock.id === clockId);
    if (!term || !commitment) return NO_COMMITMENT;
    const row = this.#rowOf(ticket, commitment);
    if (!row) return NO_COMMITMENT;
    const { clock } = commitment;
    const missing = this.#missing(clock);
    if (missing.length) return { state: 'not-computable', missing };
    const start = this.#eventAt(ticket, clock.start, -Infinity);
    if (Number.isNaN(start)) return { state: 'not-computable', missing: ['created'] };
    const calendar = row.calendar?.working ?? null;
    const target = targetTime(row.target, start, calendar);
    if (target === null) return NO_COMMITMENT;
    const stops: number[] = [];
    for (const event of clock.stops) {
      const at = this.#eventAt(ticket, event, start);
      if (!Number.isNaN(at)) stops.push(at);
    }
    const reading = readClock({
      calendar,
      start,
      stops,
      pauses: this.#pauses(ticket, clock),
      asOf: this.#asOf,
      target,
    });
    return { state: 'read', reading, start, target, row, commitment, term };
  }

  /** The term that a ticket is under: the one in force when it was opened, unless a later one takes all that run. */
  #termOf(ticket: TicketView): Term | null {
    const { created } = ticket;
    const done = Number.isNaN(ticket.resolved) ? ticket.closed : ticket.resolved;
    const end = Number.isNaN(done) ? this.#asOf : done;
    let found: Term | null = null;
    for (const term of this.#contract.terms) {
      if (term.from <= created || (term.applies === 'all-running' && term.from < end)) found = term;
    }
    return found;
  }

  #rowOf(ticket: TicketView, commitment: Commitment): TargetRow | null {
    const priority = this.#classes.priority[ticket.priority]!;
    const kindIndex = this.#classes.kind[ticket.kind]!;
    const kind: Kind | null = kindIndex < 0 ? null : KINDS[kindIndex]!;
    for (const row of commitment.rows) {
      if (row.priorities && !row.priorities.has(priority)) continue;
      if (row.kind && row.kind !== kind) continue;
      if (row.application && fold(row.application) !== fold(this.#table.words.application[ticket.application]!))
        continue;
      return row;
    }
    return null;
  }

  /** What the exports would have to carry for a clock to be read. */
  #missing(clock: Clock): (Field | 'history')[] {
    const { known, history } = this.#table;
    const lacks = (event: ClockEvent): Field | 'history' | null =>
      event.on === 'column' ? (known.has(event.column) ? null : event.column) : history ? null : 'history';
    const start = lacks(clock.start);
    if (start) return [start];
    // One stop that the exports carry is enough.
    const stops = clock.stops.map(lacks).filter((field) => field !== null);
    return stops.length === clock.stops.length ? [...new Set(stops)] : [];
  }

  /** The first time of an event at or after `from`; `NaN` where it did not happen. */
  #eventAt(ticket: TicketView, event: ClockEvent, from: number): number {
    if (event.on === 'column') return this.#table.instant[event.column][ticket.index]!;
    const { history } = this.#table;
    if (!history) return NaN;
    const matches = this.#matching(event.statuses);
    const changes = history.status;
    const end = ticket.endOfChanges(changes);
    for (let i = ticket.firstChange(changes); i < end; i++) {
      const at = changes.at[i]!;
      if (at < from) continue;
      const matched = matches[changes.word[i]!] === 1;
      // A ticket whose first event is already past a status has left it then.
      if (event.on === 'enters' ? matched : !matched) return at;
    }
    return NaN;
  }

  #pauses(ticket: TicketView, clock: Clock): Pause[] {
    const { history } = this.#table;
    if (!history || !clock.pauses.length) return [];
    const pauses: Pause[] = [];
    const changes: Changes = history.status;
    const end = ticket.endOfChanges(changes);
    for (let i = ticket.firstChange(changes); i < end; i++) {
      if (!clock.pauses.some((match) => this.#matching(match)[changes.word[i]!] === 1)) continue;
      pauses.push({ from: changes.at[i]!, to: i + 1 < end ? changes.at[i + 1]! : null });
    }
    return pauses;
  }

  /** For each status word: 1 where it is meant. */
  #matching(match: StatusMatch): Uint8Array {
    let result = this.#matches.get(match);
    if (!result) {
      const { status } = this.#classes;
      result = Uint8Array.from(this.#table.words.status, (word, code) =>
        ('class' in match ? status[code] === match.class : match.words.has(fold(word))) ? 1 : 0,
      );
      this.#matches.set(match, result);
    }
    return result;
  }
}

/**
 * The target of a clock that starts at an instant, in milliseconds of its own time. Working days are turned into the
 * working time from the start to the instant that the reading names, so that pauses shift it as they shift any other:
 * `same-time` the same wall time n working days later, `end-of-day` the end of the n-th next working day,
 * `opening-hours` n times the opening hours of the day of the start. A start outside the hours counts as the next opening.
 * `null` where the calendar never opens again.
 */
export function targetTime(target: Target, start: number, calendar: WorkingCalendar | null): number | null {
  if (target.unit === 'time') return target.ms;
  if (!calendar) return target.days * DAY_MS;
  const opened = calendar.isOpen(start) ? start : nextOpening(calendar, start);
  if (opened === null) return null;
  const { zone } = calendar;
  const firstDay = zone.dayAt(opened);
  if (target.reading === 'opening-hours') {
    return target.days * openingTimeOf(calendar, firstDay);
  }
  let day = firstDay;
  for (let left = target.days; left > 0;) {
    day++;
    if (day - firstDay > 3660) return null;
    if (calendar.isWorkingDay(day)) left--;
  }
  if (target.reading === 'end-of-day') return calendar.workingTime(start, endOfDay(calendar, day));
  const wall = zone.wallAt(opened) - firstDay * DAY_MS;
  return calendar.workingTime(start, zone.endOf(day * DAY_MS + wall));
}

function nextOpening(calendar: WorkingCalendar, from: number): number | null {
  const due = calendar.due(from, 1);
  return due === null ? null : due - 1;
}

/** The end of the last opening that starts on a date. */
function endOfDay(calendar: WorkingCalendar, day: number): number {
  const { openings } = calendar.dateRule(day);
  if (openings === '24x7') return calendar.zone.endOf((day + 1) * DAY_MS);
  const end = Math.max(...openings.map(([, to]) => to));
  return calendar.zone.endOf(day * DAY_MS + end * 60_000);
}

function openingTimeOf(calendar: WorkingCalendar, day: number): number {
  const { openings } = calendar.dateRule(day);
  if (openings === '24x7') return DAY_MS;
  return openings.reduce((sum, [from, to]) => sum + (to - from) * 60_000, 0);
}
