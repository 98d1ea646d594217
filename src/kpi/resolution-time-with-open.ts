import { survivalKpi } from './kpi.ts';
import { endOf } from './life.ts';

/**
 * How long a ticket opened in the month takes, the tickets still open included: by when half of them are resolved, as
 * Kaplan and Meier estimate it. A ticket closed without a resolution counts as open until then.
 */
export const resolutionTimeWithOpen = survivalKpi({
  id: 'resolution-time-with-open',
  section: 'quality',
  counts: 'tickets',
  settlesLater: true,
  better: 'lower',
  needs: ['created', 'resolved'],
  visit: (visit, put) => {
    const { ticket, context } = visit;
    const { created, resolved, closed } = ticket;
    if (endOf(visit) === null) return;
    if (resolved >= created) put(created, resolved - created, true);
    else if (Number.isNaN(resolved))
      put(created, Math.max(0, (Number.isNaN(closed) ? context.asOf : closed) - created), false);
  },
});
