/**
 * The distribution of the work of months, exactly but for a grid: compound sums with two gamma factors by Fourier
 * transform, without chance. `MODEL.md` §3 and §4.
 */
import { momentsOf, type Moments, type Need } from './demand.ts';
import { deviation, type Effort } from './effort.ts';
import { transform } from './fourier.ts';
import { gaussGamma } from './quadrature.ts';

/** Nodes for the smaller of the two factors. */
const NODES = 8;
/** Against wrap-around: the sum of the tilt over the grid. */
const TILT = 10;
/** e^this is nothing beside what rounds. */
const NOTHING = -45;
/** What lies beyond this part of the mean is put into the last cell. */
const NEGLIGIBLE = 1e-11;
/** A variance below this is none. */
const LEAST_VARIANCE = 1e-8;
const MOST_CELLS = 8192;

/** A distribution on cells of width `step` from `offset`; the first cell is an atom. */
export class Work {
  readonly step: number;
  readonly offset: number;
  readonly mean: number;
  readonly sd: number;
  readonly mass: Float64Array;
  /** Whether only multiples of the step occur. */
  readonly lattice: boolean;
  readonly #below: Float64Array;
  /** Cells wider than the efforts spread the sum too far: by so much, which is taken back around the mean. */
  readonly #narrowing: number;

  constructor(mass: Float64Array, step: number, { fixed, mean, sd }: Moments, lattice: boolean) {
    this.mass = mass;
    this.step = step;
    this.offset = fixed;
    this.mean = mean;
    this.sd = sd;
    this.lattice = lattice;
    this.#below = new Float64Array(mass.length);
    let sum = 0;
    for (let i = 0; i < mass.length; i++) this.#below[i] = sum += mass[i]!;
    this.#narrowing = lattice || mass[0]! > 1e-6 ? 1 : Math.min(1, sd / gridDeviation(mass, step));
  }

  /** P(no work of tickets at all). */
  get nothing(): number {
    return this.mass[0]!;
  }

