import { defineKpi, type CountKpi } from './kpi.ts';

/** Tickets opened in the month. */
export const inflow = defineKpi({
  id: 'inflow',
  measure: 'count',
  better: null,
  needs: ['created'],
  visit: ({ ticket }, put) => put(ticket.created),
} satisfies CountKpi);
