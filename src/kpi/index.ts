/** The KPIs, in the order in which the method page lists them. Adding one is a line here, its file and its texts. */
import { backlog } from './backlog.ts';
import { clockTime } from './clock-time.ts';
import { closed } from './closed.ts';
import { closingTime } from './closing-time.ts';
import { compliance } from './compliance.ts';
import { complianceAtStop } from './compliance-at-stop.ts';
import { coverage } from './coverage.ts';
import { firstTouchTime } from './first-touch-time.ts';
import { inflow } from './inflow.ts';
import { notClosed } from './not-closed.ts';
import { openPastDue } from './open-past-due.ts';
import { outflow } from './outflow.ts';
import { overrun } from './overrun.ts';
import { reopened } from './reopened.ts';
import { reopenings } from './reopenings.ts';
import { reopensReported } from './reopens-reported.ts';
import { resolutionTime } from './resolution-time.ts';
import { resolutionTimeOpened } from './resolution-time-opened.ts';
import { resolutionTimeWithoutWaiting } from './resolution-time-without-waiting.ts';
import { timeInStatus } from './time-in-status.ts';
import { toolVerdict } from './tool-verdict.ts';
import { waitingTime } from './waiting-time.ts';

export const KPIS = [
  compliance,
  complianceAtStop,
  openPastDue,
  overrun,
  coverage,
  toolVerdict,
  clockTime,
  resolutionTime,
  resolutionTimeOpened,
  resolutionTimeWithoutWaiting,
  closingTime,
  firstTouchTime,
  waitingTime,
  timeInStatus,
  inflow,
  outflow,
  closed,
  backlog,
  notClosed,
  reopened,
  reopenings,
  reopensReported,
] as const;

export type KpiId = (typeof KPIS)[number]['id'];
