import { durationKpi } from './kpi.ts';

/** The time that each clock counted, in the contract's own time and without its pauses, of the clocks that stopped in the month. */
export const clockTime = durationKpi({
  id: 'clock-time',
  section: 'times',
  counts: 'stops',
  unit: 'working-time',
  better: 'lower',
  needs: ['created'],
  slices: ({ clocks }) => clocks,
  readsClocks: true,
  visit: ({ outcomes }, put) => {
    outcomes.forEach((outcome, clock) => {
      if (outcome.state === 'read' && outcome.reading.stoppedAt !== null) {
        put(outcome.reading.stoppedAt, outcome.reading.elapsed, clock);
      }
    });
  },
});
