/** The ledgers of a contract: one for each coverage and, of reserved days, one for each profile. */
import type { Abacus, Carnet, Coverage, Forfait, Regie, Unit } from '../contract/coverage.ts';
import type { Contract, Text } from '../contract/contract.ts';
import { monthPlus, type Month } from '../domain/months.ts';
import { lineQuantity, type Quantity, type Rounding } from '../domain/quantity.ts';
import { creditsOf, isCredit } from './credits.ts';
import { bookName, type Consumption, type Entry } from './entries.ts';
import {
  balanceOf,
  balancesAt,
  checkLedger,
  keepLedger,
  type Balances,
  type Movement,
  type Plan,
  type Posting,
} from './ledger.ts';
import { roundedOnce } from './rounding.ts';
import {
  capacityWindows,
  coverageIds,
  firstDay,
  lastDay,
  monthOf,
  planOfLots,
  planOfWindows,
  sliceOn,
  slicesOf,
  windowsOf,
  type Slice,
  type Window,
} from './windows.ts';

export interface Book {
  /** The id of the coverage and, of reserved days, `/` and the profile. */
  readonly id: string;
  readonly coverage: string;
  readonly profile: string | null;
  readonly label: Text | null;
  readonly form: Coverage['form'];
  readonly unit: Unit;
  /** As it was in force over time. */
  readonly slices: readonly Slice[];
  /** Empty for lots. */
  readonly windows: readonly Window[];
  readonly plan: Plan;
  readonly entries: readonly Entry[];
  readonly postings: readonly Posting[];
  /** How a quantity that is billed is rounded, where the contract states no step. */
  readonly measure: Pick<Abacus, 'decimals' | 'rounding'>;
  /** The last day that has begun, and the first that has not ended: the same, or the one after. */
  readonly last: number;
  readonly open: number;
}

/**
 * Keeps all ledgers of a contract, and checks each.
 * @param last the day at which the data were taken
 * @param ended whether it was over
 */
export function booksOf(contract: Contract, consumption: Consumption, last: number, ended: boolean): Book[] {
  const open = ended ? last + 1 : last;
  return coverageIds(contract).flatMap((id) => {
    const slices = slicesOf(contract, id);
    if (!slices.length || slices[0]!.from > last) return [];
    const current = sliceOn(slices, last).coverage;
    const of = (profile: string | null): readonly Entry[] =>
      consumption.entries.filter(
        ({ book }) => typeof book === 'object' && book.coverage === id && book.profile === profile,
      );
    const book = (profile: string | null, label: Text | null, windows: readonly Window[], bare: Plan): Book => {
      const starts = windows.map(({ first }) => first);
      const entries = roundedOnce(of(profile), starts, contract.abacus.decimals);
      const name = bookName({ coverage: id, profile });
      const movements = entries.map(movementOf);
      const plan = { ...bare, lots: [...bare.lots, ...creditsOf(entries, windows)] };
      const postings = keepLedger(plan, movements, last, ended);
      checkLedger(postings, movements, name);
      return {
        id: name,
        coverage: id,
        profile,
        label,
        form: current.form,
        unit: current.unit,
        slices,
        windows,
        plan,
        entries,
        postings,
        measure: contract.abacus,
        last,
        open,
      };
    };
    switch (current.form) {
      case 'forfait': {
        const windows = windowsOf(slices as readonly Slice<Forfait>[], open);
        return [book(null, current.label, windows, planOfWindows(windows, slices))];
      }
      case 'carnet':
        return [book(null, current.label, [], planOfLots(slices as readonly Slice<Carnet>[], open))];
      case 'regie': {
        const all = slices as readonly Slice<Regie>[];
        const profiles = [...new Set(all.flatMap(({ coverage }) => coverage.capacity.map(({ profile }) => profile)))];
        return profiles.map((profile) => {
          const windows = capacityWindows(all, profile, open);
          const label = current.capacity.find((row) => row.profile === profile)?.label ?? null;
          return book(profile, label, windows, planOfWindows(windows, slices));
        });
      }
    }
  });
}

/** What an entry takes or gives back; nothing for a credit, which is a lot of the plan. */
export function movementOf(entry: Entry): Movement {
  const { day, quantity, source, lot } = entry;
  const account = source === 'adjustment' ? 'adjusted' : 'consumed';
  return { day, quantity: isCredit(entry) ? 0 : quantity, account, lot };
}

/** The day on which an entry was known: that of its booking, or of the work where the exports do not say. */
export function knownOn({ day, booked }: Entry): number {
  return booked === null ? day : Math.max(day, booked);
}

/** The balances at the end of a day, as they were known at the end of that day. */
export function balancesKnownOn(book: Book, day: number): Balances {
  const known = book.entries.filter((entry) => knownOn(entry) <= day);
  const credited = new Set(creditsOf(known, book.windows).map(({ id }) => id));
  const lots = book.plan.lots.filter(({ id, credited: isCredited }) => !isCredited || credited.has(id));
  return balancesAt(keepLedger({ ...book.plan, lots }, known.map(movementOf), day, day < book.open), day);
}

