/**
 * A list of events → rows that say what became of a ticket, as an audit log does. A row of a list of events tells of one
 * value only; of the others it says nothing, which is not the same as their being empty.
 */
import { fold } from '../domain/fold.ts';
import { CHANGING_FIELDS, type ChangingField } from '../domain/ticket.ts';
import type { Rows } from './rows.ts';

/** The rows of a list of events, oldest first, with the changes sorted by what changed. */
export interface Events extends Rows {
  /** For each value and row, what it was before: a code of `words`, 0 where the row tells of another value. */
  readonly before: ReadonlyMap<ChangingField, Uint32Array>;
}

/** A field named with what it is a field of: `Stage (Helpdesk Ticket)`. */
const OF_MODEL = / \([^()]*\)$/;

/** A column of words. */
interface Said {
  readonly codes: Uint32Array;
  readonly words: readonly string[];
}

export function isEvents(rows: Rows): rows is Events {
  return 'before' in rows;
}

/** Turns the columns `change`, `from` and `to` into one column for each value that changes. */
export function eventsOf(rows: Rows): Events {
  const at = rows.instants.get('at')!;
  const changed = changedFields(rows);
  const { from, to } = saidBy(rows, changed);
  const order = orderOf(rows, changed, from, to);
  const words = new Map<ChangingField, { codes: Uint32Array; words: readonly string[] }>();
  const before = new Map<ChangingField, Uint32Array>();
  for (const field of CHANGING_FIELDS) {
    if (!order.some((row) => changed(row) === field)) continue;
    // Only words of this value: the columns hold those of all others too, such as who works on a ticket.
    const known = [''];
    const numbers = new Map([['', 0]]);
    const says = (column: Pick<typeof to, 'codes' | 'words'>): Uint32Array =>
      Uint32Array.from(order, (row) => {
        if (changed(row) !== field) return 0;
        const word = column.words[column.codes[row]!]!;
        const number = numbers.get(word) ?? known.push(word) - 1;
        numbers.set(word, number);
        return number;
      });
    const codes = says(to);
    before.set(field, says(from));
    words.set(field, { codes, words: known });
  }
  const columns = rows.layout.columns.flatMap((column) =>
    column.field === 'at'
      ? [{ ...column, field: 'updated' as const }]
      : column.field === 'to'
        ? [...words.keys()].map((field) => ({ ...column, field }))
        : column.field === 'key'
          ? [column]
          : [],
  );
  return {
    ...rows,
    layout: { ...rows.layout, columns },
    line: Uint32Array.from(order, (row) => rows.line[row]!),
    key: { words: rows.key.words, codes: Uint32Array.from(order, (row) => rows.key.codes[row]!) },
    words,
    instants: new Map([['updated', Float64Array.from(order, (row) => at[row]!)]]),
    numbers: new Map(),
    before,
  };
}

/** What was and what became, row by row: in columns of their own, or taken out of the one cell that tells both. */
function saidBy(rows: Rows, changed: (row: number) => ChangingField | null): Record<'from' | 'to', Said> {
  const to = rows.words.get('to')!;
  const from = rows.words.get('from') ?? { words: [''], codes: new Uint32Array(rows.count) };
  const { within } = rows.layout;
  if (!within) return { from, to };
  const parts = new Map<string, RegExpExecArray | null>();
  const part = (row: number, name: 'from' | 'to'): string => {
    const field = changed(row);
    const pattern = field && within[field];
    if (!pattern) return '';
    const cell = to.words[to.codes[row]!]!;
    const known = `${field} ${cell}`;
    if (!parts.has(known)) parts.set(known, pattern.exec(cell));
    return parts.get(known)?.groups?.[name] ?? '';
  };
  const column = (name: 'from' | 'to'): { codes: Uint32Array; words: string[] } => {
    const words = [''];
    const codes = Uint32Array.from({ length: rows.count }, (_, row) => {
      const word = part(row, name);
      const known = words.indexOf(word);
      return known < 0 ? words.push(word) - 1 : known;
    });
    return { codes, words };
  };
  return { from: column('from'), to: column('to') };
}

