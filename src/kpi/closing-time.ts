import { durationKpi } from './kpi.ts';

/** All time from the opening to the closing of the tickets closed in the month. */
export const closingTime = durationKpi({
  id: 'closing-time',
  section: 'times',
  counts: 'tickets',
  unit: 'calendar-time',
  better: 'lower',
  needs: ['created', 'closed'],
  visit: ({ ticket }, put, exclude) => {
    if (Number.isNaN(ticket.closed)) return;
    const duration = ticket.closed - ticket.created;
    if (duration < 0) exclude('negative-duration', ticket.closed);
    else put(ticket.closed, duration);
  },
});
