/** What a reader of the report should know of the tickets, though each row could be read. */
import { error, warning, type Place, type Problem } from '../domain/problem.ts';
import { MonthIndex } from '../domain/months.ts';
import type { TicketTable } from '../domain/ticket.ts';
import type { Zone } from '../domain/zone.ts';

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
const YEAR_MS = 366 * 86_400_000;

/**
 * What would bend every figure if it were believed: an instant years away from all others (a typo moves the cut-off), a
 * status column that is none. Each is an error.
 */
export function implausible(table: TicketTable, place: Place): Problem[] {
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
  const earliest = at(0.02) - 15 * YEAR_MS;
  const latest = at(0.98) + 5 * YEAR_MS;
  for (const instants of [created, acknowledged, workaround, resolved, closed, updated]) {
    const index = instants.findIndex((instant) => instant < earliest || instant > latest);
    if (index < 0) continue;
    const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
    const usual = iso(at(0.98));
    problems.push(
      error('instant-implausible', { key: table.keys[index]!, instant: iso(instants[index]!), usual }, place),
    );
  }
  for (const days of [work?.at, work?.booked]) {
    const index = days?.findIndex((day) => day < earliest || day > latest) ?? -1;
    if (index < 0) continue;
    const ticket = work!.offsets.findLastIndex((offset) => offset <= index);
    const params = {
      key: table.keys[ticket] ?? '',
      instant: new Date(days![index]!).toISOString().slice(0, 10),
      usual: new Date(at(0.98)).toISOString().slice(0, 10),
    };
    problems.push(error('instant-implausible', params, place));
  }
  return problems;
}
