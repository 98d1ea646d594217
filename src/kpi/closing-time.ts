import { defineKpi, type DurationKpi } from './kpi.ts';

/** All time from the opening to the closing of the tickets closed in the month. */
export const closingTime = defineKpi({
  id: 'closing-time',
  measure: 'duration',
  better: 'lower',
  needs: ['created', 'closed'],
  visit: ({ ticket }, put, exclude) => {
    if (Number.isNaN(ticket.closed)) return;
    const duration = ticket.closed - ticket.created;
    if (duration < 0) exclude('negative-duration');
    else put(ticket.closed, duration);
  },
} satisfies DurationKpi);
