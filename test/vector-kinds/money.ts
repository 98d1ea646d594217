/** The kinds of `money/`. Semantics: `test/vectors/README-contract.md`. */
import { decimalOf, fractionOf } from '../../src/contract/referee.ts';
import type { Ceiling } from '../../src/contract/pricing.ts';
import { isoDate, parseIsoDate } from '../../src/domain/date.ts';
import { lineQuantity, parseMoney, parseQuantity, partOf, priceOf, toStep } from '../../src/domain/quantity.ts';
import { HOUR_MS, zoneOf } from '../../src/domain/zone.ts';
import { freeOf, type Book } from '../../src/account/books.ts';
import {
  balancesAt,
  checkLedger,
  keepLedger,
  paymentsOf,
  type Lot,
  type Movement,
  type Plan,
} from '../../src/account/ledger.ts';
import { planOfWindows, windowsOf, type Slice, type Window } from '../../src/account/windows.ts';
import type { Forfait } from '../../src/contract/coverage.ts';
import type { Term } from '../../src/contract/contract.ts';
import { Caps } from '../../src/account/caps.ts';
import { basesOf } from '../../src/account/invoice.ts';
import { netToPay } from '../../src/account/net.ts';
import { daysLate, hoursLate, lateAmount, steppedOf } from '../../src/account/penalties.ts';
import { coefficientBy } from '../../src/account/prices.ts';
import { nearest } from '../../src/domain/quantity.ts';
import { NOT_YET, type Adapter } from './kinds.ts';

const cents = (text: string): number => parseMoney(text)!;
const money = (amount: number): string => {
  const plain = Math.abs(amount);
  return `${amount < 0 ? '-' : ''}${Math.floor(plain / 100)}.${String(plain % 100).padStart(2, '0')}`;
};
const units = (text: string): number => parseQuantity(text)!;
/** Without trailing zeros. */
const plainUnits = (quantity: number): string => String(quantity / 10_000);
const fixed = (quantity: number, decimals: number): string => (quantity / 10_000).toFixed(decimals);
const ceiling = (of: { amount?: string; share?: string } | null): Ceiling | null =>
  of === null ? null : of.amount === undefined ? { share: fractionOf(of.share!) } : { amount: cents(of.amount) };
const day = (text: string): number => parseIsoDate(text)!;
const paris = zoneOf('Europe/Paris');

/** A ledger of lots, as a carnet keeps it. */
function ledgerOf(
  lots: readonly { id: string; bought: string; expires: string | null; quantity: string; goodwill: boolean }[],
  uses: readonly { day: string; quantity: string }[],
  asOf: string,
) {
  const plan: Plan = {
    lots: lots.map(({ id, bought, expires, quantity, goodwill }): Lot => ({
      id,
      opens: day(bought),
      closes: expires === null ? null : day(expires),
      quantity: units(quantity),
      credited: goodwill,
    })),
    settlements: [],
  };
  const indexed = uses.map((use, i) => ({ ...use, i })).sort((a, b) => day(a.day) - day(b.day) || a.i - b.i);
  const movements = indexed.map((use): Movement => ({
    day: day(use.day),
    quantity: units(use.quantity),
    account: 'consumed',
    lot: null,
  }));
  const postings = keepLedger(plan, movements, day(asOf), true);
  checkLedger(postings, movements, 'the case');
  return { plan, postings, movements, indexed };
}

