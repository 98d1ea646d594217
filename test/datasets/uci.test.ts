/**
 * The UCI incident log against figures computed by others (pandas, and a second implementation without it). Everything
 * is compared exactly: sums in whole seconds, quantiles and shares from exact fractions, rounded once to six decimals.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Distribution, Ratio } from '../../src/domain/statistics.ts';
import { TicketView } from '../../src/domain/ticket.ts';
import type { KpiId } from '../../src/kpi/index.ts';
import { measure, type Cut, type Figure, type Measures } from '../../src/kpi/measure.ts';
import type { ReadFolder } from '../../src/node/folder.ts';
import { exampleFolder } from '../believed.ts';

interface Block {
  n: number;
  sum_seconds: number;
  mean_h: number;
  median_h: number;
  p90_h: number;
  min_h: number;
  max_h: number;
}
interface Share {
  met: number;
  total: number;
  share: number;
}
type ByMonth<T> = Record<string, T>;

const folder = join(import.meta.dirname, 'uci-servicenow');
const oracle = JSON.parse(readFileSync(join(folder, 'uci-servicenow.json'), 'utf8')) as {
  totals: {
    tickets: number;
    events: number;
    tickets_with_resolved_at: number;
    tickets_by_priority: Record<string, number>;
    tickets_by_first_state: Record<string, number>;
    reassignments_sum: number;
  };
  created_per_month: ByMonth<number>;
  resolved_per_month: ByMonth<number>;
  closed_per_month: ByMonth<number>;
  backlog_open_at_month_end: { until_resolved_else_closed: ByMonth<number>; until_closed: ByMonth<number> };
  resolution_hours: {
    overall: Block;
    by_priority: Record<string, Block>;
    by_resolution_month: ByMonth<Block>;
    by_creation_month: ByMonth<Block>;
  };
  closing_hours: { overall: Block; by_priority: Record<string, Block> };
  waiting: {
    seconds_by_state: Record<string, number>;
    entries_by_state: Record<string, number>;
    per_ticket_over_0s: Block;
    waiting_seconds_inside_open_to_resolved: number;
    resolution_minus_waiting_hours: { overall: Block; by_priority: Record<string, Block> };
  };
  reopens: {
    column_sum: number;
    column_tickets: number;
    transitions_from_resolved_or_closed: number;
    transition_tickets: number;
    transitions_per_month: ByMonth<number>;
  };
  first_touch_hours: { negative_excluded: number; overall: Block };
  sla: {
    overall: Share;
    by_priority: Record<string, Share>;
    by_creation_month: ByMonth<Share>;
    by_resolution_month: ByMonth<Share>;
    by_closing_month: ByMonth<Share>;
  };
};

/** `numerator / denominator` to six decimals, half to even, without a floating-point step. */
function sixDecimals(numerator: bigint, denominator: bigint): number {
  const scaled = numerator * 1_000_000n;
  let quotient = scaled / denominator;
  const twice = (scaled % denominator) * 2n;
  if (twice > denominator || (twice === denominator && quotient % 2n === 1n)) quotient += 1n;
  return Number(quotient) / 1e6;
}

const hours = ({ numerator, denominator }: Ratio): number =>
  sixDecimals(BigInt(numerator), BigInt(denominator) * 3_600_000n);

function blockOf(figure: Figure): Block {
  if (figure.state !== 'duration') throw new Error(`a duration was expected, not ${figure.state}`);
  const { n, sum, min, max, median, p90 }: Distribution = figure;
  return {
    n,
    sum_seconds: sum / 1000,
    mean_h: hours({ numerator: sum, denominator: n }),
    median_h: hours(median),
    p90_h: hours(p90),
    min_h: hours({ numerator: min, denominator: 1 }),
    max_h: hours({ numerator: max, denominator: 1 }),
  };
}

function shareOf(figure: Figure): Share {
  if (figure.state !== 'share') throw new Error(`a share was expected, not ${figure.state}`);
  const { met, total } = figure;
  return { met, total, share: sixDecimals(BigInt(met), BigInt(total)) };
}

const PRIORITIES = ['1 - Critical', '2 - High', '3 - Moderate', '4 - Low'];

let data: ReadFolder;
let measures: Measures;

beforeAll(async () => {
  data = await exampleFolder('uci-servicenow');
  measures = measure(data.reading.table, data.contract, data.reading.asOf);
});

const count = (kpi: KpiId, cut: Cut = {}): number => {
  const figure = measures.figure(kpi, cut);
  if (figure.state !== 'count') throw new Error(`a count was expected, not ${figure.state}`);
  return figure.value;
};
const block = (kpi: KpiId, cut: Cut = {}): Block => blockOf(measures.figure(kpi, cut));
const perMonth = <T>(of: (month: string) => T): ByMonth<T> =>
  Object.fromEntries(measures.context.months.names.map((month) => [month, of(month)]));
const perPriority = <T>(of: (priority: number) => T): Record<string, T> =>
  Object.fromEntries(PRIORITIES.map((name, priority) => [name, of(priority)]));

