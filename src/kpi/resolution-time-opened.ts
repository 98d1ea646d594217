import { durationKpi } from './kpi.ts';

/** As the resolution time, in the month in which the tickets were opened: how a cohort fared, final only once all are resolved. */
export const resolutionTimeOpened = durationKpi({
  id: 'resolution-time-opened',
  counts: 'tickets',
  settlesLater: true,
  unit: 'calendar-time',
  better: 'lower',
  needs: ['created', 'resolved'],
  visit: ({ ticket }, put) => {
    const duration = ticket.resolved - ticket.created;
    if (duration >= 0) put(ticket.created, duration);
  },
});
