import { defineKpi, type StockKpi } from './kpi.ts';

/** Tickets opened and not resolved at the end of the month; one that was closed without being resolved ends at its closing. */
export const backlog = defineKpi({
  id: 'backlog',
  measure: 'stock',
  better: 'lower',
  needs: ['created', 'resolved'],
  visit: ({ ticket }, put) => put(ticket.created, Number.isNaN(ticket.resolved) ? ticket.closed : ticket.resolved),
} satisfies StockKpi);
