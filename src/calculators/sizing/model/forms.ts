/** The rules of the three forms over one year of months: what is above, what is lost, what waits. `MODEL.md` §7 to §9. */

export interface ForfaitRule {
  /** Hours a month. */
  readonly credit: number;
  /** Months in which a credit can be used, its own included; `Infinity` for the whole contract. */
  readonly life: number;
  /** Hours that may be carried to the next month; default without bound. */
  readonly cap?: number | undefined;
  /** Hours that may be taken on later months. */
  readonly overdraft?: number | undefined;
}

export interface ForfaitYear {
  readonly overrun: Float64Array;
  readonly waste: Float64Array;
  /** Credit left less debt, at the end of each month. */
  readonly carried: Float64Array;
  readonly endDebt: number;
  readonly overrunTotal: number;
  readonly wasteTotal: number;
}

/** Room for one year at a time: thousands of years go through it for each keystroke. */
const MOST_MONTHS = 24;
const scratch = {
  left: new Float64Array(MOST_MONTHS),
  overrun: new Float64Array(MOST_MONTHS),
  waste: new Float64Array(MOST_MONTHS),
  carried: new Float64Array(MOST_MONTHS),
};

/** Walks a year through the rule; what each month came to is in the scratch. Gives the debt at the end. */
function walk(work: ArrayLike<number>, { credit, life, cap = Infinity, overdraft = 0 }: ForfaitRule): number {
  const n = work.length;
  const { left, overrun, waste, carried } = scratch;
  let oldest = 0;
  let debt = 0;
  for (let m = 0; m < n; m++) {
    const repaid = Math.min(debt, credit);
    debt -= repaid;
    left[m] = credit - repaid;
    waste[m] = 0;
    let rest = work[m]!;
    for (let v = oldest; v <= m && rest > 0; v++) {
      const used = Math.min(rest, left[v]!);
      left[v]! -= used;
      rest -= used;
    }
    const borrowed = Math.min(rest, overdraft - debt);
    debt += borrowed;
    overrun[m] = rest - borrowed;
    for (; oldest <= m - life + 1; oldest++) waste[m]! += left[oldest]!;
    let sum = 0;
    for (let v = oldest; v <= m; v++) sum += left[v]!;
    for (let v = oldest; v <= m && sum > cap; v++) {
      const lost = Math.min(left[v]!, sum - cap);
      left[v]! -= lost;
      sum -= lost;
      waste[m]! += lost;
    }
    carried[m] = sum - debt;
  }
  // What is left at the end is lost.
  for (let v = oldest; v < n; v++) waste[n - 1]! += left[v]!;
  return debt;
}

export interface YearTotals {
  overrun: number;
  waste: number;
  /** Months, or blocks of months, with an overrun. */
  hits: number;
  /** The largest of their overruns. */
  worst: number;
}

/** The totals of a year under a fixed volume, without the months. */
export function forfaitTotals(work: ArrayLike<number>, rule: ForfaitRule): YearTotals {
  const totals = { overrun: walk(work, rule), waste: 0, hits: 0, worst: 0 };
  for (let m = 0; m < work.length; m++) {
    totals.overrun += scratch.overrun[m]!;
    totals.waste += scratch.waste[m]!;
    if (scratch.overrun[m]! > 1e-9) totals.hits++;
    if (scratch.overrun[m]! > totals.worst) totals.worst = scratch.overrun[m]!;
  }
  return totals;
}

/** A fixed volume with carry-over. Σ credit + overrun = Σ work + waste. */
export function forfaitYear(work: ArrayLike<number>, rule: ForfaitRule): ForfaitYear {
  const n = work.length;
  const { overrun: overrunTotal, waste: wasteTotal } = forfaitTotals(work, rule);
  const overrun = scratch.overrun.slice(0, n);
  return {
    overrun,
    waste: scratch.waste.slice(0, n),
    carried: scratch.carried.slice(0, n),
    endDebt: overrun.reduce((rest, one) => rest - one, overrunTotal),
    overrunTotal,
    wasteTotal,
  };
}

