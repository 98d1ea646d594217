import { stockKpi } from './kpi.ts';

/** Clocks still running past their deadline at the end of the month. */
export const openPastDue = stockKpi({
  id: 'open-past-due',
  better: 'lower',
  needs: ['created'],
  slices: ({ clocks }) => clocks,
  readsClocks: true,
  visit: ({ outcomes }, put) => {
    outcomes.forEach((outcome, clock) => {
      if (outcome.state !== 'read' || outcome.reading.lateFrom === null) return;
      const { lateFrom, stoppedAt } = outcome.reading;
      // Late once more than the target is counted: at the very closing of the day it is due it is not late yet.
      put(lateFrom, stoppedAt ?? NaN, clock);
    });
  },
});
