/** What was understood of one export, as data: for `jauge inspect`, and for whoever checks the reading of a tool. */
import type { FileLang, RowField, RowKind } from '../domain/ticket.ts';
import type { Problem } from '../domain/problem.ts';
import { zoneOf } from '../domain/zone.ts';
import type { DateOrder, Rows, Sample } from './rows.ts';
import { changedFields } from './events.ts';
import { namesPeople } from './recognise.ts';
import { ticketsOf } from './tickets.ts';
import { entryOf } from './work.ts';

/** A cell, and what it was read as: an instant in ISO-8601 UTC, milliseconds of effort, a number, or a word. */
export interface Conversion extends Sample {
  readonly read: string;
}

export interface InspectedTicket {
  readonly key: string;
  /** The words of the file, `null` where it carries none. */
  readonly type: string | null;
  readonly priority: string | null;
  readonly status: string | null;
  /** What the tool means by them; `null` where that is not known. */
  readonly typeClass: string | null;
  readonly statusClass: string | null;
  /** ISO-8601 UTC, as the file says them; `null` where it says none. */
  readonly created: string | null;
  readonly acknowledged: string | null;
  readonly resolved: string | null;
  readonly closed: string | null;
  readonly updated: string | null;
  /** Instants that the status contradicts: the reports do not use them. */
  readonly stale?: readonly string[];
  readonly application: string | null;
  readonly group: string | null;
  /** Milliseconds. */
  readonly effort: number | null;
}

