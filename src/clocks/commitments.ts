/** The clocks of a contract on the tickets of its tool: which commitment a ticket is under, and how its clock stands. */
import type { Clock, ClockEvent, Commitment, Contract, StatusMatch, TargetRow, Term } from '../contract/contract.ts';
import type { WorkingCalendar } from '../domain/calendar.ts';
import { fold } from '../domain/fold.ts';
import {
  KINDS,
  type Need,
  type Kind,
  type Level,
  type StatusClass,
  type TicketTable,
  type TicketView,
} from '../domain/ticket.ts';
import { DAY_MS, MINUTE_MS } from '../domain/zone.ts';
import type { Target } from '../contract/target.ts';
import { timeBetween, type ClockReading, type Pause } from './clock.ts';
import {
  countsThoughWithdrawn,
  creditsWait,
  firstAct,
  isDoneStatus,
  resolutionAfterReopening,
  stopAfterReopening,
  resolutionWithWorkaround,
  withdrawalOf,
  type StatusEntry,
  type Withdrawal,
} from './policies.ts';
import { readStages, type Stage } from './stages.ts';

/** What the words of the exports mean under a contract, by the numbers of the words. */
export interface Classes {
  /** Index into the contract's priorities, −1 where the word is in none. */
  readonly priority: Int16Array;
  /** Index into {@link KINDS}, −1 where unknown. */
  readonly kind: Int16Array;
  readonly status: readonly (StatusClass | null)[];
  /** The technical level that a group works at. */
  readonly level: readonly (Level | null)[];
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
    level: table.words.group.map((word) => contract.levelOf.get(fold(word)) ?? null),
  };
}

/** Why a target came into force. */
export type StageCause = 'opened' | 'priority' | 'term';

/** A target in force from an instant on, and why. */
export interface StageInForce extends Stage {
  readonly row: TargetRow;
  readonly term: Term;
  readonly cause: StageCause;
  /** Index into the contract's priorities; −1 where unknown. */
  readonly priority: number;
}

/** How the clock of a ticket stands. */
export type Outcome =
  /** The contract promises nothing for this ticket. */
  | { readonly state: 'no-commitment' }
  /** The exports do not carry what the clock needs. */
  | { readonly state: 'not-computable'; readonly missing: readonly Need[] }
  /** It would be a commitment, and the contract leaves it out. */
  | { readonly state: 'excluded'; readonly reason: Withdrawal | 'stop-unknown' | 'negative-duration' }
  | {
      readonly state: 'read';
      readonly reading: ClockReading;
      readonly start: number;
      readonly commitment: Commitment;
      readonly stages: readonly StageInForce[];
    };

/** What a clock of a ticket is read from. */
export interface ClockFacts {
  readonly start: number;
  readonly stops: readonly number[];
  readonly pauses: readonly (Pause & { readonly status: StatusClass | null; readonly word: string })[];
  readonly stages: readonly StageInForce[];
  readonly commitment: Commitment;
  readonly withdrawal: { readonly as: Withdrawal; readonly at: number } | null;
}

const NO_COMMITMENT: Outcome = { state: 'no-commitment' };

export class CommitmentReader {
  /** The ids of the clocks that any term promises something about, in the order of the contract. */
  readonly clocks: readonly string[];
  readonly #contract: Contract;
  readonly #table: TicketTable;
  readonly #classes: Classes;
  readonly #asOf: number;
  readonly #matches = new Map<StatusMatch, Uint8Array>();
  /** What all clocks of a ticket share, of the ticket that was read last. */
  #termsAt = -1;
  #terms: readonly Term[] = [];
  #entriesAt = -1;
  #lastEntries: readonly StatusEntry[] = [];

  constructor(contract: Contract, table: TicketTable, classes: Classes, asOf: number) {
    this.#contract = contract;
    this.#table = table;
    this.#classes = classes;
    this.#asOf = asOf;
    const ids = contract.terms.flatMap((term) => term.commitments.map((commitment) => commitment.clock.id));
    this.clocks = [...new Set(ids)];
  }

