/** Tickets and a contract → the report of each month, as plain data. Pages word and draw it; they compute nothing. */
import type { Outcome } from '../clocks/commitments.ts';
import { targetTime } from '../clocks/commitments.ts';
import { isDoneStatus, isOwnWait } from '../clocks/policies.ts';
import type { Correction } from '../contract/corrections.ts';
import type { Commitment, Contract, TargetRow } from '../contract/contract.ts';
import type { Month } from '../domain/months.ts';
import {
  binomialChances,
  chanceOutside,
  dispersionLimits,
  LEAST_FOR_LIMITS,
  predictiveLimits,
} from '../domain/limits.ts';
import { reaches, wilsonInterval, type Ratio } from '../domain/statistics.ts';
import {
  RESOLUTION_ORIGINS,
  carries,
  FIELDS,
  KINDS,
  LEVELS,
  NO_WORD,
  PRIVATE_FIELDS,
  STATUS_CLASSES,
  type StatusClass,
  type TicketTable,
} from '../domain/ticket.ts';
import { HOUR_MS, MINUTE_MS } from '../domain/zone.ts';
import type { Rejected } from '../ingest/rows.ts';
import type { Accounting } from '../ingest/tickets.ts';
import { TOOLS } from '../ingest/tools/index.ts';
import { KPIS, type KpiId } from '../kpi/index.ts';
import type { Visit } from '../kpi/kpi.ts';
import { breachOf, byOverrun, type Breach } from '../kpi/breach.ts';
import { endOf } from '../kpi/life.ts';
import { measure, type Cut, type Figure, type Measures } from '../kpi/measure.ts';
import { isoDate } from '../domain/date.ts';
import { committeeIn, marksOf } from './committee.ts';
import { Slugs } from './slugs.ts';
import type { ServiceMonth } from './account.ts';
import type {
  MonthlyReport,
  ReportBreach,
  ReportCommitment,
  ReportFigure,
  StabilityFigure,
  Verdict,
} from './schema.ts';
import { termsBetween } from '../contract/terms.ts';

/** Months shown beside the one reported, itself included. */
const SERIES_LENGTH = 13;
/** The edges of the bins of the distribution of times: each about 1.4 times the one before. */
const BIN_EDGES = [
  0,
  15 * MINUTE_MS,
  20 * MINUTE_MS,
  30 * MINUTE_MS,
  45 * MINUTE_MS,
  ...[1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024].map(
    (hours) => hours * HOUR_MS,
  ),
];
/** Rejected rows that are listed; all are counted. */
const SHOWN_REJECTIONS = 1000;
/** Open tickets past due that are listed; all are counted. */
const SHOWN_PAST_DUE = 200;
/** Limits of a share that are as wide as this say nothing. */
const WIDEST_SHARE = 0.6;
/** Applications that are drawn; more small drawings are no overview. */
const SHOWN_APPLICATIONS = 8;
const COUNT_SERIES = [
  'inflow',
  'outflow',
  'closed',
  'closed-unresolved',
  'backlog',
  'not-closed',
  'reopenings',
] as const satisfies readonly KpiId[];

export interface ReportInput {
  readonly contract: Contract;
  readonly table: TicketTable;
  readonly asOf: number;
  readonly accounting: readonly Accounting[];
  readonly rejected?: readonly Rejected[];
  readonly corrections?: readonly Correction[];
}

/** The reports of all months of a contract, ascending. */
export function monthlyReports(input: ReportInput, slugs = new Slugs()): MonthlyReport[] {
  return measuredMonths(input, slugs).reports;
}

/** The reports of all months, what the account takes from them, and the measures that they are made of. */
export function measuredMonths(
  input: ReportInput,
  slugs: Slugs,
): { readonly reports: MonthlyReport[]; readonly service: ServiceMonth[]; readonly measures: Measures } {
  const { contract, table, asOf } = input;
  const keeper = new Keeper(slugs);
  const measures = measure(table, contract, asOf, (visit) => keeper.see(visit));
  checkFlow(measures, keeper);
  const builder = new ReportBuilder(input, measures, keeper);
  const reports = measures.context.months.names.map((month, index) => builder.report(month, index));
  const service = reports.map((report, index) => ({ ...report, breaches: keeper.breaches.get(index) ?? [] }));
  return { reports, service, measures };
}

