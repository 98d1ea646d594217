/**
 * Rows → tickets. Rows of any number of drops, in any order, about the same ticket become one ticket; the newest
 * knowledge wins, field by field, by the tool's own update instant and then by the order of the drops. Rows of an
 * audit log give the history of its states besides. Every row ends up accepted or merged: none is lost.
 */
import { fold } from '../domain/fold.ts';
import { grown } from '../domain/growth.ts';
import { warning, type Place, type Problem } from '../domain/problem.ts';
import {
  CHANGING_FIELDS,
  FLAG_FIELDS,
  INSTANT_FIELDS,
  KINDS,
  NUMBER_FIELDS,
  PERSON_FIELDS,
  STATUS_CLASSES,
  WORD_FIELDS,
  type Changes,
  type ChangingField,
  type Field,
  type FlagField,
  type InstantField,
  type NumberField,
  type RowField,
  type RowKind,
  type StatusClass,
  type TicketTable,
  type WordField,
} from '../domain/ticket.ts';
import { eventsOf, eventsOnly, isEvents, type Events } from './events.ts';
import { latestInstant, type Rejected, type Rows } from './rows.ts';
import { withoutRewritten } from './resolution.ts';
import { isQuotable, shapeOf } from './quotable.ts';
import type { Tool } from './tool.ts';
import { pseudonyms } from './people.ts';
import { workOf } from './work.ts';

/** Tickets before time entries are gathered, and before it is known what their resolutions rest on. */
export type Folded = Omit<TicketTable, 'work' | 'resolvedBy' | 'untold'>;

/** What became of the rows of a drop: `read = accepted + merged + rejected`. */
export interface Accounting {
  readonly file: string;
  readonly rows: RowKind;
  readonly tool: string;
  readonly zone: string;
  readonly encoding: string;
  readonly read: number;
  /** Rows that are a ticket, or an event of one. */
  readonly accepted: number;
  /** Rows that say what another row says, or what a newer one supersedes. */
  readonly merged: number;
  readonly rejected: number;
}

export interface TicketReading {
  readonly table: TicketTable;
  readonly accounting: readonly Accounting[];
  readonly problems: readonly Problem[];
  /** Key of a ticket → the instants that its state contradicts, which were left out. */
  readonly stale: ReadonlyMap<string, readonly ('resolved' | 'closed')[]>;
  /** Rows of logs about tickets that no list has. */
  readonly rejected: readonly Rejected[];
}

/** Contradictions that are reported one by one; more of them are counted in the accounting all the same. */
const REPORTED_CONFLICTS = 20;

/**
 * Makes tickets of the rows of all drops of a contract, given in the order of the drops.
 * @param statusOf what the contract means by a status, folded; else what the tool means
 * @param amend corrects what the exports say before anything is derived from it
 */
export function ticketsOf(
  given: readonly Rows[],
  statusOf: ReadonlyMap<string, StatusClass> = new Map(),
  amend: (table: Folded) => readonly Problem[] = () => [],
): TicketReading {
  const drops = given.map(withoutRewritten);
  const lists = drops.filter(({ layout }) => layout.rows === 'tickets' || layout.rows === 'audit-log');
  const logs = drops.filter(({ layout }) => layout.rows === 'history').map(eventsOf);
  const timesheets = drops.filter(({ layout, work: logged }) => layout.rows === 'worklog' || logged !== null);
  const { events, problems, rejected } = withTickets(logs, lists);
  const reading = new Folding([...lists, ...events], statusOf).table();
  problems.push(...amend(reading.table));
  const stale = forgetStale(reading.table, drops, statusOf);
  countFromHistory(reading.table, statusOf);
  const missed = untoldTickets(reading.table, lists, statusOf);
  if (missed) problems.push(missed.problem);
  const { work, accepted, strangers: onStrangers, problems: unconfirmed } = workOf(timesheets, reading.table.keys);
  problems.push(...unconfirmed);
  if (onStrangers) problems.push(warning('work-without-ticket', onStrangers, { file: timesheets[0]!.file }));
  const { assignees, people } = pseudonyms(drops, reading.table.words.assignee, work.people);
  const byFile = new Map(reading.accounting.map((part) => [part.file, part]));
  const accounting = drops.map((drop) => {
    const folded = byFile.get(drop.file);
    const taken = timesheets.indexOf(drop);
    return {
      file: drop.file,
      rows: drop.layout.rows,
      tool: drop.layout.tool,
      zone: drop.layout.zone,
      encoding: drop.encoding,
      read: drop.count + drop.rejected.length + drop.continued,
      accepted: folded?.accepted ?? accepted[taken]!,
      merged: (folded?.merged ?? drop.count - accepted[taken]!) + drop.continued,
      rejected: drop.rejected.length + (rejected.get(drop.file)?.length ?? 0),
    };
  });
  return {
    table: {
      ...reading.table,
      words: { ...reading.table.words, assignee: assignees },
      resolvedBy: carriersOf(lists, reading.table.keys),
      untold: missed?.untold ?? null,
      work: timesheets.length ? { ...work, people } : null,
    },
    accounting,
    problems: [...reading.problems, ...problems],
    stale,
    rejected: [...rejected.values()].flat(),
  };
}

