/** Which zone the local times of a file are taken to be in, where nothing in it says so, with one of them as it is read. */
import { note, type Problem } from '../domain/problem.ts';
import { zoneOf } from '../domain/zone.ts';
import type { Rows } from './rows.ts';

/** One note for each zone that is assumed: the tool prints local times, and no source of the contract says of where. */
export function zoneNotes(drops: readonly Rows[]): Problem[] {
  const told = new Set<string>();
  return drops.flatMap((drop) => {
    const { zone, zoneAssumed, columns } = drop.layout;
    const dated = columns.find(({ field }) => drop.instants.has(field) && drop.localTimes.has(field));
    if (!zoneAssumed || told.has(zone) || !dated) return [];
    const at = drop.instants.get(dated.field)!;
    const row = at.findIndex((instant) => !Number.isNaN(instant));
    if (row < 0) return [];
    told.add(zone);
    const shown = new Date(zoneOf(zone).wallAt(at[row]!)).toISOString().slice(0, 16).replace('T', ' ');
    const params = {
      zone,
      column: dated.heading,
      line: drop.line[row]!,
      shown,
      read: new Date(at[row]!).toISOString(),
    };
    return [note('zone-assumed', params, { file: drop.file, line: drop.line[row]!, column: dated.index + 1 })];
  });
}
