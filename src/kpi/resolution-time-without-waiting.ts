import { durationKpi } from './kpi.ts';
import { waitingBetween } from './waiting.ts';

/** The resolution time less what of it the ticket waited for the client or a third party. */
export const resolutionTimeWithoutWaiting = durationKpi({
  id: 'resolution-time-without-waiting',
  section: 'times',
  counts: 'tickets',
  unit: 'calendar-time',
  better: 'lower',
  needs: ['created', 'resolved', 'status', 'history'],
  visit: (visit, put) => {
    const { created, resolved } = visit.ticket;
    if (resolved >= created) put(resolved, resolved - created - waitingBetween(visit, created, resolved));
  },
});
