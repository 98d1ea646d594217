import { defineKpi, type CountKpi } from './kpi.ts';

/** Tickets closed in the month: an administrative act, some days after the resolution in most tools. */
export const closed = defineKpi({
  id: 'closed',
  measure: 'count',
  better: null,
  needs: ['closed'],
  visit: ({ ticket }, put) => put(ticket.closed),
} satisfies CountKpi);
