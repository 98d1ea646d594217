import { shareKpi } from './kpi.ts';

/** Tickets opened in the month that the contract promises a target for, clock by clock. */
export const coverage = shareKpi({
  id: 'coverage',
  counts: 'tickets',
  better: 'higher',
  needs: ['created'],
  slices: ({ clocks }) => clocks,
  visit: ({ ticket, outcomes }, put) => {
    outcomes.forEach((outcome, clock) => put(ticket.created, outcome.state !== 'no-commitment', clock));
  },
});
