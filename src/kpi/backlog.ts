import { stockKpi } from './kpi.ts';
import { endOf } from './life.ts';

/**
 * Tickets opened and not resolved at the end of the month; one that was closed without being resolved ends at its closing,
 * and one that has ended without anything telling when is left out.
 */
export const backlog = stockKpi({
  id: 'backlog',
  better: 'lower',
  needs: ['created', 'resolved'],
  visit: (visit, put, exclude) => {
    const end = endOf(visit);
    if (end === null) exclude('stop-unknown', visit.ticket.created);
    else put(visit.ticket.created, end);
  },
});
