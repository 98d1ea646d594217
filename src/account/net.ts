/**
 * What a month is to pay: lines and their VAT, then what comes off outside it. Penalties never reduce a taxable base; VAT
 * is reckoned on the sum of each rate and rounded once (EN 16931, BR-CO-17).
 */
import type { Ratio } from '../domain/statistics.ts';
import { partOf, type Cents } from '../domain/quantity.ts';

export interface NetInput {
  /** Without VAT. */
  readonly lines: readonly { readonly amount: Cents; readonly vat: Ratio }[];
  readonly penalties: Cents;
  readonly bonus: Cents;
  /** The rate of a bonus that is a complement of the price; `null` for one outside VAT. */
  readonly bonusVat: Ratio | null;
  /** A share of the sum with VAT that is kept back. */
  readonly retention: Ratio;
  readonly advanceRecovered: Cents;
}

export interface Net {
  /** By ascending rate. */
  readonly vatLines: readonly { readonly rate: Ratio; readonly taxable: Cents; readonly vat: Cents }[];
  /** Without VAT; a taxed bonus is in it. */
  readonly ht: Cents;
  readonly vat: Cents;
  readonly ttc: Cents;
  readonly retention: Cents;
  /** `ttc − retention − advance − penalties`, and a bonus outside VAT; below zero it is owed to the client. */
  readonly net: Cents;
  readonly toPay: Cents;
  readonly credit: Cents;
}

/** Adds up a month. */
export function netToPay({ lines, penalties, bonus, bonusVat, retention, advanceRecovered }: NetInput): Net {
  const taxed = bonusVat === null || bonus === 0 ? lines : [...lines, { amount: bonus, vat: bonusVat }];
  const byRate = new Map<string, { rate: Ratio; taxable: Cents }>();
  for (const { amount, vat } of taxed) {
    const key = String(vat.numerator / vat.denominator);
    const known = byRate.get(key);
    byRate.set(key, { rate: known?.rate ?? vat, taxable: (known?.taxable ?? 0) + amount });
  }
  const vatLines = [...byRate.values()]
    .map(({ rate, taxable }) => ({ rate, taxable, vat: partOf(taxable, rate) }))
    .sort((a, b) => a.rate.numerator * b.rate.denominator - b.rate.numerator * a.rate.denominator);
  const ht = vatLines.reduce((sum, line) => sum + line.taxable, 0);
  const vat = vatLines.reduce((sum, line) => sum + line.vat, 0);
  const ttc = ht + vat;
  const kept = partOf(ttc, retention);
  const net = ttc - kept - advanceRecovered - penalties + (bonusVat === null ? bonus : 0);
  return { vatLines, ht, vat, ttc, retention: kept, net, toPay: Math.max(0, net), credit: Math.max(0, -net) };
}
