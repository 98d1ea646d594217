import { durationKpi } from './kpi.ts';

/** All time from the opening to the resolution of the tickets resolved in the month, nights and waiting included. */
export const resolutionTime = durationKpi({
  id: 'resolution-time',
  section: 'times',
  counts: 'tickets',
  unit: 'calendar-time',
  better: 'lower',
  needs: ['created', 'resolved'],
  visit: ({ ticket }, put, exclude) => {
    if (Number.isNaN(ticket.resolved)) return;
    const duration = ticket.resolved - ticket.created;
    if (duration < 0) exclude('negative-duration', ticket.resolved);
    else put(ticket.resolved, duration);
  },
});
