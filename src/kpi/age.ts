/** How old an open ticket is, in working days of the contract. */
import type { KpiContext } from './kpi.ts';

/** Bands of working days, as steering committees read them; `from` is inclusive, and the next band's is where it ends. */
export const AGE_BANDS = [
  { name: '0–2', from: 0 },
  { name: '3–5', from: 3 },
  { name: '6–10', from: 6 },
  { name: '11–20', from: 11 },
  { name: '> 20', from: 21 },
] as const;

/** Index of the band of an age. */
export function bandOf(age: number): number {
  return AGE_BANDS.findLastIndex(({ from }) => age >= from);
}

/** Working days that have begun after the date of the opening, up to an instant (exclusive), in the first calendar of the contract. */
export function workingAgeAt({ contract }: KpiContext, opened: number, at: number): number {
  const [calendar] = contract.calendars.values();
  const { working } = calendar!;
  return working.workingDays(contract.zone.dayAt(opened), contract.zone.dayAt(Math.max(opened, at - 1)));
}
