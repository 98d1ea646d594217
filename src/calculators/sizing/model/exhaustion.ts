/** When a book of hours runs out, and what would expire. `MODEL.md` §8. */
import type { Moments, Need } from './demand.ts';
import { momentsOf } from './demand.ts';
import { workFrom, workOf, type Work } from './work.ts';

export interface Exhaustion {
  /** P(run out by the end of each month). */
  readonly cdf: readonly number[];
  /** The work up to the end of each month. */
  readonly upTo: readonly Work[];
}

/** The distribution of the month in which a book of so many hours is used up. */
export function exhaustionOf(need: Need, hours: number, cells = 1024): Exhaustion {
  const sets = Array.from({ length: need.months }, (_, m) => Array.from({ length: m + 1 }, (_none, i) => i));
  // Each on its own grid: the first month would be coarse on that of the year.
  const upTo = sets.map((months) => workOf(need, [months], cells)[0]!);
  return { cdf: upTo.map((work) => reached(work, hours)), upTo };
}

/** P(S ≥ hours). */
function reached(work: Work, hours: number): number {
  return work.lattice ? work.exceeds(hours - work.step / 2) : work.exceeds(hours);
}

/** Halvings of the month in which it is used up: a thousandth of a month. */
const HALVINGS = 10;

/** The same with the part of the last month as its work comes in evenly, and not by a line over the month. */
export function exhaustedAfter(need: Need, hours: number, of: Exhaustion, p: number, cells = 512): number | null {
  const month = of.cdf.findIndex((here) => here >= p);
  if (month < 0) return null;
  let [low, high] = [month, month + 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (exhaustedBy(need, hours, middle, cells) >= p) high = middle;
    else low = middle;
  }
  return high;
}

/** Months after which it is used up with probability `p`, a part of a month included; `null` where it outlasts the months. */
export function exhaustionQuantile({ cdf }: Exhaustion, p: number): number | null {
  let before = 0;
  for (const [m, here] of cdf.entries()) {
    if (here >= p) return here > before ? m + (p - before) / (here - before) : m + 1;
    before = here;
  }
  return null;
}

/** Hours that are lost on average where the book is good for so many months. */
export function expectedLoss({ upTo }: Exhaustion, hours: number, validity: number): number {
  const work = upTo[validity - 1]!;
  const lost = hours - work.mean + work.beyond(hours);
  // Less than the sum over the grid can tell is nothing.
  return lost < 1e-6 * hours ? 0 : lost;
}

/** P(run out within so many months), a part of the last one included. */
export function exhaustedBy(need: Need, hours: number, months: number, cells = 1024): number {
  const whole = Math.floor(months);
  const part = months - whole;
  const indexes = Array.from({ length: Math.min(need.months, whole + (part > 0 ? 1 : 0)) }, (_, i) => i);
  const weighted: Need = {
    ...need,
    seasons: need.seasons.map((season) => season.map((value, m) => (m === whole ? value * part : value))),
    fixed: need.fixed.map((value, m) => (m === whole ? value * part : value)),
  };
  const moments: Moments = momentsOf(weighted, indexes);
  return reached(workFrom(need, [moments], cells)[0]!, hours);
}
