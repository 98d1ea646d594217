/** Exact statistics of whole numbers. */

/** `numerator / denominator` with whole numbers; durations stay exact until they are displayed. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** What is said of a set of durations (milliseconds): never the mean alone. */
export interface Distribution {
  readonly n: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  readonly median: Ratio;
  readonly p90: Ratio;
}

/**
 * Type-7 quantile (linear interpolation; R, numpy and Excel's PERCENTILE.INC) of ascending whole numbers, as an exact
 * ratio. `p` is a ratio too: 9/10 for the 90th percentile.
 * @param sorted at least one value
 */
export function quantile(sorted: Float64Array, p: Ratio): Ratio {
  const position = (sorted.length - 1) * p.numerator;
  const k = Math.floor(position / p.denominator);
  const part = position - k * p.denominator;
  const low = sorted[k]!;
  const high = part ? sorted[k + 1]! : low;
  return { numerator: low * p.denominator + part * (high - low), denominator: p.denominator };
}

/** Describes whole numbers; sorts the array in place. `null` for none. */
export function distributionOf(values: Float64Array): Distribution | null {
  if (values.length === 0) return null;
  values.sort();
  let sum = 0;
  for (const value of values) sum += value;
  return {
    n: values.length,
    sum,
    min: values[0]!,
    max: values[values.length - 1]!,
    median: quantile(values, { numerator: 1, denominator: 2 }),
    p90: quantile(values, { numerator: 9, denominator: 10 }),
  };
}

/** A time at which some of those at risk ended, and what share had not by then, in lowest terms. */
export interface SurvivalStep {
  readonly t: number;
  readonly atRisk: number;
  readonly ended: number;
  readonly survival: { readonly numerator: bigint; readonly denominator: bigint };
}

/** The steps of Kaplan and Meier; one that is running at the time of an end is at risk then. */
export function survivalSteps(ended: readonly number[], running: readonly number[]): SurvivalStep[] {
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
  let numerator = 1n;
  let denominator = 1n;
  return [...new Set(ended)]
    .sort((a, b) => a - b)
    .map((t) => {
      const ends = ended.filter((one) => one === t).length;
      const atRisk = ended.filter((one) => one >= t).length + running.filter((one) => one >= t).length;
      numerator *= BigInt(atRisk - ends);
      denominator *= BigInt(atRisk);
      const common = gcd(numerator, denominator);
      [numerator, denominator] = [numerator / common, denominator / common];
      return { t, atRisk, ended: ends, survival: { numerator, denominator } };
    });
}

/**
 * The median of durations some of which have not ended, as Kaplan and Meier estimate it: the earliest duration by which
 * at least half have ended. `null` where that is not reached. Sorts both arrays in place. On exact fractions while they
 * fit, so that a half is a half.
 */
export function kaplanMeierMedian(ended: Float64Array, running: Float64Array): number | null {
  ended.sort();
  running.sort();
  let atRisk = ended.length + running.length;
  let numerator = 1n;
  let denominator = 1n;
  let r = 0;
  for (let i = 0; i < ended.length;) {
    const time = ended[i]!;
    // One that was still running at the time of an end was at risk then.
    while (r < running.length && running[r]! < time) {
      r++;
      atRisk--;
    }
    let ends = 0;
    while (i < ended.length && ended[i] === time) {
      i++;
      ends++;
    }
    numerator *= BigInt(atRisk - ends);
    denominator *= BigInt(atRisk);
    if (numerator * 2n <= denominator) return time;
    atRisk -= ends;
    if (denominator > 1n << 512n) {
      // Keeps the numbers short; by then the error is far below any that could matter.
      const shift = BigInt(denominator.toString(2).length - 256);
      numerator >>= shift;
      denominator >>= shift;
    }
  }
  return null;
}

/**
 * Wilson's 95 % interval of a share, in [0, 1]: how far off a small sample may be.
 * `null` over nothing.
 */
export function wilsonInterval(met: number, total: number): { low: number; high: number } | null {
  if (total === 0) return null;
  const z = 1.959963984540054;
  const share = met / total;
  const centre = share + (z * z) / (2 * total);
  const spread = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

/** `met / total >= goal`, on exact fractions. */
export function reaches(met: number, total: number, goal: Ratio): boolean {
  return met * goal.denominator >= goal.numerator * total;
}
