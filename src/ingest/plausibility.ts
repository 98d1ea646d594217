/** What a reader of the report should know of the tickets, though each row could be read. */
import { error, warning, type Place, type Problem } from '../domain/problem.ts';
import { MonthIndex } from '../domain/months.ts';
import type { Contract } from '../contract/contract.ts';
import type { TicketTable } from '../domain/ticket.ts';
import type { Rows } from './rows.ts';
import { HOUR_MS, type Zone, DAY_MS } from '../domain/zone.ts';

/** Months in which nothing was opened or resolved, and tickets that end before they begin. */
export function doubts(table: TicketTable, zone: Zone, asOf: number, place: Place): Problem[] {
  const problems: Problem[] = [];
  const { created, resolved, closed } = table.instant;
  const first = created.reduce((least, at) => Math.min(least, at), asOf);
  const months = new MonthIndex(first, asOf, zone);
  const seen = new Set<number>();
  let count = 0;
  let example = -1;
  for (let i = 0; i < table.count; i++) {
    seen.add(months.of(created[i]!)).add(months.of(resolved[i]!));
    if (resolved[i]! < created[i]! || closed[i]! < created[i]!) {
      count++;
      if (example < 0) example = i;
    }
  }
  const empty = months.names.filter((_, month) => !seen.has(month));
  if (empty.length) problems.push(warning('months-missing', { months: empty }, place));
  if (example >= 0) {
    const stopped = resolved[example]! < created[example]! ? resolved[example]! : closed[example]!;
    const iso = (instant: number): string => new Date(instant).toISOString();
    const params = {
      tickets: count,
      key: table.keys[example]!,
      created: iso(created[example]!),
      stopped: iso(stopped),
    };
    problems.push(warning('instants-out-of-order', params, place));
  }
  return problems;
}

/** A ticketing tool has tens of states; a column with more than this holds something else. */

const MOST_STATUSES = 200;
const YEAR_MS = 366 * DAY_MS;

/**
 * What would bend every figure if it were believed: an instant years away from all others (a typo moves the cut-off), a
 * status column that is none. Each is an error; instants are a warning where the contract gives a cut-off, which they do
 * not move, and none where it says that they are plausible.
 */
export function implausible(
  table: TicketTable,
  { cutoff, plausible }: Pick<Contract, 'cutoff' | 'plausible'>,
  place: Place,
): Problem[] {
  const problems: Problem[] = [];
  if (table.words.status.length > MOST_STATUSES) {
    problems.push(error('status-too-many', { count: table.words.status.length - 1 }, place));
  }
  const { work } = table;
  const { created, acknowledged, workaround, resolved, closed, updated } = table.instant;
  const sorted = created.slice().sort();
  const at = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)]!;
  // Of a handful of tickets nothing is usual.
  if (sorted.length < 5) return problems;
  const earliest = Math.min(at(0.02) - 15 * YEAR_MS, plausible?.from ?? Infinity);
  const latest = Math.max(at(0.98) + 5 * YEAR_MS, plausible?.to ?? -Infinity);
  const isFar = (instant: number): boolean => instant < earliest || instant > latest;
  const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
  const usual = iso(at(0.98));
  const far = new Map<number, number>();
  for (const instants of [created, acknowledged, workaround, resolved, closed, updated])
    instants.forEach((instant, ticket) => {
      if (isFar(instant) && !far.has(ticket)) far.set(ticket, instant);
    });
  const tell = cutoff === null ? error : warning;
  const [first] = far;
  if (first) {
    const params = { tickets: far.size, key: table.keys[first[0]]!, instant: iso(first[1]), usual };
    problems.push(tell('instant-implausible', params, place));
  }
  for (const days of [work?.at, work?.booked]) {
    const index = days?.findIndex(isFar) ?? -1;
    if (index < 0) continue;
    const ticket = work!.offsets.findLastIndex((offset) => offset <= index);
    const tickets = days!.reduce((sum, day) => sum + (isFar(day) ? 1 : 0), 0);
    const params = { tickets, key: table.keys[ticket] ?? '', instant: iso(days![index]!), usual };
    problems.push(tell('instant-implausible', params, place));
  }
  return problems;
}

/** So many efforts in a hundred may be longer than the life of their ticket: several people may work on one. */
const OFTEN = 5;
/** Half of the efforts of a ticket are seldom above this. */
const LONG_EFFORT = 40 * HOUR_MS;
/** Fewer efforts than this show no unit. */
const LEAST_EFFORTS = 5;

/** Efforts of a size that another unit would explain: more than the time between opening and closing, or a large median. */
export function effortDoubts(table: TicketTable, drops: readonly Rows[], place: Place): Problem[] {
  const { created, resolved, closed } = table.instant;
  const efforts: number[] = [];
  let beyond = 0;
  for (let i = 0; i < table.count; i++) {
    let spent = table.number.effort[i]!;
    for (let j = table.work?.offsets[i] ?? 0; j < (table.work?.offsets[i + 1] ?? 0); j++)
      spent = (Number.isNaN(spent) ? 0 : spent) + (table.known.has('effort') ? 0 : table.work!.effort[j]!);
    if (!(spent > 0)) continue;
    efforts.push(spent);
    const end = Number.isNaN(closed[i]!) ? resolved[i]! : closed[i]!;
    if (spent > end - created[i]!) beyond++;
  }
  if (efforts.length < LEAST_EFFORTS) return [];
  efforts.sort((a, b) => a - b);
  const median = efforts[Math.floor((efforts.length - 1) / 2)]!;
  if (beyond * 100 <= efforts.length * OFTEN && median <= LONG_EFFORT) return [];
  const told = drops.find(({ numbers, work }) => numbers.has('effort') || numbers.has('hours') || work !== null);
  if (!told) return [];
  const { unit, unitAssumed } = told.layout;
  const params = { tickets: beyond, efforts: efforts.length, median, unit, assumed: unitAssumed };
  return [warning('effort-implausible', params, { ...place, file: told.file })];
}
