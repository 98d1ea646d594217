/** Tables as they leave the site: what CSV files and workbooks hold, with its headings in a language. */
import type { Lang } from '../contract/contract.ts';
import type { Account, Statement } from '../report/account-schema.ts';
import type { KpiId } from '../kpi/index.ts';
import type { MonthlyReport, ReportFigure } from '../report/schema.ts';
import type { MonthTable } from '../report/month-tables.ts';
import { speak } from '../texts/index.ts';
import { bookLabel, countedBy, isByClosing, movementName, reportClockName, sliceName } from './words.ts';

/** A cell: words, a day, an instant, a number of units with up to four decimals, hours (from milliseconds), a share, a count. */
export type Cell =
  | string
  | { readonly day: string }
  | { readonly instant: string; readonly zone: string }
  | { readonly units: number }
  | { readonly hours: number }
  | { readonly share: number }
  | { readonly count: number }
  | null;

export interface Sheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The statement of a month, one sheet for each ledger and one for what is out of scope. */
export function statementSheets(account: Account, { month, books, outOfScope }: Statement, lang: Lang): Sheet[] {
  const { t, format } = speak(lang);
  const { statement: texts } = t.account;
  const sheets: Sheet[] = books.map(({ id, lines, months }) => {
    const book = account.books.find((candidate) => candidate.id === id)!;
    const unit = t.account.unitName[book.unit];
    return {
      name: bookLabel(book, lang),
      headings: [
        texts.date,
        texts.movement,
        texts.ticket,
        texts.titleOf,
        texts.workKind,
        texts.application,
        texts.activity,
        `${texts.effort} (h)`,
        `${t.account.quantity} (${unit})`,
        `${t.account.balance} (${unit})`,
        t.account.lot,
        texts.booked,
        texts.reason,
      ],
      rows: [
        [{ day: `${month}-01` }, texts.openingLine, ...blank(7), { units: months.opening }, ...blank(3)],
        ...lines.map((line): Cell[] => [
          { day: line.day },
          movementName(line, lang),
          line.ticket?.key ?? null,
          line.ticket?.title ?? null,
          line.workKind && t.kind[line.workKind],
          line.application,
          line.activity,
          line.effort === null ? null : { hours: line.effort },
          { units: line.quantity },
          { units: line.balance },
          line.lots.join(', ') || null,
          line.booked && { day: line.booked },
          line.reason?.[lang] ?? null,
        ]),
        [null, texts.closingLine, ...blank(7), { units: months.closing }, ...blank(3)],
      ],
    };
  });
  if (outOfScope.length) {
    sheets.push({
      name: texts.outOfScopeCaption,
      headings: [
        texts.date,
        texts.ticket,
        texts.workKind,
        texts.application,
        texts.activity,
        `${texts.effort} (h)`,
        texts.reason,
      ],
      rows: outOfScope.map(({ day, key, workKind, application, activity, effort, because }) => [
        { day },
        key ?? texts.noTicket,
        workKind && t.kind[workKind],
        application,
        activity,
        { hours: effort },
        texts.because[because],
      ]),
    });
  }
  return sheets.length ? sheets : [{ name: format.month(month), headings: [texts.nothing], rows: [] }];
}

function blank(count: number): null[] {
  return Array.from({ length: count }, () => null);
}