export interface InspectedEvent {
  readonly key: string;
  readonly at: string;
  /** `null` where the file tells of changes of the status only. */
  readonly change: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface InspectedWork {
  /** `null` for time on no ticket. */
  readonly key: string | null;
  /** Civil date in the zone of the file. */
  readonly date: string;
  /** Milliseconds. */
  readonly effort: number;
  readonly activity: string | null;
}

export interface Inspection {
  readonly tool: string;
  /** What a row is. */
  readonly kind: RowKind;
  readonly language: FileLang | null;
  readonly encoding: string;
  readonly delimiter: string;
  readonly zone: string;
  readonly rows: {
    readonly read: number;
    readonly accepted: number;
    readonly merged: number;
    readonly rejected: number;
  };
  readonly columns: readonly {
    readonly field: RowField;
    readonly heading: string;
    /** The zone of local times and how day and month were told apart; `null` where the column holds no dates. */
    readonly zone: string | null;
    readonly dates: DateOrder | null;
    readonly samples: readonly Conversion[];
  }[];
  /** Headings that are not read; nothing of them is kept. */
  readonly ignored: readonly string[];
  /** Those of them that name people, by their heading. */
  readonly personal: readonly string[];
  /** Statuses without a meaning. */
  readonly unknownStatuses: readonly string[];
  readonly tickets: readonly InspectedTicket[];
  /** Of a list of events: what changed, as the file says it. */
  readonly events: readonly InspectedEvent[];
  /** Of a list of time entries. */
  readonly work: readonly InspectedWork[];
  readonly problems: readonly Problem[];
}

/** Inspects a drop that could be read. */
export function inspectRows(rows: Rows, problems: readonly Problem[]): Inspection {
  const isLog = rows.layout.rows === 'history' || rows.layout.rows === 'worklog';
  const { table, accounting, problems: folding, stale } = ticketsOf(isLog ? [] : [rows]);
  const believed = {
    ...rows,
    layout: { ...rows.layout, vocabulary: { ...rows.layout.vocabulary, stale: [], rewritten: false } },
  };
  const raw = ticketsOf(isLog ? [] : [believed]).table;
  // Nothing of a log is merged as long as nothing else is known.
  const rejected = rows.rejected.length;
  const [drop = { read: rows.count + rejected, accepted: rows.count, merged: 0, rejected }] = accounting;
  const word = (list: readonly string[], code: number): string | null => (code === 0 ? null : list[code]!);
  const tickets = table.keys.map((key, i) => {
    const losses = stale.get(key);
    return {
      key,
      type: word(table.words.kind, table.word.kind[i]!),
      priority: word(table.words.priority, table.word.priority[i]!),
      status: word(table.words.status, table.word.status[i]!),
      typeClass: table.meaning.kind[table.word.kind[i]!] ?? null,
      statusClass: table.meaning.status[table.word.status[i]!] ?? null,
      created: iso(raw.instant.created[i]!),
      acknowledged: iso(raw.instant.acknowledged[i]!),
      resolved: iso(raw.instant.resolved[i]!),
      closed: iso(raw.instant.closed[i]!),
      updated: iso(raw.instant.updated[i]!),
      ...(losses ? { stale: losses } : {}),
      application: word(table.words.application, table.word.application[i]!),
      group: word(table.words.group, table.word.group[i]!),
      effort: Number.isNaN(table.number.effort[i]!) ? null : table.number.effort[i]!,
    };
  });
  return {
    tool: rows.layout.tool,
    kind: rows.layout.rows,
    language: rows.layout.language,
    encoding: rows.encoding,
    delimiter: rows.delimiter,
    zone: rows.layout.zone,
    rows: { read: drop.read, accepted: drop.accepted, merged: drop.merged, rejected: drop.rejected },
    columns: rows.layout.columns.map(({ field, heading }) => ({
      field,
      heading,
      zone: rows.instants.has(field) ? rows.layout.zone : null,
      dates: rows.orders.get(field) ?? null,
      samples: conversionsOf(rows, field),
    })),
    ignored: rows.layout.ignored,
    personal: rows.layout.ignored.filter(namesPeople),
    unknownStatuses: table.words.status.filter((text, code) => text !== '' && table.meaning.status[code] === null),
    tickets,
    events: rows.layout.rows === 'history' ? eventsIn(rows) : [],
    work: rows.layout.rows === 'worklog' ? workIn(rows) : [],
    problems: [...problems, ...rows.rejected.map(({ problem }) => problem), ...folding],
  };
}

/** What became of values that are not read (who works on a ticket, its description) is not shown. */
function eventsIn(rows: Rows): InspectedEvent[] {
  const changed = changedFields(rows);
  const said = (field: RowField, row: number): string | null =>
    (field === 'change' || changed(row) ? readingOf(rows, field, row) : '') || null;
  return Array.from({ length: rows.count }, (_, row) => ({
    key: readingOf(rows, 'key', row),
    at: readingOf(rows, 'at', row),
    change: said('change', row),
    from: said('from', row),
    to: said('to', row),
  }));
}

function workIn(rows: Rows): InspectedWork[] {
  const zone = zoneOf(rows.layout.zone);
  return Array.from({ length: rows.count }, (_, row) => {
    const { key, at, effort, activity } = entryOf(rows, row);
    const date = new Date(zone.wallAt(at)).toISOString().slice(0, 10);
    return { key: key || null, date, effort, activity: activity || null };
  });
}

/** ISO-8601 UTC to the second, as the files have it; `null` for nothing. */
function iso(at: number): string | null {
  return Number.isNaN(at) ? null : new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Up to three different cells of a column, and what they were read as. */
function conversionsOf(rows: Rows, field: RowField): Conversion[] {
  return (rows.samples.get(field) ?? []).flatMap(({ line, cell }) => {
    const row = rows.line.indexOf(line);
    const isHidden = (field === 'from' || field === 'to') && !changedFields(rows)(row);
    return row < 0 || row >= rows.count || isHidden ? [] : [{ line, cell, read: readingOf(rows, field, row) }];
  });
}

function readingOf(rows: Rows, field: RowField, row: number): string {
  if (field === 'key') return rows.key.words[rows.key.codes[row]!]!;
  const words = rows.words.get(field);
  if (words) return words.words[words.codes[row]!]!;
  const instant = rows.instants.get(field)?.[row];
  if (instant !== undefined) return iso(instant) ?? '';
  const number = rows.numbers.get(field)?.[row];
  return number === undefined || Number.isNaN(number) ? '' : String(number);
}
