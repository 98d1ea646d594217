import { shareKpi } from './kpi.ts';

/** Commitments met, of the clocks that stopped in the month: what most tools print. It does not see what is still open. */
export const complianceAtStop = shareKpi({
  id: 'compliance-at-stop',
  counts: 'stops',
  better: 'higher',
  needs: ['created'],
  slices: ({ clocks }) => clocks,
  readsClocks: true,
  visit: ({ outcomes }, put) => {
    outcomes.forEach((outcome, clock) => {
      if (outcome.state === 'read' && outcome.reading.stoppedAt !== null) {
        put(outcome.reading.stoppedAt, outcome.reading.status === 'met', clock);
      }
    });
  },
});