/** The totals of a year that is settled every `window` months. */
export function blockTotals(work: ArrayLike<number>, credit: number, window: number): YearTotals {
  const totals = { overrun: 0, waste: 0, hits: 0, worst: 0 };
  for (let start = 0; start < work.length; start += window) {
    const end = Math.min(start + window, work.length);
    let over = -credit * (end - start);
    for (let m = start; m < end; m++) over += work[m]!;
    if (over > 0) {
      totals.overrun += over;
      if (over > 1e-9) totals.hits++;
      if (over > totals.worst) totals.worst = over;
    } else totals.waste -= over;
  }
  return totals;
}

/** A fixed volume that is settled every `window` months. */
export function blockYear(
  work: ArrayLike<number>,
  credit: number,
  window: number,
): { overrun: number[]; waste: number[]; overrunTotal: number; wasteTotal: number } {
  const overrun: number[] = [];
  const waste: number[] = [];
  let [overrunTotal, wasteTotal] = [0, 0];
  for (let start = 0; start < work.length; start += window) {
    const end = Math.min(start + window, work.length);
    let over = -credit * (end - start);
    for (let m = start; m < end; m++) over += work[m]!;
    overrun.push(Math.max(0, over));
    waste.push(Math.max(0, -over));
    overrunTotal += Math.max(0, over);
    wasteTotal += Math.max(0, -over);
  }
  return { overrun, waste, overrunTotal, wasteTotal };
}

const shelf = { left: new Float64Array(MOST_MONTHS + 1), bought: new Int32Array(MOST_MONTHS + 1) };

/** Books of hours, bought on need, each good for so many months, the oldest first. books × size = used + expired + left. */
export function carnetYear(
  work: ArrayLike<number>,
  size: number,
  validity: number,
): { books: number; expired: number; left: number; exhaustMonth: number | null; most: number } {
  const { left, bought } = shelf;
  left[0] = size;
  bought[0] = 0;
  let [head, tail, books, expired] = [0, 1, 1, 0];
  let exhaustMonth: number | null = null;
  let firstIsOpen = true;
  // The first book is bought in the first month.
  let most = 1;
  for (let m = 0; m < work.length; m++) {
    let need = work[m]!;
    while (need > 0 && head < tail) {
      const used = Math.min(need, left[head]!);
      left[head]! -= used;
      need -= used;
      if (left[head]! > 1e-9) break;
      if (firstIsOpen) {
        exhaustMonth = m + 1;
        firstIsOpen = false;
      }
      head++;
    }
    if (need > 0) {
      // Of many small books only the last is kept: the others are used up at once.
      const count = Math.ceil(need / size - 1e-12);
      books += count;
      const here = m === 0 ? count + 1 : count;
      if (here > most) most = here;
      const rest = count * size - need;
      if (rest > 1e-9) {
        left[tail] = rest;
        bought[tail++] = m;
      }
    }
    for (; head < tail && bought[head]! + validity - 1 <= m; head++) {
      expired += left[head]!;
      firstIsOpen = false;
    }
  }
  let rest = 0;
  for (; head < tail; head++) rest += left[head]!;
  return { books, expired, left: rest, exhaustMonth, most };
}

/** Reserved capacity that is paid in all cases; work waits. Σ capacity = Σ work − backlog + idle. */
export function regieYear(
  work: ArrayLike<number>,
  capacity: number,
): { backlog: number[]; idle: number[]; backlogEnd: number; idleTotal: number } {
  const backlog: number[] = [];
  const idle: number[] = [];
  let waiting = 0;
  let idleTotal = 0;
  for (let m = 0; m < work.length; m++) {
    const over = waiting + work[m]! - capacity;
    waiting = Math.max(0, over);
    backlog.push(waiting);
    idle.push(Math.max(0, -over));
    idleTotal += Math.max(0, -over);
  }
  return { backlog, idle, backlogEnd: waiting, idleTotal };
}
