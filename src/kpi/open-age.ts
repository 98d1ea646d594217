import { ageKpi } from './kpi.ts';

/** How long the tickets open at the end of each month have been open, all time. */
export const openAge = ageKpi({
  id: 'open-age',
  unit: 'calendar-time',
  better: 'lower',
  needs: ['created', 'resolved'],
  visit: ({ ticket }, put) => put(ticket.created, Number.isNaN(ticket.resolved) ? ticket.closed : ticket.resolved),
});
