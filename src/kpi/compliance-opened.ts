import { shareKpi } from './kpi.ts';

/** Commitments met, of the clocks that started in the month and are decided: met, or past their deadline. */
export const complianceOpened = shareKpi({
  id: 'compliance-opened',
  counts: 'tickets',
  settlesLater: true,
  better: 'higher',
  needs: ['created'],
  slices: ({ clocks }) => clocks,
  readsClocks: true,
  visit: ({ outcomes }, put) => {
    outcomes.forEach((outcome, clock) => {
      if (outcome.state !== 'read' || outcome.reading.status === 'running') return;
      put(outcome.start, outcome.reading.status === 'met', clock);
    });
  },
});