  /** Hours that are not exceeded with probability `p`; the end of the grid where `p` is beyond it. */
  quantile(p: number): number {
    return this.mean + (this.#quantile(p) - this.mean) * this.#narrowing;
  }

  #quantile(p: number): number {
    const { mass, step, offset } = this;
    if (p <= mass[0]!) return offset;
    let [low, high] = [0, mass.length - 1];
    if (this.#below[high]! < p) return offset + high * step;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#below[middle]! < p) low = middle + 1;
      else high = middle;
    }
    if (this.lattice) return offset + low * step;
    const part = mass[low]! > 0 ? (p - this.#below[low - 1]!) / mass[low]! : 0;
    return offset + (low - 0.5 + part) * step;
  }

  /** P(S > hours), strictly. */
  exceeds(hours: number): number {
    const x = (this.#onGrid(hours) - this.offset) / this.step;
    if (x < -1e-12) return 1;
    if (this.lattice) return 1 - this.#upTo(Math.floor(x + 1e-9));
    const cell = Math.floor(x + 0.5);
    if (cell < 1) return 1 - this.mass[0]!;
    if (cell >= this.mass.length) return Math.max(0, 1 - this.#below.at(-1)!);
    return Math.max(0, 1 - this.#below[cell - 1]! - this.mass[cell]! * (x + 0.5 - cell));
  }

  /** E (S − hours)⁺, from the left: the mean is exact, the tail is not summed. */
  beyond(hours: number): number {
    const onGrid = this.#onGrid(hours);
    const x = onGrid - this.offset;
    let sum = this.mean - onGrid;
    for (let i = 0; i < this.mass.length && i * this.step < x; i++) sum += (x - i * this.step) * this.mass[i]!;
    return Math.max(0, sum) * this.#narrowing;
  }

  #onGrid(hours: number): number {
    return this.#narrowing === 1 ? hours : this.mean + (hours - this.mean) / this.#narrowing;
  }

  #upTo(cell: number): number {
    return this.#below[Math.min(cell, this.mass.length - 1)] ?? 0;
  }
}

/** P(no ticket in a month), on average over the months: from the tickets alone, whatever their effort. */
export function noTicket(need: Need): number {
  const months = Array.from({ length: need.months }, (_, m) => momentsOf(need, [m]));
  const chance = ({ counts, year, month }: Moments): number => {
    const tickets = counts.reduce((sum, count) => sum + count, 0);
    const [large, small] = [Math.max(year, month), Math.min(year, month)];
    const { nodes, weights } = gaussGamma(small < LEAST_VARIANCE ? 0 : small, NODES);
    let sum = 0;
    for (let j = 0; j < nodes.length; j++) {
      const mean = tickets * nodes[j]!;
      sum += weights[j]! * (large < LEAST_VARIANCE ? Math.exp(-mean) : (1 + large * mean) ** (-1 / large));
    }
    return sum;
  };
  return months.reduce((sum, of) => sum + chance(of), 0) / months.length;
}

/** The deviation of what the cells hold. */
function gridDeviation(mass: Float64Array, step: number): number {
  let [total, first, second] = [0, 0, 0];
  for (let i = 0; i < mass.length; i++) {
    total += mass[i]!;
    first += i * mass[i]!;
    second += i * i * mass[i]!;
  }
  return step * Math.sqrt(Math.max(0, second / total - (first / total) ** 2));
}

/** The work of sets of months, all on one grid of `cells`. */
export function workOf(need: Need, sets: readonly (readonly number[])[], cells: number): Work[] {
  return workFrom(
    need,
    sets.map((months) => momentsOf(need, months)),
    cells,
  );
}

/** The work of what the moments describe. */
export function workFrom(need: Pick<Need, 'efforts' | 'factor'>, moments: readonly Moments[], cells: number): Work[] {
  const { efforts, factor } = need;
  const widest = Math.max(
    ...moments.map(
      (of) =>
        of.work / factor +
        (12 * of.sd) / factor +
        4 *
          Math.max(...efforts.map((effort, k) => (of.counts[k]! > 0 ? effort.moments[0] + 8 * deviation(effort) : 0))),
    ),
  );
  if (!(widest > 0)) return moments.map((of) => new Work(Float64Array.of(1), 1, of, true));
  const single = singleConstant(efforts, moments);
  const lattice = single !== null && widest / single <= MOST_CELLS;
  for (let n = lattice ? powerAbove(widest / single) : cells; ; n *= 2) {
    const step = lattice ? single : widest / n;
    const found = onGrid(efforts, moments, step, n).map(
      (mass, i) => new Work(mass, step * factor, moments[i]!, lattice),
    );
    const isWhole = found.every(({ mass }) => mass.reduce((sum, one) => sum + one, 0) > 1 - 1e-4);
    if (isWhole || n >= MOST_CELLS) return found;
  }
}

/** The effort that all tickets have, where they have but one. */
function singleConstant(efforts: readonly Effort[], moments: readonly Moments[]): number | null {
  const values = new Set(
    efforts.flatMap(({ constant }, k) => (moments.some(({ counts }) => counts[k]! > 0) ? [constant] : [])),
  );
  const [value] = values;
  return values.size === 1 && value !== null && value !== undefined && value > 0 ? value : null;
}

function powerAbove(cells: number): number {
  return Math.max(64, 2 ** Math.ceil(Math.log2(cells + 1)));
}

/** A law on the grid that keeps its mean (local moment matching). */
export function cellsOf(effort: Effort, step: number, n: number): Float64Array {
  const cells = new Float64Array(n);
  const [mean] = effort.moments;
  let before = 0;
  let here = effort.limited(step);
  cells[0] = 1 - here / step;
  for (let j = 1; j < n; j++) {
    const next = effort.limited((j + 1) * step);
    if (j === n - 1 || mean - here < NEGLIGIBLE * mean) {
      cells[j] = (here - before) / step;
      break;
    }
    cells[j] = (2 * here - before - next) / step;
    before = here;
    here = next;
  }
  return cells;
}

function onGrid(efforts: readonly Effort[], moments: readonly Moments[], step: number, n: number): Float64Array[] {
  const half = n / 2;
  const tilt = TILT / n;
  const spectra = spectraOf(efforts, moments, step, n, tilt);
  const results: Float64Array[] = [];
  const known = new Map<string, Float64Array>();
  let waiting: { mass: Float64Array; re: Float64Array; im: Float64Array } | null = null;
  const finish = (
    first: { mass: Float64Array; re: Float64Array; im: Float64Array },
    second: { mass: Float64Array; re: Float64Array; im: Float64Array } | null,
  ): void => {
    // Two real results in one transform: the second as the imaginary part.
    const re = new Float64Array(n);
    const im = new Float64Array(n);
    for (let k = 0; k <= half; k++) {
      const [a, b] = [first.re[k]!, first.im[k]!];
      const [c, d] = second ? [second.re[k]!, second.im[k]!] : [0, 0];
      re[k] = a - d;
      im[k] = b + c;
      if (k > 0 && k < half) {
        re[n - k] = a + d;
        im[n - k] = c - b;
      }
    }
    transform(re, im, true);
    for (let j = 0; j < n; j++) {
      const scale = Math.exp(tilt * j) / n;
      first.mass[j] = Math.max(0, re[j]! * scale);
      if (second) second.mass[j] = Math.max(0, im[j]! * scale);
    }
  };
  for (const of of moments) {
    const key = [...of.counts, of.year, of.month].join();
    let mass = known.get(key);
    if (!mass) {
      known.set(key, (mass = new Float64Array(n)));
      if (of.work > 0) {
        const { re, im } = characteristic(of, spectra, half);
        if (waiting) {
          finish(waiting, { mass, re, im });
          waiting = null;
        } else waiting = { mass, re, im };
      } else mass[0] = 1;
    }
    results.push(mass);
  }
  if (waiting) finish(waiting, null);
  return results;
}

interface Spectrum {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** Half spectra of the tilted laws, two laws by transform. */
function spectraOf(
  efforts: readonly Effort[],
  moments: readonly Moments[],
  step: number,
  n: number,
  tilt: number,
): (Spectrum | null)[] {
  const half = n / 2;
  const used = efforts.map((_, k) => moments.some(({ counts }) => counts[k]! > 0));
  const spectra: (Spectrum | null)[] = efforts.map(() => null);
  const queue = efforts.flatMap((_, k) => (used[k] ? [k] : []));
  for (let q = 0; q < queue.length; q += 2) {
    const [a, b] = [queue[q]!, queue[q + 1]];
    const re = cellsOf(efforts[a]!, step, n);
    const im = b === undefined ? new Float64Array(n) : cellsOf(efforts[b]!, step, n);
    for (let j = 0; j < n; j++) {
      const weight = Math.exp(-tilt * j);
      re[j] = re[j]! * weight;
      im[j] = im[j]! * weight;
    }
    transform(re, im);
    const first = { re: new Float64Array(half + 1), im: new Float64Array(half + 1) };
    const second = { re: new Float64Array(half + 1), im: new Float64Array(half + 1) };
    for (let k = 0; k <= half; k++) {
      const m = (n - k) % n;
      first.re[k] = (re[k]! + re[m]!) / 2;
      first.im[k] = (im[k]! - im[m]!) / 2;
      second.re[k] = (im[k]! + im[m]!) / 2;
      second.im[k] = (re[m]! - re[k]!) / 2;
    }
    spectra[a] = first;
    if (b !== undefined) spectra[b] = second;
  }
  return spectra;
}

/** The factor of larger variance is integrated in closed form, the other by quadrature. */
function characteristic(
  { counts, year, month }: Moments,
  spectra: readonly (Spectrum | null)[],
  half: number,
): Spectrum {
  const large = Math.max(year, month);
  const small = Math.min(year, month);
  const { nodes, weights } = gaussGamma(small < LEAST_VARIANCE ? 0 : small, NODES);
  const isMixed = large >= LEAST_VARIANCE;
  const re = new Float64Array(half + 1);
  const im = new Float64Array(half + 1);
  for (let k = 0; k <= half; k++) {
    let a = 0;
    let b = 0;
    counts.forEach((count, c) => {
      const spectrum = spectra[c];
      if (!spectrum || count === 0) return;
      a += count * (spectrum.re[k]! - 1);
      b += count * spectrum.im[k]!;
    });
    let sumRe = 0;
    let sumIm = 0;
    for (let j = 0; j < nodes.length; j++) {
      const x = nodes[j]!;
      let logRe = a * x;
      let logIm = b * x;
      if (isMixed) {
        const u = 1 - large * logRe;
        const v = -large * logIm;
        logRe = -Math.log(u * u + v * v) / (2 * large);
        logIm = -Math.atan2(v, u) / large;
      }
      if (logRe < NOTHING) continue;
      const size = weights[j]! * Math.exp(logRe);
      sumRe += size * Math.cos(logIm);
      sumIm += size * Math.sin(logIm);
    }
    re[k] = sumRe;
    im[k] = sumIm;
  }
  return { re, im };
}
