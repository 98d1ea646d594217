import { countKpi } from './kpi.ts';
import { endOf } from './life.ts';

/** Tickets closed in the month without a resolution date: they leave the backlog all the same. */
export const closedUnresolved = countKpi({
  id: 'closed-unresolved',
  better: 'lower',
  needs: ['resolved', 'closed'],
  visit: (visit, put) => {
    const { resolved, closed } = visit.ticket;
    if (Number.isNaN(resolved) && endOf(visit) !== null) put(closed);
  },
});
