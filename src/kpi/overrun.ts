import { durationKpi } from './kpi.ts';

/** By how much the commitments missed were missed, in the month of their deadline; running clocks as far as they have run. */
export const overrun = durationKpi({
  id: 'overrun',
  counts: 'deadlines',
  unit: 'working-time',
  better: 'lower',
  needs: ['created'],
  slices: ({ clocks }) => clocks,
  readsClocks: true,
  visit: ({ outcomes }, put) => {
    outcomes.forEach((outcome, clock) => {
      if (outcome.state !== 'read' || outcome.reading.status !== 'breached' || outcome.reading.due === null) return;
      put(outcome.reading.due, outcome.reading.elapsed - outcome.reading.allowed, clock);
    });
  },
});