/** The events about tickets that a list has; the others are rejected, counted by file, and one warning a file tells of them. */
function withTickets(
  logs: readonly Events[],
  lists: readonly Rows[],
): { events: readonly Events[]; problems: Problem[]; rejected: ReadonlyMap<string, readonly Rejected[]> } {
  // Where there is no list the events themselves are all that is known of the tickets.
  if (!logs.length || !lists.length) return { events: logs, problems: [], rejected: new Map() };
  const known = new Set(lists.flatMap(({ key }) => Array.from(new Set(key.codes), (code) => key.words[code]!)));
  const problems: Problem[] = [];
  const rejected = new Map<string, readonly Rejected[]>();
  const events = logs.map((log) => {
    const isKnown = log.key.words.map((key) => known.has(key));
    const first = log.key.codes.findIndex((code) => !isKnown[code]);
    if (first < 0) return log;
    const column = log.layout.columns.find(({ field }) => field === 'key')!.index + 1;
    const place = (row: number): Place => ({ file: log.file, line: log.line[row]!, column });
    const events = [...log.key.codes.keys()].filter((row) => !isKnown[log.key.codes[row]!]);
    const keyOf = (row: number): string => log.key.words[log.key.codes[row]!]!;
    rejected.set(
      log.file,
      events.map((row) => ({
        line: log.line[row]!,
        problem: warning('events-without-ticket', { events: 1, example: keyOf(row) }, place(row)),
      })),
    );
    problems.push(warning('events-without-ticket', { events: events.length, example: keyOf(first) }, place(first)));
    return eventsOnly(log, (row) => isKnown[log.key.codes[row]!]!);
  });
  return { events, problems, rejected };
}

/** For each ticket, whether a list that has it carries the column of the resolution: 1, or 0. */
function carriersOf(lists: readonly Rows[], keys: readonly string[]): Uint8Array {
  const carriers = lists.filter(({ instants }) => instants.has('resolved'));
  if (carriers.length === lists.length) return new Uint8Array(keys.length).fill(lists.length ? 1 : 0);
  const carried = new Set(carriers.flatMap(({ key }) => Array.from(new Set(key.codes), (code) => key.words[code]!)));
  return Uint8Array.from(keys, (key) => (carried.has(key) ? 1 : 0));
}

/** Keys that a warning names. */
const NAMED_KEYS = 10;

/**
 * Open tickets that the newest list does not tell of any more, though an older one did: an export that is filtered by the
 * date of opening drops them, and they would stay open for ever.
 */
function untoldTickets(
  table: Folded,
  lists: readonly Rows[],
  statusOf: ReadonlyMap<string, StatusClass>,
): { problem: Problem; untold: Uint8Array } | null {
  const tickets = lists.filter(({ layout, count }) => layout.rows === 'tickets' && count > 0);
  if (tickets.length < 2) return null;
  const openings = tickets.map(({ instants }) =>
    (instants.get('created') ?? new Float64Array(0)).reduce((least, at) => (at < least ? at : least), Infinity),
  );
  const latest = tickets.map(latestInstant);
  const newest = latest.reduce((best, at, d) => (at > latest[best]! ? d : best), 0);
  const told = new Set(Array.from(tickets[newest]!.key.codes, (code) => tickets[newest]!.key.words[code]!));
  const isOpen = wordsOf(OPEN, table.words.status, table.meaning.status, statusOf);
  const { created, resolved, closed } = table.instant;
  const untold = new Uint8Array(table.count);
  const keys: string[] = [];
  for (let i = 0; i < table.count; i++) {
    if (told.has(table.keys[i]!) || !isOpen[table.word.status[i]!]) continue;
    if (!Number.isNaN(resolved[i]!) || !Number.isNaN(closed[i]!)) continue;
    // A ticket that was opened within the span of the newest list may have been left out of it for another reason.
    if (!(created[i]! < openings[newest]!)) continue;
    untold[i] = 1;
    keys.push(table.keys[i]!);
  }
  if (!keys.length) return null;
  const params = {
    tickets: keys.length,
    keys: keys.sort(byKey).slice(0, NAMED_KEYS),
    since: new Date(openings[newest]!).toISOString().slice(0, 10),
  };
  return { problem: warning('open-tickets-untold', params, { file: tickets[newest]!.file }), untold };
}

