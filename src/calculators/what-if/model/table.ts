/**
 * Tickets reduced to what terms are measured by: instants and classes. No title, no person, and no word that the contract
 * does not name itself.
 */
import type { Contract } from '../../../contract/contract.ts';
import { fold } from '../../../domain/fold.ts';
import {
  INSTANT_FIELDS,
  NUMBER_FIELDS,
  WORD_FIELDS,
  type Changes,
  type Field,
  type InstantField,
  type NumberField,
  type TicketTable,
  type WordField,
  type Work,
} from '../../../domain/ticket.ts';

/** Whole steps from a base: each value from the one before, or from the opening of its ticket; `null` for none. */
type Packed = readonly (number | null)[];

interface PackedChanges {
  /** Changes of each ticket. */
  readonly counts: readonly number[];
  readonly at: Packed;
  readonly word: readonly number[];
}

/** A table of tickets as it is published for a replay. */
export interface ReducedTable {
  readonly asOf: number;
  /** Milliseconds of a step of all instants. */
  readonly step: number;
  readonly keys: readonly string[];
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly word: Readonly<Record<string, readonly number[]>>;
  readonly meaning: TicketTable['meaning'];
  readonly instant: Readonly<Record<string, Packed>>;
  readonly number: Readonly<Record<string, readonly (number | null)[]>>;
  readonly known: readonly Field[];
  /** What the resolution of each ticket rests on; one number where it is the same for all. */
  readonly resolvedBy: number | readonly number[];
  /** Tickets whose end is not known, by their place. */
  readonly untold: readonly number[];
  readonly history: { readonly status: PackedChanges; readonly priority: PackedChanges } | null;
  readonly work: {
    readonly counts: readonly number[];
    readonly at: Packed;
    readonly booked: Packed;
    readonly effort: readonly number[];
    readonly activity: readonly number[];
    readonly activities: readonly string[];
  } | null;
}

/** What states, priorities and kinds are called decides what they mean: a word that means nothing is a number. */
const CLASSIFYING: readonly WordField[] = ['status', 'priority', 'kind'];
/** Columns about the text of a ticket, or a person, that no term is measured by. */
const UNUSED: readonly Field[] = ['title', 'assignee', 'toolVerdict', 'reassignments'];
const STEPS = [60_000, 1000, 1];

/** Reduces a table. */
export function reducedTable(table: TicketTable, contract: Contract, asOf: number): ReducedTable {
  const { count, instant, history, work } = table;
  const lists = [
    ...INSTANT_FIELDS.map((field) => instant[field]),
    ...(history ? [history.status.at, history.priority.at] : []),
    ...(work ? [work.at, work.booked] : []),
  ];
  const step =
    STEPS.find((size) => lists.every((list) => list.every((at) => Number.isNaN(at) || at % size === 0))) ?? 1;
  const named = namedWords(contract);
  const means = (field: WordField, text: string, code: number): boolean =>
    field === 'priority'
      ? contract.priorityOf.has(fold(text))
      : field === 'kind'
        ? contract.kindOf.has(fold(text)) || table.meaning.kind[code] != null
        : contract.statusOf.has(fold(text)) || table.meaning.status[code] != null || clockWords.has(fold(text));
  const clockWords = statusWords(contract);
  const words: Record<string, readonly string[]> = {};
  const word: Record<string, readonly number[]> = {};
  for (const field of WORD_FIELDS) {
    if (UNUSED.includes(field)) continue;
    if (CLASSIFYING.includes(field)) {
      words[field] = table.words[field].map((text, code) =>
        text === '' || means(field, text, code) ? text : `#${code}`,
      );
      word[field] = Array.from(table.word[field]);
      continue;
    }
    const [kept, numbers] = masked(table.words[field], (text) => named.has(fold(text)));
    words[field] = kept;
    word[field] = Array.from(table.word[field], (number) => numbers[number]!);
  }
  const { created } = instant;
  const sinceOpening = (list: Float64Array): Packed =>
    Array.from(list, (at, i) =>
      Number.isNaN(at) ? null : (at - (Number.isNaN(created[i]!) ? 0 : created[i]!)) / step,
    );
  return {
    asOf,
    step,
    keys: table.keys.slice(0, count),
    words,
    word,
    meaning: table.meaning,
    instant: Object.fromEntries(
      INSTANT_FIELDS.map((field) => [
        field,
        table.known.has(field) ? (field === 'created' ? inSequence(created, step) : sinceOpening(instant[field])) : [],
      ]),
    ),
    number: Object.fromEntries(
      NUMBER_FIELDS.filter((field) => table.known.has(field) && !UNUSED.includes(field)).map((field) => [
        field,
        Array.from(table.number[field], (value) => (Number.isNaN(value) ? null : value)),
      ]),
    ),
    known: [...table.known].filter((field) => !UNUSED.includes(field)),
    resolvedBy: table.resolvedBy.every((origin) => origin === table.resolvedBy[0])
      ? (table.resolvedBy[0] ?? 0)
      : Array.from(table.resolvedBy),
    untold: [...(table.untold?.keys() ?? [])].filter((i) => table.untold![i] === 1),
    history: history && { status: packed(history.status, step), priority: packed(history.priority, step) },
    work: work && reducedWork(work, step, (text) => named.has(fold(text))),
  };
}

