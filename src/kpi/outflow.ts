import { defineKpi, type CountKpi } from './kpi.ts';

/** Tickets resolved in the month. */
export const outflow = defineKpi({
  id: 'outflow',
  measure: 'count',
  better: null,
  needs: ['resolved'],
  visit: ({ ticket }, put) => put(ticket.resolved),
} satisfies CountKpi);