/** What happened to the units of a ledger in a month; whoever adds up a column gets the year. */
export interface MonthStatement {
  readonly month: Month;
  /** Whether the month has ended. */
  readonly complete: boolean;
  readonly opening: Quantity;
  readonly bought: Quantity;
  readonly consumed: Quantity;
  /** Of what was consumed: entered only after the end of the month. */
  readonly late: Quantity;
  /** Given back (positive) or taken by agreement. */
  readonly adjusted: Quantity;
  readonly expired: Quantity;
  /** Used beyond what was there, and settled besides. */
  readonly overrun: Quantity;
  /** `opening + bought + adjusted + overrun − consumed − expired`. */
  readonly closing: Quantity;
  /** The closing balance as it was known at the end of the month. */
  readonly closingThen: Quantity;
}

/** The months of a ledger, from its first to the one at hand, or the one in which the coverage ended. */
export function statementsOf(book: Book): MonthStatement[] {
  const statements: MonthStatement[] = [];
  const end = book.slices.at(-1)!.to;
  const last = monthOf(end === null ? book.last : Math.min(book.last, end - 1));
  let before = 0;
  for (let month = monthOf(book.slices[0]!.from); month <= last; month = monthPlus(month, 1)) {
    const [from, to] = [firstDay(month), lastDay(month)];
    const moved = { bought: 0, consumed: 0, adjusted: 0, expired: 0, overrun: 0 };
    for (const posting of book.postings) {
      if (posting.day < from || posting.day > to) continue;
      const { kind, quantity } = posting;
      if (kind === 'adjusted') moved.adjusted += posting.from === 'adjusted' ? quantity : -quantity;
      else if (kind === 'consumed') moved.consumed += posting.to === 'consumed' ? quantity : -quantity;
      else if (kind === 'bought' || kind === 'expired' || kind === 'overrun') moved[kind] += quantity;
    }
    const closing = balanceOf(balancesAt(book.postings, to));
    const sum = before + moved.bought + moved.adjusted + moved.overrun - moved.consumed - moved.expired;
    if (sum !== closing) throw new Error(`The statement of ${book.id} for ${month} makes ${sum}, not ${closing}.`);
    const late = book.entries
      .filter((entry) => entry.day >= from && entry.day <= to && entry.source !== 'adjustment' && knownOn(entry) > to)
      .reduce((total, { quantity }) => total + quantity, 0);
    statements.push({
      month,
      complete: to < book.open,
      opening: before,
      ...moved,
      late,
      closing,
      closingThen: to < book.open ? balanceOf(balancesKnownOn(book, to)) : closing,
    });
    before = closing;
  }
  return statements;
}

/** What became of a window that has ended. */
export interface Settled {
  readonly window: Window;
  readonly consumed: Quantity;
  readonly expired: Quantity;
  /** What goes on to the next window; negative where it is owed. */
  readonly carried: Quantity;
  readonly overrun: Quantity;
  /** Of the overrun: within the franchise, borne by the provider, to be paid. */
  readonly free: Quantity;
  readonly refused: Quantity;
  readonly billed: Quantity;
}

/** Of units above a volume, those within the franchise: that come off, or that are none once it is passed. */
export function freeOf(over: Quantity, franchise: Quantity, rule: Forfait['franchiseRule']): Quantity {
  if (over <= franchise) return over;
  return rule === 'deductible' ? franchise : 0;
}

/** The windows that have ended, or the months of lots whose overruns are settled. */
export function settledWindows(book: Book): Settled[] {
  const { decimals, rounding } = book.measure;
  return book.windows
    .filter(({ last }) => last < book.open)
    .map((window) => {
      let consumed = 0;
      let expired = 0;
      let overrun = 0;
      for (const { day, kind, quantity, to } of book.postings) {
        if (day < window.first || day > window.last) continue;
        if (kind === 'consumed') consumed += to === 'consumed' ? quantity : -quantity;
        else if (kind === 'expired') expired += quantity;
        else if (kind === 'overrun') overrun += quantity;
      }
      const { coverage } = window.slice;
      const free = freeOf(
        overrun,
        window.franchise,
        coverage.form === 'forfait' ? coverage.franchiseRule : 'deductible',
      );
      const rule = coverage.form === 'carnet' ? 'billed' : coverage.overrun.rule;
      const rest = overrun - free;
      return {
        window,
        consumed,
        expired,
        carried: balanceOf(balancesAt(book.postings, window.last)),
        overrun,
        free,
        refused: rule === 'refused' ? rest : 0,
        billed: rule === 'refused' || rest === 0 ? 0 : billedOf(book, window, rest, decimals, rounding),
      };
    });
}

/**
 * What of a window is billed: all its work summed exactly, less what the volume and the franchise hold, rounded once. What
 * the contract rounds entry by entry is billed as the ledger has it.
 */
function billedOf(book: Book, window: Window, billed: Quantity, decimals: number, rounding: Rounding): Quantity {
  let ms = 0n;
  let msPerUnit: number | null = null;
  let summed = 0;
  for (const { day, source, quantity, effort, msPerUnit: per } of book.entries) {
    if (day < window.first || day > window.last || source === 'adjustment') continue;
    if (per === null || effort === null || (msPerUnit !== null && msPerUnit !== per)) continue;
    ms += BigInt(effort);
    msPerUnit = per;
    summed += quantity;
  }
  return msPerUnit === null ? billed : lineQuantity(ms, msPerUnit, summed - billed, decimals, rounding);
}
