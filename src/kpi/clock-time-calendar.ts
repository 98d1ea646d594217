import { durationKpi } from './kpi.ts';

/** All time from the start of each clock to its stop, less its pauses, of the clocks that stopped in the month. */
export const clockTimeCalendar = durationKpi({
  id: 'clock-time-calendar',
  section: 'times',
  counts: 'stops',
  unit: 'calendar-time',
  better: 'lower',
  needs: ['created'],
  slices: ({ clocks }) => clocks,
  readsClocks: true,
  visit: ({ outcomes }, put) => {
    outcomes.forEach((outcome, clock) => {
      if (outcome.state !== 'read' || outcome.reading.stoppedAt === null) return;
      const { stoppedAt, pauses } = outcome.reading;
      const paused = pauses.reduce((sum, { from, to }) => sum + to - from, 0);
      put(stoppedAt, stoppedAt - outcome.start - paused, clock);
    });
  },
});
