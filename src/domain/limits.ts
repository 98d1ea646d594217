/**
 * What is usual: limits within which a new month lies by chance alone, given those before. Outside them something has
 * changed, but for a false alarm now and then, whose rate is told. Cases: `statistics` of the vectors.
 */

/** Months that a limit needs: fewer say nothing of what is usual. */
export const LEAST_FOR_LIMITS = 6;

/** The chance of each side of the usual three standard deviations. */
export const ONE_SIDE = 0.00135;

export interface Share {
  readonly met: number;
  readonly total: number;
}

/** Numbers of met among `n`, both inclusive, that are usual. */
export interface CountLimits {
  readonly low: number;
  readonly high: number;
}

/**
 * The chances of 0 to `n` met. Made outward from the likeliest by the ratio of neighbours, then made to add up to one: no
 * factorial is taken, and nothing is lost to underflow where it matters.
 * @param ratio the chance of `k + 1` over that of `k`
 */
function chances(n: number, likeliest: number, ratio: (k: number) => number): Float64Array {
  const list = new Float64Array(n + 1);
  list[likeliest] = 1;
  for (let k = likeliest; k < n; k++) list[k + 1] = list[k]! * ratio(k);
  for (let k = likeliest; k > 0; k--) list[k - 1] = list[k]! / ratio(k - 1);
  const sum = list.reduce((total, chance) => total + chance, 0);
  return list.map((chance) => chance / sum);
}

/** Binomial: `n` trials that each meet with the chance `p`. */
export function binomialChances(n: number, p: number): Float64Array {
  if (p <= 0 || p >= 1) {
    const sure = new Float64Array(n + 1);
    sure[p <= 0 ? 0 : n] = 1;
    return sure;
  }
  const odds = p / (1 - p);
  return chances(n, Math.min(n, Math.floor((n + 1) * p)), (k) => ((n - k) / (k + 1)) * odds);
}

/** Beta-binomial: `n` trials at a rate that is known from a past alone, by the prior of Jeffreys (½ and ½). */
export function predictiveChances({ met, total }: Share, n: number): Float64Array {
  const a = met + 0.5;
  const b = total - met + 0.5;
  const ratio = (k: number): number => ((n - k) * (k + a)) / ((k + 1) * (n - k - 1 + b));
  let likeliest = Math.min(n, Math.max(0, Math.round((n * a) / (a + b))));
  while (likeliest < n && ratio(likeliest) > 1) likeliest++;
  while (likeliest > 0 && ratio(likeliest - 1) < 1) likeliest--;
  return chances(n, likeliest, ratio);
}

/**
 * The usual numbers under some chances.
 * @returns low: the smallest `k` with P(X ≤ k) > alpha; high: the largest with P(X ≥ k) > alpha
 */
export function limitsOf(list: Float64Array, alpha: number): CountLimits {
  let low = 0;
  for (let sum = list[0]!; sum <= alpha && low < list.length - 1; sum += list[low]!) low++;
  let high = list.length - 1;
  for (let sum = list[high]!; sum <= alpha && high > 0; sum += list[high]!) high--;
  return { low, high };
}

/** The chance that a number lies outside limits. */
export function chanceOutside(list: Float64Array, { low, high }: CountLimits): number {
  let sum = 0;
  for (let k = 0; k < list.length; k++) if (k < low || k > high) sum += list[k]!;
  return sum;
}

/** The usual numbers of met among `n`, given a past. */
export function predictiveLimits(past: Share, n: number, alpha = ONE_SIDE): CountLimits {
  return limitsOf(predictiveChances(past, n), alpha);
}

/**
 * How often a month of `n` is called unusual though nothing changed: summed exactly over all pasts of `months` months of
 * `n` at the rate `p`, then one month more.
 */
export function falseAlarmRate(
  p: number,
  months: number,
  n: number,
  method: 'binomial' | 'jeffreys',
  alpha = ONE_SIDE,
): number {
  const total = months * n;
  const pasts = binomialChances(total, p);
  const next = binomialChances(n, p);
  let rate = 0;
  pasts.forEach((chance, met) => {
    if (chance < 1e-16) return;
    const list = method === 'binomial' ? binomialChances(n, met / total) : predictiveChances({ met, total }, n);
    rate += chance * chanceOutside(next, limitsOf(list, alpha));
  });
  return rate;
}