/** A missed commitment, with what a report says of its ticket. */
type KeptBreach = Breach & { readonly title: string | null; readonly slug: string; readonly contested: boolean };

/** What single tickets contribute beyond the figures: the commitments missed, and the times for their distribution. */
class Keeper {
  /** Month of the deadline → missed commitments. */
  readonly breaches = new Map<number, KeptBreach[]>();
  /** Month of the stop → priority → counted times. */
  readonly times = new Map<number, Map<number, { elapsed: number[]; late: number[] }>>();
  closedWithoutResolution = 0;
  /** Month → tickets opened in it that were never in the backlog, less those that left it in the month before they were opened. */
  readonly backwards = new Map<number, number>();
  /** Application (its word) → month → tickets opened, commitments missed. */
  readonly applications = new Map<number, { opened: Map<number, number>; missed: Map<number, number> }>();
  readonly #slugs: Slugs;

  constructor(slugs: Slugs) {
    this.#slugs = slugs;
  }

  see(visit: Visit): void {
    const { ticket, outcomes, context } = visit;
    const priority = context.classes.priority[ticket.priority]!;
    outcomes.forEach((outcome, clock) => {
      if (outcome.state !== 'read') return;
      this.#breach(visit, outcome, context.clocks[clock]!);
      if (context.clocks[clock] === resolutionClock(context.clocks)) this.#time(visit, outcome, priority);
    });
    const { created, resolved, closed } = ticket;
    if (context.table.known.has('application'))
      plusOne(this.#application(ticket.application).opened, context.months.of(created));
    const isKnown = context.table.known.has('resolved');
    const done = endOf(visit);
    if (isKnown && done !== null && !Number.isNaN(closed) && Number.isNaN(resolved)) this.closedWithoutResolution++;
    if (isKnown && done === null) this.#shift(context, created, 1);
    else if (done !== null && done < created) {
      this.#shift(context, created, 1);
      this.#shift(context, done, -1);
    }
  }

  /** A ticket that is in the flow and never in the backlog. */
  #shift({ months }: Visit['context'], at: number, sign: number): void {
    const month = months.of(at);
    this.backwards.set(month, (this.backwards.get(month) ?? 0) + sign);
  }

  #breach(visit: Visit, outcome: Outcome, clock: string): void {
    const breach = breachOf(visit, outcome, clock);
    if (!breach) return;
    const { ticket, context } = visit;
    const month = context.months.of(breach.due);
    let list = this.breaches.get(month);
    if (!list) this.breaches.set(month, (list = []));
    if (context.table.known.has('application')) plusOne(this.#application(ticket.application).missed, month);
    list.push({
      ...breach,
      title: ticket.title || null,
      slug: this.#slugs.of(ticket.key),
      contested: context.contract.contested.has(ticket.key),
    });
  }

  #application(word: number): { opened: Map<number, number>; missed: Map<number, number> } {
    let of = this.applications.get(word);
    if (!of) this.applications.set(word, (of = { opened: new Map(), missed: new Map() }));
    return of;
  }

  #time(visit: Visit, { reading }: Extract<Outcome, { state: 'read' }>, priority: number): void {
    if (reading.stoppedAt === null || priority < 0) return;
    const month = visit.context.months.of(reading.stoppedAt);
    let byPriority = this.times.get(month);
    if (!byPriority) this.times.set(month, (byPriority = new Map<number, { elapsed: number[]; late: number[] }>()));
    let times = byPriority.get(priority);
    if (!times) byPriority.set(priority, (times = { elapsed: [], late: [] }));
    times.elapsed.push(reading.elapsed);
    if (reading.status === 'breached') times.late.push(reading.elapsed);
  }
}

function plusOne(counts: Map<number, number>, month: number): void {
  counts.set(month, (counts.get(month) ?? 0) + 1);
}

/**
 * The identity of the flow: the backlog of a month is that of the month before, and what came in, less what went out. A
 * ticket that ends before it begins was never in the backlog, so it is taken out of both sides.
 * @throws Error where it does not hold: a fault of this program, not of the data
 */