export const money_: Readonly<Record<string, Adapter>> = {
  'penalty-late': ({ value, rate, days, due, done }) => {
    if (days === 'working') return NOT_YET;
    const late = { due: Date.parse(due), stopped: Date.parse(done) };
    const count = daysLate({ zone: paris }, late, days === 'calendar' ? 'dates' : 'begun');
    const fraction = decimalRatio(rate);
    return { days: count, amount: money(lateAmount(cents(value), count, fraction)) };
  },

  'penalty-per-hour': ({ hours, rates, capPerTicket, tickets }) => {
    const cap = capPerTicket === null ? Infinity : cents(capPerTicket);
    const rows = tickets.map((ticket: { key: string; priority: string; overSeconds: number; contested: boolean }) => {
      const ms = hoursLate(ticket.overSeconds * 1000, hours);
      const rate = rates[ticket.priority] === undefined ? 0 : cents(rates[ticket.priority]);
      const gross = nearest(BigInt(rate) * BigInt(ms), BigInt(HOUR_MS));
      return { ...ticket, gross, kept: Math.min(gross, cap) };
    });
    type Row = (typeof rows)[number];
    const sum = (of: (row: Row) => number, contested: boolean): number =>
      rows.reduce((total: number, row: Row) => total + (row.contested === contested ? of(row) : 0), 0);
    return {
      tickets: rows.map((row: Row) => ({ key: row.key, gross: money(row.gross), kept: money(row.kept) })),
      gross: money(sum((row) => row.gross, false)),
      cut: money(sum((row) => row.gross - row.kept, false)),
      net: money(sum((row) => row.kept, false)),
      contested: money(sum((row) => row.kept, true)),
    };
  },

  'penalty-steps': ({ met, total, contested, base, steps, bonus }) => {
    const share = ({ numerator, denominator }: { numerator: number; denominator: number }): number =>
      numerator / denominator;
    const rule = {
      steps: steps
        .map((step: { below: string; rate: string }) => ({
          below: fractionOf(step.below),
          rate: fractionOf(step.rate),
          written: step.rate,
        }))
        .sort((a: any, b: any) => share(a.below) - share(b.below)),
      bonus: bonus
        .map((step: { from: string; rate: string }) => ({
          from: fractionOf(step.from),
          rate: fractionOf(step.rate),
          written: step.rate,
        }))
        .sort((a: any, b: any) => share(b.from) - share(a.from)),
    };
    const told = (of: number) => {
      const stepped = steppedOf(rule, met, of, cents(base));
      return {
        met,
        total: of,
        rate: (stepped.step as { written?: string } | null)?.written ?? null,
        penalty: money(stepped.penalty),
        bonus: money(stepped.bonus),
      };
    };
    return { ...told(total - contested), ifRejected: told(total) };
  },

  'penalty-caps': (input) => {
    if (input.capRolling !== null) return NOT_YET;
    const order = input.capOfOrder;
    const most =
      order === null
        ? null
        : order.amount === undefined
          ? partOf(cents(input.orderAmount), fractionOf(order.share))
          : cents(order.amount);
    const caps = new Caps(
      {
        suspendAbove: input.suspendAbove,
        capPerMonth: ceiling(input.capPerMonth),
        capPerYear: ceiling(input.capPerYear),
        order: { most, exoneration: cents(input.exoneration) },
      },
      input.firstMonth,
    );
    let total = 0;
    const months = input.months.map((one: { month: string; gross: string; base: string; opened: number }) => {
      const out = caps.take({ month: one.month, amount: cents(one.gross), opened: one.opened, base: cents(one.base) });
      total += out.net;
      const last = out.relief.find(({ because }) => ['exoneration', 'order-cap', 'recall'].includes(because));
      return {
        month: one.month,
        suspended: out.suspended,
        afterMonth: money(out.afterMonth),
        afterYear: money(out.afterYear),
        afterRolling: money(out.afterYear),
        because: last?.because ?? null,
        net: money(out.net),
      };
    });
    return { months, total: money(total) };
  },

  'penalty-base': ({ lots, uses, fees, months, asOf }) => {
    const { plan, postings, movements, indexed } = ledgerOf(lots, uses, asOf);
    const coverage = {
      form: 'carnet' as const,
      overrun: { rule: 'next-lot' as const, rate: null },
      lots: lots.map((lot: { id: string; bought: string; quantity: string; price: string }) => ({
        id: lot.id,
        bought: day(lot.bought),
        expires: null,
        quantity: units(lot.quantity),
        price: cents(lot.price),
      })),
    };
    const book = {
      form: 'carnet',
      slices: [{ from: 0, to: null, coverage }],
      windows: [],
      plan,
      postings,
      entries: movements.map(({ day: at }) => ({ day: at, source: 'work' })),
    } as unknown as Book;
    const paid = paymentsOf(postings);
    const known = (at: number): boolean => at <= day(asOf);
    return {
      months: months.map((month: string) => {
        // A fee is a line of its month, and a share of the worth of it.
        const lines = [
          ...fees
            .filter((fee: { month: string }) => fee.month === month)
            .map((fee: { amount: string }) => ({ month, kind: 'capacity', amount: cents(fee.amount) })),
          ...lots
            .filter(
              (lot: { bought: string; goodwill: boolean }) => lot.bought.startsWith(month) && known(day(lot.bought)),
            )
            .map((lot: { price: string }) => ({ month, kind: 'lot', amount: cents(lot.price) })),
        ];
        const bases = basesOf([book], lines as never, { coefficients: [], missing: [] }, month);
        const unpriced = indexed.reduce((sum: number, use, i) => {
          if (!use.day.startsWith(month) || !known(day(use.day))) return sum;
          const covered = paid.filter(({ movement }) => movement === i).reduce((all, one) => all + one.quantity, 0);
          return sum + units(use.quantity) - covered;
        }, 0);
        return {
          month,
          invoiced: money(bases.invoiced!),
          worth: money(bases.worth!),
          unpriced: plainUnits(unpriced),
        };
      }),
    };
  },

  carnet: ({ lots, uses, asOf }) => {
    const { postings, indexed } = ledgerOf(lots, uses, asOf);
    const paid = paymentsOf(postings);
    const balances = balancesAt(postings, day(asOf));
    const known = lots.filter((lot: { bought: string }) => day(lot.bought) <= day(asOf));
    const sum = (of: readonly { quantity: string }[]): number => of.reduce((all, one) => all + units(one.quantity), 0);
    const told = uses.flatMap((use: { key: string; day: string; quantity: string }, place: number) => {
      const at = indexed.findIndex(({ i }) => i === place);
      if (day(use.day) > day(asOf)) return [];
      const by = paid.filter(({ movement }) => movement === at);
      const covered = by.reduce((all, one) => all + one.quantity, 0);
      return [
        {
          key: use.key,
          paidBy: by.map(({ lot, quantity }) => [lot, plainUnits(quantity)]),
          owed: plainUnits(units(use.quantity) - covered),
        },
      ];
    });
    const used = (lot: string): number =>
      paid.filter((one) => one.lot === lot).reduce((all, one) => all + one.quantity, 0);
    const expired = (lot: string): number =>
      postings.filter((one) => one.kind === 'expired' && one.lot === lot).reduce((all, one) => all + one.quantity, 0);
    return {
      uses: told,
      lots: known.map(({ id, quantity }: { id: string; quantity: string }) => ({
        id,
        used: plainUnits(used(id)),
        expired: plainUnits(expired(id)),
        left: plainUnits(units(quantity) - used(id) - expired(id)),
      })),
      bought: plainUnits(sum(known.filter((lot: { goodwill: boolean }) => !lot.goodwill))),
      credited: plainUnits(sum(known.filter((lot: { goodwill: boolean }) => lot.goodwill))),
      consumed: plainUnits(balances.consumed),
      lost: plainUnits(balances.expired),
      available: plainUnits(balances.available),
      owed: plainUnits(0 - balances.owed),
    };
  },

  'carry-over': ({ periods, share, base, cap, expiresAfter }) => {
    // A period is a month; what a window buys differs from one to the next, so each is a window of its own making.
    const windows = periods.map((period: { bought: string }, i: number): Window => {
      const first = day('2020-01-01') + i * 31;
      return {
        id: String(i),
        first,
        last: first + 30,
        months: 1,
        volume: units(period.bought),
        franchise: 0,
        slice: { coverage: { form: 'forfait', carryOver: null, overrun: { rule: 'billed' } } } as unknown as Slice,
        fees: [],
        parts: [],
      };
    });
    const part = fractionOf(share);
    const capped = cap === null ? null : units(cap);
    const bare = planOfWindows(windows, []);
    const plan: Plan = {
      lots: bare.lots.map((lot, i) => ({
        ...lot,
        closes: expiresAfter === null ? null : windows[i]!.last + expiresAfter * 31,
      })),
      settlements: bare.settlements.map((settlement, i) => {
        const bought = base === 'bought' ? partOf(windows[i]!.volume, part) : null;
        const caps = [capped, bought].filter((one): one is number => one !== null);
        return {
          ...settlement,
          cap: caps.length ? Math.min(...caps) : null,
          shareLeft: base === 'left' ? part : null,
          debt: 0,
        };
      }),
    };
    const movements = periods.map((period: { used: string }, i: number): Movement => ({
      day: windows[i]!.first,
      quantity: units(period.used),
      account: 'consumed',
      lot: null,
    }));
    const postings = keepLedger(plan, movements, windows.at(-1)!.last, true);
    return {
      periods: windows.map(({ first, last, volume }: Window, i: number) => {
        const before = balancesAt(postings, first - 1);
        const after = balancesAt(postings, last);
        const moved = (kind: string): number =>
          postings
            .filter((one) => one.kind === kind && one.day >= first && one.day <= last)
            .reduce((sum, one) => sum + one.quantity, 0);
        return {
          opening: plainUnits(before.available),
          bought: plainUnits(volume),
          used: plainUnits(units(periods[i].used)),
          beyond: plainUnits(moved('overrun')),
          lost: plainUnits(moved('expired')),
          carried: plainUnits(after.available),
        };
      }),
    };
  },

  'forfait-overrun': ({ volume, used, window, franchise, franchiseKind, rate, decimals }) => {
    const windows = [];
    for (let i = 0; i < used.length; i += window) {
      const months = used.slice(i, i + window);
      const sum = months.reduce((all: number, one: string) => all + units(one), 0);
      const bought = units(volume) * months.length;
      const over = Math.max(0, sum - bought);
      const free = freeOf(over, units(franchise) * months.length, franchiseKind);
      const billed = toStep(over - free, 10_000 / 10 ** decimals, 'nearest');
      windows.push({
        used: plainUnits(sum),
        volume: plainUnits(bought),
        over: plainUnits(over),
        unused: plainUnits(Math.max(0, bought - sum)),
        billed: fixed(billed, decimals),
        amount: money(priceOf(billed, cents(rate))),
      });
    }
    return { windows };
  },

  'invoice-line': ({ workSeconds, hoursPerUnit, less, decimals, rounding, unitPrice }) => {
    const ms = workSeconds.reduce((sum: bigint, seconds: number) => sum + BigInt(seconds) * 1000n, 0n);
    const msPerUnit = (units(hoursPerUnit) * HOUR_MS) / 10_000;
    const quantity = lineQuantity(ms, msPerUnit, units(less), decimals, rounding);
    return { quantity: fixed(quantity, decimals), amount: money(priceOf(quantity, cents(unitPrice))) };
  },

  revision: ({ p0, a, b, base, read, junction, least, most, decimals, refuseAbove, refused }) => {
    if (refuseAbove !== null || refused) return NOT_YET;
    const { numerator, denominator, bound } = coefficientBy({
      a: decimalOf(a),
      b: decimalOf(b),
      base: decimalOf(base),
      read: decimalOf(read),
      junction: junction === null ? null : decimalOf(junction),
      least: least === null ? null : decimalOf(least),
      most: most === null ? null : decimalOf(most),
      decimals,
    });
    const gcd = (x: bigint, y: bigint): bigint => (y === 0n ? x : gcd(y, x % y));
    const common = gcd(numerator, denominator);
    return {
      coefficient:
        decimals === null
          ? `${numerator / common}/${denominator / common}`
          : (Number(numerator) / Number(denominator)).toFixed(decimals),
      bound,
      refusable: false,
      kept: 'new',
      price: money(nearest(BigInt(cents(p0)) * numerator, denominator)),
    };
  },

  proration: ({ terms, ends }) => {
    const slices = terms.map((term: { from: string; fee: string; volume: string }, i: number): Slice<Forfait> => ({
      from: day(term.from),
      to: terms[i + 1] ? day(terms[i + 1].from) : day(ends) + 1,
      term: {} as Term,
      coverage: {
        form: 'forfait',
        per: 'month',
        smoothing: null,
        volume: units(term.volume),
        franchise: 0,
        fee: cents(term.fee),
      } as Forfait,
    }));
    let total = 0;
    const lines = windowsOf(slices, day(ends)).flatMap((window) =>
      window.fees.map(({ day: from, last, amount }, i) => {
        const month = isoDate(from).slice(0, 7);
        const of = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
        total += amount;
        return {
          month,
          from: isoDate(from),
          to: isoDate(last),
          days: last - from + 1,
          of,
          amount: money(amount),
          volume: plainUnits(window.parts[i]!.own),
        };
      }),
    );
    return { lines, total: money(total) };
  },

  'net-to-pay': ({ lines, penalties, bonus, bonusTaxed, bonusVat, retentionPercent, advanceRecovered }) => {
    const net = netToPay({
      lines: lines.map((line: { amount: string; vat: string }) => ({
        amount: cents(line.amount),
        vat: fractionOf(line.vat),
      })),
      penalties: cents(penalties),
      bonus: cents(bonus),
      bonusVat: bonusTaxed ? fractionOf(bonusVat) : null,
      retention: fractionOf(retentionPercent),
      advanceRecovered: cents(advanceRecovered),
    });
    return {
      vatLines: net.vatLines.map(({ rate, taxable, vat }) => ({
        rate: String((rate.numerator / rate.denominator) * 100).replace(/(\.\d\d?)\d{6,}\d*$/, '$1'),
        taxable: money(taxable),
        vat: money(vat),
      })),
      ht: money(net.ht),
      vat: money(net.vat),
      ttc: money(net.ttc),
      retention: money(net.retention),
      net: money(net.net),
      toPay: money(net.toPay),
      credit: money(net.credit),
    };
  },
};

/** `{ numerator: "0.5", denominator: "100" }` as a fraction of whole numbers. */
function decimalRatio({ numerator, denominator }: { numerator: string; denominator: string }) {
  const n = decimalOf(numerator);
  const d = decimalOf(denominator);
  return { numerator: n.numerator * d.denominator, denominator: n.denominator * d.numerator };
}