/**
 * Laney's p′ chart: limits of a share that spreads more than its sample explains. Months over nothing are left out; `null`
 * where all or none was met.
 * @param n the size of the month that is judged
 * @param atLeastOne whether the spread counts as that of the sample where it is less
 */
export function laneyLimits(
  history: readonly Share[],
  n: number,
  atLeastOne: boolean,
): { centre: number; sigmaZ: number | null; low: number | null; high: number | null } | null {
  const counted = history.filter(({ total }) => total > 0);
  if (!counted.length) return null;
  const sum = (of: (one: Share) => number): number => counted.reduce((total, one) => total + of(one), 0);
  const centre = sum(({ met }) => met) / sum(({ total }) => total);
  const spread = Math.sqrt(centre * (1 - centre));
  if (spread === 0 || counted.length < 2) return { centre, sigmaZ: null, low: null, high: null };
  const z = counted.map(({ met, total }) => (met / total - centre) / (spread / Math.sqrt(total)));
  const moved = z.slice(1).reduce((total, value, i) => total + Math.abs(value - z[i]!), 0) / (z.length - 1);
  const sigmaZ = atLeastOne ? Math.max(1, moved / 1.128) : moved / 1.128;
  const reach = (3 * sigmaZ * spread) / Math.sqrt(n);
  return { centre, sigmaZ, low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) };
}

/** The scale on which counts, and times, spread alike whatever their size. */
const SCALES = {
  count: { to: Math.sqrt, from: (value: number) => Math.max(0, value) ** 2 },
  time: { to: (value: number) => Math.log(Math.max(value, 1)), from: Math.exp },
} as const;

/**
 * Limits of counts, or of times, that their own dispersion earns: on the scale on which they spread evenly (the square
 * root of a count, the logarithm of a time) the next value lies within Student's interval of prediction.
 * @returns `null` for fewer than six months, and where the limits of a count reach down to nothing though it is usually
 * well above: such a past says nothing of what is usual
 */
export function dispersionLimits(
  values: readonly number[],
  kind: keyof typeof SCALES,
  alpha = ONE_SIDE,
): { low: number; high: number; falseAlarm: number } | null {
  const n = values.length;
  if (n < LEAST_FOR_LIMITS) return null;
  const { to, from } = SCALES[kind];
  const scaled = values.map(to);
  const mean = scaled.reduce((sum, value) => sum + value, 0) / n;
  const variance = scaled.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const reach = studentQuantile(1 - alpha, n - 1) * Math.sqrt(variance * (1 + 1 / n));
  const low = mean - reach;
  const middle = from(mean);
  const falseAlarm = 2 * alpha;
  // Counts are whole, and one more or less is never a signal.
  const limits =
    kind === 'time'
      ? { low: from(low), high: from(mean + reach), falseAlarm }
      : {
          low: Math.max(0, Math.ceil(Math.min(from(low), middle - 1) - 1e-9)),
          high: Math.floor(Math.max(from(mean + reach), middle + 1) + 1e-9),
          falseAlarm,
        };
  if (kind === 'count' && low <= 0 && middle > SELDOM) return null;
  if (limits.high > WIDEST * middle && limits.high - limits.low > SELDOM) return null;
  return limits;
}

/** A count that is usually below this may well be nothing. */
const SELDOM = 10;
/** Limits that reach to more than so many times what is usual are none. */
const WIDEST = 4;

/** The quantile of the normal distribution (Acklam's approximation, to 1e-9 relative). */
export function normalQuantile(p: number): number {
  const tail = (q: number): number =>
    (((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
      4.374664141464968) *
      q +
      2.938163982698783) /
    ((((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1);
  if (p < 0.02425) return tail(Math.sqrt(-2 * Math.log(p)));
  if (p > 1 - 0.02425) return -tail(Math.sqrt(-2 * Math.log(1 - p)));
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
      2.506628277459239) *
      q) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
      1)
  );
}

/** The quantile of Student's distribution: exact for one and two degrees, else by the expansion of Cornish and Fisher. */
export function studentQuantile(p: number, degrees: number): number {
  if (degrees === 1) return Math.tan(Math.PI * (p - 0.5));
  if (degrees === 2) return (2 * p - 1) / Math.sqrt(2 * p * (1 - p));
  const z = normalQuantile(p);
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  const v = degrees;
  return (
    z +
    (z3 + z) / (4 * v) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * v ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * v ** 3) +
    (79 * z ** 9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92160 * v ** 4)
  );
}
