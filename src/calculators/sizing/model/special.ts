/**
 * The special functions of the sizing: normal, gamma and beta distributions, to about 1e-13. Written out because the
 * answers must be the same on every browser and the page stays small.
 */

/** Γ's logarithm for x > 0 (Lanczos, g = 7, nine terms, after one step of the recurrence for small x). */
export function logGamma(x: number): number {
  if (x < 0.5) return logGamma(x + 1) - Math.log(x);
  const z = x - 1;
  let sum = 0.999_999_999_999_809_9;
  for (let i = 0; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (z + i + 1);
  const t = z + LANCZOS.length - 0.5;
  return HALF_LOG_TWO_PI + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}
const LANCZOS = [
  676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_1, -176.615_029_162_140_6, 12.507_343_278_686_905,
  -0.138_571_095_265_720_12, 9.984_369_578_019_572e-6, 1.505_632_735_149_311_6e-7,
];
const HALF_LOG_TWO_PI = 0.918_938_533_204_672_8;
const TINY = 1e-300;
const CLOSE = 1e-16;
const MOST_STEPS = 100_000;

/** P(a, x): the distribution of a gamma of shape `a` and scale 1. */
export function gammaCdf(a: number, x: number): number {
  if (!(x > 0)) return 0;
  if (x === Infinity) return 1;
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

/** 1 − P(a, x), without the loss of a difference. */
export function gammaTail(a: number, x: number): number {
  if (!(x > 0)) return 1;
  if (x === Infinity) return 0;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_STEPS && term > sum * CLOSE; n++) sum += term *= x / (a + n);
  return sum * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/** Lentz's way through the continued fraction. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < MOST_STEPS; n++) {
    const k = -n * (n - a);
    b += 2;
    d = k * d + b;
    c = b + k / c;
    d = 1 / (d === 0 ? TINY : d);
    const step = c * d;
    h *= step;
    if (Math.abs(step - 1) < CLOSE) break;
  }
  return h * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/** The value that a gamma of shape `a` and scale 1 does not exceed with probability `p`. */
export function gammaQuantile(a: number, p: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return Infinity;
  // Bisection in the logarithm brackets the root for any shape; Newton's steps finish it.
  let low = -700;
  let high = Math.log(a + 40 * Math.sqrt(a) + 80);
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (gammaCdf(a, Math.exp(middle)) < p) low = middle;
    else high = middle;
  }
  let x = Math.exp((low + high) / 2);
  for (let i = 0; i < 4; i++) {
    const density = Math.exp((a - 1) * Math.log(x) - x - logGamma(a));
    if (!(density > 0)) break;
    const next = x - (gammaCdf(a, x) - p) / density;
    if (!(next > 0) || !Number.isFinite(next)) break;
    x = next;
  }
  return x;
}

/** I_x(a, b): the distribution of a beta. */
export function betaCdf(a: number, b: number, x: number): number {
  if (!(x > 0)) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(a, b, x)) / a : 1 - (front * betaFraction(b, a, 1 - x)) / b;
}

function betaFraction(a: number, b: number, x: number): number {
  const guarded = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / guarded(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guarded(1 + even * d);
    c = guarded(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guarded(1 + odd * d);
    c = guarded(1 + odd / c);
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < CLOSE) break;
  }
  return h;
}

/** e^(z²) erfc(z) for z ≥ 0, slowly and well. */
function scaledErfc(z: number): number {
  const x = z * z;
  if (z === 0) return 1;
  if (z < 2) return Math.exp(x) * (1 - lowerSeries(0.5, x));
  let b = x + 0.5;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 500; n++) {
    const k = -n * (n - 0.5);
    b += 2;
    d = 1 / (k * d + b);
    c = b + k / c;
    const step = c * d;
    h *= step;
    if (Math.abs(step - 1) < CLOSE) break;
  }
  return (h * z) / Math.sqrt(Math.PI);
}

/** Chebyshev's series of ln(e^(z²) erfc(z) / t) with t = 2 / (2 + z), made once: the normal law is asked thousands of times. */
const TERMS = 30;
const ERFC = (() => {
  const nodes = Array.from({ length: TERMS }, (_, k) => Math.cos((Math.PI * (k + 0.5)) / TERMS));
  const values = nodes.map((node) => {
    const t = (node + 1) / 2;
    return Math.log(scaledErfc(2 / t - 2) / t);
  });
  return Float64Array.from({ length: TERMS }, (_, j) => {
    const sum = values.reduce((total, value, k) => total + value * Math.cos((Math.PI * j * (k + 0.5)) / TERMS), 0);
    return (2 * sum) / TERMS;
  });
})();

function erfc(z: number): number {
  const t = 2 / (2 + z);
  const y = 4 * t - 2;
  let d = 0;
  let dd = 0;
  for (let j = TERMS - 1; j > 0; j--) {
    const next = y * d - dd + ERFC[j]!;
    dd = d;
    d = next;
  }
  return t * Math.exp(-z * z + (ERFC[0]! + y * d) / 2 - dd);
}

/** Φ(x). */
export function normalCdf(x: number): number {
  const tail = erfc(Math.abs(x) * Math.SQRT1_2) / 2;
  return x < 0 ? tail : 1 - tail;
}

/** Φ⁻¹(p) for 0 < p < 1: a first guess (Abramowitz and Stegun 26.2.23), then Halley's steps. */
export function normalQuantile(p: number): number {
  if (p <= 0) return -Infinity;
  if (p >= 1) return Infinity;
  const q = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * Math.log(q));
  let x = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
  for (let i = 0; i < 3; i++) {
    const step = (normalCdf(x) - q) * Math.sqrt(2 * Math.PI) * Math.exp((x * x) / 2);
    x -= step / (1 + (x * step) / 2);
  }
  return p < 0.5 ? x : -x;
}
