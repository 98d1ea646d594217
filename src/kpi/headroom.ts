import { durationKpi } from './kpi.ts';

/** What was left of the target when the clock stopped in time, as a part of the target, in the month of the stop. */
export const headroom = durationKpi({
  id: 'headroom',
  counts: 'stops',
  unit: 'basis-points',
  better: 'higher',
  needs: ['created'],
  slices: ({ clocks }) => clocks,
  readsClocks: true,
  visit: ({ outcomes }, put) => {
    outcomes.forEach((outcome, clock) => {
      if (outcome.state !== 'read' || outcome.reading.status !== 'met' || outcome.reading.stoppedAt === null) return;
      const { stoppedAt, elapsed, allowed } = outcome.reading;
      if (allowed > 0) put(stoppedAt, Math.round(((allowed - elapsed) * 10_000) / allowed), clock);
    });
  },
});
