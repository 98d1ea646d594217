/** What a reader of the report should know of the tickets, though each row could be read. */
import { warning, type Place, type Problem } from '../domain/problem.ts';
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
