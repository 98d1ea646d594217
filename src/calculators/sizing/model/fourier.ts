/** The discrete Fourier transform of a power of two of complex numbers, in place. */

const tables = new Map<
  number,
  { readonly cos: Float64Array; readonly sin: Float64Array; readonly order: Uint32Array }
>();

function tableOf(n: number) {
  let table = tables.get(n);
  if (!table) {
    const bits = Math.log2(n);
    const order = new Uint32Array(n);
    for (let i = 1; i < n; i++) order[i] = (order[i >> 1]! >> 1) | ((i & 1) << (bits - 1));
    table = {
      cos: Float64Array.from({ length: n / 2 }, (_, i) => Math.cos((2 * Math.PI * i) / n)),
      sin: Float64Array.from({ length: n / 2 }, (_, i) => Math.sin((2 * Math.PI * i) / n)),
      order,
    };
    tables.set(n, table);
  }
  return table;
}

/** `X[k] = Σ x[j] e^(−2πi jk/n)`; with `inverse` the sign is turned and nothing is divided. */
export function transform(re: Float64Array, im: Float64Array, inverse = false): void {
  const n = re.length;
  const { cos, sin, order } = tableOf(n);
  for (let i = 0; i < n; i++) {
    const j = order[i]!;
    if (j <= i) continue;
    const [a, b] = [re[i]!, im[i]!];
    re[i] = re[j]!;
    im[i] = im[j]!;
    re[j] = a;
    im[j] = b;
  }
  const sign = inverse ? 1 : -1;
  for (let size = 2; size <= n; size *= 2) {
    const half = size / 2;
    const stride = n / size;
    for (let start = 0; start < n; start += size) {
      for (let k = 0; k < half; k++) {
        const c = cos[k * stride]!;
        const s = sign * sin[k * stride]!;
        const i = start + k;
        const j = i + half;
        const x = re[j]! * c - im[j]! * s;
        const y = re[j]! * s + im[j]! * c;
        re[j] = re[i]! - x;
        im[j] = im[i]! - y;
        re[i] = re[i]! + x;
        im[i] = im[i]! + y;
      }
    }
  }
}