  /** What the exports would have to carry for a clock to be read under any term; empty where it is. */
  missingFor(clockId: string): readonly Need[] {
    const clocks = this.#contract.terms.flatMap(({ commitments }) =>
      commitments.filter(({ clock }) => clock.id === clockId),
    );
    const missing = clocks.map(({ clock }) => this.#missing(clock));
    return missing.every((fields) => fields.length > 0) ? [...new Set(missing.flat())] : [];
  }

  /** Reads the clock of the ticket under the reading head. */
  read(ticket: TicketView, clockId: string): Outcome {
    const facts = this.facts(ticket, clockId);
    if ('state' in facts) return facts;
    const { start, stages, commitment, withdrawal } = facts;
    const reading = this.readFacts(facts, this.#asOf);
    if (reading.stoppedAt === null) {
      const unknown = this.#unknownStop(ticket, facts);
      if (unknown) return { state: 'excluded', reason: unknown };
    }
    if (withdrawal && !countsThoughWithdrawn(this.#contract.policies.withdrawal, reading.status === 'breached')) {
      return { state: 'excluded', reason: withdrawal.as };
    }
    return { state: 'read', reading, start, commitment, stages };
  }

  /** Why a clock that has not stopped cannot be running: the ticket is done, and nothing says when the clock stopped. */
  #unknownStop(
    ticket: TicketView,
    { start, stops, withdrawal }: ClockFacts,
  ): Withdrawal | 'stop-unknown' | 'negative-duration' | null {
    const status = this.#classes.status[ticket.status] ?? null;
    const isDone = isDoneStatus(status) || withdrawal !== null || ticket.closed <= this.#asOf;
    if (!isDone) return null;
    if (stops.some((stop) => stop < start)) return 'negative-duration';
    return withdrawal ? withdrawal.as : 'stop-unknown';
  }

  /** The facts of a clock that is read; `null` for one that is not, or that is excluded. */
  factsOfRead(ticket: TicketView, clockId: string): ClockFacts | null {
    const facts = this.facts(ticket, clockId);
    return 'state' in facts || this.read(ticket, clockId).state !== 'read' ? null : facts;
  }

  /** Reads a clock as it stood at an instant. */
  readFacts(facts: ClockFacts, asOf: number): ClockReading {
    const { start, stops, pauses, stages } = facts;
    return readStages({ start, stops, pauses, asOf }, stages, this.#contract.policies.priorityChange);
  }

  /** What the clock of a ticket is read from, or why it is not read. */
  facts(
    ticket: TicketView,
    clockId: string,
  ): ClockFacts | Extract<Outcome, { state: 'no-commitment' | 'not-computable' }> {
    const commitment = this.#commitmentAt(ticket, clockId);
    if (!commitment) return NO_COMMITMENT as Extract<Outcome, { state: 'no-commitment' }>;
    const { clock } = commitment;
    const missing = this.#missing(clock);
    if (missing.length) return { state: 'not-computable', missing };
    const start = this.#eventAt(ticket, clock.start, -Infinity);
    if (Number.isNaN(start)) return { state: 'not-computable', missing: ['created'] };
    const stages = this.#stages(ticket, clockId, start);
    if (!stages.length) return NO_COMMITMENT as Extract<Outcome, { state: 'no-commitment' }>;
    const entries = this.#entries(ticket);
    const withdrawal = withdrawalOf(this.#classes.status[ticket.status]!, entries, ticket.closed);
    const { stops, gaps } = this.#stops(ticket, clock, start, entries);
    if (withdrawal && !Number.isNaN(withdrawal.at)) stops.push(withdrawal.at);
    // The due date that a ticket carries is the deadline as it stands: what it waited for is in it or not.
    const isDated = stages.some(({ row }) => row.target.unit === 'due');
    const pauses = isDated ? [] : [...this.#pauses(ticket, clock), ...gaps].sort((a, b) => a.from - b.from);
    return { start, stops, pauses, stages, commitment, withdrawal };
  }

  /** The commitment that a ticket is under at its opening, or under a term that takes all running tickets. */
  #commitmentAt(ticket: TicketView, clockId: string): Commitment | null {
    const terms = this.#termsOf(ticket);
    for (let i = terms.length - 1; i >= 0; i--) {
      const found = terms[i]!.commitments.find((candidate) => candidate.clock.id === clockId);
      if (found) return found;
    }
    return null;
  }

  /** The terms that a ticket meets: the one in force at its opening, then those that take all that runs. */
  #termsOf(ticket: TicketView): readonly Term[] {
    if (this.#termsAt === ticket.index) return this.#terms;
    this.#termsAt = ticket.index;
    this.#terms = this.#termsMet(ticket);
    return this.#terms;
  }

  #termsMet(ticket: TicketView): readonly Term[] {
    const { created } = ticket;
    const end = endOfLife(ticket, this.#asOf);
    const met: Term[] = [];
    for (const term of this.#contract.terms) {
      if (term.from <= created) met.splice(0, met.length, term);
      else if (term.applies === 'all-running' && term.from < end) met.push(term);
    }
    return met;
  }

  /** The targets of a clock over the life of a ticket: a change of priority or of terms begins another. */
  #stages(ticket: TicketView, clockId: string, start: number): StageInForce[] {
    const terms = this.#termsOf(ticket);
    const only = terms.length === 1 ? this.#priorityThroughout(ticket) : null;
    // Nothing changes in the life of most tickets.
    if (only !== null) {
      const row = this.#rowUnder(ticket, terms[0]!, clockId, only);
      const calendar = row?.calendar?.working ?? null;
      const target = row && targetTime(row.target, start, calendar, ticket.due);
      return row === null || target === null
        ? []
        : [
            {
              from: start,
              target,
              targetFromHere: target,
              calendar,
              row,
              term: terms[0]!,
              cause: 'opened',
              priority: only,
            },
          ];
    }
    const changes: { at: number; cause: StageCause; term?: Term; priority?: number }[] = [];
    terms.slice(1).forEach((term) => changes.push({ at: term.from, cause: 'term', term }));
    const history = this.#table.history?.priority;
    let priority = this.#classes.priority[ticket.priority]!;
    if (history) {
      const end = ticket.endOfChanges(history);
      const first = ticket.firstChange(history);
      if (end > first) priority = this.#classes.priority[history.word[first]!]!;
      for (let i = first + 1; i < end; i++) {
        changes.push({ at: history.at[i]!, cause: 'priority', priority: this.#classes.priority[history.word[i]!]! });
      }
    }
    changes.sort((a, b) => a.at - b.at);
    let term = terms[0];
    const stages: StageInForce[] = [];
    const enter = (from: number, cause: StageCause): void => {
      const commitment = term?.commitments.find((candidate) => candidate.clock.id === clockId);
      const row = commitment && this.#rowOf(ticket, commitment, priority);
      if (!term || !row || stages.at(-1)?.row === row) return;
      const calendar = row.calendar?.working ?? null;
      const target = targetTime(row.target, start, calendar, ticket.due);
      if (target === null) return;
      const targetFromHere = from === start ? target : (targetTime(row.target, from, calendar, ticket.due) ?? target);
      stages.push({ from, target, targetFromHere, calendar, row, term, cause, priority });
    };
    enter(start, 'opened');
    for (const change of changes) {
      if (change.term) term = change.term;
      if (change.priority !== undefined) priority = change.priority;
      if (change.at <= start) {
        stages.length = 0;
        enter(start, 'opened');
      } else enter(change.at, stages.length ? change.cause : 'opened');
    }
    return stages;
  }

  /** The priority of a ticket that never had another; `null` where it changed. */
  #priorityThroughout(ticket: TicketView): number | null {
    const history = this.#table.history?.priority;
    if (!history) return this.#classes.priority[ticket.priority]!;
    const first = ticket.firstChange(history);
    const count = ticket.endOfChanges(history) - first;
    if (count > 1) return null;
    return this.#classes.priority[count === 1 ? history.word[first]! : ticket.priority]!;
  }

  #rowUnder(ticket: TicketView, term: Term, clockId: string, priority: number): TargetRow | null {
    const commitment = term.commitments.find((candidate) => candidate.clock.id === clockId);
    return commitment ? this.#rowOf(ticket, commitment, priority) : null;
  }

  #rowOf(ticket: TicketView, commitment: Commitment, priority: number): TargetRow | null {
    const kindIndex = this.#classes.kind[ticket.kind]!;
    const kind: Kind | null = kindIndex < 0 ? null : KINDS[kindIndex]!;
    const { words } = this.#table;
    const says = (wanted: string, word: string): boolean => fold(wanted) === fold(word);
    for (const row of commitment.rows) {
      if (row.priorities && !row.priorities.has(priority)) continue;
      if (row.kind && row.kind !== kind) continue;
      if (row.level && row.level !== this.#classes.level[ticket.group]) continue;
      if (row.application && !says(row.application, words.application[ticket.application]!)) continue;
      if (row.complexity && !says(row.complexity, words.complexity[ticket.complexity]!)) continue;
      return row;
    }
    return null;
  }

  /** What the exports would have to carry for a clock to be read. */
  #missing(clock: Clock): Need[] {
    const { known, history } = this.#table;
    const lacks = (event: ClockEvent): Need | null =>
      event.on === 'column' ? (known.has(event.column) ? null : event.column) : history ? null : 'history';
    const start = lacks(clock.start);
    if (start) return [start];
    // One stop that the exports carry is enough.
    const stops = clock.stops.map(lacks).filter((field) => field !== null);
    return stops.length === clock.stops.length ? [...new Set(stops)] : [];
  }

  /** The instants that stop a clock, by the policies of the contract, and the gaps before a reopening that undid a stop. */
  #stops(
    ticket: TicketView,
    clock: Clock,
    start: number,
    entries: readonly StatusEntry[],
  ): { stops: number[]; gaps: ClockFacts['pauses'] } {
    const { policies } = this.#contract;
    const resolved = (): number =>
      resolutionAfterReopening(ticket.resolved, entries, policies.reopened, policies.reopenWithinDays);
    const stops: number[] = [];
    let gaps: ClockFacts['pauses'] = [];
    for (const event of clock.stops) {
      let at: number;
      if (event.on === 'column' && event.column === 'resolved') {
        at =
          clock.id === 'resolve'
            ? resolutionWithWorkaround(policies.workaround, resolved(), ticket.workaround)
            : resolved();
      } else if (event.on === 'enters' && this.#meansDone(event.statuses)) {
        const stop = this.#entered(ticket, event.statuses, start);
        at = stop.at;
        gaps = [...gaps, ...stop.gaps];
      } else at = this.#eventAt(ticket, event, start);
      if (!Number.isNaN(at)) stops.push(at);
    }
    if (clock.id === 'acknowledge' && this.#table.known.has('resolved')) {
      const acknowledged = stops.length ? Math.min(...stops) : NaN;
      const at = firstAct(policies.acknowledgedAfterResolved, acknowledged, resolved());
      if (!Number.isNaN(at)) stops.push(at);
    }
    return { stops, gaps };
  }