/** Keys as people order them: numbers by their value. */
function byKey(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

const DONE: readonly (StatusClass | null)[] = ['resolved', 'closed'];
const HANDLED: readonly (StatusClass | null)[] = ['new', 'active'];
const WAITING: readonly (StatusClass | null)[] = ['waiting-client', 'waiting-third-party'];
const OPEN = [...HANDLED, ...WAITING];

/** How often tickets were reopened and handed on, where the history tells and the tool itself does not count. */
function countFromHistory(table: Folded, statusOf: ReadonlyMap<string, StatusClass>): void {
  const { history, known, count, number, words, meaning } = table;
  if (!history) return;
  const isOpen = wordsOf(OPEN, words.status, meaning.status, statusOf);
  const isDone = wordsOf(DONE, words.status, meaning.status, statusOf);
  const counted = (changes: Changes, counts: (before: number, after: number) => boolean, into: Float64Array): void => {
    for (let i = 0; i < count; i++) {
      const first = changes.offsets[i]!;
      const end = changes.offsets[i + 1]!;
      if (end === first) continue;
      into[i] = 0;
      for (let j = first + 1; j < end; j++) if (counts(changes.word[j - 1]!, changes.word[j]!)) into[i]!++;
    }
  };
  if (!known.has('reopens')) {
    counted(history.status, (before, after) => isDone[before]! && isOpen[after]!, number.reopens);
    (known as Set<Field>).add('reopens');
  }
  if (!known.has('reassignments') && history.group) {
    counted(history.group, () => true, number.reassignments);
    (known as Set<Field>).add('reassignments');
  }
}

/** Which statuses are in some classes, by the contract or else by the tool. */
function wordsOf(
  classes: readonly (StatusClass | null)[],
  words: readonly string[],
  meaning: readonly (StatusClass | null)[],
  statusOf: ReadonlyMap<string, StatusClass>,
): boolean[] {
  return words.map((word, code) => classes.includes(statusOf.get(fold(word)) ?? meaning[code] ?? null));
}

/**
 * Takes away the instants that some tools keep when a ticket is reopened: a date of closing on an open ticket is that of
 * a closing that was undone. Gives which tickets lost which.
 */
function forgetStale(
  table: Folded,
  drops: readonly Rows[],
  statusOf: ReadonlyMap<string, StatusClass>,
): ReadonlyMap<string, readonly ('resolved' | 'closed')[]> {
  const fields = new Set(drops.flatMap(({ layout }) => layout.vocabulary.stale ?? []));
  const stale = new Map<string, ('resolved' | 'closed')[]>();
  if (!fields.size) return stale;
  const isOpen = wordsOf(OPEN, table.words.status, table.meaning.status, statusOf);
  for (const field of fields) {
    const instants = table.instant[field];
    for (let i = 0; i < table.count; i++) {
      if (Number.isNaN(instants[i]!) || !isOpen[table.word.status[i]!]) continue;
      instants[i] = NaN;
      const key = table.keys[i]!;
      stale.set(key, [...(stale.get(key) ?? []), field]);
    }
  }
  return stale;
}

/** What became of the rows of a list, or of a log. */
interface FoldedRows {
  readonly file: string;
  readonly accepted: number;
  readonly merged: number;
}

class Folding {
  readonly #drops: readonly Rows[];
  readonly #statusOf: ReadonlyMap<string, StatusClass>;
  readonly #keys: readonly string[];
  /** Of all rows of all drops, in order: which drop, which row of it, and which ticket. */
  readonly #dropOf: Uint8Array | Uint32Array;
  readonly #rowOf: Uint32Array;
  readonly #ticketOf: Uint32Array;
  readonly #order: Uint32Array;
  readonly #offsets: Uint32Array;
  readonly #global: ReadonlyMap<WordField, { words: string[]; codeOf: readonly Uint32Array[] }>;
  readonly #accepted: number[];
  /** The newest instant that each drop knows, and the place of the drops by it. */
  readonly #latest: readonly number[];
  readonly #rank: readonly number[];
  readonly #problems: Problem[] = [];

  constructor(drops: readonly Rows[], statusOf: ReadonlyMap<string, StatusClass>) {
    this.#drops = drops;
    this.#statusOf = statusOf;
    this.#accepted = drops.map(() => 0);
    this.#latest = drops.map(latestInstant);
    const byLatest = drops.map((_, d) => d).sort((a, b) => this.#latest[a]! - this.#latest[b]! || a - b);
    this.#rank = drops.map((_, d) => byLatest.indexOf(d));
    const total = drops.reduce((sum, drop) => sum + drop.count, 0);
    this.#dropOf = drops.length <= 256 ? new Uint8Array(total) : new Uint32Array(total);
    this.#rowOf = new Uint32Array(total);
    this.#ticketOf = new Uint32Array(total);
    this.#keys = this.#nameTickets();
    this.#offsets = new Uint32Array(this.#keys.length + 1);
    for (const ticket of this.#ticketOf) this.#offsets[ticket + 1]!++;
    for (let i = 0; i < this.#keys.length; i++) this.#offsets[i + 1]! += this.#offsets[i]!;
    const next = this.#offsets.slice();
    this.#order = new Uint32Array(total);
    for (let i = 0; i < total; i++) this.#order[next[this.#ticketOf[i]!]!++] = i;
    this.#global = new Map(WORD_FIELDS.map((field) => [field, globalWords(drops, field)]));
  }

  /** Numbers the tickets of all rows; gives their keys. */
  #nameTickets(): readonly string[] {
    const keys: string[] = [];
    const byKey = new Map<string, number>();
    let at = 0;
    this.#drops.forEach((drop, d) => {
      const ticketOfKey = new Int32Array(drop.key.words.length).fill(-1);
      for (let row = 0; row < drop.count; row++, at++) {
        const code = drop.key.codes[row]!;
        let ticket = ticketOfKey[code]!;
        if (ticket < 0) {
          const key = drop.key.words[code]!;
          // The keys of a single drop are known to differ.
          ticket = this.#drops.length === 1 ? -1 : (byKey.get(key) ?? -1);
          if (ticket < 0) {
            ticket = keys.push(key) - 1;
            if (this.#drops.length > 1) byKey.set(key, ticket);
          }
          ticketOfKey[code] = ticket;
        }
        this.#dropOf[at] = d;
        this.#rowOf[at] = row;
        this.#ticketOf[at] = ticket;
      }
    });
    return keys;
  }

  /** The tickets, and what became of the rows. */
  table(): { table: Folded; accounting: readonly FoldedRows[]; problems: readonly Problem[] } {
    const count = this.#keys.length;
    const known = new Set<Field>(['key']);
    for (const drop of this.#drops) {
      for (const map of [drop.words, drop.instants, drop.numbers])
        for (const field of map.keys()) known.add(field as Field);
    }
    const word = columns(WORD_FIELDS, () => new Uint32Array(count));
    const instant = columns(INSTANT_FIELDS, () => new Float64Array(count).fill(NaN));
    const number = columns(NUMBER_FIELDS, () => new Float64Array(count).fill(NaN));
    const flag = columns(FLAG_FIELDS, () => new Uint8Array(count).fill(255));
    const openings = new OpeningsTold();
    const audited = this.#drops.some((drop) => drop.layout.rows !== 'tickets');
    const meaning = {
      status: meanings(
        this.#drops,
        this.#global.get('status')!.words,
        'status',
        STATUS_CLASSES,
        (tool) => tool.statuses,
      ),
      kind: meanings(this.#drops, this.#global.get('kind')!.words, 'kind', KINDS, (tool) => tool.kinds),
    };
    const statuses = (classes: readonly (StatusClass | null)[]): boolean[] =>
      wordsOf(classes, this.#global.get('status')!.words, meaning.status, this.#statusOf);
    const tellsGroups = this.#drops.some((drop) => this.#isLog(drop) && drop.words.has('group'));
    const classes = this.#global
      .get('status')!
      .words.map((text, code) => this.#statusOf.get(fold(text)) ?? meaning.status[code] ?? null);
    const history = audited
      ? new HistoryBuilder(count, statuses(HANDLED), statuses(WAITING), classes, tellsGroups)
      : null;
    this.#fillSingles(word, instant, number, flag);
    for (let ticket = 0; ticket < count; ticket++) {
      const single = this.#isSingle(ticket);
      if (single) this.#accepted[this.#dropOf[this.#order[this.#offsets[ticket]!]!]!]!++;
      if (single && !history) continue;
      const rows = this.#sorted(ticket);
      const events = single ? rows.filter((at) => this.#isEvent(at)) : this.#account(ticket, rows);
      if (!single) this.#fill(ticket, rows, word, instant, number, flag);
      if (!single) openings.contradicted(this.#keys[ticket]!, this.#openingsOf(events));
      if (Number.isNaN(instant.created[ticket]!) && events.length) {
        instant.created[ticket] = this.eventAt(events[0]!);
        openings.taken++;
      }
      history?.ticket(ticket, events, this, instant.created[ticket]!, {
        status: word.status[ticket]!,
        priority: word.priority[ticket]!,
        group: word.group[ticket]!,
      });
    }
    if (history?.untold) {
      const log = this.#drops.find((drop) => isEvents(drop));
      const params = { tickets: history.untold, key: this.#keys[history.firstUntold]! };
      if (log) this.#problems.push(warning('history-incomplete', params, { file: log.file }));
    }
    const lists = this.#drops.find((drop) => !isEvents(drop)) ?? this.#drops[0];
    if (openings.taken) {
      known.add('created');
      this.#problems.push(warning('opening-is-first-event', { tickets: openings.taken }, { file: lists!.file }));
    }
    if (openings.contradictions) {
      const params = { tickets: openings.contradictions, key: openings.example };
      this.#problems.push(warning('openings-differ', params, { file: lists!.file }));
    }
    return {
      table: {
        count,
        keys: this.#keys,
        words: columns(WORD_FIELDS, (field) => this.#global.get(field)!.words),
        word,
        meaning,
        instant,
        number,
        flag,
        known,
        history: history?.build() ?? null,
      },
      accounting: this.#drops.map((drop, d) => ({
        file: drop.file,
        accepted: this.#accepted[d]!,
        merged: drop.count - this.#accepted[d]!,
      })),
      problems: this.#problems,
    };
  }

  /** When what a row says was so: the tool's update instant, or never known. */
  eventAt(at: number): number {
    const value = this.#drop(at).instants.get('updated')?.[this.#rowOf[at]!];
    return value ?? NaN;
  }

  wordAt(at: number, field: WordField): number {
    const drop = this.#drop(at);
    const column = drop.words.get(field);
    if (!column) return 0;
    return this.#global.get(field)!.codeOf[this.#dropOf[at]!]![column.codes[this.#rowOf[at]!]!]!;
  }

  /** What an event says that a value became; −1 where it tells of another value. */
  saidAt(at: number, field: ChangingField): number {
    const code = this.wordAt(at, field);
    return code === 0 && isEvents(this.#drop(at)) ? -1 : code;
  }

  /** What an event says that a value was before; −1 where it does not say. */
  beforeAt(at: number, field: ChangingField): number {
    const drop = this.#drop(at);
    const code = isEvents(drop) ? (drop.before.get(field)?.[this.#rowOf[at]!] ?? 0) : 0;
    return code === 0 ? -1 : this.#global.get(field)!.codeOf[this.#dropOf[at]!]![code]!;
  }

  #drop(at: number): Rows {
    return this.#drops[this.#dropOf[at]!]!;
  }

  /**
   * The rows of a ticket from the oldest to the newest knowledge: by the tool's own update instant, or by the newest
   * instant of the drop where a row has none; then by the drops, the one that knows less first; then as they stand.
   */
  #sorted(ticket: number): readonly number[] {
    const rows = Array.from(this.#order.subarray(this.#offsets[ticket], this.#offsets[ticket + 1]));
    if (rows.length < 2) return rows;
    const compare = (a: number, b: number): number =>
      this.#knownAt(a) - this.#knownAt(b) || this.#rank[this.#dropOf[a]!]! - this.#rank[this.#dropOf[b]!]! || a - b;
    return rows.every((at, i) => i === 0 || compare(rows[i - 1]!, at) < 0) ? rows : rows.sort(compare);
  }

  /** The openings that the rows of a ticket tell, each once. */
  #openingsOf(rows: readonly number[]): ReadonlySet<string | number> {
    const told = new Set<string | number>();
    for (const at of rows) {
      const value = this.#value(at, 'created');
      if (value !== '') told.add(value);
    }
    return told;
  }

  #knownAt(at: number): number {
    const event = this.eventAt(at);
    return Number.isNaN(event) ? this.#latest[this.#dropOf[at]!]! : event;
  }

  #isEvent(at: number): boolean {
    return this.#isLog(this.#drop(at));
  }

  #isLog({ layout }: Rows): boolean {
    return layout.rows !== 'tickets';
  }

  /** Counts the rows of a ticket as accepted or merged; gives the events of its log, each once. */
  #account(ticket: number, rows: readonly number[]): readonly number[] {
    const events: number[] = [];
    const newest = rows.findLastIndex((at) => !this.#isEvent(at));
    /** Of the instant at hand: what was said, how often, and how often by the drop at hand. */
    let said = new Map<string, number>();
    let here = new Map<string, number>();
    let lastDrop = -1;
    let previous = -1;
    rows.forEach((at, i) => {
      const d = this.#dropOf[at]!;
      if (this.#isEvent(at)) {
        const last = events.at(-1);
        if (last === undefined || !sameInstant(this.eventAt(at), this.eventAt(last))) {
          said = new Map();
          lastDrop = -1;
        }
        if (d !== lastDrop) here = new Map();
        lastDrop = d;
        const content = this.#content(at);
        const times = (here.get(content) ?? 0) + 1;
        // A log may return to a state within a minute; only another drop, or the row just before, says the same again.
        if (last !== undefined && this.#dropOf[last] === d && times > 1 && this.#sameRow(at, last)) return;
        here.set(content, times);
        if (times <= (said.get(content) ?? 0)) return;
        said.set(content, times);
        events.push(at);
        this.#accepted[d]!++;
        return;
      }
      if (i === newest) this.#accepted[d]!++;
      if (previous >= 0 && this.#contradicts(at, previous)) this.#conflict(ticket, at, previous);
      previous = at;
    });
    return events;
  }

  /** What an event says, whatever other columns its file has. */
  #content(at: number): string {
    const drop = this.#drop(at);
    if (isEvents(drop)) {
      const field = CHANGING_FIELDS.find((name) => this.saidAt(at, name) >= 0);
      return field ? `${field}\u0000${this.saidAt(at, field)}` : '';
    }
    return drop.layout.columns.map(({ field }) => this.#value(at, field)).join('\u0000');
  }

  /** Whether two rows of lists claim to know the same instant, or cannot say which is newer, and differ. */
  #contradicts(at: number, other: number): boolean {
    const bothDated = !Number.isNaN(this.eventAt(at)) && !Number.isNaN(this.eventAt(other));
    if (bothDated && this.eventAt(at) !== this.eventAt(other)) return false;
    // Drops without an update instant are told apart by what they know: a later state is no contradiction.
    if (!bothDated && this.#dropOf[at] !== this.#dropOf[other]) return this.#openedOtherwise(at, other);
    return !this.#sameRow(at, other);
  }

  /** A ticket is opened once. */
  #openedOtherwise(at: number, other: number): boolean {
    const [a, b] = [this.#value(at, 'created'), this.#value(other, 'created')];
    return a !== '' && b !== '' && a !== b;
  }

  /** Two rows that claim to know the same and say different things. */
  #conflict(ticket: number, at: number, other: number): void {
    const drop = this.#drop(at);
    const undated = Number.isNaN(this.eventAt(at)) || Number.isNaN(this.eventAt(other));
    const isOfInterest = (field: RowField): boolean =>
      field !== 'key' &&
      // Who works on a ticket is nothing that a message may say.
      !(PERSON_FIELDS as readonly RowField[]).includes(field) &&
      (!undated || this.#dropOf[at] === this.#dropOf[other] || field === 'created');
    const field = drop.layout.columns.find(
      (column) => isOfInterest(column.field) && this.#text(at, column.field) !== this.#text(other, column.field),
    );
    if (!field || this.#problems.length >= REPORTED_CONFLICTS) return;
    const place = { file: drop.file, line: drop.line[this.#rowOf[at]!]!, column: field.index + 1 };
    this.#problems.push(
      warning(
        'key-in-conflict',
        {
          key: this.#keys[ticket]!,
          column: field.heading,
          found: this.#quoted(at, field.field),
          other: this.#quoted(other, field.field),
          otherFile: this.#drop(other).file,
          otherLine: this.#drop(other).line[this.#rowOf[other]!]!,
        },
        place,
      ),
    );
  }

  /** A cell as a message may quote it: an instant, or a word that is plainly one of a list; else its shape. */
  #quoted(at: number, field: RowField): string {
    const drop = this.#drop(at);
    const column = drop.words.get(field);
    const text = this.#text(at, field);
    if (!column) return text;
    const code = column.codes[this.#rowOf[at]!]!;
    const times = column.codes.reduce((sum, other) => sum + (other === code ? 1 : 0), 0);
    return isQuotable(text, times) ? text : shapeOf(text);
  }

  /** A cell as it stands. */
  #text(at: number, field: RowField): string {
    const value = this.#value(at, field);
    return typeof value === 'number' && this.#drop(at).instants.has(field)
      ? new Date(value).toISOString()
      : String(value);
  }

  /** What a cell says, to be compared: a word, an instant or a number; the empty text for nothing. */
  #value(at: number, field: RowField): string | number {
    const drop = this.#drop(at);
    const row = this.#rowOf[at]!;
    const word = drop.words.get(field);
    if (word) return word.words[word.codes[row]!]!;
    const value = drop.instants.get(field)?.[row] ?? drop.numbers.get(field)?.[row];
    return value === undefined || Number.isNaN(value) ? '' : value;
  }

  #sameRow(a: number, b: number): boolean {
    const drop = this.#drop(a);
    const other = this.#drop(b).layout.columns;
    // What only one of them carries is no difference.
    return drop.layout.columns.every(
      ({ field }) =>
        field === 'key' ||
        !other.some((column) => column.field === field) ||
        this.#value(a, field) === this.#value(b, field),
    );
  }

  #isSingle(ticket: number): boolean {
    return this.#offsets[ticket + 1]! - this.#offsets[ticket]! === 1;
  }

  /** The tickets that one row tells all about, column by column: nearly all of them, where the export is a list. */
  #fillSingles(
    word: Record<WordField, Uint32Array>,
    instant: Record<InstantField, Float64Array>,
    number: Record<NumberField, Float64Array>,
    flag: Record<FlagField, Uint8Array>,
  ): void {
    let base = 0;
    this.#drops.forEach((drop, d) => {
      const each = (assign: (ticket: number, row: number) => void): void => {
        for (let row = 0; row < drop.count; row++) {
          const ticket = this.#ticketOf[base + row]!;
          if (this.#isSingle(ticket)) assign(ticket, row);
        }
      };
      for (const field of WORD_FIELDS) {
        const codes = drop.words.get(field)?.codes;
        const codeOf = this.#global.get(field)!.codeOf[d]!;
        const target = word[field];
        if (codes) each((ticket, row) => (target[ticket] = codeOf[codes[row]!]!));
      }
      for (const [fields, columns, target] of [
        [INSTANT_FIELDS, drop.instants, instant],
        [NUMBER_FIELDS, drop.numbers, number],
      ] as const) {
        for (const field of fields) {
          const values = columns.get(field);
          const into = (target as Record<string, Float64Array>)[field]!;
          if (values) each((ticket, row) => (into[ticket] = values[row]!));
        }
      }
      for (const field of FLAG_FIELDS) {
        const values = drop.numbers.get(field);
        const target = flag[field];
        if (values) each((ticket, row) => (target[ticket] = Number.isNaN(values[row]!) ? 255 : values[row]!));
      }
      base += drop.count;
    });
  }

  #fill(
    ticket: number,
    rows: readonly number[],
    word: Record<WordField, Uint32Array>,
    instant: Record<InstantField, Float64Array>,
    number: Record<NumberField, Float64Array>,
    flag: Record<FlagField, Uint8Array>,
  ): void {
    const newest = (has: (drop: Rows, at: number) => boolean): number | undefined => {
      for (let i = rows.length - 1; i >= 0; i--) if (has(this.#drop(rows[i]!), rows[i]!)) return rows[i];
      return undefined;
    };
    for (const field of WORD_FIELDS) {
      // An event says one thing only.
      const at = newest((drop, row) => drop.words.has(field) && (!isEvents(drop) || this.wordAt(row, field) > 0));
      if (at !== undefined) word[field][ticket] = this.wordAt(at, field);
    }
    for (const field of INSTANT_FIELDS) {
      const at = newest((drop) => drop.instants.has(field));
      if (at !== undefined) instant[field][ticket] = this.#drop(at).instants.get(field)![this.#rowOf[at]!]!;
    }
    for (const field of NUMBER_FIELDS) {
      const at = newest((drop) => drop.numbers.has(field));
      if (at !== undefined) number[field][ticket] = this.#drop(at).numbers.get(field)![this.#rowOf[at]!]!;
    }
    for (const field of FLAG_FIELDS) {
      const at = newest((drop) => drop.numbers.has(field));
      const value = at === undefined ? NaN : this.#drop(at).numbers.get(field)![this.#rowOf[at]!]!;
      if (!Number.isNaN(value)) flag[field][ticket] = value;
    }
  }
}

/** Collects the changes of a value, ticket by ticket. */
class ChangesBuilder {
  readonly #offsets: Uint32Array;
  #at = new Float64Array(1024);
  #word = new Uint32Array(1024);
  #count = 0;

  constructor(tickets: number) {
    this.#offsets = new Uint32Array(tickets + 1);
  }

  add(at: number, word: number): void {
    if (this.#count === this.#at.length) {
      this.#at = grown(this.#at, this.#count + 1);
      this.#word = grown(this.#word, this.#count + 1);
    }
    this.#at[this.#count] = at;
    this.#word[this.#count++] = word;
  }

  close(ticket: number): void {
    this.#offsets[ticket + 1] = this.#count;
  }

  build(): Changes {
    return { offsets: this.#offsets, at: this.#at.slice(0, this.#count), word: this.#word.slice(0, this.#count) };
  }
}

/** What the rows of tickets say of their openings. */
class OpeningsTold {
  /** Tickets whose first event stands for the opening that no row tells. */
  taken = 0;
  /** Tickets whose rows tell different openings, and one of them. */
  contradictions = 0;
  example = '';

  contradicted(key: string, told: ReadonlySet<string | number>): void {
    if (told.size < 2) return;
    if (this.contradictions++ === 0 || byKey(key, this.example) < 0) this.example = key;
  }
}

class HistoryBuilder {
  readonly #changes: Readonly<Record<ChangingField, ChangesBuilder>>;
  readonly #lastEvent: Float64Array;
  readonly #isHandled: readonly boolean[];
  readonly #isWaiting: readonly boolean[];
  readonly #classes: readonly (StatusClass | null)[];
  readonly #tellsGroups: boolean;
  /** How many tickets are in a state that no event tells of, and the first of them. */
  untold = 0;
  firstUntold = -1;

  constructor(
    tickets: number,
    isHandled: readonly boolean[],
    isWaiting: readonly boolean[],
    classes: readonly (StatusClass | null)[],
    tellsGroups: boolean,
  ) {
    this.#changes = columns(CHANGING_FIELDS, () => new ChangesBuilder(tickets));
    this.#lastEvent = new Float64Array(tickets).fill(NaN);
    this.#isHandled = isHandled;
    this.#isWaiting = isWaiting;
    this.#classes = classes;
    this.#tellsGroups = tellsGroups;
  }

  /**
   * Takes the events of the next ticket, oldest first. A list of events begins with the first change, so what was before
   * it held from the opening; a value that no event tells of has always been what it is now. But for a ticket that is
   * done, or waits: when that came about is then not known.
   */
  ticket(
    ticket: number,
    events: readonly number[],
    rows: Folding,
    created: number,
    now: Readonly<Record<ChangingField, number>>,
  ): void {
    for (const field of CHANGING_FIELDS) {
      const changes = this.#changes[field];
      let last = -1;
      for (const event of events) {
        const at = rows.eventAt(event);
        const word = rows.saidAt(event, field);
        if (Number.isNaN(at) || word < 0) continue;
        const before = last < 0 ? rows.beforeAt(event, field) : -1;
        if (before >= 0 && created < at) changes.add(created, (last = before));
        if (word !== last) changes.add(at, (last = word));
      }
      if (last < 0 && now[field] > 0 && (field !== 'status' || this.#isHandled[now[field]]))
        changes.add(created, now[field]);
      // A wait without a beginning, or a state that no event led to: the log is not whole.
      const isUntold =
        field === 'status' &&
        now.status > 0 &&
        (last < 0 ? this.#isWaiting[now.status] : !this.#isSame(last, now.status));
      if (isUntold && this.untold++ === 0) this.firstUntold = ticket;
      changes.close(ticket);
    }
    for (const event of events) {
      const at = rows.eventAt(event);
      if (!Number.isNaN(at)) this.#lastEvent[ticket] = at;
    }
  }

  /** Whether two words are one state: a list may print the label of what its log calls by a code. */
  #isSame(a: number, b: number): boolean {
    const [one, other] = [this.#classes[a] ?? null, this.#classes[b] ?? null];
    return a === b || (one !== null && one === other);
  }

  build(): NonNullable<TicketTable['history']> {
    return {
      status: this.#changes.status.build(),
      priority: this.#changes.priority.build(),
      group: this.#tellsGroups ? this.#changes.group.build() : null,
      lastEvent: this.#lastEvent,
    };
  }
}

/**
 * The words of a field in all drops as one list, and what the numbers of each drop are in it. In the order of their
 * characters, so that no table shows which row came first; but titles, which are no one's heading and can be a million.
 */
function globalWords(drops: readonly Rows[], field: WordField): { words: string[]; codeOf: Uint32Array[] } {
  const said = new Set(drops.flatMap((drop) => drop.words.get(field)?.words ?? []));
  said.delete('');
  const words = ['', ...(field === 'title' ? said : [...said].sort())];
  const byWord = new Map(words.map((word, code) => [word, code]));
  const codeOf = drops.map((drop) => Uint32Array.from(drop.words.get(field)?.words ?? [], (word) => byWord.get(word)!));
  return { words, codeOf };
}

/** What each word means to the tool of the first drop that has it. */
function meanings<Class extends string>(
  drops: readonly Rows[],
  words: readonly string[],
  field: 'status' | 'kind',
  classes: readonly Class[],
  listsOf: (tool: Tool) => Partial<Readonly<Record<Class, readonly string[]>>>,
): (Class | null)[] {
  const known = new Map<string, Class>();
  for (const drop of drops) {
    if (!drop.words.has(field)) continue;
    const lists = listsOf(drop.layout.vocabulary);
    for (const name of classes)
      for (const word of lists[name] ?? []) if (!known.has(fold(word))) known.set(fold(word), name);
  }
  return words.map((word) => known.get(fold(word)) ?? null);
}

function columns<Name extends string, Column>(
  names: readonly Name[],
  make: (name: Name) => Column,
): Record<Name, Column> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Column>;
}

function sameInstant(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}
