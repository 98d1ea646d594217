import { ageKpi } from './kpi.ts';
import { endOf } from './life.ts';

/** How long the tickets open at the end of each month have been open, all time. */
export const openAge = ageKpi({
  id: 'open-age',
  section: 'quality',
  unit: 'calendar-time',
  better: 'lower',
  needs: ['created', 'resolved'],
  visit: (visit, put) => {
    const end = endOf(visit);
    if (end !== null) put(visit.ticket.created, end);
  },
});
