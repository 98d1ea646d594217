/**
 * When tickets were resolved: one notion for all figures, clocks and proofs. A column of the tool that no later event
 * rewrites says it; else the history of states; else the closing, where the contract accepts that; else it is not known.
 */
import type { Contract } from '../contract/contract.ts';
import { fold } from '../domain/fold.ts';
import { warning, type Place, type Problem } from '../domain/problem.ts';
import { RESOLUTION_ORIGINS, type Field, type StatusClass, type TicketTable } from '../domain/ticket.ts';
import type { Rows } from './rows.ts';

/** What a contract says of resolutions: what its states mean, which resolution of several counts, what a closing is. */
export type ResolutionRule = Pick<Contract, 'statusOf' | 'resolution'> & {
  readonly policies: Pick<Contract['policies'], 'reopened'>;
};

const [UNKNOWN, COLUMN, HISTORY, CLOSING] = RESOLUTION_ORIGINS.map((_, code) => code) as [0, 1, 2, 3];
const DONE: readonly (StatusClass | null)[] = ['resolved', 'closed'];
const ENDED: readonly (StatusClass | null)[] = ['closed', 'rejected', 'cancelled', 'merged'];
const WITHDRAWN: readonly (StatusClass | null)[] = ['rejected', 'cancelled', 'merged'];

/**
 * A drop whose tool writes its date of resolution again when a ticket is closed, or withdrawn: that date is a closing.
 */
export function withoutRewritten(rows: Rows): Rows {
  const resolved = rows.instants.get('resolved');
  if (!rows.layout.vocabulary.rewritten || !resolved) return rows;
  const instants = new Map(rows.instants);
  instants.delete('resolved');
  if (!instants.has('closed')) instants.set('closed', resolved);
  const columns = rows.layout.columns.map((column) =>
    column.field === 'resolved' && !rows.instants.has('closed') ? { ...column, field: 'closed' as const } : column,
  );
  return { ...rows, instants, layout: { ...rows.layout, columns } };
}

/**
 * The table with the resolution of every ticket, and what says it. The instants of a column stay as they are; of the
 * other tickets the history tells the first or the last entry into a done state, as the policy on reopening says. A
 * ticket that is open, or was withdrawn, is not resolved.
 */
export function withResolution(table: TicketTable, rule: ResolutionRule): TicketTable {
  const { count, history, known, words, meaning, instant } = table;
  if (table.resolvedBy.every((origin) => origin === COLUMN) && count > 0) return table;
  const classOf = words.status.map((word, code) => rule.statusOf.get(fold(word)) ?? meaning.status[code] ?? null);
  const resolved = instant.resolved.slice();
  const closed = instant.closed.slice();
  const resolvedBy = table.resolvedBy.slice();
  let toldByHistory = false;
  let toldByClosing = false;
  for (let i = 0; i < count; i++) {
    if (resolvedBy[i] === COLUMN) continue;
    resolved[i] = NaN;
    resolvedBy[i] = UNKNOWN;
    const now = classOf[table.word.status[i]!] ?? null;
    if (history && history.status.offsets[i + 1]! > history.status.offsets[i]!) {
      toldByHistory = true;
      const at = lastDone(history.status, i, classOf, rule.policies.reopened);
      // What the tool has no date for, the log tells too: when a ticket was closed or withdrawn.
      if (Number.isNaN(closed[i]!)) closed[i] = lastEntry(history.status, i, classOf, ENDED);
      const isTold = !Number.isNaN(at) || !DONE.includes(now);
      if (isTold) {
        resolved[i] = at;
        resolvedBy[i] = HISTORY;
        continue;
      }
    }
    if (rule.resolution !== 'closed' || !known.has('closed')) continue;
    toldByClosing = true;
    resolvedBy[i] = CLOSING;
    if (!WITHDRAWN.includes(now)) resolved[i] = instant.closed[i]!;
  }
  const told = new Set<Field>(known);
  if (closed.some((at) => !Number.isNaN(at))) told.add('closed');
  const isKnown = toldByHistory || toldByClosing || resolvedBy.includes(COLUMN);
  return {
    ...table,
    instant: { ...instant, resolved, closed },
    resolvedBy,
    known: isKnown ? told.add('resolved') : new Set([...told].filter((field) => field !== 'resolved')),
  };
}

/** When a ticket took the state of some classes that it is in now; `NaN` where its last state is in none of them. */
function lastEntry(
  { offsets, at, word }: NonNullable<TicketTable['history']>['status'],
  ticket: number,
  classOf: readonly (StatusClass | null)[],
  classes: readonly (StatusClass | null)[],
): number {
  let entered = NaN;
  for (let j = offsets[ticket]!; j < offsets[ticket + 1]!; j++) {
    if (!classes.includes(classOf[word[j]!] ?? null)) entered = NaN;
    else if (Number.isNaN(entered)) entered = at[j]!;
  }
  return entered;
}

/** The entry into a done state that counts; `NaN` for a ticket whose last state is not done. */
function lastDone(
  { offsets, at, word }: NonNullable<TicketTable['history']>['status'],
  ticket: number,
  classOf: readonly (StatusClass | null)[],
  policy: ResolutionRule['policies']['reopened'],
): number {
  let done = NaN;
  let first = NaN;
  for (let j = offsets[ticket]!; j < offsets[ticket + 1]!; j++) {
    if (!DONE.includes(classOf[word[j]!] ?? null)) done = NaN;
    else if (Number.isNaN(done)) {
      done = at[j]!;
      if (Number.isNaN(first)) first = done;
    }
  }
  return Number.isNaN(done) || policy === 'total' ? done : first;
}

/**
 * What keeps resolutions from being known, or what they rest on.
 * @param place where the tickets lie
 */
export function resolutionDoubts(table: TicketTable, rule: ResolutionRule, place: Place): Problem[] {
  const { known, history, words, meaning } = table;
  if (!known.has('resolved')) {
    const params = { closed: known.has('closed'), history: history !== null };
    return [warning('resolution-not-known', params, place)];
  }
  const classOf = words.status.map((word, code) => rule.statusOf.get(fold(word)) ?? meaning.status[code] ?? null);
  const problems: Problem[] = [];
  const closing = table.resolvedBy.reduce((sum, origin) => sum + (origin === CLOSING ? 1 : 0), 0);
  if (closing) problems.push(warning('resolution-is-closing', { tickets: closing }, place));
  const untold = table.keys.filter(
    (_, i) =>
      table.resolvedBy[i] === UNKNOWN &&
      DONE.includes(classOf[table.word.status[i]!] ?? null) &&
      Number.isNaN(table.instant.closed[i]!),
  );
  if (untold.length) problems.push(warning('resolution-untold', { tickets: untold.length, key: untold[0]! }, place));
  return problems;
}
