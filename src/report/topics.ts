/** What a committee has to discuss about a month: found in the figures by rules, the gravest first, and worded by the site. */
import type { Account } from './account-schema.ts';
import type { MonthlyReport, Topic } from './schema.ts';
import { DAY_MS } from '../domain/zone.ts';

/** So many are put on the table; a longer list is no agenda. */
const MOST = 9;

/** The topics of a month. */
export function topicsOf(report: MonthlyReport, account: Account | null): Topic[] {
  const topics: Topic[] = [
    ...restated(report),
    ...missed(report),
    ...unusual(report),
    ...pastDue(report),
    ...committee(report),
    ...(account ? [...consumption(report, account), ...money(report, account)] : []),
    ...contested(report),
    ...data(report),
  ];
  return topics.length <= MOST
    ? topics
    : [...topics.slice(0, MOST - 1), { code: 'more', count: topics.length - MOST + 1 }];
}

function restated({ restated: of }: MonthlyReport): Topic[] {
  return of?.changes.length ? [{ code: 'restated', changes: of.changes.length }] : [];
}

/** Clocks below their goal, and of those that meet it the priorities that do not. */
function missed({ commitments }: MonthlyReport): Topic[] {
  return commitments.flatMap(({ clock, label, priority, verdict, byDeadline, goal }) => {
    if (verdict !== 'missed' || !byDeadline) return [];
    const whole = commitments.find((line) => line.clock === clock && line.priority === null);
    if (priority !== null && whole?.verdict === 'missed') return [];
    return [{ code: 'missed' as const, clock, label, priority, ...byDeadline, goal }];
  });
}

function unusual({ stability }: MonthlyReport): Topic[] {
  return stability.flatMap(({ figure, slice, state, value, low, high }) =>
    state === 'usual' || figure === 'compliance'
      ? []
      : [{ code: 'unusual' as const, figure, slice, state, value, low, high }],
  );
}

function pastDue({ pastDue: list, summary }: MonthlyReport): Topic[] {
  const oldest = list.find(({ clock }) => clock === summary.clock);
  return summary.openPastDue && oldest
    ? [{ code: 'past-due', count: summary.openPastDue, oldest: oldest.key, slug: oldest.slug, since: oldest.due }]
    : [];
}

/** Decisions that are late, and risks that are high. */
function committee({ decisions, risks }: MonthlyReport): Topic[] {
  return [
    ...decisions.flatMap(({ state, text, due }) =>
      state === 'late' && due !== null ? [{ code: 'decision-late' as const, text, due }] : [],
    ),
    ...risks.flatMap(({ level, text }) => (level === 'high' ? [{ code: 'risk-high' as const, text }] : [])),
  ];
}

/** Thresholds reached in the month, units above or lost in it, and what the latest month foresees. */
function consumption({ month, complete }: MonthlyReport, { books, asOf, months }: Account): Topic[] {
  const isLast = months.at(-1)?.month === month;
  return books.flatMap((book): Topic[] => {
    if (book.missing.length) return [];
    const topics: Topic[] = [];
    const { forecast, unit } = book;
    const statement = book.months.find((one) => one.month === month);
    if (statement && statement.overrun > 0)
      topics.push({ code: 'above-volume', book: book.id, unit, quantity: statement.overrun });
    if (statement && statement.expired > 0)
      topics.push({ code: 'units-lost', book: book.id, unit, quantity: statement.expired });
    const reached = forecast.alerts.findLast(({ reached: day }) => day?.startsWith(month));
    if (reached) topics.push({ code: 'threshold', book: book.id, share: reached.share, day: reached.reached! });
    if (!isLast || !complete) return topics;
    if (forecast.balance < 0) topics.push({ code: 'owed', book: book.id, unit, quantity: -forecast.balance });
    else if (forecast.exhaustion?.fast && forecast.window?.begun !== false && isNear(forecast.exhaustion.fast, asOf))
      topics.push({ code: 'exhaustion', book: book.id, from: forecast.exhaustion.fast, to: forecast.exhaustion.slow });
    for (const { lot, closes, lost } of forecast.expiring)
      if (book.form === 'carnet' && lost && isNear(closes, asOf))
        topics.push({ code: 'lot-expires', book: book.id, lot, closes, unit, quantity: lost });
    return topics;
  });
}

const NEAR_MS = 92 * DAY_MS;

function isNear(day: string, asOf: string): boolean {
  return Date.parse(day) - Date.parse(asOf) < NEAR_MS;
}

function money({ month }: MonthlyReport, { penalties, currency }: Account): Topic[] {
  const ofMonth = penalties.filter((line) => line.month === month);
  const net = ofMonth.reduce((sum, line) => sum + line.net, 0);
  return net > 0 ? [{ code: 'penalty', amount: net, currency, agreed: ofMonth.every(({ agreed }) => agreed) }] : [];
}

function contested({ breaches }: MonthlyReport): Topic[] {
  const keys = new Set(breaches.filter((breach) => breach.contested).map(({ key }) => key));
  return keys.size ? [{ code: 'contested', count: keys.size }] : [];
}

function data({ data: { rejected } }: MonthlyReport): Topic[] {
  return rejected > 0 ? [{ code: 'rows-rejected', count: rejected }] : [];
}
