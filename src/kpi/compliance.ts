import { defineKpi, type ShareKpi } from './kpi.ts';

/**
 * Commitments met, of those whose deadline falls in the month: the contract's figure. A ticket that is still open past
 * its deadline is not met; one resolved early counts in the month of its deadline.
 */
export const compliance = defineKpi({
  id: 'compliance',
  measure: 'share',
  better: 'higher',
  needs: ['created'],
  slices: ({ clocks }) => clocks,
  visit: ({ outcomes, context }, put) => {
    outcomes.forEach((outcome, clock) => {
      if (outcome.state !== 'read') return;
      const { due, status } = outcome.reading;
      if (due !== null && due <= context.asOf) put(due, status === 'met', clock);
    });
  },
} satisfies ShareKpi);
