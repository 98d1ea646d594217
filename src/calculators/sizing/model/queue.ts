/** How long tickets wait for a first act with so many people present. `MODEL.md` §11. */
import { type Effort } from './effort.ts';

/** Erlang's C: the part of tickets that wait, for so many agents and an offered load. 1 where the queue grows without limit. */
export function erlangC(servers: number, offered: number): number {
  if (offered === 0) return servers > 0 ? 0 : 1;
  if (offered >= servers) return 1;
  let b = 1;
  for (let k = 1; k <= servers; k++) b = (offered * b) / (k + offered * b);
  return (servers * b) / (servers - offered * (1 - b));
}

/** Mean wait, in the unit of the service; `Infinity` where the queue grows without limit. */
export function meanWait(arrivals: number, service: number, servers: number): number {
  const offered = arrivals * service;
  if (offered >= servers) return Infinity;
  return (erlangC(servers, offered) * service) / (servers - offered);
}

/**
 * P(wait > t) where the first come is the first served.
 * @param cv of the service; the exponent is that of Lee and Longton
 */
export function waitTail(arrivals: number, service: number, servers: number, t: number, cv = 1): number {
  const offered = arrivals * service;
  if (offered >= servers) return 1;
  return erlangC(servers, offered) * Math.exp((-(servers - offered) * t) / service / ((1 + cv * cv) / 2));
}

export interface ClassWait {
  /** `Infinity` where the class is never served. */
  readonly mean: number;
  /** P(wait ≤ target). */
  readonly within: number;
}

/** Waits by priority, the highest first; an act that has begun is not interrupted, and all take the same mean time. */
export function priorityWaits(
  arrivals: readonly number[],
  service: number,
  servers: number,
  targets: readonly number[],
): ClassWait[] {
  const rate = servers / service;
  const wait = erlangC(servers, arrivals.reduce((sum, one) => sum + one, 0) * service);
  let higher = 0;
  return arrivals.map((arrival, k) => {
    const before = higher / rate;
    const own = (higher + arrival) / rate;
    const above = higher;
    higher += arrival;
    if (own >= 1 || servers === 0) return { mean: Infinity, within: 0 };
    const mean = wait / rate / ((1 - before) * (1 - own));
    const target = targets[k]!;
    const tail =
      target === 0
        ? wait
        : above === 0
          ? wait * Math.exp(-rate * (1 - own) * target)
          : wait * lowerClassTail(rate, rate * (1 - own), above, target);
    return { mean, within: Math.min(1, Math.max(0, 1 - tail)) };
  });
}

/** P(wait > t | waits) of a class below others (Davis), by Euler's inversion of its transform (Abate and Whitt). */
function lowerClassTail(rate: number, eta: number, above: number, t: number): number {
  const [terms, averaged, a] = [25, 11, 18.4];
  const real = (x: number, y: number): number => {
    // b = above + rate + s; B = (b − √(b² − 4 above rate)) / (2 above), the root of smaller modulus.
    const [bx, by] = [above + rate + x, y];
    const [qx, qy] = root(bx * bx - by * by - 4 * above * rate, 2 * bx * by);
    // The square root that turns with b keeps to the smaller root.
    const sign = bx * qx + by * qy < 0 ? -1 : 1;
    const [ox, oy] = [(bx - sign * qx) / (2 * above), (by - sign * qy) / (2 * above)];
    const [dx, dy] = [eta + x + above * (1 - ox), y - above * oy];
    const size = dx * dx + dy * dy;
    // (1 − w) / s with w = eta / d.
    const [nx, ny] = [1 - (eta * dx) / size, (eta * dy) / size];
    return (nx * x + ny * y) / (x * x + y * y);
  };
  const scale = Math.exp(a / 2) / t;
  let sum = real(a / (2 * t), 0) / 2;
  const partial: number[] = [];
  for (let k = 1; k <= terms + averaged; k++) {
    sum += (k % 2 ? -1 : 1) * real(a / (2 * t), (k * Math.PI) / t);
    if (k >= terms) partial.push(sum);
  }
  let [result, weight] = [0, 2 ** -averaged];
  for (let k = 0; k <= averaged; k++) {
    result += weight * partial[k]!;
    weight *= (averaged - k) / (k + 1);
  }
  return scale * result;
}

function root(x: number, y: number): [number, number] {
  const size = Math.hypot(x, y);
  const re = Math.sqrt((size + Math.abs(x)) / 2);
  const im = re === 0 ? 0 : Math.abs(y) / (2 * re);
  return x >= 0 ? [re, y < 0 ? -im : im] : [im, y < 0 ? -re : re];
}

/** The fewest agents with whom each class is served within its target in at least its goal; `null` for none up to `most`. */
export function fewestServers(
  arrivals: readonly number[],
  service: number,
  targets: readonly number[],
  goals: readonly number[],
  most = 200,
): number | null {
  for (let servers = 1; servers <= most; servers++) {
    const waits = priorityWaits(arrivals, service, servers, targets);
    if (waits.every(({ within }, k) => within >= goals[k]!)) return servers;
  }
  return null;
}

/** Mean waits of one agent where each class has its own effort, exactly. */
export function singleAgentMeans(arrivals: readonly number[], efforts: readonly Effort[]): number[] {
  const residual = arrivals.reduce((sum, arrival, k) => sum + (arrival * efforts[k]!.moments[1]) / 2, 0);
  let before = 0;
  return arrivals.map((arrival, k) => {
    const own = before + arrival * efforts[k]!.moments[0];
    const mean = own >= 1 ? Infinity : residual / ((1 - before) * (1 - own));
    before = own;
    return mean;
  });
}

/** P(wait > t) of the highest class whatever the effort: C [E(X − t)⁺ / E X]^(c (1 − s₁)). */
export function topClassTail(
  arrivals: readonly number[],
  efforts: readonly Effort[],
  servers: number,
  t: number,
): number {
  const total = arrivals.reduce((sum, one) => sum + one, 0);
  const mixed = (of: (effort: Effort) => number): number =>
    arrivals.reduce((sum, arrival, k) => sum + (arrival / total) * of(efforts[k]!), 0);
  const mean = mixed(({ moments }) => moments[0]);
  const beyond = mean - mixed((effort) => effort.limited(t));
  const own = (arrivals[0]! * efforts[0]!.moments[0]) / servers;
  return erlangC(servers, total * mean) * (beyond / mean) ** (servers * (1 - own));
}
