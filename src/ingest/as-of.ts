/** What was known at an instant: a report of March must not see what happened in April. */
import { INSTANT_FIELDS, type Changes, type InstantField, type TicketTable, type Work } from '../domain/ticket.ts';

/** Deadlines lie ahead; every other instant of a ticket is something that happened. */
const HAPPENED: readonly InstantField[] = INSTANT_FIELDS.filter((field) => field !== 'due');

/** The last instant at which the table knows that something happened. */
export function knownUpTo(table: TicketTable): number {
  let last = -Infinity;
  const take = (at: number): void => {
    if (at > last) last = at;
  };
  for (const field of HAPPENED) table.instant[field].forEach(take);
  table.history?.lastEvent.forEach(take);
  table.work?.at.forEach(take);
  table.work?.booked.forEach(take);
  return last;
}

/**
 * The table without what happened after `asOf`: tickets opened later are gone, later instants have not happened, and
 * the history ends. Words (a status, a priority) are those of the last event known where there is a history.
 */
export function ticketsUpTo(table: TicketTable, asOf: number): TicketTable {
  if (knownUpTo(table) <= asOf) return table;
  const kept: number[] = [];
  for (let i = 0; i < table.count; i++) if (!(table.instant.created[i]! > asOf)) kept.push(i);
  const floats = (array: Float64Array): Float64Array => Float64Array.from(kept, (i) => array[i]!);
  const happened = (array: Float64Array): Float64Array => floats(array).map((at) => (at > asOf ? NaN : at));
  const mapped = <Name extends string, From, To>(
    record: Readonly<Record<Name, From>>,
    of: (value: From, name: Name) => To,
  ): Record<Name, To> =>
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => [name, of(value as From, name as Name)]),
    ) as Record<Name, To>;
  const history = table.history && {
    status: changesUpTo(table.history.status, kept, asOf),
    priority: changesUpTo(table.history.priority, kept, asOf),
    group: table.history.group && changesUpTo(table.history.group, kept, asOf),
    lastEvent: floats(table.history.lastEvent).map((at) => Math.min(at, asOf)),
  };
  const word = mapped(table.word, (codes) => Uint32Array.from(kept, (i) => codes[i]!));
  if (history) {
    for (const field of ['status', 'priority', 'group'] as const) {
      const changes = history[field];
      if (!changes) continue;
      for (let i = 0; i < kept.length; i++) {
        const end = changes.offsets[i + 1]!;
        if (end > changes.offsets[i]!) word[field][i] = changes.word[end - 1]!;
      }
    }
  }
  return {
    count: kept.length,
    keys: kept.map((i) => table.keys[i]!),
    words: table.words,
    word,
    meaning: table.meaning,
    instant: mapped(table.instant, (array, name) => (HAPPENED.includes(name) ? happened(array) : floats(array))),
    number: mapped(table.number, floats),
    resolvedBy: Uint8Array.from(kept, (i) => table.resolvedBy[i]!),
    untold: table.untold && Uint8Array.from(kept, (i) => table.untold![i]!),
    flag: mapped(table.flag, (array) => Uint8Array.from(kept, (i) => array[i]!)),
    known: table.known,
    history,
    work: table.work && workUpTo(table.work, kept, table.count, asOf),
  };
}

/** Work done after the instant, or entered after it where that is known, is not known yet. */
function workUpTo(work: Work, kept: readonly number[], tickets: number, asOf: number): Work {
  const offsets = new Uint32Array(kept.length + 2);
  const entries: number[] = [];
  [...kept, tickets].forEach((ticket, i) => {
    for (let j = work.offsets[ticket]!; j < work.offsets[ticket + 1]!; j++)
      if (work.at[j]! <= asOf && !(work.booked[j]! > asOf)) entries.push(j);
    offsets[i + 1] = entries.length;
  });
  const floats = (array: Float64Array): Float64Array => Float64Array.from(entries, (j) => array[j]!);
  return {
    offsets,
    at: floats(work.at),
    booked: floats(work.booked),
    effort: floats(work.effort),
    activity: Uint32Array.from(entries, (j) => work.activity[j]!),
    activities: work.activities,
    person: Uint32Array.from(entries, (j) => work.person[j]!),
    people: work.people,
  };
}

function changesUpTo(changes: Changes, kept: readonly number[], asOf: number): Changes {
  const offsets = new Uint32Array(kept.length + 1);
  const at: number[] = [];
  const word: number[] = [];
  kept.forEach((ticket, i) => {
    for (let j = changes.offsets[ticket]!; j < changes.offsets[ticket + 1]! && changes.at[j]! <= asOf; j++) {
      at.push(changes.at[j]!);
      word.push(changes.word[j]!);
    }
    offsets[i + 1] = at.length;
  });
  return { offsets, at: Float64Array.from(at), word: Uint32Array.from(word) };
}