describe('UCI incident log', () => {
  test('all rows are accounted for', () => {
    // The one thing that the log leaves open: a state whose meaning nobody published, on two stays.
    expect(data.problems.map(({ code, severity, params }) => ({ code, severity, params }))).toEqual([
      { code: 'status-unknown', severity: 'warning', params: { words: ['-100'], hidden: 0 } },
    ]);
    const [drop] = data.reading.accounting;
    expect(drop).toMatchObject({ read: oracle.totals.events, rejected: 0 });
    expect(drop!.accepted + drop!.merged).toBe(oracle.totals.events);
    expect(data.reading.table.count).toBe(oracle.totals.tickets);
  });

  test('tickets by priority and by first state, reassignments', () => {
    expect(perPriority((priority) => count('inflow', { priority }))).toEqual(oracle.totals.tickets_by_priority);
    const { history, words, count: tickets, number } = data.reading.table;
    const first: Record<string, number> = {};
    const ticket = new TicketView(data.reading.table);
    for (ticket.index = 0; ticket.index < tickets; ticket.index++) {
      const word = words.status[history!.status.word[ticket.firstChange(history!.status)]!]!;
      first[word] = (first[word] ?? 0) + 1;
    }
    expect(first).toEqual(oracle.totals.tickets_by_first_state);
    expect(number.reassignments.reduce((sum, value) => sum + value, 0)).toBe(oracle.totals.reassignments_sum);
  });

  test('created, resolved and closed per month', () => {
    expect(perMonth((month) => count('inflow', { month }))).toEqual(oracle.created_per_month);
    expect(perMonth((month) => count('outflow', { month }))).toEqual(oracle.resolved_per_month);
    expect(perMonth((month) => count('closed', { month }))).toEqual(oracle.closed_per_month);
    expect(count('outflow')).toBe(oracle.totals.tickets_with_resolved_at);
  });

  test('backlog at the end of each month, by both definitions', () => {
    expect(perMonth((month) => count('backlog', { month }))).toEqual(
      oracle.backlog_open_at_month_end.until_resolved_else_closed,
    );
    expect(perMonth((month) => count('not-closed', { month }))).toEqual(oracle.backlog_open_at_month_end.until_closed);
  });

  test('resolution hours overall, by priority, by month of resolution and of creation', () => {
    const expected = oracle.resolution_hours;
    expect(block('resolution-time')).toEqual(expected.overall);
    expect(perPriority((priority) => block('resolution-time', { priority }))).toEqual(expected.by_priority);
    expect(perMonth((month) => block('resolution-time', { month }))).toEqual(expected.by_resolution_month);
    expect(perMonth((month) => block('resolution-time-opened', { month }))).toEqual(expected.by_creation_month);
  });

  test('closing hours overall and by priority', () => {
    expect(block('closing-time')).toEqual(oracle.closing_hours.overall);
    expect(perPriority((priority) => block('closing-time', { priority }))).toEqual(oracle.closing_hours.by_priority);
  });

  test('time in each state, and how often it was entered', () => {
    const seconds: Record<string, number> = {};
    const entries: Record<string, number> = {};
    for (const slice of measures.slices('time-in-status')) {
      if (slice === '') continue;
      const { n, sum_seconds } = block('time-in-status', { slice });
      entries[slice] = n;
      seconds[slice] = sum_seconds;
    }
    expect(seconds).toEqual(oracle.waiting.seconds_by_state);
    expect(entries).toEqual(oracle.waiting.entries_by_state);
  });

  test('waiting per ticket, and the resolution less the waiting inside it', () => {
    const expected = oracle.waiting;
    expect(block('waiting-time')).toEqual(expected.per_ticket_over_0s);
    const without = expected.resolution_minus_waiting_hours;
    expect(block('resolution-time-without-waiting')).toEqual(without.overall);
    expect(perPriority((priority) => block('resolution-time-without-waiting', { priority }))).toEqual(without.by_priority);
    expect(block('resolution-time').sum_seconds - block('resolution-time-without-waiting').sum_seconds).toBe(
      expected.waiting_seconds_inside_open_to_resolved,
    );
  });

  test('reopens: the tool’s column, and the moves out of a done state', () => {
    const expected = oracle.reopens;
    expect(count('reopens-reported')).toBe(expected.column_sum);
    expect(count('reopenings')).toBe(expected.transitions_from_resolved_or_closed);
    const perMonthWithReopens = Object.fromEntries(
      Object.entries(perMonth((month) => count('reopenings', { month }))).filter(([, value]) => value > 0),
    );
    expect(perMonthWithReopens).toEqual(expected.transitions_per_month);
    expect(data.reading.table.number.reopens.filter((value) => value > 0)).toHaveLength(expected.column_tickets);
  });

  test('first touch, with the two negatives left out and counted', () => {
    expect(block('first-touch-time')).toEqual(oracle.first_touch_hours.overall);
    expect(measures.exclusions('first-touch-time').get('negative-duration')).toBe(
      oracle.first_touch_hours.negative_excluded,
    );
  });

  test('the tool’s own flag by priority and by month of opening, resolution and closing', () => {
    const share = (cut: Cut): Share => shareOf(measures.figure('tool-verdict', cut));
    const expected = oracle.sla;
    expect(share({ slice: 'opened' })).toEqual(expected.overall);
    expect(perPriority((priority) => share({ slice: 'opened', priority }))).toEqual(expected.by_priority);
    expect(perMonth((month) => share({ slice: 'opened', month }))).toEqual(expected.by_creation_month);
    expect(perMonth((month) => share({ slice: 'resolved', month }))).toEqual(expected.by_resolution_month);
    expect(perMonth((month) => share({ slice: 'closed', month }))).toEqual(expected.by_closing_month);
  });
});