/**
 * The rows ticket by ticket, each from its oldest event to its newest. Tools write the newest first or last, of all
 * tickets or of each, and several within the minute that they print: of the two orders of such a minute, the one in which
 * each change takes up where the one before ended.
 */
function orderOf(rows: Rows, changed: (row: number) => ChangingField | null, from: Said, to: Said): number[] {
  const at = rows.instants.get('at')!;
  const groups = new Map<number, number[]>();
  for (let row = 0; row < rows.count; row++) {
    const key = rows.key.codes[row]!;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const isNewestFirst = (group: readonly number[]): boolean => at[group[0]!]! > at[group.at(-1)!]!;
  const all = Array.from({ length: rows.count }, (_, row) => row);
  const fileIsReversed = rows.count > 1 && isNewestFirst(all);
  return [...groups.values()].flatMap((group) => {
    if (group.length < 2) return group;
    const reversed = at[group[0]!] === at[group.at(-1)!] ? fileIsReversed : isNewestFirst(group);
    const sorted = (reversed ? group.reverse() : group).sort((a, b) => at[a]! - at[b]!);
    return chained(sorted, rows, changed, from, to);
  });
}

/** Turns round the events of one instant where they then follow from each other better. */
function chained(
  sorted: readonly number[],
  rows: Rows,
  changed: (row: number) => ChangingField | null,
  from: Said,
  to: Said,
): number[] {
  const at = rows.instants.get('at')!;
  const result: number[] = [];
  /** The last value known of each. */
  const known = new Map<ChangingField, string>();
  const breaks = (run: readonly number[], commit: boolean): number => {
    const now = commit ? known : new Map(known);
    let count = 0;
    for (const row of run) {
      const field = changed(row);
      if (!field) continue;
      const before = from.words[from.codes[row]!]!;
      if (before !== '' && now.has(field) && now.get(field) !== before) count++;
      now.set(field, to.words[to.codes[row]!]!);
    }
    return count;
  };
  for (let i = 0; i < sorted.length;) {
    let end = i + 1;
    while (end < sorted.length && at[sorted[end]!] === at[sorted[i]!]) end++;
    let run = sorted.slice(i, end);
    if (run.length > 1) {
      const turned = [...run].reverse();
      if (breaks(turned, false) < breaks(run, false)) run = turned;
    }
    breaks(run, true);
    result.push(...run);
    i = end;
  }
  return result;
}

/** Which value a row tells of; `null` for one that no figure is made of. */
export function changedFields(rows: Rows): (row: number) => ChangingField | null {
  const { changes } = rows.layout;
  const change = rows.words.get('change');
  if (!changes || !change) return () => 'status';
  const fieldOf = change.words.map(
    (word) =>
      CHANGING_FIELDS.find((field) => changes[field].some((name) => fold(name) === fold(word.replace(OF_MODEL, '')))) ??
      null,
  );
  return (row) => fieldOf[change.codes[row]!] ?? null;
}

/** Those of the events whose row passes a test. */
export function eventsOnly(events: Events, passes: (row: number) => boolean): Events {
  const kept = Array.from({ length: events.count }, (_, row) => row).filter(passes);
  const codes = (array: Uint32Array): Uint32Array => Uint32Array.from(kept, (row) => array[row]!);
  return {
    ...events,
    count: kept.length,
    line: codes(events.line),
    key: { ...events.key, codes: codes(events.key.codes) },
    words: new Map([...events.words].map(([field, column]) => [field, { ...column, codes: codes(column.codes) }])),
    instants: new Map([...events.instants].map(([field, at]) => [field, Float64Array.from(kept, (row) => at[row]!)])),
    before: new Map([...events.before].map(([field, column]) => [field, codes(column)])),
  };
}
