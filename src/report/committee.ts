/** What the parties put before their committee in a month, and what the charts mark. */
import type { Contract } from '../contract/contract.ts';
import { startOfMonth, monthAt, monthPlus, type Month } from '../domain/months.ts';
import { isoDate } from '../domain/date.ts';
import type { Zone } from '../domain/zone.ts';
import { wilsonInterval } from '../domain/statistics.ts';
import type { MonthlyReport } from './schema.ts';

/** A month with less than this share of the usual working days is a month of holidays. */
const FEW_DAYS = 0.9;

/** Amendments, events, and months of few working days, ascending; what the data do not reach is left out. */
export function marksOf(contract: Contract, months: readonly Month[], asOf: number): MonthlyReport['series']['marks'] {
  const { zone, terms, committee } = contract;
  const last = isoDate(zone.dayAt(asOf));
  const marks: MonthlyReport['series']['marks'] = [
    ...terms.slice(1).flatMap(({ from, label }) =>
      from <= asOf
        ? [
            {
              month: monthAt(from, zone),
              kind: 'terms' as const,
              day: isoDate(zone.dayAt(from)),
              text: label,
              days: null,
            },
          ]
        : [],
    ),
    ...committee.events.flatMap(({ on, text }) =>
      on <= last ? [{ month: on.slice(0, 7), kind: 'event' as const, day: on, text, days: null }] : [],
    ),
    ...fewDays(contract, months),
  ];
  return marks
    .filter(({ month }) => months.includes(month))
    .sort((a, b) => ((a.day ?? a.month) < (b.day ?? b.month) ? -1 : 1));
}

function dayBefore(month: Month, zone: Zone): number {
  return zone.dayAt(startOfMonth(month, zone)) - 1;
}

function fewDays({ zone, calendars }: Contract, months: readonly Month[]): MonthlyReport['series']['marks'] {
  const calendar = [...calendars.values()][0]?.working;
  if (!calendar || months.length < 2) return [];
  const days = months.map((month) =>
    calendar.workingDays(dayBefore(month, zone), dayBefore(monthPlus(month, 1), zone)),
  );
  const usual = days.reduce((sum, one) => sum + one, 0) / days.length;
  return months.flatMap((month, i) =>
    days[i]! < usual * FEW_DAYS ? [{ month, kind: 'few-days' as const, day: null, text: null, days: days[i]! }] : [],
  );
}

/**
 * The survey, the risks and the decisions of a month.
 * @param end the last day of the month that is known, an ISO date
 */
export function committeeIn(
  { committee, policies }: Contract,
  month: Month,
  end: string,
): Pick<MonthlyReport, 'satisfaction' | 'risks' | 'decisions'> {
  const survey = committee.surveys.find((one) => one.month === month);
  const before = committee.surveys.findLast((one) => one.month < month && one.answered >= policies.minimumSample);
  const first = `${month}-01`;
  return {
    satisfaction: survey
      ? {
          asked: survey.asked,
          answered: survey.answered,
          satisfied: survey.satisfied,
          interval: wilsonInterval(survey.satisfied, survey.answered),
          before: before ? { month: before.month, answered: before.answered, satisfied: before.satisfied } : null,
        }
      : null,
    risks: committee.risks
      .filter(({ since, until }) => since <= end && (until === null || until >= first))
      // That it would end later was not known.
      .map((risk) => ({ ...risk, until: risk.until !== null && risk.until <= end ? risk.until : null })),
    decisions: committee.decisions.flatMap((decision) => {
      const { on, due } = decision;
      // What was done after the month was open in it.
      const done = decision.done !== null && decision.done <= end ? decision.done : null;
      if (on > end || (done !== null && done < first && on < first)) return [];
      const state =
        done !== null
          ? ('done' as const)
          : due !== null && due < end
            ? ('late' as const)
            : on >= first
              ? ('new' as const)
              : ('open' as const);
      return [{ ...decision, done, state }];
    }),
  };
}
