/** A rule for means over a gamma of mean 1 (Golub and Welsch): few nodes stand for the whole law. */

export interface Rule {
  /** Ascending. */
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

const ONE: Rule = { nodes: [1], weights: [1] };
const known = new Map<string, Rule>();

/** The rule of `count` nodes for a gamma of mean 1 and this variance; none for a variance of 0. */
export function gaussGamma(variance: number, count: number): Rule {
  if (variance === 0) return ONE;
  const key = `${variance}/${count}`;
  let rule = known.get(key);
  if (!rule) {
    if (known.size > 200) known.clear();
    known.set(key, (rule = make(variance, count)));
  }
  return rule;
}

function make(variance: number, count: number): Rule {
  const shape = 1 / variance;
  const matrix = Array.from({ length: count }, (_, i) =>
    Array.from({ length: count }, (_none, j) => {
      if (i === j) return 2 * i + shape;
      const high = Math.max(i, j);
      return Math.abs(i - j) === 1 ? Math.sqrt(high * (high + shape - 1)) : 0;
    }),
  );
  const first = eigen(matrix);
  const order = [...matrix.keys()].sort((a, b) => matrix[a]![a]! - matrix[b]![b]!);
  return {
    nodes: order.map((i) => matrix[i]![i]! / shape),
    weights: order.map((i) => first[i]! ** 2),
  };
}

/** Jacobi's rotations: turns a symmetric matrix into its eigenvalues; gives the first component of each eigenvector. */
function eigen(matrix: number[][]): number[] {
  const n = matrix.length;
  const first: number[] = Array.from({ length: n }, (_, i) => (i === 0 ? 1 : 0));
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += Math.abs(matrix[p]![q]!);
    if (off === 0) break;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const apq = matrix[p]![q]!;
        if (Math.abs(apq) < 1e-300) {
          matrix[p]![q] = matrix[q]![p] = 0;
          continue;
        }
        const theta = (matrix[q]![q]! - matrix[p]![p]!) / (2 * apq);
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const [a, b] = [matrix[k]![p]!, matrix[k]![q]!];
          matrix[k]![p] = c * a - s * b;
          matrix[k]![q] = s * a + c * b;
        }
        for (let k = 0; k < n; k++) {
          const [a, b] = [matrix[p]![k]!, matrix[q]![k]!];
          matrix[p]![k] = c * a - s * b;
          matrix[q]![k] = s * a + c * b;
        }
        const [a, b] = [first[p]!, first[q]!];
        first[p] = c * a - s * b;
        first[q] = s * a + c * b;
      }
    }
  }
  return first;
}
