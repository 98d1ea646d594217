/** Puts corrections into a table of tickets: each where the exports say what it expects, or it is a problem. */
import type { Correction } from '../contract/corrections.ts';
import { error, type Problem } from '../domain/problem.ts';
import {
  CHANGING_FIELDS,
  INSTANT_FIELDS,
  KINDS,
  STATUS_CLASSES,
  WORD_FIELDS,
  type ChangingField,
  type InstantField,
  type TicketTable,
  type WordField,
} from '../domain/ticket.ts';
import { fold } from '../domain/fold.ts';
import type { Folded } from './tickets.ts';
import type { Tool } from './tool.ts';
import { HOUR_MS, type Zone } from '../domain/zone.ts';

type Corrected = Folded;

/**
 * Corrects the table in place, and the history where it tells of the value. A correction that finds no ticket, or
 * something else than it expects, is an error.
 * @param zone that of the contract, in which corrections are written
 * @param tools whose words these are: what a corrected status means
 */
export function correct(
  table: Corrected,
  corrections: readonly Correction[],
  zone: Zone,
  tools: readonly Tool[] = [],
): Problem[] {
  const problems: Problem[] = [];
  const ticketOf = new Map(table.keys.map((key, ticket) => [key, ticket]));
  for (const correction of corrections) {
    const { ticket: key, field, place, wording } = correction;
    const ticket = ticketOf.get(key);
    if (ticket === undefined) {
      problems.push(error('correction-without-ticket', { ticket: key }, place));
      continue;
    }
    const found = valueOf(table, ticket, field);
    if (!isAsExpected(found, correction)) {
      const params = { ticket: key, field, expected: wording.expect ?? '', found: shown(found, field, zone) };
      problems.push(error('correction-not-expected', params, place));
      continue;
    }
    put(table, ticket, correction, tools);
  }
  return problems;
}

function isWord(field: string): field is WordField {
  return (WORD_FIELDS as readonly string[]).includes(field);
}

function isInstant(field: string): field is InstantField {
  return (INSTANT_FIELDS as readonly string[]).includes(field);
}

function valueOf(table: Corrected, ticket: number, field: Correction['field']): string | number | null {
  if (isWord(field)) return table.words[field][table.word[field][ticket]!]! || null;
  const value = isInstant(field) ? table.instant[field][ticket]! : table.number[field][ticket]!;
  return Number.isNaN(value) ? null : value;
}

/** An instant that is expected to the minute may have seconds. */
function isAsExpected(found: string | number | null, { field, expect, wording }: Correction): boolean {
  if (typeof found !== 'number' || typeof expect !== 'number' || !isInstant(field)) return found === expect;
  const hasSeconds = /:\d{2}:\d{2}$/.test(wording.expect ?? '');
  return hasSeconds ? Math.floor(found / 1000) === expect / 1000 : Math.floor(found / 60_000) === expect / 60_000;
}

/** As a file of corrections writes it. */
function shown(value: string | number | null, field: Correction['field'], zone: Zone): string {
  if (value === null) return '';
  return typeof value === 'number' && isInstant(field)
    ? new Date(zone.wallAt(value)).toISOString().slice(0, 19)
    : String(field === 'effort' ? Number(value) / HOUR_MS : value);
}

function put(table: Corrected, ticket: number, { field, value }: Correction, tools: readonly Tool[]): void {
  if (isWord(field)) {
    const words = table.words[field] as string[];
    const word = typeof value === 'string' ? value : '';
    const known = words.indexOf(word);
    if (known < 0 && field === 'status')
      (table.meaning.status as (null | string)[]).push(
        meaningOf(word, STATUS_CLASSES, (name) => tools.flatMap((tool) => tool.statuses[name] ?? [])),
      );
    if (known < 0 && field === 'kind')
      (table.meaning.kind as (null | string)[]).push(
        meaningOf(word, KINDS, (name) => tools.flatMap((tool) => tool.kinds[name] ?? [])),
      );
    table.word[field][ticket] = known < 0 ? words.push(word) - 1 : known;
    // What is so now is also the last that the history tells.
    const changes = isChanging(field) ? (table.history?.[field] ?? null) : null;
    const end = changes?.offsets[ticket + 1] ?? 0;
    if (changes && end > changes.offsets[ticket]!) changes.word[end - 1] = table.word[field][ticket]!;
  } else if (isInstant(field)) {
    const before = table.instant[field][ticket]!;
    table.instant[field][ticket] = typeof value === 'number' ? value : NaN;
    if (field === 'created' && table.history)
      moveOpening(table.history, ticket, before, table.instant.created[ticket]!);
  } else table.number[field][ticket] = typeof value === 'number' ? value : NaN;
  if (value !== null) (table.known as Set<string>).add(field);
}

function isChanging(field: string): field is ChangingField {
  return (CHANGING_FIELDS as readonly string[]).includes(field);
}

/** The class that lists a word. */
function meaningOf<Class extends string>(
  word: string,
  classes: readonly Class[],
  listOf: (name: Class) => readonly string[],
): Class | null {
  return classes.find((name) => listOf(name).some((candidate) => fold(candidate) === fold(word))) ?? null;
}

/** What held from the opening holds from the corrected one. */
function moveOpening(history: NonNullable<TicketTable['history']>, ticket: number, before: number, now: number): void {
  for (const field of CHANGING_FIELDS) {
    const changes = history[field];
    const first = changes?.offsets[ticket] ?? 0;
    if (changes && changes.offsets[ticket + 1]! > first && changes.at[first] === before) changes.at[first] = now;
  }
}
