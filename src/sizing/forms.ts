/** The rules of the three forms over one year of months: what is above, what is lost, what waits. `sizing-model` §7 to §9. */

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

/** A fixed volume with carry-over. Σ credit + overrun = Σ work + waste. */
export function forfaitYear(
  work: ArrayLike<number>,
  { credit, life, cap = Infinity, overdraft = 0 }: ForfaitRule,
): ForfaitYear {
  const n = work.length;
  const overrun = new Float64Array(n);
  const waste = new Float64Array(n);
  const carried = new Float64Array(n);
  /** What is left of the credit of each month. */
  const left = new Float64Array(n);
  let oldest = 0;
  let debt = 0;
  for (let m = 0; m < n; m++) {
    const repaid = Math.min(debt, credit);
    debt -= repaid;
    left[m] = credit - repaid;
    let rest = work[m]!;
    for (let v = oldest; v <= m && rest > 0; v++) {
      const used = Math.min(rest, left[v]!);
      left[v]! -= used;
      rest -= used;
    }
    const borrowed = Math.min(rest, overdraft - debt);
    debt += borrowed;
    overrun[m] = rest - borrowed;
    for (; oldest <= m - life + 1; oldest++) {
      waste[m]! += left[oldest]!;
      left[oldest] = 0;
    }
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
  let overrunTotal = debt;
  let wasteTotal = 0;
  for (let m = 0; m < n; m++) {
    waste[n - 1]! += left[m]!;
    overrunTotal += overrun[m]!;
  }
  for (let m = 0; m < n; m++) wasteTotal += waste[m]!;
  return { overrun, waste, carried, endDebt: debt, overrunTotal, wasteTotal };
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

/** Books of hours, bought on need, each good for so many months, the oldest first. books × size = used + expired + left. */
export function carnetYear(
  work: ArrayLike<number>,
  size: number,
  validity: number,
): { books: number; expired: number; left: number; exhaustMonth: number | null } {
  const rest: { left: number; bought: number }[] = [{ left: size, bought: 0 }];
  let books = 1;
  let expired = 0;
  let exhaustMonth: number | null = null;
  let firstIsOpen = true;
  for (let m = 0; m < work.length; m++) {
    let need = work[m]!;
    const take = (): void => {
      const [book] = rest;
      if (!book) return;
      const used = Math.min(need, book.left);
      book.left -= used;
      need -= used;
      if (book.left <= 1e-9) {
        if (firstIsOpen) {
          exhaustMonth = m + 1;
          firstIsOpen = false;
        }
        rest.shift();
      }
    };
    while (need > 0 && rest.length) take();
    if (need > 0) {
      // Of many small books only the last is kept: the others are used up at once.
      const bought = Math.ceil(need / size - 1e-12);
      books += bought;
      const left = bought * size - need;
      if (left > 1e-9) rest.push({ left, bought: m });
    }
    while (rest.length && rest[0]!.bought + validity - 1 <= m) {
      expired += rest.shift()!.left;
      firstIsOpen = false;
    }
  }
  return { books, expired, left: rest.reduce((sum, book) => sum + book.left, 0), exhaustMonth };
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
