/**
 * The same tickets under other terms. It is the code of the reports on the tickets of the reports: under the terms in
 * force it gives their figures, and what differs under others is the terms.
 */
import type { Contract, TargetRow, Text } from '../../../contract/contract.ts';
import type { Ratio } from '../../../domain/statistics.ts';
import type { Month } from '../../../domain/months.ts';
import type { TicketTable } from '../../../domain/ticket.ts';
import { compliance } from '../../../kpi/compliance.ts';
import { inflow } from '../../../kpi/inflow.ts';
import type { Visit } from '../../../kpi/kpi.ts';
import { measure, type Measures } from '../../../kpi/measure.ts';
import { accountOf, type ServiceMonth } from '../../../report/account.ts';
import type { Account } from '../../../report/account-schema.ts';
import { breachOf, byOverrun, type Breach } from '../../../kpi/breach.ts';

/** Commitments met of those due. */
export interface Share {
  readonly met: number;
  readonly total: number;
}

export interface ReplayedClock {
  readonly clock: string;
  /** `null` for a built-in one. */
  readonly label: Text | null;
  /** `null` for the clock as a whole. */
  readonly priority: string | null;
  readonly goal: Ratio;
  readonly byMonth: readonly Share[];
}

/** What a set of terms makes of a table of tickets. */
export interface Replay {
  readonly months: readonly Month[];
  /** Whether all of a month is known. */
  readonly complete: readonly boolean[];
  readonly clocks: readonly ReplayedClock[];
  /** Missed commitments by the month of their deadline, the most overrun first. */
  readonly breaches: readonly (readonly Breach[])[];
  readonly opened: readonly number[];
  /** Commitments that are neither met nor missed yet, as {@link commitmentId}. */
  readonly pending: ReadonlySet<string>;
}

const SLUGS = { of: (key: string): string => key };
const NONE: Share = { met: 0, total: 0 };

/** Reads all clocks of all tickets. */
export function replay(contract: Contract, table: TicketTable, asOf: number): Replay {
  const byMonth = new Map<number, Breach[]>();
  const pending = new Set<string>();
  const measures = measure(
    table,
    contract,
    asOf,
    (visit) => {
      collectBreaches(visit, byMonth, pending);
    },
    [compliance, inflow],
  );
  const { months, clocks } = measures.context;
  const commitments = contract.terms.flatMap((term) => term.commitments);
  return {
    months: months.names,
    complete: months.names.map((_, i) => asOf + 1 >= months.bounds[i + 1]!),
    clocks: clocks.flatMap((clock) =>
      [null, ...contract.priorities.keys()].flatMap((priority) => {
        const matches = ({ priorities }: TargetRow): boolean =>
          priority === null || !priorities || priorities.has(priority);
        const commitment = commitments.findLast((one) => one.clock.id === clock && one.rows.some(matches));
        if (!commitment) return [];
        return [
          {
            clock,
            label: commitment.clock.label,
            priority: priority === null ? null : contract.priorities[priority]!.id,
            goal: priority === null ? commitment.goal : commitment.rows.find(matches)!.goal,
            byMonth: months.names.map((month) => shareIn(measures, clock, priority, month)),
          },
        ];
      }),
    ),
    breaches: months.names.map((_, i) => (byMonth.get(i) ?? []).sort(byOverrun)),
    pending,
    opened: months.names.map((month) => {
      const figure = measures.figure('inflow', { month });
      return figure.state === 'count' ? figure.value : 0;
    }),
  };
}

function collectBreaches(visit: Visit, byMonth: Map<number, Breach[]>, pending: Set<string>): void {
  const { ticket, outcomes, context } = visit;
  context.clocks.forEach((clock, i) => {
    const outcome = outcomes[i]!;
    if (outcome.state === 'read' && outcome.reading.status === 'running')
      pending.add(commitmentId({ key: ticket.key, clock }));
    const breach = breachOf(visit, outcome, clock);
    if (!breach) return;
    const month = context.months.of(breach.due);
    const list = byMonth.get(month);
    if (list) list.push(breach);
    else byMonth.set(month, [breach]);
  });
}

function shareIn(measures: Measures, slice: string, priority: number | null, month: Month): Share {
  const figure = measures.figure('compliance', { month, slice, ...(priority === null ? {} : { priority }) });
  return figure.state === 'share' ? { met: figure.met, total: figure.total } : NONE;
}

/** What was bought, used and owed under the terms; `null` where they say nothing of it. */
export function replayedAccount(contract: Contract, table: TicketTable, asOf: number, of: Replay): Account | null {
  const months = of.months.map((month, i): ServiceMonth => ({
    month,
    complete: of.complete[i]!,
    summary: { opened: of.opened[i]! },
    breaches: of.breaches[i]!,
    commitments: of.clocks
      .filter(({ priority }) => priority === null)
      .map(({ clock, priority, byMonth }) => ({
        clock,
        priority,
        byDeadline: byMonth[i]!.total > 0 ? byMonth[i]! : null,
      })),
  }));
  return accountOf(contract, table, asOf, months, SLUGS)?.account ?? null;
}

/** A stretch of months, both ends included. */
export interface Period {
  readonly from: Month;
  readonly to: Month;
}

/** The last twelve full months; all of what there is where there is less. */
export function lastTwelve({ months, complete }: Pick<Replay, 'months' | 'complete'>): Period {
  const full = months.filter((_, i) => complete[i]);
  const of = (full.length ? full : months).slice(-12);
  return { from: of[0]!, to: of.at(-1)! };
}

/** The sum of the months of a period. */
export function inPeriod(of: Replay, byMonth: readonly Share[], { from, to }: Period): Share {
  return of.months.reduce(
    (sum, month, i) =>
      month >= from && month <= to ? { met: sum.met + byMonth[i]!.met, total: sum.total + byMonth[i]!.total } : sum,
    NONE,
  );
}

/** Commitments of a ticket that are missed under one set of terms and not under the other. */
export interface Turned {
  /** Missed under the other terms only. */
  readonly gained: readonly Breach[];
  /** Missed under the terms in force only. */
  readonly lost: readonly Breach[];
}

function commitmentId({ key, clock }: Pick<Breach, 'key' | 'clock'>): string {
  return `${clock}\u0000${key}`;
}

/** What other terms turn, of the breaches whose deadline, where they are missed, lies in a period. */
export function turned(before: Replay, after: Replay, { from, to }: Period): Turned {
  const idOf = commitmentId;
  const only = (of: Replay, other: Replay): Breach[] => {
    // One that is still running under the other terms is not met yet.
    const known = new Set([...other.breaches.flat().map(idOf), ...other.pending]);
    return of.breaches
      .flatMap((list, i) => (of.months[i]! >= from && of.months[i]! <= to ? list : []))
      .filter((breach) => !known.has(idOf(breach)));
  };
  return { gained: only(after, before), lost: only(before, after) };
}
