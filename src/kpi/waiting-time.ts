import { durationKpi } from './kpi.ts';
import { waitingBetween } from './waiting.ts';

/** Time waiting for the client or a third party, of the tickets that waited at all, in the month of their last event. */
export const waitingTime = durationKpi({
  id: 'waiting-time',
  section: 'times',
  counts: 'tickets',
  settlesLater: true,
  unit: 'calendar-time',
  better: 'lower',
  needs: ['status', 'history'],
  visit: (visit, put) => {
    const waited = waitingBetween(visit, -Infinity, Infinity);
    if (waited > 0) put(visit.context.table.history!.lastEvent[visit.ticket.index]!, waited);
  },
});
