/**
 * Time entries → work by ticket. An entry has no number in the exports, so two that say the same in one file are two, and
 * those that a second file says again are the same: of each entry as many count as the file that has most of them says.
 */
import type { Work } from '../domain/ticket.ts';
import type { Rows } from './rows.ts';

export interface WorkReading {
  readonly work: Work;
  /** For each drop how many of its rows are entries that no other drop had said before. */
  readonly accepted: readonly number[];
  /** Entries on tickets that no list has, and the first of these tickets. */
  readonly strangers: { readonly entries: number; readonly tickets: number; readonly example: string } | null;
}

interface Entry {
  readonly key: string;
  readonly at: number;
  readonly booked: number;
  readonly effort: number;
  readonly activity: string;
  /** A token; empty where people are not kept. */
  readonly person: string;
}

/** Gathers the entries of all drops, ticket by ticket, each ticket's by day. */
export function workOf(drops: readonly Rows[], keys: readonly string[]): WorkReading {
  const taken = new Map<string, number>();
  const entries: Entry[] = [];
  const accepted = drops.map((drop) => {
    const here = new Map<string, number>();
    const before = entries.length;
    for (const entry of entriesOf(drop)) {
      const content = [entry.key, entry.at, entry.effort, entry.activity, entry.booked, entry.person].join('\u0000');
      const times = (here.get(content) ?? 0) + 1;
      here.set(content, times);
      if (times <= (taken.get(content) ?? 0)) continue;
      taken.set(content, times);
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
  const activities = wordsOf(placed.map(({ entry }) => entry.activity));
  const people = wordsOf(placed.map(({ entry }) => entry.person));
  return {
    work: {
      offsets,
      at: Float64Array.from(placed, ({ entry }) => entry.at),
      booked: Float64Array.from(placed, ({ entry }) => entry.booked),
      effort: Float64Array.from(placed, ({ entry }) => entry.effort),
      activity: activities.codes,
      activities: activities.words,
      person: people.codes,
      people: people.words,
    },
    accepted,
    strangers: strange.length
      ? {
          entries: strange.length,
          tickets: new Set(strange.map(({ entry }) => entry.key)).size,
          example: strange[0]!.entry.key,
        }
      : null,
  };
}

/** The entries of a list of them, or those inside the rows of tickets. */
function entriesOf(drop: Rows): Entry[] {
  if (drop.layout.rows === 'worklog') return Array.from({ length: drop.count }, (_, row) => entryOf(drop, row));
  return (drop.work ?? []).map(({ row, at, effort, person }) => ({
    key: drop.key.words[drop.key.codes[row]!]!,
    at,
    booked: NaN,
    effort,
    activity: '',
    person,
  }));
}

/** The different ones of a list of words, and the list as numbers into them; 0 is the empty word. */
function wordsOf(list: readonly string[]): { words: readonly string[]; codes: Uint32Array } {
  const words = [...new Set(['', ...list])];
  const codeOf = new Map(words.map((word, code) => [word, code]));
  return { words, codes: Uint32Array.from(list, (word) => codeOf.get(word)!) };
}

/** A row of a list of time entries, with the key of its ticket taken out of its cell; empty for none. */
export function entryOf(drop: Rows, row: number): Entry {
  const word = (field: 'ticket' | 'activity' | 'person'): string => {
    const column = drop.words.get(field);
    return column ? column.words[column.codes[row]!]! : '';
  };
  const cell = word('ticket');
  const { ticketIn } = drop.layout;
  return {
    key: ticketIn && cell ? (ticketIn.exec(cell)?.[1] ?? '') : cell,
    at: drop.instants.get('date')![row]!,
    booked: drop.instants.get('booked')?.[row] ?? NaN,
    effort: drop.numbers.get('hours')![row]!,
    activity: word('activity'),
    person: word('person'),
  };
}
