import { shareKpi } from './kpi.ts';

/**
 * Commitments met, of those whose deadline falls in the month: the contract's figure. A ticket that is still open past
 * its deadline is not met; one resolved early counts in the month of its deadline.
 */
export const compliance = shareKpi({
  id: 'compliance',
  counts: 'deadlines',
  better: 'higher',
  needs: ['created'],
  slices: ({ clocks }) => clocks,
  readsClocks: true,
  visit: ({ ticket, outcomes, context }, put, exclude) => {
    outcomes.forEach((outcome, clock) => {
      if (outcome.state === 'excluded') exclude(outcome.reason, ticket.created, clock);
      else if (outcome.state === 'not-computable') exclude('not-computable', ticket.created, clock);
      if (outcome.state !== 'read') return;
      const { due, status } = outcome.reading;
      // A clock that stands exactly at its target is neither met nor missed yet.
      if (due !== null && due <= context.asOf && status !== 'running') put(due, status === 'met', clock);
    });
  },
});
