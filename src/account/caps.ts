/**
 * What bounds a penalty: each bound takes what the one before let through, and counts its own output alone. In this order:
 * a suspension, the month, the contract year, the order with its exoneration. Cases: `penalty-caps` of the vectors.
 */
import type { Ratio } from '../domain/statistics.ts';
import type { Ceiling } from '../contract/pricing.ts';
import type { Month } from '../domain/months.ts';
import { partOf, type Cents } from '../domain/quantity.ts';

export interface CapRules {
  /** More tickets opened than this in the month: nothing is due for it. */
  readonly suspendAbove: number | null;
  readonly capPerMonth: Ceiling | null;
  readonly capPerYear: Ceiling | null;
  /** Of the whole order: the most that is due, and up to which sum nothing is. */
  readonly order: { readonly most: Cents | null; readonly exoneration: Cents } | null;
}

export const RELIEFS = [
  'ticket-cap',
  'suspended',
  'month-cap',
  'year-cap',
  'year-release',
  'exoneration',
  'order-cap',
  'recall',
] as const;
export type Relief = (typeof RELIEFS)[number];

export interface CapInput {
  readonly month: Month;
  readonly amount: Cents;
  /** Tickets opened in the month. */
  readonly opened: number;
  /** What ceilings that are shares are of; `null` where it is not known. */
  readonly base: Cents | null;
}

export interface CapOutput {
  readonly suspended: boolean;
  readonly afterMonth: Cents;
  readonly afterYear: Cents;
  readonly net: Cents;
  /** What each bound takes off; negative for what it gives back: a year that grew, an exoneration that fell. */
  readonly relief: readonly { readonly because: Relief; readonly amount: Cents }[];
  /** What the month and the year so far may cost; `null` where there is no bound, or no base. */
  readonly mostOfMonth: Cents | null;
  readonly mostOfYear: Cents | null;
  /** What the year has cost, this month included. */
  readonly ofYear: Cents;
}

/** Bounds the penalties of one rule, month after month. */
export class Caps {
  readonly #rules: CapRules;
  readonly #firstMonth: Month;
  #year = -1;
  #yearIn: Cents = 0;
  #yearOut: Cents = 0;
  #yearBase: Cents | null = 0;
  #orderIn: Cents = 0;
  #orderOut: Cents = 0;

  /** @param firstMonth the contract years are counted from it, twelve months each */
  constructor(rules: CapRules, firstMonth: Month) {
    this.#rules = rules;
    this.#firstMonth = firstMonth;
  }

  /** Takes the next month; months come in their order. */
  take({ month, amount, opened, base }: CapInput): CapOutput {
    const { suspendAbove, capPerMonth, capPerYear, order } = this.#rules;
    const relief: { because: Relief; amount: Cents }[] = [];
    const change = (before: Cents, after: Cents, takes: Relief, gives: Relief): Cents => {
      if (after !== before) relief.push({ because: after < before ? takes : gives, amount: before - after });
      return after;
    };
    const suspended = suspendAbove !== null && opened > suspendAbove;
    const asked = change(amount, suspended ? 0 : amount, 'suspended', 'suspended');
    const mostOfMonth = capPerMonth && ceilingOf(capPerMonth, base);
    const afterMonth = change(asked, Math.min(asked, mostOfMonth ?? asked), 'month-cap', 'month-cap');
    this.#enterYear(month);
    this.#yearBase = this.#yearBase === null || base === null ? null : this.#yearBase + base;
    this.#yearIn += afterMonth;
    const mostOfYear = capPerYear && ceilingOf(capPerYear, this.#yearBase);
    // A ceiling that is a share grows with the year: later months make good what was taken off before.
    const yearDue = mostOfYear === null ? this.#yearIn : Math.min(this.#yearIn, mostOfYear);
    const afterYear = change(afterMonth, Math.max(0, yearDue - this.#yearOut), 'year-cap', 'year-release');
    this.#yearOut += afterYear;
    const net = change(
      afterYear,
      this.#ofOrder(afterYear, order),
      this.#isSpared(order) ? 'exoneration' : 'order-cap',
      'recall',
    );
    return { suspended, afterMonth, afterYear, net, relief, mostOfMonth, mostOfYear, ofYear: this.#yearOut };
  }

  /** What the order lets through: nothing up to the exoneration, all beyond it, up to its cap. */
  #ofOrder(amount: Cents, order: CapRules['order']): Cents {
    this.#orderIn += amount;
    if (!order) return amount;
    const due = this.#isSpared(order) ? 0 : Math.min(this.#orderIn, order.most ?? this.#orderIn);
    const net = Math.max(0, due - this.#orderOut);
    this.#orderOut += net;
    return net;
  }

  #isSpared(order: CapRules['order']): boolean {
    return order !== null && this.#orderIn <= order.exoneration;
  }

  #enterYear(month: Month): void {
    const index = (text: Month): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
    const year = Math.floor((index(month) - index(this.#firstMonth)) / 12);
    if (year === this.#year) return;
    this.#year = year;
    this.#yearIn = 0;
    this.#yearOut = 0;
    this.#yearBase = 0;
  }
}

/** A ceiling in cents; `null` for a share of what is not known. */
function ceilingOf(ceiling: Ceiling, base: Cents | null): Cents | null {
  if ('amount' in ceiling) return ceiling.amount;
  return base === null ? null : partOf(base, ceiling.share satisfies Ratio);
}
