/** Words of the exports that a contract gives no meaning to: they are counted and named, never guessed. */
import type { Contract } from '../contract/contract.ts';
import { warning, type Problem } from '../domain/problem.ts';
import { NO_WORD, type TicketTable } from '../domain/ticket.ts';
import { fold } from '../domain/fold.ts';

/** One problem for the statuses and one for the priorities that are in no class. `file` is where the words belong. */
export function unclassifiedWords(table: TicketTable, contract: Contract, file: string): Problem[] {
  const problems: Problem[] = [];
  const statuses = table.words.status.filter(
    (word, code) => code !== NO_WORD && !contract.statusOf.has(fold(word)) && table.meaning.status[code] === null,
  );
  if (statuses.length) problems.push(warning('status-unknown', { words: statuses }, { file }));
  const byPriority = contract.terms.some(({ commitments }) =>
    commitments.some(({ rows }) => rows.every(({ priorities }) => priorities !== null)),
  );
  if (byPriority && !table.known.has('priority')) problems.push(warning('priority-missing', {}, { file }));
  const unknown = table.words.priority.map((word) => !contract.priorityOf.has(fold(word)));
  let tickets = 0;
  for (const code of table.word.priority) if (unknown[code]) tickets++;
  if (tickets && table.known.has('priority')) {
    const used = new Set(table.word.priority);
    const words = table.words.priority.filter((_, code) => unknown[code] && used.has(code)).map((word) => word || '∅');
    problems.push(warning('priority-unknown', { words, tickets }, { file }));
  }
  return problems;
}

/** A warning where tickets were opened before the first terms: nothing is promised about them. */
export function ticketsBeforeTerms(table: TicketTable, { terms, zone }: Contract, file: string): Problem[] {
  const from = terms[0]!.from;
  const early = table.instant.created.filter((at) => at < from);
  if (!early.length) return [];
  const date = (at: number): string => new Date(zone.wallAt(at)).toISOString().slice(0, 10);
  const first = early.reduce((least, at) => Math.min(least, at));
  return [warning('terms-after-tickets', { tickets: early.length, from: date(from), first: date(first) }, { file })];
}
