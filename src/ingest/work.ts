/**
 * Time entries → work by ticket. An entry has no number in the exports, so two that say the same in one file are two, and
 * those that a second file says again are the same, whatever other columns it has. Entries inside the row of a ticket are
 * all of that ticket: the newest row holds.
 */
import { warning, type Problem } from '../domain/problem.ts';
import type { Work } from '../domain/ticket.ts';
import { zoneOf } from '../domain/zone.ts';
import { latestInstant, type Rows } from './rows.ts';

export interface WorkReading {
  readonly work: Work;
  /** For each drop how many of its rows are entries that no other drop had said before. */
  readonly accepted: readonly number[];
  readonly problems: readonly Problem[];
  /** Entries on tickets that no list has, and the first of these tickets. */
  readonly strangers: { readonly entries: number; readonly tickets: number; readonly example: string } | null;
}

interface Entry {
  readonly key: string;
  readonly at: number;
  readonly effort: number;
  /** When it was entered, what was done, and a token of who did it; `null` where the file does not say. */
  readonly booked: number | null;
  readonly activity: string | null;
  readonly person: string | null;
}

/** An entry, and where it was read. */
interface Taken {
  readonly entry: Entry;
  /** The drop that said it last. */
  drop: number;
}

/** Gathers the entries of all drops, ticket by ticket, each ticket's by day. */
export function workOf(drops: readonly Rows[], keys: readonly string[]): WorkReading {
  const taken = new Map<string, Taken[]>();
  const entries: Entry[] = [];
  const newest = newestRows(drops);
  const accepted = drops.map((drop, d) => {
    const before = entries.length;
    const zone = zoneOf(drop.layout.zone);
    for (const entry of entriesOf(drop, newest)) {
      const content = [entry.key, zone.dayAt(entry.at), entry.effort].join('\u0000');
      const alike = taken.get(content) ?? [];
      const same = alike.find((other) => other.drop !== d && isSame(other.entry, entry));
      if (same) {
        same.drop = d;
        continue;
      }
      alike.push({ entry, drop: d });
      taken.set(content, alike);
      entries.push(entry);
    }
    return entries.length - before;
  });
  // Where there are no entries, a million keys need not be found.
  const ticketOf = new Map(entries.length ? keys.map((key, ticket) => [key, ticket]) : []);
  const placed = entries.map((entry) => ({ entry, ticket: ticketOf.get(entry.key) ?? keys.length }));
  placed.sort((a, b) => a.ticket - b.ticket || a.entry.at - b.entry.at || a.entry.effort - b.entry.effort);
  const strange = placed.filter(({ entry, ticket }) => ticket === keys.length && entry.key !== '');
  const offsets = new Uint32Array(keys.length + 2);
  for (const { ticket } of placed) offsets[ticket + 1]!++;
  for (let i = 0; i <= keys.length; i++) offsets[i + 1]! += offsets[i]!;
  const activities = wordsOf(placed.map(({ entry }) => entry.activity ?? ''));
  const people = wordsOf(placed.map(({ entry }) => entry.person ?? ''));
  return {
    work: {
      offsets,
      at: Float64Array.from(placed, ({ entry }) => entry.at),
      booked: Float64Array.from(placed, ({ entry }) => entry.booked ?? NaN),
      effort: Float64Array.from(placed, ({ entry }) => entry.effort),
      activity: activities.codes,
      activities: activities.words,
      person: people.codes,
      people: people.words,
    },
    accepted,
    problems: unconfirmed(drops, [...taken.values()].flat()),
    strangers: strange.length
      ? {
          entries: strange.length,
          tickets: new Set(strange.map(({ entry }) => entry.key)).size,
          example: strange[0]!.entry.key,
        }
      : null,
  };
}

/** Whether two entries of one ticket, day and effort are one: what only one of the files says is no difference. */
function isSame(a: Entry, b: Entry): boolean {
  const agree = <Value>(x: Value | null, y: Value | null): boolean => x === null || y === null || Object.is(x, y);
  return agree(a.activity, b.activity) && agree(a.booked, b.booked) && agree(a.person, b.person);
}