/** One table of a month. */
export function monthTable(report: MonthlyReport, table: MonthTable, lang: Lang): Sheet {
  const { t } = speak(lang);
  const name = t.takeaways.table[table];
  const share = (of: { met: number; total: number } | null): Cell => (of ? { share: of.met / of.total } : null);
  const at = (iso: string | null): Cell => (iso === null ? null : { instant: iso, zone: report.period.zone });
  const clock = (id: string): string => reportClockName(report, id, lang);
  const origin = (kpi: KpiId, slice?: string): Cell => (isByClosing(report, kpi, slice) ? t.report.byClosing : null);
  switch (table) {
    case 'commitments':
      return {
        name,
        headings: [
          t.report.commitment,
          t.report.priority,
          t.report.target,
          t.report.met,
          t.counted.deadlines.heading,
          t.report.goal,
          t.report.state,
          t.report.atStop,
          t.report.openPastDue,
          t.report.resolvedBy,
        ],
        rows: report.commitments.map((line) => [
          clock(line.clock),
          line.priority ?? t.report.allPriorities,
          line.targets.join(', ') || null,
          share(line.byDeadline),
          line.byDeadline ? { count: line.byDeadline.total } : null,
          { share: line.goal.numerator / line.goal.denominator },
          t.verdict[line.verdict],
          share(line.atStop),
          line.openPastDue === null ? null : { count: line.openPastDue },
          origin('compliance', line.clock),
        ]),
      };
    case 'times':
      return {
        name,
        headings: [
          t.report.measure,
          t.report.priority,
          t.counted.tickets.heading,
          ...['median', 'p90', 'mean', 'max'].map((id) => `${t.report[id as 'median']} (h)`),
          t.report.resolvedBy,
        ],
        rows: report.figures.flatMap(({ kpi, slice, priority, value }) =>
          value.state === 'duration' && kpi !== 'time-in-status' && kpi !== 'time-split'
            ? [
                [
                  slice === undefined
                    ? t.kpi[kpi as KpiId].name
                    : `${t.kpi[kpi as KpiId].name}, ${sliceName(report, kpi as KpiId, slice, lang)}`,
                  priority ?? t.report.allPriorities,
                  { count: value.n },
                  { hours: value.median },
                  { hours: value.p90 },
                  { hours: value.mean },
                  { hours: value.max },
                  origin(kpi as KpiId, slice),
                ],
              ]
            : [],
        ),
      };
    case 'flow':
      return {
        name,
        headings: [t.report.month, t.report.opened, t.report.resolved, t.report.backlogEnd],
        rows: report.series.months.map((month, i) => [
          month,
          ...(['inflow', 'outflow', 'backlog'] as const).map((id): Cell => {
            const value = report.series.counts[id]?.[i];
            return value == null ? null : { count: value };
          }),
        ]),
      };
    case 'applications':
      return {
        name,
        headings: [
          t.applications.application,
          ...report.series.months.map((month) => `${t.report.opened} ${month}`),
          t.applications.missed,
        ],
        rows: report.applications.map(({ name: application, opened, missed }) => [
          application ?? t.applications.others,
          ...opened.map((count) => ({ count })),
          { count: missed.at(-1)! },
        ]),
      };
    case 'breaches':
      return {
        name,
        headings: [
          t.report.ticket,
          t.account.statement.titleOf,
          t.report.commitment,
          t.report.priority,
          t.report.openedAt,
          t.report.due,
          t.report.stopped,
          `${t.report.counted} (h)`,
          `${t.report.target} (h)`,
          `${t.report.over} (h)`,
          t.report.cause,
        ],
        rows: report.breaches.map((breach) => [
          breach.key,
          breach.title,
          clock(breach.clock),
          breach.priority,
          at(breach.opened),
          at(breach.due),
          at(breach.stopped),
          { hours: breach.elapsed },
          { hours: breach.target },
          { hours: breach.elapsed - breach.target },
          breach.cause && t.report.causes[breach.cause],
        ]),
      };
    case 'past-due':
      return {
        name,
        headings: [
          t.report.ticket,
          t.account.statement.titleOf,
          t.report.commitment,
          t.report.priority,
          t.report.openedAt,
          t.report.due,
        ],
        rows: report.pastDue.map((ticket) => [
          ticket.key,
          ticket.title,
          clock(ticket.clock),
          ticket.priority,
          at(ticket.opened),
          at(ticket.due),
        ]),
      };
    case 'figures':
      return {
        name,
        headings: [
          t.report.figure,
          t.report.part,
          t.report.priority,
          t.report.value,
          t.report.number,
          t.report.numberOf,
          t.report.before,
          t.report.resolvedBy,
        ],
        rows: report.figures
          .filter(({ value }) => value.state !== 'not-applicable')
          .map(({ kpi, slice, priority, value, before }) => [
            t.kpi[kpi as KpiId].name,
            slice === undefined ? null : sliceName(report, kpi as KpiId, slice, lang),
            priority ?? t.report.allPriorities,
            figureCell(value),
            sampleOf(value) === null ? null : { count: sampleOf(value)! },
            sampleOf(value) === null ? null : t.counted[countedBy(kpi as KpiId)].heading,
            before && figureCell(before),
            origin(kpi as KpiId, slice),
          ]),
      };
  }
}

/** How many a figure is of; `null` for a plain count. */
function sampleOf(value: ReportFigure): number | null {
  if (value.state === 'share') return value.total;
  return value.state === 'duration' || value.state === 'survival' ? value.n : null;
}

/** The number of a figure: of times the median, in hours; nothing where it is not known. */
function figureCell(value: ReportFigure): Cell {
  switch (value.state) {
    case 'count':
      return { count: value.value };
    case 'share':
      return value.total ? { share: value.met / value.total } : null;
    case 'duration':
      return { hours: value.median };
    case 'survival':
      return value.median === null ? null : { hours: value.median };
    default:
      return null;
  }
}
