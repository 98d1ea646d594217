/** What a list of tickets can fill: the months of each indicator, and what the others lack. */
import type { Contract } from '../../../contract/contract.ts';
import type { Need, TicketTable } from '../../../domain/ticket.ts';
import { HOUR_MS } from '../../../domain/zone.ts';
import { backlog } from '../../../kpi/backlog.ts';
import { escalation } from '../../../kpi/escalation.ts';
import { firstContact } from '../../../kpi/first-contact.ts';
import { firstTouchTime } from '../../../kpi/first-touch-time.ts';
import { inflow } from '../../../kpi/inflow.ts';
import { measure, type Figure, type Measures } from '../../../kpi/measure.ts';
import { reopened } from '../../../kpi/reopened.ts';
import { resolutionTime } from '../../../kpi/resolution-time.ts';
import { toolVerdict } from '../../../kpi/tool-verdict.ts';
import type { IndicatorId } from './indicators.ts';
import type { Row } from './sheet.ts';

export interface FromTickets {
  readonly filled: ReadonlyMap<IndicatorId, readonly Row[]>;
  /** Indicator → what the export lacks. */
  readonly lacking: ReadonlyMap<IndicatorId, readonly Need[]>;
}

/** Months that are filled. */
const MONTHS = 12;
const KPIS = [backlog, escalation, firstContact, firstTouchTime, inflow, reopened, resolutionTime, toolVerdict];

/** Fills the indicators from a table of tickets, over the last twelve full months (those there are, where there are less). */
export function fromTickets(table: TicketTable, contract: Contract, asOf: number): FromTickets {
  const measures = measure(table, contract, asOf, undefined, KPIS);
  const { months } = measures.context;
  const full = months.names.filter((_, i) => asOf + 1 >= months.bounds[i + 1]!);
  const names = (full.length ? full : months.names).slice(-MONTHS);
  const filled = new Map<IndicatorId, readonly Row[]>();
  const lacking = new Map<IndicatorId, readonly Need[]>();
  const put = (id: IndicatorId, of: (month: string) => readonly (number | null)[] | readonly Need[] | null): void => {
    const rows: Row[] = [];
    for (const label of names) {
      const values = of(label);
      if (values === null || values.length === 0) continue;
      if (values.every((value) => typeof value === 'string')) {
        lacking.set(id, values);
        return;
      }
      rows.push({ label, values });
    }
    if (rows.length) filled.set(id, rows);
  };
  const share = (figure: Figure): readonly number[] | readonly Need[] | null =>
    figure.state === 'share' ? [figure.met, figure.total] : figure.state === 'not-known' ? figure.missing : null;
  const time = (figure: Figure): readonly number[] | readonly Need[] | null =>
    figure.state === 'duration'
      ? [Math.round((figure.sum / HOUR_MS) * 100) / 100, figure.n]
      : figure.state === 'not-known'
        ? figure.missing
        : null;
  put('first-contact', (month) => share(measures.figure('first-contact', { month })));
  put('resolution-time', (month) => time(measures.figure('resolution-time', { month })));
  put('response-time', (month) => {
    const acknowledged = acknowledgedIn(table, month, measures);
    return acknowledged ?? time(measures.figure('first-touch-time', { month }));
  });
  put('sla', (month) => share(measures.figure('tool-verdict', { month, slice: 'resolved' })));
  put('backlog', (month) => stock(measures, month));
  put('reopen', (month) => share(measures.figure('reopened', { month })));
  put('escalation', (month) => share(measures.figure('escalation', { month })));
  return { filled, lacking };
}

/** Stock at the start, opened, closed (with and without a resolution). */
function stock(measures: Measures, month: string): readonly number[] | readonly Need[] | null {
  const { names } = measures.context.months;
  const before = names[names.indexOf(month) - 1];
  // What was open before the export begins it does not say.
  if (before === undefined) return null;
  const count = (kpi: 'backlog' | 'inflow', of: string): number | readonly Need[] => {
    const figure = measures.figure(kpi, { month: of });
    return figure.state === 'count' ? figure.value : figure.state === 'not-known' ? figure.missing : 0;
  };
  const [start, opened, end] = [count('backlog', before), count('inflow', month), count('backlog', month)];
  if (typeof start !== 'number') return start;
  if (typeof opened !== 'number') return opened;
  if (typeof end !== 'number') return end;
  return [start, opened, start + opened - end];
}

/** Hours to the acknowledgement, and tickets, of those acknowledged in a month; `null` where the export does not say. */
function acknowledgedIn(table: TicketTable, month: string, { context }: Measures): readonly number[] | null {
  if (!table.known.has('acknowledged')) return null;
  const { acknowledged, created } = table.instant;
  const index = context.months.names.indexOf(month);
  let [sum, n] = [0, 0];
  for (let i = 0; i < table.count; i++) {
    const at = acknowledged[i]!;
    if (Number.isNaN(at) || at < created[i]! || context.months.of(at) !== index) continue;
    sum += at - created[i]!;
    n++;
  }
  return n === 0 ? [] : [Math.round((sum / HOUR_MS) * 100) / 100, n];
}
