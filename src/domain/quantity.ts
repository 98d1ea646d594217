/**
 * Units of work (hours, days, work units, tickets) and money, as whole numbers: sums are exact however long they are.
 * A quantity counts ten-thousandths of a unit, an amount counts cents. Nothing is rounded but where a function says so.
 */

import type { Ratio } from './statistics.ts';
import type { Cents, Milliseconds, Quantity } from './units.ts';

export type { Cents, Quantity } from './units.ts';

/** One unit. */
export const ONE: Quantity = 10_000;

export type Rounding = 'up' | 'nearest';

/** `12`, `0.25`, `1,5` with up to four decimals; `null` where it is none. A sign is taken. */
export function parseQuantity(written: string | number): Quantity | null {
  return parseScaled(written, 4);
}

/** `1250`, `85.5`, `0,05` with up to two decimals; `null` where it is none. A sign is taken. */
export function parseMoney(written: string | number): Cents | null {
  return parseScaled(written, 2);
}

function parseScaled(written: string | number, decimals: number): number | null {
  const match = /^(-?)(\d{1,11})(?:[.,](\d+))?$/.exec(String(written).trim());
  if (!match) return null;
  const [, sign, whole = '', fraction = ''] = match;
  if (fraction.length > decimals) return null;
  const value = Number(whole + fraction.padEnd(decimals, '0'));
  return sign ? 0 - value : value;
}

/** A fraction to the nearest whole number, halves away from zero. */
export function nearest(numerator: bigint, denominator: bigint): number {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const rounded = Number((2n * n + d) / (2n * d));
  return negative ? 0 - rounded : rounded;
}

/**
 * Units of a stretch of work.
 * @param ms milliseconds of work; negative takes some back
 * @param msPerUnit milliseconds of one unit
 * @param step the result is a whole number of these: upwards (an hour begun is due) or the nearest
 */
export function unitsOf(ms: Milliseconds, msPerUnit: Milliseconds, step: Quantity, rounding: Rounding): Quantity {
  const numerator = BigInt(Math.abs(ms)) * BigInt(ONE);
  const denominator = BigInt(msPerUnit) * BigInt(step);
  const steps =
    rounding === 'up' ? Number((numerator + denominator - 1n) / denominator) : nearest(numerator, denominator);
  return ms < 0 ? 0 - steps * step : steps * step;
}

/** A whole number of steps of a quantity that is stated, upwards or the nearest. */
export function toStep(quantity: Quantity, step: Quantity, rounding: Rounding): Quantity {
  const steps = rounding === 'up' ? Math.ceil(quantity / step) : nearest(BigInt(quantity), BigInt(step));
  return steps * step;
}

/**
 * The quantity of a line that is billed: work summed exactly, less what is not billed, rounded once.
 * @param ms milliseconds of work in all
 * @param msPerUnit milliseconds of one unit
 * @param less units that are taken off
 * @param decimals of the result; upwards (what has begun is due) or to the nearest, halves away from zero
 * @returns never negative
 */
export function lineQuantity(
  ms: bigint,
  msPerUnit: Milliseconds,
  less: Quantity,
  decimals: number,
  rounding: Rounding,
): Quantity {
  const scale = 10n ** BigInt(decimals);
  const unit = BigInt(ONE);
  // In units of the last decimal: (ms / msPerUnit − less / ONE) × scale.
  const numerator = (ms * unit - BigInt(less) * BigInt(msPerUnit)) * scale;
  const denominator = BigInt(msPerUnit) * unit;
  if (numerator <= 0n) return 0;
  const steps =
    rounding === 'up' ? Number((numerator + denominator - 1n) / denominator) : nearest(numerator, denominator);
  return steps * (ONE / Number(scale));
}

/** What a quantity costs at a price per unit, to the nearest cent, halves away from zero. */
export function priceOf(quantity: Quantity, perUnit: Cents): Cents {
  return nearest(BigInt(quantity) * BigInt(perUnit), BigInt(ONE));
}

/** A part of a whole number, to the nearest, halves away from zero: of an amount in cents, of a quantity. */
export function partOf(whole: number, { numerator, denominator }: Ratio): number {
  return nearest(BigInt(whole) * BigInt(numerator), BigInt(denominator));
}
