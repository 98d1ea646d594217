/** Effort of one ticket, in hours: how it is spread, and what the sums need of it. */
import { betaCdf, gammaCdf, normalCdf, normalQuantile } from './special.ts';

export type EffortLaw =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'lognormal'; readonly mean: number; readonly cv: number }
  | {
      readonly kind: 'pert';
      readonly low: number;
      readonly mode: number;
      readonly high: number;
      readonly lambda?: number | undefined;
    }
  | { readonly kind: 'gamma'; readonly mean: number; readonly cv: number }
  | {
      readonly kind: 'mixture';
      readonly components: readonly { readonly weight: number; readonly effort: EffortLaw }[];
    };

export interface Effort {
  /** E X, E X² and E X³. */
  readonly moments: readonly [number, number, number];
  /** P(X ≤ x). */
  readonly cdf: (x: number) => number;
  /** E min(X, d): the limited expected value. */
  readonly limited: (d: number) => number;
  /** The value where there is but one. */
  readonly constant: number | null;
}

/** Below this the spread is none. */
const LEAST_CV = 0.02;

/** The effort of a law; `MODEL.md` §2. */
export function effortOf(law: EffortLaw): Effort {
  switch (law.kind) {
    case 'fixed':
      return constant(law.value);
    case 'lognormal':
      return law.cv < LEAST_CV || law.mean === 0 ? constant(law.mean) : lognormal(law.mean, law.cv);
    case 'gamma':
      return law.cv < LEAST_CV || law.mean === 0 ? constant(law.mean) : gamma(law.mean, law.cv);
    case 'pert':
      return law.high === law.low ? constant(law.low) : pert(law.low, law.mode, law.high, law.lambda ?? 4);
    case 'mixture':
      return mixture(law.components.map(({ weight, effort }) => ({ weight, effort: effortOf(effort) })));
  }
}

/** Standard deviation. */
export function deviation({ moments: [mean, square] }: Effort): number {
  return Math.sqrt(Math.max(0, square - mean * mean));
}

function constant(value: number): Effort {
  return {
    moments: [value, value ** 2, value ** 3],
    cdf: (x) => (x >= value ? 1 : 0),
    limited: (d) => Math.min(value, Math.max(0, d)),
    constant: value,
  };
}

function lognormal(mean: number, cv: number): Effort {
  const s2 = Math.log1p(cv * cv);
  const s = Math.sqrt(s2);
  const mu = Math.log(mean) - s2 / 2;
  return {
    moments: [mean, mean ** 2 * (1 + cv * cv), mean ** 3 * (1 + cv * cv) ** 3],
    cdf: (x) => (x <= 0 ? 0 : normalCdf((Math.log(x) - mu) / s)),
    limited: (d) => {
      if (d <= 0) return 0;
      const z = (Math.log(d) - mu) / s;
      return mean * normalCdf(z - s) + d * normalCdf(-z);
    },
    constant: null,
  };
}

function gamma(mean: number, cv: number): Effort {
  const c2 = cv * cv;
  const shape = 1 / c2;
  const scale = mean * c2;
  return {
    moments: [mean, mean ** 2 * (1 + c2), mean ** 3 * (1 + c2) * (1 + 2 * c2)],
    cdf: (x) => gammaCdf(shape, x / scale),
    limited: (d) => (d <= 0 ? 0 : mean * gammaCdf(shape + 1, d / scale) + d * (1 - gammaCdf(shape, d / scale))),
    constant: null,
  };
}

function pert(low: number, mode: number, high: number, lambda: number): Effort {
  const span = high - low;
  const a = 1 + (lambda * (mode - low)) / span;
  const b = 1 + (lambda * (high - mode)) / span;
  // E Y, E Y², E Y³ of the beta.
  const first = a / (a + b);
  const second = (first * (a + 1)) / (a + b + 1);
  const third = (second * (a + 2)) / (a + b + 2);
  const mean = low + span * first;
  return {
    moments: [
      mean,
      low ** 2 + 2 * low * span * first + span ** 2 * second,
      low ** 3 + 3 * low ** 2 * span * first + 3 * low * span ** 2 * second + span ** 3 * third,
    ],
    cdf: (x) => betaCdf(a, b, (x - low) / span),
    limited: (d) => {
      if (d <= low) return Math.max(0, d);
      if (d >= high) return mean;
      const y = (d - low) / span;
      const below = betaCdf(a, b, y);
      return low * below + span * first * betaCdf(a + 1, b, y) + d * (1 - below);
    },
    constant: null,
  };
}

function mixture(parts: readonly { readonly weight: number; readonly effort: Effort }[]): Effort {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (of: (effort: Effort) => number): number =>
    parts.reduce((sum, { weight, effort }) => sum + (weight / total) * of(effort), 0);
  return {
    moments: [mean(({ moments }) => moments[0]), mean(({ moments }) => moments[1]), mean(({ moments }) => moments[2])],
    cdf: (x) => mean((effort) => effort.cdf(x)),
    limited: (d) => mean((effort) => effort.limited(d)),
    constant: null,
  };
}

/** Mean and deviation of what is billed where each ticket is billed by steps: max(minimum, ceil(X / step) × step). */
export function billed(effort: Effort, step: number, minimum: number): { mean: number; sd: number } {
  let mean = 0;
  let square = 0;
  let before = 0;
  for (let j = 0; j < 1e6; j++) {
    const below = effort.cdf(j * step);
    const value = Math.max(minimum, j * step);
    mean += (below - before) * value;
    square += (below - before) * value * value;
    before = below;
    if (1 - below < 1e-13) break;
  }
  return { mean, sd: Math.sqrt(Math.max(0, square - mean * mean)) };
}

/** The lognormal law with this median and this 90th percentile. */
export function lognormalFrom(p50: number, p90: number): { mean: number; cv: number } {
  const s = Math.log(p90 / p50) / normalQuantile(0.9);
  return { mean: p50 * Math.exp((s * s) / 2), cv: Math.sqrt(Math.expm1(s * s)) };
}
