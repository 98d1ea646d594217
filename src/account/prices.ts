/** Prices as they are on a day: those of the terms, revised by an index. */
import type { Contract } from '../contract/contract.ts';
import type { Ratio } from '../domain/statistics.ts';
import type { PriceIndex, Revision } from '../contract/pricing.ts';
import { dayOf } from '../domain/date.ts';
import { monthPlus, type Month } from '../domain/months.ts';
import { nearest, type Cents } from '../domain/quantity.ts';
import { monthOf } from './windows.ts';
import { DAY_MS } from '../domain/zone.ts';

/** What prices are multiplied by from a day on, and what it was made of. */
export interface Coefficient {
  /** The day number of the revision. */
  readonly from: number;
  /** The month whose value was read. */
  readonly month: Month;
  readonly base: Month;
  readonly index: string;
  /** The values as they were published. */
  readonly values: { readonly base: string; readonly read: string };
  /** The junction of an old and a new index, where it applies. */
  readonly junction: string | null;
  /** Bound by the least or the most that the contract allows. */
  readonly bound: 'least' | 'most' | null;
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export interface Revisions {
  /** Ascending; empty where prices are not revised, or not yet. */
  readonly coefficients: readonly Coefficient[];
  /** Months for which the table has no value: the revision that reads them is left out. */
  readonly missing: readonly { readonly index: string; readonly month: Month }[];
}

/** The revisions of a contract up to a day, inclusive. */
export function revisionsOf(contract: Contract, until: number): Revisions {
  const { revision } = contract;
  const coefficients: Coefficient[] = [];
  const missing: Revisions['missing'][number][] = [];
  if (!revision) return { coefficients, missing };
  for (const day of revision.on ?? anniversaries(contract, until)) {
    if (day > until) break;
    const wanted = monthPlus(monthOf(day), -revision.lagMonths);
    const read = readingOf(revision, wanted);
    if (read === null) missing.push({ index: revision.index.id, month: wanted });
    else coefficients.push(coefficientOf(revision, day, read));
  }
  return { coefficients, missing };
}

/** The coefficient in force on a day; `null` before the first revision. */
export function coefficientOn({ coefficients }: Revisions, day: number): Coefficient | null {
  return coefficients.findLast(({ from }) => from <= day) ?? null;
}

/** A price of the contract on a day, to the nearest cent, halves away from zero. */
export function revised(price: Cents, revisions: Revisions, day: number): Cents {
  const coefficient = coefficientOn(revisions, day);
  return coefficient ? nearest(BigInt(price) * coefficient.numerator, coefficient.denominator) : price;
}

/** The same day of each later year. */
function anniversaries(contract: Contract, until: number): number[] {
  const first = contract.terms[0];
  if (!first) return [];
  const start = new Date(contract.zone.dayAt(first.from) * DAY_MS);
  const days: number[] = [];
  for (let year = start.getUTCFullYear() + 1; ; year++) {
    const day = dayOf(year, start.getUTCMonth() + 1, start.getUTCDate());
    if (day > until) return days;
    days.push(day);
  }
}

/** The month whose value is read for a revision; `null` where there is none. */
function readingOf({ index, reading }: Revision, wanted: Month): Month | null {
  if (reading === 'month-of') return index.values.has(wanted) ? wanted : null;
  return [...index.values.keys()].findLast((month) => month <= wanted) ?? null;
}

/** What a formula of revision is made of. */
export interface Formula {
  /** `a + b × read × junction / base`. */
  readonly a: Ratio;
  readonly b: Ratio;
  readonly base: Ratio;
  readonly read: Ratio;
  readonly junction: Ratio | null;
  readonly least: Ratio | null;
  readonly most: Ratio | null;
  /** `null` keeps it exact. */
  readonly decimals: number | null;
}

/** The coefficient of a formula: bounded, then rounded where the contract rounds it, halves away from zero. */
export function coefficientBy({ a, b, base, read, junction, least, most, decimals }: Formula): {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly bound: 'least' | 'most' | null;
} {
  const big = ({ numerator, denominator }: Ratio): readonly [bigint, bigint] => [
    BigInt(numerator),
    BigInt(denominator),
  ];
  const [na, da] = big(a);
  const [nb, db] = big(b);
  const [n1, d1] = big(read);
  const [n0, d0] = big(base);
  const [nj, dj] = junction ? big(junction) : [1n, 1n];
  const ratioN = nb * n1 * nj * d0;
  const ratioD = db * d1 * dj * n0;
  let numerator = na * ratioD + da * ratioN;
  let denominator = da * ratioD;
  let bound: 'least' | 'most' | null = null;
  for (const [name, limit, sign] of [
    ['least', least, -1n],
    ['most', most, 1n],
  ] as const) {
    if (!limit) continue;
    const [n, d] = big(limit);
    if ((numerator * d - n * denominator) * sign <= 0n) continue;
    [numerator, denominator, bound] = [n, d, name];
  }
  if (decimals !== null) {
    const scale = 10n ** BigInt(decimals);
    numerator = BigInt(nearest(numerator * scale, denominator));
    denominator = scale;
  }
  return { numerator, denominator, bound };
}

/** `fixed + (1 − fixed) × S1 / S0`, as the contract has it. */
function coefficientOf(revision: Revision, from: number, month: Month): Coefficient {
  const { index, base, fixedPart, least, most, decimals } = revision;
  const s0 = index.values.get(base)!;
  const s1 = index.values.get(month)!;
  const junction = junctionBetween(index, base, month);
  const { numerator, denominator } = fixedPart;
  return {
    from,
    month,
    base,
    index: index.id,
    values: { base: s0.written, read: s1.written },
    junction: junction?.written ?? null,
    ...coefficientBy({
      a: fixedPart,
      b: { numerator: denominator - numerator, denominator },
      base: s0.value,
      read: s1.value,
      junction: junction?.coefficient ?? null,
      least,
      most,
      decimals,
    }),
  };
}

/** A base before the junction and a reading after it are on two indices. */
function junctionBetween({ junction }: PriceIndex, base: Month, month: Month): PriceIndex['junction'] {
  return junction && base < junction.from && month >= junction.from ? junction : null;
}