function checkFlow(measures: Measures, keeper: Keeper): void {
  const count = (kpi: KpiId, month: Month): number => {
    const figure = measures.figure(kpi, { month });
    return figure.state === 'count' ? figure.value : NaN;
  };
  let before = 0;
  measures.context.months.names.forEach((month, index) => {
    const backlog = count('backlog', month);
    const inflow = count('inflow', month);
    const out =
      count('outflow', month) +
      (Number.isNaN(count('closed-unresolved', month)) ? 0 : count('closed-unresolved', month));
    const backwards = keeper.backwards.get(index) ?? 0;
    if (backlog !== before + inflow - out - backwards && !Number.isNaN(backlog)) {
      throw new Error(
        `The flow of ${month} does not add up: ${before} + ${inflow} - ${out} - ${backwards} is not ${backlog}.`,
      );
    }
    before = backlog;
  });
}

class ReportBuilder {
  readonly #input: ReportInput;
  readonly #measures: Measures;
  readonly #keeper: Keeper;
  readonly #data: MonthlyReport['data'];

  constructor(input: ReportInput, measures: Measures, keeper: Keeper) {
    this.#input = input;
    this.#measures = measures;
    this.#keeper = keeper;
    this.#data = dataOf(input, measures, keeper);
  }

  report(month: Month, index: number): MonthlyReport {
    const { contract, asOf } = this.#input;
    const { months } = this.#measures.context;
    const from = months.bounds[index]!;
    const to = months.bounds[index + 1]!;
    const terms = termsBetween(contract, from, to);
    const commitments = this.#commitments(month, from, to);
    const used = new Set(commitments.map(({ calendar }) => calendar));
    return {
      format: 'jauge-report/1',
      contract: {
        id: contract.id,
        name: contract.name,
        client: contract.client,
        provider: contract.provider,
        note: contract.note,
        confidentiality: contract.confidentiality,
      },
      month,
      period: { from: iso(from), to: iso(to), zone: contract.zone.name },
      asOf: iso(asOf),
      // What happens at an instant is known: the next one is the first that is not.
      complete: asOf + 1 >= to,
      priorities: [...contract.priorities],
      terms: terms.map((term) => ({ from: iso(term.from), label: term.label })),
      calendars: [...contract.calendars.values()]
        .filter(({ id }) => used.has(id))
        .map(({ id, label }) => ({ id, label, zone: contract.zone.name })),
      minimumSample: contract.policies.minimumSample,
      commitments,
      cube: this.#cube(month),
      summary: this.#summary(month, index),
      figures: this.#figures(month, index),
      stability: this.#stability(month, index),
      topics: [],
      comment: null,
      restated: null,
      pastDue: this.#pastDue(to),
      series: this.#series(index),
      applications: this.#applications(index),
      ...committeeIn(contract, month, isoDate(contract.zone.dayAt(Math.min(to - 1, asOf)))),
      resolutionTimes: this.#resolutionTimes(index, from, to),
      breaches: (this.#keeper.breaches.get(index) ?? []).sort(byOverrun).map(listed),
      tool: this.#tool(month),
      data: this.#data,
    };
  }

  /** One line for each clock, and under it one for each priority that has a target in the month. */
  #commitments(month: Month, from: number, to: number): ReportCommitment[] {
    const { contract } = this.#input;
    const lines: ReportCommitment[] = [];
    for (const clockId of this.#measures.context.clocks) {
      const commitment = this.#commitmentIn(clockId, month, from, to);
      if (!commitment) continue;
      const { clocks, missing: lacking } = this.#measures.context;
      const missing = lacking[clocks.indexOf(clockId)]!;
      const common = { clock: clockId, label: commitment.clock.label, clause: commitment.clause };
      const rowsOf = (priority: number | null): readonly TargetRow[] =>
        commitment.rows.filter((row) => priority === null || !row.priorities || row.priorities.has(priority));
      const cuts: (number | null)[] = [null, ...contract.priorities.keys()];
      for (const priority of cuts) {
        const rows = rowsOf(priority);
        if (!rows.length) continue;
        const goal: Ratio = priority === null ? commitment.goal : rows[0]!.goal;
        const cut: Cut = priority === null ? { month, slice: clockId } : { month, slice: clockId, priority };
        const byDeadline = shareOf(this.#measures.figure('compliance', cut));
        const openPastDue = this.#measures.figure('open-past-due', cut);
        lines.push({
          ...common,
          priority: priority === null ? null : contract.priorities[priority]!.id,
          targets: priority === null ? [] : [...new Set(rows.map((row) => row.wording))],
          calendar: rows[0]!.calendar?.id ?? null,
          goal,
          byDeadline,
          interval: byDeadline && wilsonInterval(byDeadline.met, byDeadline.total),
          atStop: shareOf(this.#measures.figure('compliance-at-stop', cut)),
          openPastDue: !missing.length && openPastDue.state === 'count' ? openPastDue.value : null,
          pausesUnknown: !this.#input.table.history && commitment.clock.pauses.some(isOwnWait),
          missing: [...missing],
          verdict: missing.length ? 'not-known' : verdictOf(byDeadline, goal, contract.policies.minimumSample),
        });
      }
    }
    return lines;
  }

  /** Every cell of the contract's figure that has a deadline in the month. */
  #cube(month: Month): MonthlyReport['cube'] {
    const { contract } = this.#input;
    const orNone = <Item>(items: readonly Item[]): (Item | null)[] => [...items, null];
    return this.#measures.context.clocks.flatMap((slice) =>
      orNone([...contract.priorities.keys()]).flatMap((priority) =>
        orNone(KINDS).flatMap((kind) =>
          orNone(LEVELS).flatMap((level) => {
            const share = shareOf(
              this.#measures.figure('compliance', { month, slice, priority: priority ?? -1, kind, level }),
            );
            const id = priority === null ? null : contract.priorities[priority]!.id;
            return share ? [{ clock: slice, priority: id, kind, level, ...share }] : [];
          }),
        ),
      ),
    );
  }

