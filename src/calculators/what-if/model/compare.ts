/** What other terms would have changed, side by side with those in force. */
import type { Text } from '../../../contract/contract.ts';
import type { Ratio } from '../../../domain/statistics.ts';
import type { Month } from '../../../domain/months.ts';
import type { Cents, Quantity } from '../../../domain/quantity.ts';
import type { Account } from '../../../report/account-schema.ts';
import { inPeriod, turned, type Period, type Replay, type Share, type Turned } from './replay.ts';

export interface ClockLine {
  readonly clock: string;
  readonly label: Text | null;
  readonly priority: string | null;
  /** Under the terms in force, and under the others; `null` where they have no such commitment. */
  readonly goals: readonly [Ratio | null, Ratio | null];
  readonly shares: readonly [Share, Share];
}

export interface Comparison extends Turned {
  readonly months: readonly Month[];
  readonly period: Period;
  readonly clocks: readonly ClockLine[];
  /** Of each clock as a whole, month by month over the period. */
  readonly byMonth: readonly {
    readonly month: Month;
    readonly clock: string;
    readonly shares: readonly [Share, Share];
  }[];
}

const NONE: Share = { met: 0, total: 0 };

/** Compares two replays of the same tickets over a period. */
export function compared(before: Replay, after: Replay, period: Period): Comparison {
  const idOf = ({ clock, priority }: { clock: string; priority: string | null }): string =>
    `${clock}\u0000${priority ?? ''}`;
  const both = new Map([...before.clocks, ...after.clocks].map((line) => [idOf(line), line]));
  const pair = (id: string) =>
    [before, after].map((of) => of.clocks.find((line) => idOf(line) === id)) as [
      Replay['clocks'][number] | undefined,
      Replay['clocks'][number] | undefined,
    ];
  const months = before.months.filter((month) => month >= period.from && month <= period.to);
  return {
    months: before.months,
    period,
    clocks: [...both].map(([id, { clock, label, priority }]) => {
      const [a, b] = pair(id);
      return {
        clock,
        label,
        priority,
        goals: [a?.goal ?? null, b?.goal ?? null],
        shares: [a ? inPeriod(before, a.byMonth, period) : NONE, b ? inPeriod(after, b.byMonth, period) : NONE],
      };
    }),
    byMonth: [...both].flatMap(([id, { clock, priority }]) => {
      if (priority !== null) return [];
      const [a, b] = pair(id);
      return months.map((month) => ({
        month,
        clock,
        shares: [
          a?.byMonth[before.months.indexOf(month)] ?? NONE,
          b?.byMonth[after.months.indexOf(month)] ?? NONE,
        ] as const,
      }));
    }),
    ...turned(before, after, period),
  };
}

/** What one coverage came to over a period, of all its profiles. */
export interface CoverageSum {
  readonly coverage: string;
  readonly label: Text | null;
  readonly form: 'forfait' | 'carnet' | 'regie';
  readonly unit: Account['books'][number]['unit'];
  readonly bought: Quantity;
  readonly consumed: Quantity;
  readonly overrun: Quantity;
  readonly expired: Quantity;
  /** At the end of the period; negative where units are used that nobody bought yet. */
  readonly balance: Quantity;
}

export interface MoneySum {
  readonly currency: string;
  readonly invoiced: Cents;
  readonly penalties: Cents;
  readonly bonus: Cents;
  /** Invoiced, less penalties, with the bonus. */
  readonly due: Cents;
  /** Lines without a price, which are not in the sums. */
  readonly unpriced: number;
  /** Penalties that are settled in units, which are not in the sums. */
  readonly inUnits: Quantity;
}

export interface AccountSum {
  readonly coverages: readonly CoverageSum[];
  readonly money: MoneySum;
}

/** Sums an account over a period; `null` where there is none. */
export function accountSum(account: Account | null, { from, to }: Period): AccountSum | null {
  if (!account) return null;
  const within = <Item extends { readonly month: Month }>(items: readonly Item[]): readonly Item[] =>
    items.filter(({ month }) => month >= from && month <= to);
  const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
    items.reduce((total, item) => total + of(item), 0);
  const coverages = new Map<string, CoverageSum>();
  for (const { id, label, form, unit, months } of account.books) {
    const coverage = id.split('/')[0]!;
    const own = within(months);
    const known = coverages.get(coverage);
    coverages.set(coverage, {
      coverage,
      label,
      form,
      unit,
      bought: (known?.bought ?? 0) + sum(own, ({ bought }) => bought),
      consumed: (known?.consumed ?? 0) + sum(own, ({ consumed }) => consumed),
      overrun: (known?.overrun ?? 0) + sum(own, ({ overrun }) => overrun),
      expired: (known?.expired ?? 0) + sum(own, ({ expired }) => expired),
      balance: (known?.balance ?? 0) + (own.at(-1)?.closing ?? 0),
    });
  }
  const months = within(account.months);
  const invoiced = sum(months, ({ total }) => total);
  const penalties = sum(months, (month) => month.penalties);
  const bonus = sum(months, (month) => month.bonus);
  return {
    coverages: [...coverages.values()],
    money: {
      currency: account.currency,
      invoiced,
      penalties,
      bonus,
      due: invoiced - penalties + bonus,
      unpriced: sum(months, ({ unpriced }) => unpriced),
      inUnits: sum(within(account.penalties), ({ units }) => units ?? 0),
    },
  };
}
