import type { TicketTable } from '../domain/ticket.ts';
import { durationKpi } from './kpi.ts';

/** Time entries by who worked, where the contract keeps people as pseudonyms. */
export const workByPerson = durationKpi({
  id: 'work-by-person',
  counts: 'entries',
  unit: 'working-time',
  better: null,
  needs: ['work', 'people'],
  slices: ({ table }) => [...new Set(table.work?.people)].filter((name) => name !== ''),
  visit: ({ ticket, context }, put) => {
    const { offsets } = context.table.work!;
    putEntries(context, offsets[ticket.index]!, offsets[ticket.index + 1]!, put);
  },
  loose: (context, put) => {
    const { table } = context;
    putEntries(context, table.work!.offsets[table.count]!, table.work!.offsets[table.count + 1]!, put);
  },
});

function putEntries(
  { table }: { readonly table: TicketTable },
  from: number,
  to: number,
  put: (at: number, duration: number, slice: number) => void,
): void {
  const { at, effort, person, people } = table.work!;
  // The pseudonyms stand in the list in the order of the slices, after the empty word.
  for (let i = from; i < to; i++) if (people[person[i]!] !== '') put(at[i]!, effort[i]!, person[i]! - 1);
}
