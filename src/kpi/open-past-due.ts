import { stockKpi } from './kpi.ts';

/** Clocks still running past their deadline at the end of the month. */
export const openPastDue = stockKpi({
  id: 'open-past-due',
  better: 'lower',
  needs: ['created'],
  slices: ({ clocks }) => clocks,
  visit: ({ outcomes }, put) => {
    outcomes.forEach((outcome, clock) => {
      if (outcome.state !== 'read' || outcome.reading.due === null) return;
      const { due, stoppedAt, status } = outcome.reading;
      if (status === 'breached') put(due, stoppedAt ?? NaN, clock);
    });
  },
});