  /** Whether entering these states is being done, so that leaving them is a reopening. */
  #meansDone(statuses: StatusMatch): boolean {
    if ('class' in statuses) return isDoneStatus(statuses.class);
    const matches = this.#matching(statuses);
    const codes = [...matches.keys()].filter((code) => matches[code] === 1);
    return codes.length > 0 && codes.every((code) => isDoneStatus(this.#classes.status[code] ?? null));
  }

  /** When done states were entered under the reopening policy, and the gaps that it takes off. */
  #entered(ticket: TicketView, statuses: StatusMatch, start: number): { at: number; gaps: ClockFacts['pauses'] } {
    const { reopened, reopenWithinDays } = this.#contract.policies;
    const matches = this.#matching(statuses);
    const changes = this.#table.history!.status;
    const end = ticket.endOfChanges(changes);
    const entries: (StatusEntry & { readonly code: number })[] = [];
    for (let i = ticket.firstChange(changes); i < end; i++) {
      // A state that held when the clock started counts from then.
      if (i + 1 < end && changes.at[i + 1]! <= start) continue;
      const code = changes.word[i]!;
      entries.push({ at: Math.max(start, changes.at[i]!), status: this.#classes.status[code] ?? null, code });
    }
    const { at, gaps } = stopAfterReopening(entries, ({ code }) => matches[code] === 1, reopened, reopenWithinDays);
    const stateAt = (instant: number): (typeof entries)[number] => entries.findLast((entry) => entry.at <= instant)!;
    return {
      at,
      gaps: gaps.map(({ from, to }) => {
        const { status, code } = stateAt(from);
        return { from, to, status, word: this.#table.words.status[code]! };
      }),
    };
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
      // A state that held when the clock started counts from then.
      if (i + 1 < end && changes.at[i + 1]! <= from) continue;
      const matched = matches[changes.word[i]!] === 1;
      if (event.on === 'enters' ? matched : !matched) return Math.max(from, changes.at[i]!);
    }
    return NaN;
  }

  #entries(ticket: TicketView): readonly StatusEntry[] {
    if (this.#entriesAt === ticket.index) return this.#lastEntries;
    this.#entriesAt = ticket.index;
    this.#lastEntries = this.#entriesOf(ticket);
    return this.#lastEntries;
  }

  #entriesOf(ticket: TicketView): StatusEntry[] {
    const changes = this.#table.history?.status;
    if (!changes) return [];
    const entries: StatusEntry[] = [];
    const end = ticket.endOfChanges(changes);
    for (let i = ticket.firstChange(changes); i < end; i++) {
      entries.push({ at: changes.at[i]!, status: this.#classes.status[changes.word[i]!]! });
    }
    return entries;
  }

  #pauses(ticket: TicketView, clock: Clock): ClockFacts['pauses'] {
    const changes = this.#table.history?.status;
    if (!changes || !clock.pauses.length) return [];
    const policy = this.#contract.policies.resolvedWhilePaused;
    const pauses: ClockFacts['pauses'][number][] = [];
    const end = ticket.endOfChanges(changes);
    for (let i = ticket.firstChange(changes); i < end; i++) {
      const code = changes.word[i]!;
      const status = this.#classes.status[code]!;
      const next = i + 1 < end ? { status: this.#classes.status[changes.word[i + 1]!]! } : null;
      const isDone = ticket.resolved >= changes.at[i]! || ticket.closed >= changes.at[i]!;
      if (!isDoneStatus(status) && !creditsWait(policy, next, isDone)) continue;
      if (!clock.pauses.some((match) => this.#matching(match)[code] === 1)) continue;
      pauses.push({
        from: changes.at[i]!,
        to: i + 1 < end ? changes.at[i + 1]! : null,
        status,
        word: this.#table.words.status[code]!,
      });
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

/** When a ticket ends as far as its dates say; the instant of reading where they do not. */
function endOfLife(ticket: TicketView, asOf: number): number {
  const done = Number.isNaN(ticket.resolved) ? ticket.closed : ticket.resolved;
  return Number.isNaN(done) ? asOf : done;
}

/**
 * The target of a clock that starts at an instant, in milliseconds of its own time. Working days are turned into the
 * working time from the start to the instant that the reading names, so that pauses shift it as they shift any other:
 * `same-time` the same wall time n working days later, `end-of-day` the end of the n-th next working day,
 * `opening-hours` n times the opening hours of the day of the start. A start outside the hours counts as the next opening.
 * A due date of the ticket's own is the time until it, none where it lies before the start.
 * @param due the due date that the ticket carries; `NaN` for none
 * @returns `null` where the calendar never opens again, or the ticket carries no due date
 */
export function targetTime(target: Target, start: number, calendar: WorkingCalendar | null, due = NaN): number | null {
  if (target.unit === 'time') return target.ms;
  if (target.unit === 'due') return Number.isNaN(due) ? null : timeBetween(calendar, start, due);
  if (!calendar) return target.days * DAY_MS;
  const opened = calendar.isOpen(start) ? start : nextOpening(calendar, start);
  if (opened === null) return null;
  const { zone } = calendar;
  const firstDay = zone.dayAt(opened);
  if (target.reading === 'opening-hours') return target.days * openingTimeOf(calendar, firstDay);
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
  return calendar.zone.endOf(day * DAY_MS + end * MINUTE_MS);
}

/** The opening hours of a date; what two openings share counts once. */
function openingTimeOf(calendar: WorkingCalendar, day: number): number {
  const { openings } = calendar.dateRule(day);
  if (openings === '24x7') return DAY_MS;
  let minutes = 0;
  let counted = -Infinity;
  for (const [from, to] of openings.toSorted(([a], [b]) => a - b)) {
    minutes += Math.max(0, to - Math.max(from, counted));
    counted = Math.max(counted, to);
  }
  return minutes * MINUTE_MS;
}
