/** What was understood of one export, as data: for `jauge inspect`, and for whoever checks the reading of a tool. */
import type { Field } from '../domain/ticket.ts';
import type { Problem } from '../domain/problem.ts';
import type { Rows } from './rows.ts';
import { ticketsOf } from './tickets.ts';

/** A value as it was read, and the line of the file that it is on. */
export interface Sample {
  readonly line: number;
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

export interface Inspection {
  readonly tool: string;
  readonly language: string | null;
  readonly encoding: string;
  readonly delimiter: string;
  readonly zone: string;
  readonly rows: {
    readonly read: number;
    readonly accepted: number;
    readonly merged: number;
    readonly rejected: number;
  };
  readonly columns: readonly { readonly field: Field; readonly heading: string; readonly samples: readonly Sample[] }[];
  /** Headings that are not read; nothing of them is kept. */
  readonly ignored: readonly string[];
  /** Statuses without a meaning. */
  readonly unknownStatuses: readonly string[];
  readonly tickets: readonly InspectedTicket[];
  readonly problems: readonly Problem[];
}

/** Inspects a drop that could be read. */
export function inspectRows(rows: Rows, problems: readonly Problem[]): Inspection {
  const { table, accounting, problems: folding, stale } = ticketsOf([rows]);
  const raw = ticketsOf([
    { ...rows, layout: { ...rows.layout, vocabulary: { ...rows.layout.vocabulary, stale: [] } } },
  ]).table;
  const [drop] = accounting;
  const word = (list: readonly string[], code: number): string | null => (code === 0 ? null : list[code]!);
  const iso = (at: number): string | null =>
    Number.isNaN(at) ? null : new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
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
    language: rows.layout.language,
    encoding: rows.encoding,
    delimiter: rows.delimiter,
    zone: rows.layout.zone,
    rows: { read: drop!.read, accepted: drop!.accepted, merged: drop!.merged, rejected: drop!.rejected },
    columns: rows.layout.columns.map(({ field, heading }) => ({ field, heading, samples: samplesOf(rows, field) })),
    ignored: rows.layout.ignored,
    unknownStatuses: table.words.status.filter((text, code) => text !== '' && table.meaning.status[code] === null),
    tickets,
    problems: [...problems, ...rows.rejected.map(({ problem }) => problem), ...folding],
  };
}

/** Up to three values of a column, as they were read. */
function samplesOf(rows: Rows, field: Field): Sample[] {
  const samples: Sample[] = [];
  for (let row = 0; row < rows.count && samples.length < 3; row++) {
    const text = sampleOf(rows, field, row);
    if (text !== '' && !samples.some(({ read }) => read === text)) samples.push({ line: rows.line[row]!, read: text });
  }
  return samples;
}

function sampleOf(rows: Rows, field: Field, row: number): string {
  if (field === 'key') return rows.key.words[rows.key.codes[row]!]!;
  const words = rows.words.get(field);
  if (words) return words.words[words.codes[row]!]!;
  const instant = rows.instants.get(field)?.[row];
  if (instant !== undefined) return Number.isNaN(instant) ? '' : new Date(instant).toISOString();
  const number = rows.numbers.get(field)?.[row];
  return number === undefined || Number.isNaN(number) ? '' : String(number);
}
