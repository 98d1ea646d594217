/** The KPIs, in the order in which the method page lists them. Adding one is a line here, its file and its texts. */
import type { Kpi, Section } from './kpi.ts';
import { ageing } from './ageing.ts';
import { backlog } from './backlog.ts';
import { clearance } from './clearance.ts';
import { clockTime } from './clock-time.ts';
import { clockTimeCalendar } from './clock-time-calendar.ts';
import { closed } from './closed.ts';
import { closedUnresolved } from './closed-unresolved.ts';
import { closingTime } from './closing-time.ts';
import { compliance } from './compliance.ts';
import { complianceAtStop } from './compliance-at-stop.ts';
import { complianceOpened } from './compliance-opened.ts';
import { coverage } from './coverage.ts';
import { effort } from './effort.ts';
import { escalation } from './escalation.ts';
import { firstContact } from './first-contact.ts';
import { firstTouchTime } from './first-touch-time.ts';
import { headroom } from './headroom.ts';
import { inflow } from './inflow.ts';
import { mix } from './mix.ts';
import { notClosed } from './not-closed.ts';
import { openAge } from './open-age.ts';
import { openPastDue } from './open-past-due.ts';
import { outflow } from './outflow.ts';
import { overrun } from './overrun.ts';
import { questions } from './questions.ts';
import { rejected } from './rejected.ts';
import { reopened } from './reopened.ts';
import { reopenedWithin } from './reopened-within.ts';
import { reopenings } from './reopenings.ts';
import { reopensReported } from './reopens-reported.ts';
import { resolutionTime } from './resolution-time.ts';
import { resolutionTimeOpened } from './resolution-time-opened.ts';
import { resolutionTimeWithOpen } from './resolution-time-with-open.ts';
import { resolutionTimeWithoutWaiting } from './resolution-time-without-waiting.ts';
import { timeInStatus } from './time-in-status.ts';
import { timeSplit } from './time-split.ts';
import { toolVerdict } from './tool-verdict.ts';
import { waitingTime } from './waiting-time.ts';
import { work } from './work.ts';
import { workByPerson } from './work-by-person.ts';

export const KPIS = [
  compliance,
  complianceAtStop,
  complianceOpened,
  openPastDue,
  overrun,
  headroom,
  coverage,
  toolVerdict,
  clockTime,
  clockTimeCalendar,
  resolutionTime,
  resolutionTimeWithOpen,
  resolutionTimeOpened,
  resolutionTimeWithoutWaiting,
  timeSplit,
  closingTime,
  firstTouchTime,
  waitingTime,
  timeInStatus,
  inflow,
  outflow,
  clearance,
  closed,
  closedUnresolved,
  backlog,
  notClosed,
  ageing,
  openAge,
  reopened,
  reopenedWithin,
  reopenings,
  reopensReported,
  rejected,
  firstContact,
  escalation,
  questions,
  mix,
  effort,
  work,
  workByPerson,
] as const;

export type KpiId = (typeof KPIS)[number]['id'];

/** The KPIs that a month shows in one of its sections, in the order of the list. */
export function kpisIn(section: Section): (Kpi & { readonly id: KpiId })[] {
  return KPIS.filter((kpi) => 'section' in kpi && kpi.section === section);
}

/** Whether the parts of a KPI are clocks that the exports must let one read. */
export function readsClocks(id: KpiId): boolean {
  return KPIS.some((kpi) => kpi.id === id && 'readsClocks' in kpi);
}

/** Whether the date of resolution enters into a KPI by itself, not by a clock that it stops. */
export function needsResolution(id: KpiId): boolean {
  return KPIS.some(({ id: own, needs }) => own === id && (needs as readonly string[]).includes('resolved'));
}