/** The table that a reduced one stands for. */
export function revivedTable(reduced: ReducedTable): TicketTable {
  const { keys, step, history, work } = reduced;
  const count = keys.length;
  const created = outOfSequence(reduced.instant['created'] ?? [], step, count);
  const instant = Object.fromEntries(
    INSTANT_FIELDS.map((field) => {
      const list = reduced.instant[field] ?? [];
      const at = new Float64Array(count).fill(NaN);
      list.forEach((value, i) => {
        if (value !== null) at[i] = (Number.isNaN(created[i]!) ? 0 : created[i]!) + value * step;
      });
      return [field, field === 'created' ? created : at];
    }),
  ) as Record<InstantField, Float64Array>;
  return {
    count,
    keys,
    words: Object.fromEntries(WORD_FIELDS.map((field) => [field, reduced.words[field] ?? ['']])) as Record<
      WordField,
      readonly string[]
    >,
    word: Object.fromEntries(
      WORD_FIELDS.map((field) => [field, Uint32Array.from(reduced.word[field] ?? new Uint32Array(count))]),
    ) as Record<WordField, Uint32Array>,
    meaning: reduced.meaning,
    instant,
    number: Object.fromEntries(
      NUMBER_FIELDS.map((field) => [
        field,
        Float64Array.from(reduced.number[field] ?? new Float64Array(count).fill(NaN), (value) => value ?? NaN),
      ]),
    ) as Record<NumberField, Float64Array>,
    resolvedBy:
      typeof reduced.resolvedBy === 'number'
        ? new Uint8Array(count).fill(reduced.resolvedBy)
        : Uint8Array.from(reduced.resolvedBy),
    untold: reduced.untold.length
      ? Uint8Array.from({ length: count }, (_, i) => (reduced.untold.includes(i) ? 1 : 0))
      : null,
    flag: { toolVerdict: new Uint8Array(count).fill(255) },
    known: new Set(reduced.known),
    history: history && {
      status: unpacked(history.status, step),
      priority: unpacked(history.priority, step),
      group: null,
      lastEvent: new Float64Array(count).fill(NaN),
    },
    work: work && {
      offsets: offsetsOf(work.counts),
      at: outOfSequence(work.at, step, work.at.length),
      booked: outOfSequence(work.booked, step, work.booked.length),
      effort: Float64Array.from(work.effort),
      activity: Uint32Array.from(work.activity),
      activities: work.activities,
      person: new Uint32Array(work.at.length),
      people: [''],
    },
  };
}

/** Folded words that the terms of a contract name: of applications, groups, complexities, activities. */
function namedWords({ terms, levelOf, abacus }: Contract): Set<string> {
  const named = new Set<string>(['', ...levelOf.keys()]);
  for (const { commitments, coverage } of terms) {
    for (const { rows } of commitments)
      for (const { application, complexity } of rows)
        for (const text of [application, complexity]) if (text !== null) named.add(fold(text));
    for (const one of coverage) {
      for (const list of [one.scope.applications, one.scope.activities]) for (const text of list ?? []) named.add(text);
      if (one.form === 'regie')
        for (const { activities } of one.capacity) for (const text of activities ?? []) named.add(text);
    }
  }
  for (const { complexity } of abacus.uo) if (complexity !== null) named.add(complexity);
  return named;
}

/** Folded words of states that clocks name themselves. */
function statusWords({ terms }: Contract): Set<string> {
  const matches = terms.flatMap(({ commitments }) =>
    commitments.flatMap(({ clock }) => [
      ...clock.pauses,
      ...[clock.start, ...clock.stops].flatMap((event) => (event.on === 'column' ? [] : [event.statuses])),
    ]),
  );
  return new Set(matches.flatMap((match) => ('words' in match ? [...match.words] : [])));
}

/** The words that stay, and for each old number the new one; the others become the empty word. */
function masked(list: readonly string[], isKept: (text: string) => boolean): [string[], number[]] {
  const kept: string[] = [''];
  const numbers = list.map((text, i) => {
    if (i === 0 || !isKept(text)) return 0;
    return kept.push(text) - 1;
  });
  return [kept, numbers];
}

function inSequence(list: Float64Array, step: number): Packed {
  let before = 0;
  return Array.from(list, (at) => {
    if (Number.isNaN(at)) return null;
    const since = (at - before) / step;
    before = at;
    return since;
  });
}

function outOfSequence(list: Packed, step: number, count: number): Float64Array {
  const at = new Float64Array(count).fill(NaN);
  let before = 0;
  list.forEach((since, i) => {
    if (since !== null) at[i] = before += since * step;
  });
  return at;
}

function countsOf(offsets: Uint32Array): number[] {
  return Array.from(offsets.subarray(1), (end, i) => end - offsets[i]!);
}

function offsetsOf(counts: readonly number[]): Uint32Array {
  const offsets = new Uint32Array(counts.length + 1);
  counts.forEach((count, i) => {
    offsets[i + 1] = offsets[i]! + count;
  });
  return offsets;
}

function packed({ offsets, at, word }: Changes, step: number): PackedChanges {
  return { counts: countsOf(offsets), at: inSequence(at, step), word: Array.from(word) };
}

function unpacked({ counts, at, word }: PackedChanges, step: number): Changes {
  return { offsets: offsetsOf(counts), at: outOfSequence(at, step, at.length), word: Uint32Array.from(word) };
}

function reducedWork(work: Work, step: number, isKept: (text: string) => boolean): ReducedTable['work'] {
  const [activities, numbers] = masked(work.activities, isKept);
  return {
    counts: countsOf(work.offsets),
    at: inSequence(work.at, step),
    booked: inSequence(work.booked, step),
    effort: Array.from(work.effort),
    activity: Array.from(work.activity, (number) => numbers[number]!),
    activities,
  };
}