  #summary(month: Month, index: number): MonthlyReport['summary'] {
    const { months, clocks } = this.#measures.context;
    const count = (kpi: KpiId, cut: Cut): number | null => {
      const figure = this.#measures.figure(kpi, cut);
      return figure.state === 'count' ? figure.value : null;
    };
    const clock = resolutionClock(clocks);
    const backlog = count('backlog', { month });
    const before = months.names[index - 1];
    const backlogBefore = before === undefined ? 0 : count('backlog', { month: before });
    return {
      opened: count('inflow', { month }) ?? 0,
      resolved: count('outflow', { month }),
      backlogChange: backlog === null || backlogBefore === null ? null : backlog - backlogBefore,
      openPastDue:
        clock === undefined || this.#measures.context.missing[clocks.indexOf(clock)]!.length
          ? null
          : count('open-past-due', { month, slice: clock }),
      work: this.#work(month),
      timeSplitTotal: this.#measures.slices('time-split').reduce((sum, slice) => {
        const figure = this.#measures.figure('time-split', { month, slice });
        return figure.state === 'duration' ? sum + figure.sum : sum;
      }, 0),
      clock: clock ?? null,
    };
  }

  /** What a month is measured by: the last commitment in force in it, or an older one that still has deadlines in it. */
  #commitmentIn(clockId: string, month: Month, from: number, to: number): Commitment | undefined {
    const of = (terms: Contract['terms']): Commitment | undefined =>
      terms.flatMap((term) => term.commitments).findLast((candidate) => candidate.clock.id === clockId);
    const isUsed = (['compliance', 'compliance-at-stop'] as const).some(
      (kpi) => this.#measures.figure(kpi, { month, slice: clockId }).state === 'share',
    );
    return of(termsBetween(this.#input.contract, from, to)) ?? (isUsed ? of(this.#input.contract.terms) : undefined);
  }

  #work(month: Month): MonthlyReport['summary']['work'] {
    const figure = this.#measures.figure('work', { month });
    if (figure.state === 'not-known') return null;
    return figure.state === 'duration' ? { entries: figure.n, sum: figure.sum } : { entries: 0, sum: 0 };
  }

  #figures(month: Month, index: number): MonthlyReport['figures'] {
    const { contract } = this.#input;
    const before = this.#measures.context.months.names[index - 1];
    return KPIS.flatMap(({ id }) =>
      this.#measures.slices(id).flatMap((slice) =>
        [null, ...contract.priorities.keys()].map((priority) => {
          const cut = (of: Month): Cut => ({
            month: of,
            ...(slice === '' ? {} : { slice }),
            ...(priority === null ? {} : { priority }),
          });
          const excluded = Object.fromEntries(
            this.#measures.exclusions(id, { month, ...(slice === '' ? {} : { slice }) }),
          );
          return {
            kpi: id,
            ...(slice === '' ? {} : { slice }),
            priority: priority === null ? null : contract.priorities[priority]!.id,
            value: published(this.#measures.figure(id, cut(month))),
            before: before === undefined ? null : published(this.#measures.figure(id, cut(before))),
            ...(priority === null && Object.keys(excluded).length ? { excluded } : {}),
          };
        }),
      ),
    );
  }

  #series(index: number): MonthlyReport['series'] {
    const { months, clocks } = this.#measures.context;
    const { contract, asOf } = this.#input;
    const names = months.names.slice(Math.max(0, index - SERIES_LENGTH + 1), index + 1);
    const count = (kpi: KpiId) =>
      names.map((month) => {
        const figure = this.#measures.figure(kpi, { month });
        return figure.state === 'count' ? figure.value : null;
      });
    return {
      months: [...names],
      marks: marksOf(contract, names, asOf),
      counts: Object.fromEntries(COUNT_SERIES.map((kpi) => [kpi, count(kpi)])),
      compliance: Object.fromEntries(
        clocks.map((slice) => [
          slice,
          names.map((month) => shareOf(this.#measures.figure('compliance', { month, slice }))),
        ]),
      ),
    };
  }

  /** The applications with the most tickets of the series, and the others together. */
  #applications(index: number): MonthlyReport['applications'] {
    const first = Math.max(0, index - SERIES_LENGTH + 1);
    const indexes = Array.from({ length: index + 1 - first }, (_, i) => first + i);
    const words = this.#input.table.words.application;
    const all = [...this.#keeper.applications].map(([word, { opened, missed }]) => ({
      name: words[word]! || null,
      opened: indexes.map((month) => opened.get(month) ?? 0),
      missed: indexes.map((month) => missed.get(month) ?? 0),
    }));
    const total = ({ opened }: { opened: readonly number[] }): number => opened.reduce((sum, one) => sum + one, 0);
    const named = all
      .filter((one) => one.name !== null && total(one) > 0)
      .sort((a, b) => total(b) - total(a) || (a.name! < b.name! ? -1 : 1));
    if (named.length < 2) return [];
    const shown = named.slice(0, SHOWN_APPLICATIONS);
    const rest = all.filter((one) => !shown.includes(one));
    const sum = (of: 'opened' | 'missed'): number[] =>
      indexes.map((_, i) => rest.reduce((total_, one) => total_ + one[of][i]!, 0));
    const others = { name: null, opened: sum('opened'), missed: sum('missed') };
    return total(others) > 0 ? [...shown, others] : shown;
  }

  /** Where the month lies among those before: only full months are compared, and a share only where it is of enough. */
  #stability(month: Month, index: number): MonthlyReport['stability'] {
    const { months, clocks } = this.#measures.context;
    const { minimumSample } = this.#input.contract.policies;
    const before = months.names.slice(Math.max(0, index - SERIES_LENGTH + 1), index);
    if (this.#input.asOf + 1 < months.bounds[index + 1]!) return [];
    const count = (kpi: 'inflow' | 'outflow' | 'backlog') => (of: Month) => {
      const figure = this.#measures.figure(kpi, { month: of });
      return figure.state === 'count' ? figure.value : null;
    };
    const median = (slice: string) => (of: Month) => {
      const figure = this.#measures.figure('clock-time', { month: of, slice });
      return figure.state === 'duration' && figure.n >= minimumSample ? valueOf(figure.median) : null;
    };
    const usual = (
      figure: StabilityFigure,
      slice: string | null,
      valueIn: (of: Month) => number | null,
      kind: 'count' | 'time',
    ): MonthlyReport['stability'] => {
      const value = valueIn(month);
      const past = before.map(valueIn).filter((one) => one !== null);
      const limits = value === null ? null : dispersionLimits(past, kind);
      if (value === null || !limits) return [];
      const state = value > limits.high ? 'high' : value < limits.low ? 'low' : 'usual';
      return [{ figure, slice, value, months: past.length, ...limits, state }];
    };
    const clock = resolutionClock(clocks);
    return [
      ...clocks.flatMap((slice) => this.#usualShare(month, before, slice)),
      ...(clock === undefined ? [] : usual('clock-time', clock, median(clock), 'time')),
      ...(['inflow', 'outflow', 'backlog'] as const).flatMap((kpi) => usual(kpi, null, count(kpi), 'count')),
    ];
  }

  /** A share of a month among those before: what number of met is usual among so many, given all that were met so far. */
  #usualShare(month: Month, before: readonly Month[], slice: string): MonthlyReport['stability'] {
    const share = (of: Month) => shareOf(this.#measures.figure('compliance', { month: of, slice }));
    const now = share(month);
    const past = before.map(share).filter((one) => one !== null);
    if (!now || now.total < this.#input.contract.policies.minimumSample || past.length < LEAST_FOR_LIMITS) return [];
    const sum = past.reduce((all, one) => ({ met: all.met + one.met, total: all.total + one.total }));
    const { low, high } = predictiveLimits(sum, now.total);
    // Where hardly any number would be unusual nothing is said to be usual.
    if (high - low >= now.total * WIDEST_SHARE) return [];
    const falseAlarm = chanceOutside(binomialChances(now.total, sum.met / sum.total), { low, high });
    const state = now.met > high ? 'high' : now.met < low ? 'low' : 'usual';
    const { met, total } = now;
    return [
      {
        figure: 'compliance',
        slice,
        value: met / total,
        months: past.length,
        low: low / total,
        high: high / total,
        falseAlarm,
        state,
      },
    ];
  }

  /** Missed commitments whose clock still runs at the end of the month. */
  #pastDue(to: number): MonthlyReport['pastDue'] {
    const end = Math.min(to, this.#input.asOf + 1);
    return [...this.#keeper.breaches.values()]
      .flat()
      .filter(({ due, stopped }) => due < end && (stopped === null || stopped >= end))
      .sort((a, b) => a.due - b.due || (a.key < b.key ? -1 : 1))
      .slice(0, SHOWN_PAST_DUE)
      .map(({ key, title, slug, clock, priority, opened, due }) => ({
        key,
        title,
        slug,
        clock,
        priority,
        opened: iso(opened),
        due: iso(due),
      }));
  }

  #resolutionTimes(index: number, from: number, to: number): MonthlyReport['resolutionTimes'] {
    const { contract } = this.#input;
    const clock = resolutionClock(this.#measures.context.clocks);
    const byPriority = this.#keeper.times.get(index);
    if (!clock || !byPriority) return null;
    const month = this.#measures.context.months.names[index]!;
    const commitment = this.#commitmentIn(clock, month, from, to);
    const rows = contract.priorities.flatMap(({ id }, priority) => {
      const times = byPriority.get(priority);
      const figure = this.#measures.figure('clock-time', { month, slice: clock, priority });
      if (!times || figure.state !== 'duration') return [];
      const row = commitment?.rows.find((candidate) => !candidate.priorities || candidate.priorities.has(priority));
      const target = row ? targetTime(row.target, from, row.calendar?.working ?? null) : null;
      return [
        {
          priority: id,
          bins: binned(times.elapsed),
          n: figure.n,
          median: valueOf(figure.median),
          p90: valueOf(figure.p90),
          target,
          late: times.late.length,
          lateBins: binned(times.late),
        },
      ];
    });
    return rows.length ? { clock, edges: BIN_EDGES, rows } : null;
  }

  #tool(month: Month): MonthlyReport['tool'] {
    const figure = this.#measures.figure('tool-verdict', { month, slice: 'resolved' });
    const clock = resolutionClock(this.#measures.context.clocks);
    if (figure.state !== 'share' || clock !== 'resolve') return null;
    return {
      name: [...new Set(this.#input.accounting.map(({ tool }) => toolName(tool)))].join(', '),
      met: figure.met,
      total: figure.total,
      ours: shareOf(this.#measures.figure('compliance-at-stop', { month, slice: clock })),
      clock,
    };
  }
}

function toolName(id: string): string {
  return TOOLS.find((tool) => tool.id === id)?.name ?? id;
}

/** The clock whose times are the contract's resolution times: *résolution*, else the last one. */
function resolutionClock(clocks: readonly string[]): string | undefined {
  return clocks.includes('resolve') ? 'resolve' : clocks.at(-1);
}

/** How many of the tickets that are done were resolved by what the tool prints, its history or their closing, or nobody knows. */
function resolutionOrigins(table: TicketTable, context: Measures['context']): MonthlyReport['data']['resolution'] {
  const stoppedBy = context.contract.terms.flatMap(({ commitments }) =>
    commitments.filter(({ clock }) => clock.stops.some((stop) => stop.on === 'column' && stop.column === 'resolved')),
  );
  const clocks = context.clocks.filter((id) => stoppedBy.some(({ clock }) => clock.id === id));
  const counts = { unknown: 0, column: 0, history: 0, closing: 0, clocks };
  for (let i = 0; i < table.count; i++) {
    const origin = RESOLUTION_ORIGINS[table.resolvedBy[i]!]!;
    const state = context.classes.status[table.word.status[i]!];
    if (!Number.isNaN(table.instant.resolved[i]!)) counts[origin]++;
    else if (origin === 'unknown' && isDoneStatus(state ?? null)) counts.unknown++;
  }
  return counts;
}

/** A breach as a report lists it; its cause is found with its proof. */
function listed({
  key,
  title,
  slug,
  clock,
  priority,
  opened,
  due,
  stopped,
  target,
  elapsed,
  contested,
}: KeptBreach): ReportBreach {
  return {
    key,
    title,
    slug,
    clock,
    priority,
    opened: iso(opened),
    due: iso(due),
    stopped: stopped === null ? null : iso(stopped),
    target,
    elapsed,
    contested,
    cause: null,
  };
}

/** A verdict on a share: none on a small sample, none where nothing fell due. */
export function verdictOf(share: { met: number; total: number } | null, goal: Ratio, minimumSample: number): Verdict {
  if (!share) return 'nothing-due';
  if (share.total < minimumSample) return 'small-sample';
  return reaches(share.met, share.total, goal) ? 'met' : 'missed';
}

function dataOf(
  { table, contract, accounting, rejected = [], corrections = [] }: ReportInput,
  { context }: Measures,
  keeper: Keeper,
): MonthlyReport['data'] {
  const sum = (of: (drop: Accounting) => number): number => accounting.reduce((total, drop) => total + of(drop), 0);
  const used = new Set<number>(table.history?.status.word ?? table.word.status);
  const statuses: Partial<Record<StatusClass, string[]>> = {};
  const unknown: string[] = [];
  table.words.status.forEach((word, code) => {
    if (code === NO_WORD || !used.has(code)) return;
    const statusClass = context.classes.status[code];
    if (statusClass) (statuses[statusClass] ??= []).push(word);
    else unknown.push(word);
  });
  return {
    drops: accounting.map((drop) => ({ ...drop })),
    read: sum((drop) => drop.read),
    accepted: sum((drop) => drop.accepted),
    merged: sum((drop) => drop.merged),
    rejected: sum((drop) => drop.rejected),
    rejections: rejected.slice(0, SHOWN_REJECTIONS).map(({ line, problem: { file, column, code, params } }) => ({
      file: file ?? '',
      line,
      column: column ?? null,
      code,
      params: { ...params },
    })),
    corrections: corrections.map(({ ticket, field, wording, reason }) => ({
      ticket,
      field,
      found: wording.expect,
      value: wording.value,
      reason,
    })),
    attributions: contract.sources.flatMap(({ attribution }) => (attribution ? [attribution] : [])),
    notKnown: [
      ...FIELDS.filter((field) => !table.known.has(field) && !(PRIVATE_FIELDS as readonly string[]).includes(field)),
      ...(['history', 'work'] as const).filter((need) => !carries(table, need)),
    ],
    unclassified: {
      statuses: unknown,
      priorities: table.words.priority.filter((_, code) => code !== NO_WORD && context.classes.priority[code]! < 0),
    },
    closedWithoutResolution: keeper.closedWithoutResolution,
    resolution: resolutionOrigins(table, context),
    statuses: Object.fromEntries(
      STATUS_CLASSES.filter((name) => statuses[name]).map((name) => [name, statuses[name]!]),
    ),
  };
}

function published(figure: Figure): ReportFigure {
  switch (figure.state) {
    case 'duration': {
      const { n, sum, min, max, median, p90 } = figure;
      return { state: 'duration', n, sum, min, max, mean: sum / n, median: valueOf(median), p90: valueOf(p90) };
    }
    case 'not-known':
      return { state: 'not-known', missing: [...figure.missing] };
    default:
      return figure;
  }
}

function shareOf(figure: Figure): { met: number; total: number } | null {
  return figure.state === 'share' ? { met: figure.met, total: figure.total } : null;
}

function binned(values: readonly number[]): number[] {
  const bins = BIN_EDGES.map(() => 0);
  for (const value of values) {
    let bin = BIN_EDGES.length - 1;
    while (bin > 0 && value < BIN_EDGES[bin]!) bin--;
    bins[bin]!++;
  }
  return bins;
}

function valueOf({ numerator, denominator }: Ratio): number {
  return numerator / denominator;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
