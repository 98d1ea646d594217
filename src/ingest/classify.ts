/** Words of the exports that a contract gives no meaning to: they are counted, and named where they may be quoted. */
import type { Contract } from '../contract/contract.ts';
import { warning, type Place, type Problem } from '../domain/problem.ts';
import { NO_WORD, type TicketTable } from '../domain/ticket.ts';
import { fold } from '../domain/fold.ts';
import { isQuotable } from './quotable.ts';

/**
 * One problem for the statuses and one for the priorities that are in no class.
 * @param table with its words as the exports have them
 * @param place where the words belong
 */
export function unclassifiedWords(table: TicketTable, contract: Contract, place: Place): Problem[] {
  const problems: Problem[] = [];
  const times = new Float64Array(table.words.status.length);
  for (const code of table.history?.status.word ?? []) times[code]!++;
  for (const code of table.word.status) times[code]!++;
  const statuses = table.words.status.filter(
    (word, code) =>
      code !== NO_WORD && times[code]! > 0 && !contract.statusOf.has(fold(word)) && table.meaning.status[code] === null,
  );
  if (statuses.length) {
    const words = statuses.filter((word) => isQuotable(word, times[table.words.status.indexOf(word)]!));
    problems.push(warning('status-unknown', { words, hidden: statuses.length - words.length }, place));
  }
  const byPriority = contract.terms.some(({ commitments }) =>
    commitments.some(({ rows }) => rows.every(({ priorities }) => priorities !== null)),
  );
  if (byPriority && !table.known.has('priority')) problems.push(warning('priority-missing', {}, place));
  const counts = new Map<number, number>();
  for (const code of table.word.priority)
    if (!contract.priorityOf.has(fold(table.words.priority[code]!))) counts.set(code, (counts.get(code) ?? 0) + 1);
  if (counts.size && table.known.has('priority')) {
    const tickets = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const named = [...counts].filter(([code]) => code !== NO_WORD).sort(([a], [b]) => a - b);
    const words = named
      .filter(([code, count]) => isQuotable(table.words.priority[code]!, count))
      .map(([code]) => table.words.priority[code]!);
    const params = { words, hidden: named.length - words.length, empty: counts.get(NO_WORD) ?? 0, tickets };
    problems.push(warning('priority-unknown', params, place));
  }
  return problems;
}

/** A warning where tickets were opened before the first terms: nothing is promised about them. */
export function ticketsBeforeTerms(table: TicketTable, { terms, zone }: Contract, place: Place): Problem[] {
  const from = terms[0]!.from;
  const early = table.instant.created.filter((at) => at < from);
  if (!early.length) return [];
  const date = (at: number): string => new Date(zone.wallAt(at)).toISOString().slice(0, 10);
  const first = early.reduce((least, at) => Math.min(least, at));
  return [warning('terms-after-tickets', { tickets: early.length, from: date(from), first: date(first) }, place)];
}
