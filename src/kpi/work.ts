import { KINDS } from '../domain/ticket.ts';
import { durationKpi } from './kpi.ts';

/** Parts of the work: by kind of ticket, on tickets of no known kind, and on none. */
export const WORK_PARTS = [...KINDS, 'unclassified', 'no-ticket'] as const;
export type WorkPart = (typeof WORK_PARTS)[number];

/** Time entries by the day of the work, whatever became of the ticket. */
export const work = durationKpi({
  id: 'work',
  counts: 'entries',
  unit: 'working-time',
  better: null,
  needs: ['work'],
  slices: () => WORK_PARTS,
  visit: ({ ticket, context }, put) => {
    const { offsets, at, effort } = context.table.work!;
    const kind = context.classes.kind[ticket.kind]!;
    const part = kind < 0 ? WORK_PARTS.indexOf('unclassified') : kind;
    for (let i = offsets[ticket.index]!; i < offsets[ticket.index + 1]!; i++) put(at[i]!, effort[i]!, part);
  },
  loose: ({ table }, put) => {
    const { offsets, at, effort } = table.work!;
    for (let i = offsets[table.count]!; i < offsets[table.count + 1]!; i++)
      put(at[i]!, effort[i]!, WORK_PARTS.indexOf('no-ticket'));
  },
});
