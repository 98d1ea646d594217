/** Response times by simulation over service hours, with a fixed seed: the check on the formulas for tiny teams. `MODEL.md` §11. */
import { normalQuantile } from './special.ts';
import type { EffortLaw } from './effort.ts';

export interface DeskClass {
  /** Tickets a month. */
  readonly rate: number;
  readonly effort: EffortLaw;
  /** Service hours. */
  readonly target: number;
}

export interface Desk {
  /** Opening and closing hour, on how many days of the week from Monday; 0 to 24 on 7 days is always. */
  readonly open: readonly [number, number];
  readonly days: number;
  readonly agents: number;
  /** How tickets come over the 168 hours of the week, Monday 0 h first. */
  readonly profile: readonly number[];
  /** The most urgent first. */
  readonly classes: readonly DeskClass[];
}

const SEED = 0x5eed;
const WEEKS_PER_YEAR = 52;
const HOURS_PER_MONTH = 168 * (52 / 12);

/** Part of the tickets of each class that is begun within its target, and their mean wait in service hours. */
export function simulateDesk(desk: Desk, years: number): { within: number[]; meanWait: number[] } {
  const { classes, agents, profile } = desk;
  const random = mulberry(SEED);
  const total = profile.reduce((sum, one) => sum + one, 0);
  const perDay = desk.open[1] - desk.open[0];
  /** Hour of the week → service hour of the week at its start, and whether it is open. */
  const hours = Array.from({ length: 168 }, (_, h) => {
    const day = Math.floor(h / 24);
    const hour = h % 24;
    const isOpen = day < desk.days && hour >= desk.open[0] && hour < desk.open[1];
    const before =
      day < desk.days ? day * perDay + Math.min(perDay, Math.max(0, hour - desk.open[0])) : desk.days * perDay;
    return { isOpen, before };
  });
  const week = desk.days * perDay;
  // The hours of a month follow the profile: Σ of the week times the weeks of a month is the rate.
  const scale = (rate: number, h: number): number => (rate * profile[h]!) / total / (HOURS_PER_MONTH / 168);
  const cumulated = Array.from({ length: 168 }, (_, h) => classes.map(({ rate }) => scale(rate, h)));
  const free = new Float64Array(agents);
  const queues: { at: number; length: number }[][] = classes.map(() => []);
  const heads = classes.map(() => 0);
  const met = classes.map(() => 0);
  const waited = classes.map(() => 0);
  const count = classes.map(() => 0);
  const serveUntil = (limit: number): void => {
    for (;;) {
      let agent = 0;
      for (let i = 1; i < agents; i++) if (free[i]! < free[agent]!) agent = i;
      // When the agent is free, or the first ticket comes, the most urgent of those waiting then is begun.
      let first = Infinity;
      for (let k = 0; k < classes.length; k++) {
        const next = queues[k]![heads[k]!];
        if (next) first = Math.min(first, next.at);
      }
      const start = Math.max(free[agent]!, first);
      if (start >= limit || first === Infinity) return;
      for (let k = 0; k < classes.length; k++) {
        const next = queues[k]![heads[k]!];
        if (!next || next.at > start) continue;
        heads[k]!++;
        if (heads[k]! > 1000) {
          queues[k]!.splice(0, heads[k]);
          heads[k] = 0;
        }
        const wait = start - next.at;
        waited[k]! += wait;
        count[k]!++;
        if (wait <= classes[k]!.target + 1e-12) met[k]!++;
        free[agent] = start + next.length;
        break;
      }
    }
  };
  for (let w = 0; w < years * WEEKS_PER_YEAR; w++) {
    for (let h = 0; h < 168; h++) {
      const { isOpen, before } = hours[h]!;
      const base = w * week + before;
      for (let k = 0; k < classes.length; k++) {
        const arrivals = poisson(cumulated[h]![k]!, random);
        for (let i = 0; i < arrivals; i++)
          queues[k]!.push({ at: isOpen ? base + random() : base, length: draw(classes[k]!.effort, random) });
        if (isOpen && arrivals > 1) queues[k]!.sort((a, b) => (heads[k] === 0 ? a.at - b.at : 0));
      }
      if (isOpen) serveUntil(base + 1);
    }
  }
  return {
    within: classes.map((_, k) => (count[k]! > 0 ? met[k]! / count[k]! : 1)),
    meanWait: classes.map((_, k) => (count[k]! > 0 ? waited[k]! / count[k]! : 0)),
  };
}

function poisson(mean: number, random: () => number): number {
  if (mean === 0) return 0;
  let n = 0;
  let p = random();
  const least = Math.exp(-mean);
  while (p > least) {
    n++;
    p *= random();
  }
  return n;
}

function draw(law: EffortLaw, random: () => number): number {
  switch (law.kind) {
    case 'fixed':
      return law.value;
    case 'lognormal': {
      if (law.cv === 0 || law.mean === 0) return law.mean;
      const s2 = Math.log1p(law.cv ** 2);
      return law.mean * Math.exp(Math.sqrt(s2) * normalQuantile(Math.max(1e-12, random())) - s2 / 2);
    }
    case 'gamma':
      return draw({ kind: 'lognormal', mean: law.mean, cv: law.cv }, random);
    case 'pert': {
      const mean = (law.low + 4 * law.mode + law.high) / 6;
      const sd = Math.sqrt(Math.max(0, ((mean - law.low) * (law.high - mean)) / 7));
      return draw({ kind: 'lognormal', mean, cv: mean > 0 ? sd / mean : 0 }, random);
    }
    case 'mixture': {
      let at = random() * law.components.reduce((sum, { weight }) => sum + weight, 0);
      for (const { weight, effort } of law.components) {
        at -= weight;
        if (at <= 0) return draw(effort, random);
      }
      return draw(law.components.at(-1)!.effort, random);
    }
  }
}

function mulberry(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