/**
 * Entries that a later list of the same tool does not have, though its days are around theirs: they may have been
 * changed since, and then count twice.
 */
function unconfirmed(drops: readonly Rows[], taken: readonly Taken[]): Problem[] {
  const lists = drops.map((drop) => {
    const days = drop.layout.rows === 'worklog' ? drop.instants.get('date')! : new Float64Array(0);
    return { drop, latest: latestInstant(drop), first: least(days), last: greatest(days) };
  });
  const found = new Map<string, { entries: number; example: string; later: string }>();
  for (const { entry, drop } of taken) {
    const own = lists[drop]!;
    const later = lists.find(
      (other) =>
        other.drop.layout.tool === own.drop.layout.tool &&
        other.latest > own.latest &&
        other.first < entry.at &&
        entry.at < other.last,
    );
    if (own.drop.layout.rows !== 'worklog' || !later) continue;
    const known = found.get(own.drop.file);
    if (known) known.entries++;
    else found.set(own.drop.file, { entries: 1, example: entry.key, later: later.drop.file });
  }
  return [...found].map(([file, params]) => warning('work-unconfirmed', params, { file }));
}

function least(values: Float64Array): number {
  return values.reduce((low, value) => Math.min(low, value), Infinity);
}

function greatest(values: Float64Array): number {
  return values.reduce((high, value) => Math.max(high, value), -Infinity);
}

/** Of the tickets whose rows carry their entries, the row that knows most: it tells all of them. */
function newestRows(drops: readonly Rows[]): ReadonlyMap<string, { drop: Rows; row: number; known: number }> {
  const newest = new Map<string, { drop: Rows; row: number; known: number }>();
  for (const drop of drops) {
    if (drop.work === null || drop.layout.rows === 'history') continue;
    const latest = latestInstant(drop);
    const updated = drop.instants.get('updated');
    for (let row = 0; row < drop.count; row++) {
      const key = drop.key.words[drop.key.codes[row]!]!;
      const at = updated?.[row] ?? NaN;
      const known = Number.isNaN(at) ? latest : at;
      if (!((newest.get(key)?.known ?? -Infinity) > known)) newest.set(key, { drop, row, known });
    }
  }
  return newest;
}

/** The entries of a list of them, or those inside the rows of tickets. */
function entriesOf(drop: Rows, newest: ReturnType<typeof newestRows>): Entry[] {
  if (drop.layout.rows === 'worklog') return Array.from({ length: drop.count }, (_, row) => entryOf(drop, row));
  return (drop.work ?? []).flatMap(({ row, at, effort, person }) => {
    const key = drop.key.words[drop.key.codes[row]!]!;
    const told = newest.get(key);
    // An event tells its own entry; of the rows of a ticket the newest tells all of them.
    if (drop.layout.rows !== 'history' && (told?.drop !== drop || told.row !== row)) return [];
    return [{ key, at, booked: null, effort, activity: null, person: person === '' ? null : person }];
  });
}

/** The different ones of a list of words, and the list as numbers into them; 0 is the empty word. */
function wordsOf(list: readonly string[]): { words: readonly string[]; codes: Uint32Array } {
  const words = [...new Set(['', ...list])];
  const codeOf = new Map(words.map((word, code) => [word, code]));
  return { words, codes: Uint32Array.from(list, (word) => codeOf.get(word)!) };
}

/** A row of a list of time entries, with the key of its ticket taken out of its cell; empty for none. */
export function entryOf(drop: Rows, row: number): Entry {
  const word = (field: 'ticket' | 'activity' | 'person'): string | null => {
    const column = drop.words.get(field);
    return column ? column.words[column.codes[row]!]! : null;
  };
  const cell = word('ticket') ?? '';
  const { ticketIn } = drop.layout;
  return {
    key: ticketIn && cell ? (ticketIn.exec(cell)?.[1] ?? '') : cell,
    at: drop.instants.get('date')![row]!,
    booked: drop.instants.get('booked')?.[row] ?? null,
    effort: drop.numbers.get('hours')![row]!,
    activity: word('activity'),
    person: word('person'),
  };
}
