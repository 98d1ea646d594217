/** The account of a contract: ledgers, forecast, amounts, and the statement of each month. */
import { classesOf } from '../clocks/commitments.ts';
import type { Contract } from '../contract/contract.ts';
import type { Coverage } from '../contract/coverage.ts';
import {
  booksOf,
  freeOf,
  knownOn,
  settledWindows,
  statementsOf,
  type Book,
  type MonthStatement,
} from '../account/books.ts';
import { bookName, consumptionOf, creditEntry, type Consumption, type Entry } from '../account/entries.ts';
import { assertionsOf } from '../account/assertions.ts';
import { creditIds } from '../account/credits.ts';
import { COURSES, forecastOf, quantityOf, type Interval } from '../account/forecast.ts';
import { LEAST_MONTHS } from '../account/pace.ts';
import type { Posting } from '../account/ledger.ts';
import { smoothings } from '../account/smoothing.ts';
import { firstDay, lastDay, monthOf, sliceOn, type Window } from '../account/windows.ts';
import { isoDate } from '../domain/date.ts';
import { monthPlus, type Month } from '../domain/months.ts';
import { warning, type Place, type Problem } from '../domain/problem.ts';
import { ONE, priceOf, toStep, type Cents, type Quantity } from '../domain/quantity.ts';
import type { TicketTable } from '../domain/ticket.ts';
import type { Breach } from '../kpi/breach.ts';
import { basesOf, dayRateOf, linesOf, type InvoiceLine } from '../account/invoice.ts';
import { netToPay } from '../account/net.ts';
import { penaltiesOfMonths, type Late, type PenaltyMonth, type Service } from '../account/penalties.ts';
import { revised, revisionsOf, type Revisions } from '../account/prices.ts';
import { questionsOfMonths, vatOf, type QuestionMonth } from '../account/questions.ts';
import type { Account, AccountBook, PenaltyLine, Statement, StatementLine } from './account-schema.ts';
import type { MonthlyReport } from './schema.ts';
import type { Slugs } from './slugs.ts';

export interface AccountReading {
  readonly account: Account;
  /** One for each month of the ledgers. */
  readonly statements: readonly Statement[];
  /** The keys of the tickets that the ledgers, the penalties and the questions name. */
  readonly tickets: ReadonlySet<string>;
  readonly entries: readonly Entry[];
}

/** What the account takes from the report of a month: how its commitments stood. */
export type ServiceMonth = Pick<MonthlyReport, 'month' | 'complete'> & {
  readonly breaches: readonly Breach[];
  readonly summary: Pick<MonthlyReport['summary'], 'opened'>;
  readonly commitments: readonly Pick<MonthlyReport['commitments'][number], 'clock' | 'priority' | 'byDeadline'>[];
};

/** The account of a contract, or `null` where it says nothing of what was bought, of penalties or of questions. */
export function accountOf(
  contract: Contract,
  table: TicketTable,
  asOf: number,
  service: readonly ServiceMonth[],
  slugs: Pick<Slugs, 'of'>,
): AccountReading | null {
  if (!contract.terms.some((term) => term.coverage.length || term.penalties.length || term.questions)) return null;
  return new AccountBuilder(contract, table, asOf, service, slugs).build();
}

class AccountBuilder {
  readonly #contract: Contract;
  readonly #table: TicketTable;
  readonly #asOf: number;
  readonly #reports: readonly ServiceMonth[];
  readonly #slugs: Pick<Slugs, 'of'>;
  readonly #last: number;
  readonly #open: number;
  readonly #questionMonths: readonly QuestionMonth[];
  readonly #revisions: Revisions;
  #consumption: Consumption;
  #books: readonly Book[] = [];
  #months: ReadonlyMap<string, readonly MonthStatement[]> = new Map();
  #lines: readonly InvoiceLine[] = [];
  readonly #known: ReadonlySet<string>;
  readonly #named = new Set<string>();

  constructor(
    contract: Contract,
    table: TicketTable,
    asOf: number,
    reports: readonly ServiceMonth[],
    slugs: Pick<Slugs, 'of'>,
  ) {
    this.#contract = contract;
    this.#table = table;
    this.#asOf = asOf;
    this.#reports = reports;
    this.#slugs = slugs;
    this.#known = new Set(table.keys);
    // The day at hand is over where the next instant is another day.
    this.#open = contract.zone.dayAt(asOf + 1);
    this.#last = contract.zone.dayAt(asOf);
    const classes = classesOf(table, contract);
    this.#questionMonths = questionsOfMonths(contract, table, classes);
    const beyond = new Set(this.#questionMonths.flatMap((month) => month.beyond));
    this.#consumption = consumptionOf(contract, table, classes, beyond);
    this.#revisions = revisionsOf(contract, this.#last);
    this.#keep();
  }

  /** Keeps the ledgers of the entries at hand. */
  #keep(): void {
    this.#books = booksOf(this.#contract, this.#consumption, this.#last, this.#open > this.#last);
    this.#months = new Map(this.#books.map((book) => [book.id, statementsOf(book)]));
    this.#lines = this.#books.flatMap((book) => linesOf(this.#contract, book, this.#revisions));
  }

  /**
   * Posts the penalties that are settled in units, once both parties agreed. They are reckoned on the months as they were:
   * a credit comes after its month, and changes no base before it.
   */
  #credit(penalties: readonly PenaltyMonth[]): void {
    const credits = penalties.flatMap(({ penalty, month, units, agreed }) => {
      if (units === null || units <= 0 || !agreed) return [];
      const own = this.#books.filter(({ coverage }) => penalty.coverage === null || coverage === penalty.coverage);
      const day = lastDay(month) + 1;
      const [book] = own;
      const isOne = book !== undefined && own.every(({ coverage }) => coverage === book.coverage);
      return isOne && day <= this.#last ? [creditEntry(book.coverage, book.profile, month, day, units)] : [];
    });
    if (!credits.length) return;
    const entries = [...this.#consumption.entries, ...credits].sort((a, b) => a.day - b.day);
    this.#consumption = { ...this.#consumption, entries };
    this.#keep();
  }

  build(): AccountReading {
    const contract = this.#contract;
    const services = this.#services();
    const owed = penaltiesOfMonths(contract, services);
    this.#credit(owed);
    const penalties = owed.map((line) => this.#penalty(line));
    const questions = this.#questions();
    const statements = this.#statements();
    const account: Account = {
      format: 'jauge-account/1',
      contract: {
        id: contract.id,
        name: contract.name,
        client: contract.client,
        provider: contract.provider,
        confidentiality: contract.confidentiality,
      },
      zone: contract.zone.name,
      currency: contract.currency,
      vat: contract.vat,
      bonusTaxed: contract.bonus === 'taxed',
      asOf: new Date(this.#asOf).toISOString(),
      ends: contract.ends === null ? null : isoDate(contract.ends),
      source: this.#consumption.source,
      dated: contract.effort.dated,
      bookings: this.#consumption.bookings,
      books: this.#books.map((book) => this.#book(book)),
      outOfScope: this.#outOfScope(),
      months: this.#moneyMonths(penalties),
      penalties,
      questions,
      revisions: this.#revisions.coefficients.map((coefficient) => ({
        from: isoDate(coefficient.from),
        index: coefficient.index,
        label: contract.revision!.index.label,
        source: contract.revision!.index.source,
        base: coefficient.base,
        month: coefficient.month,
        values: coefficient.values,
        junction: coefficient.junction,
        fixedPart: contract.revision!.fixedPart,
        bound: coefficient.bound,
        coefficient: (Number((coefficient.numerator * 10n ** 10n) / coefficient.denominator) / 1e10).toFixed(8),
        clause: contract.revision!.clause,
      })),
      assertions: assertionsOf(contract, this.#books).map((one) => ({
        ...one,
        on: isoDate(one.on),
        since: one.since === null ? null : isoDate(one.since),
      })),
      indexMissing: [...this.#revisions.missing],
    };
    return { account, statements, tickets: this.#named, entries: this.#consumption.entries };
  }

  /** The folder of the page of a ticket; `null` for none, and for those that no export has. */
  #slug(key: string): string | null {
    if (!this.#known.has(key)) return null;
    this.#named.add(key);
    return this.#slugs.of(key);
  }

  #book(book: Book): AccountBook {
    const contract = this.#contract;
    const current = sliceOn(book.slices, book.last).coverage;
    const calendar = current.calendar ?? [...contract.calendars.values()][0]!;
    const months = this.#months.get(book.id)!;
    const forecast = forecastOf(book, months, calendar.working);
    const day = (value: number | null): string | null => (value === null ? null : isoDate(value));
    const missing = this.#consumption.missing.get(book.coverage) ?? [];
    return {
      id: book.id,
      label: current.label,
      profile: book.profile === null ? null : { id: book.profile, label: book.label },
      form: book.form,
      unit: book.unit,
      step: current.step,
      clause: current.clause,
      missing: [...missing],
      terms: joined(
        book.slices.map(({ from, to, coverage, term }) => ({
          from: isoDate(from),
          to: day(to),
          clause: coverage.clause,
          is: termsOf(
            coverage,
            book.profile,
            term.prices.find(({ profile }) => profile === book.profile)?.dayRate ?? null,
          ),
        })),
      ),
      months: [...months],
      lots: book.form === 'carnet' ? lotsOf(book) : [],
      windows: settledWindows(book).map(({ window, ...settled }) => ({
        id: window.id,
        first: isoDate(window.first),
        last: isoDate(window.last),
        volume: window.volume,
        ...settled,
      })),
      forecast: {
        fullMonths: forecast.pace.fullMonths,
        leastMonths: LEAST_MONTHS,
        pace: {
          recent: forecast.pace.recent && quantityOf(forecast.pace.recent),
          byWorkingDay: forecast.pace.byWorkingDay && quantityOf(forecast.pace.byWorkingDay),
          seasonal: forecast.pace.seasonal,
        },
        window: forecast.window && {
          id: forecast.window.id,
          first: isoDate(forecast.window.first),
          last: isoDate(forecast.window.last),
          begun: forecast.begun,
        },
        balance: forecast.balance,
        total: forecast.total,
        used: forecast.used,
        debt: forecast.debt,
        due: forecast.due,
        until: day(forecast.until),
        exhaustion: forecast.exhaustion && mapInterval(forecast.exhaustion, day),
        exhausted: forecast.exhausted,
        courses: COURSES,
        present: forecast.present && {
          perMonth: forecast.present.perMonth,
          exhaustion: day(forecast.present.exhaustion),
          projected: forecast.present.projected,
          over: forecast.present.over === null ? null : this.#overAtEnd(book, forecast.window!, forecast.present.over),
        },
        records: forecast.records.map((record) => ({ ...record, interval: record.interval && { ...record.interval } })),
        projected: forecast.projected,
        overAtEnd:
          forecast.over && mapInterval(forecast.over, (quantity) => this.#overAtEnd(book, forecast.window!, quantity)),
        expired: forecast.expired,
        ended: day(forecast.ended),
        ahead: [...forecast.ahead],
        expiring: forecast.expiring.map(({ closes, ...lot }) => ({ ...lot, closes: isoDate(closes) })),
        alerts: forecast.alerts.map(({ share, reached }) => ({ share, reached: day(reached) })),
        calendar: calendar.id,
      },
      smoothing: smoothings(book),
    };
  }

  /** Units above what is at disposal, and what the terms of the window make of them at today's prices. */
  #overAtEnd(book: Book, window: Window, quantity: Quantity): { quantity: Quantity; amount: Cents | null } {
    const { coverage } = window.slice;
    const over = Math.max(0, quantity);
    const beyond =
      over - freeOf(over, window.franchise, coverage.form === 'forfait' ? coverage.franchiseRule : 'deductible');
    if (coverage.form === 'carnet' || coverage.overrun.rule === 'refused' || beyond === 0)
      return { quantity, amount: 0 };
    const isCarried = coverage.form === 'forfait' && coverage.overrun.rule === 'carried';
    const limit = coverage.form === 'forfait' ? coverage.overrun.limit : 0;
    const billed = isCarried ? (limit === null ? 0 : Math.max(0, beyond - limit)) : beyond;
    const rate =
      coverage.form === 'regie'
        ? (coverage.overrun.rate ?? dayRateOf(this.#contract, book.profile!, this.#last))
        : coverage.overrun.rate;
    if (billed === 0) return { quantity, amount: 0 };
    // As the line will be printed: to the decimals of the contract, then priced.
    const printed = toStep(billed, ONE / 10 ** this.#contract.abacus.decimals, 'nearest');
    return { quantity, amount: rate === null ? null : priceOf(printed, revised(rate, this.#revisions, this.#last)) };
  }

  #outOfScope(): Account['outOfScope'] {
    const months = new Map<Month, { entries: number; effort: number }>();
    for (const { day, effort, book } of this.#consumption.entries) {
      if (typeof book === 'object' || day > this.#last) continue;
      const month = monthOf(day);
      const sum = months.get(month) ?? { entries: 0, effort: 0 };
      months.set(month, { entries: sum.entries + 1, effort: sum.effort + (effort ?? 0) });
    }
    return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, sum]) => ({ month, ...sum }));
  }

  /** What the monthly reports say of the service. */
  #services(): Service[] {
    const { priorities, zone } = this.#contract;
    const first = monthOf(zone.dayAt(this.#contract.terms[0]!.from));
    return this.#reports
      .filter(({ month }) => month >= first)
      .map((report) => ({
        month: report.month,
        complete: report.complete,
        opened: report.summary.opened,
        bases: basesOf(this.#books, this.#linesIn(report.month), this.#revisions, report.month),
        share: (clock) =>
          report.commitments.find((line) => line.clock === clock && line.priority === null)?.byDeadline ?? null,
        late: report.breaches.map(({ key, clock, priority, due, stopped, elapsed, target }): Late => ({
          key,
          clock,
          priority: priorities.findIndex(({ id }) => id === priority),
          due,
          stopped: stopped ?? this.#asOf,
          isOpen: stopped === null,
          over: elapsed - target,
        })),
      }));
  }

  #penalty(line: PenaltyMonth): PenaltyLine {
    const { penalty, tickets, relief, stepped, base, ...rest } = line;
    return {
      id: penalty.id,
      rule: penalty.rule,
      label: penalty.label,
      clause: penalty.clause,
      clock: penalty.clock,
      clockLabel:
        this.#contract.terms.flatMap(({ commitments }) => commitments).find(({ clock }) => clock.id === penalty.clock)
          ?.clock.label ?? null,
      settled: penalty.settled,
      stepped: stepped && { now: { ...stepped.now }, ifRejected: { ...stepped.ifRejected } },
      base: base && { ...base },
      relief: [...relief],
      ...rest,
      tickets: tickets.map(({ key, priority, measure, amount, contested, isOpen }) => ({
        key,
        slug: this.#slug(key),
        priority: this.#contract.priorities[priority]?.id ?? null,
        measure,
        amount,
        contested,
        open: isOpen,
      })),
    };
  }

  #questions(): Account['questions'] {
    return this.#questionMonths.map(({ month, rule, beyond, ...counts }) => {
      const keys = new Set(beyond);
      const spent = this.#consumption.entries.filter(({ key, source }) => source !== 'adjustment' && keys.has(key));
      const units = new Map<string, Quantity>();
      for (const { spared, quantity } of spent)
        if (spared) units.set(bookName(spared), (units.get(bookName(spared)) ?? 0) + quantity);
      return {
        month,
        above: rule.above,
        threshold: rule.threshold,
        clause: rule.clause,
        ...counts,
        ...this.#questionPrice(month, rule.rate, beyond.length),
        beyond: beyond.map((key) => ({ key, slug: this.#slug(key) })),
        effort: spent.reduce((sum, { effort }) => sum + (effort ?? 0), 0),
        units: [...units].map(([book, quantity]) => ({ book, quantity })),
      };
    });
  }

  /** The price of a question at the end of its month, and what those beyond come to. */
  #questionPrice(month: Month, rate: Cents | null, beyond: number): { rate: Cents | null; amount: Cents | null } {
    if (rate === null) return { rate: null, amount: null };
    const price = revised(rate, this.#revisions, Math.min(lastDay(month), this.#last));
    return { rate: price, amount: beyond * price };
  }

  /** The lines of a month: those of the ledgers, and its questions once they are counted, which is when it is over. */
  #linesIn(month: Month): InvoiceLine[] {
    const lines = this.#lines.filter((line) => line.month === month);
    if (lastDay(month) >= this.#open) return lines;
    for (const { month: of, rule, beyond } of this.#questionMonths) {
      if (of !== month || rule.above !== 'billed' || beyond.length === 0) continue;
      const { rate, amount } = this.#questionPrice(month, rule.rate, beyond.length);
      lines.push({
        month,
        day: lastDay(month),
        kind: 'questions',
        book: '',
        label: null,
        clause: rule.clause,
        of: month,
        quantity: beyond.length * ONE,
        unitPrice: rate,
        amount,
      });
    }
    return lines;
  }

  #moneyMonths(penalties: readonly PenaltyLine[]): Account['months'] {
    const first = monthOf(this.#contract.zone.dayAt(this.#contract.terms[0]!.from));
    const last = monthOf(this.#last);
    const months: Account['months'] = [];
    for (
      let month = first;
      month <= last && (firstDay(month) < this.#open || month === first);
      month = monthPlus(month, 1)
    ) {
      const lines = this.#linesIn(month);
      const total = lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
      const ofMonth = penalties.filter((line) => line.month === month);
      const settled = (of: Month, how: PenaltyLine['settled']): Cents =>
        penalties.reduce((sum, line) => (line.month === of && line.settled === how ? sum + line.net : sum), 0);
      const bonus = ofMonth.reduce((sum, line) => sum + line.bonus, 0);
      // A credit comes off the next invoice.
      const deducted = settled(month, 'invoice') + settled(monthPlus(month, -1), 'credit');
      const unpriced = lines.filter(({ amount }) => amount === null).length;
      months.push({
        month,
        complete: lastDay(month) < this.#open,
        lines: lines
          .sort((a, b) => a.day - b.day)
          .map(({ day, kind, book, label, clause, of, quantity, unitPrice, amount }) => ({
            day: isoDate(day),
            kind,
            book,
            label,
            clause,
            of,
            quantity,
            unitPrice,
            amount,
          })),
        total,
        unpriced,
        vat: vatOf(this.#contract, total),
        penalties: ofMonth.reduce((sum, { net, settled }) => (settled === 'units' ? sum : sum + net), 0),
        bonus,
        net: unpriced > 0 ? null : this.#net(lines, deducted, bonus),
      });
    }
    return months;
  }

  #net(lines: readonly InvoiceLine[], penalties: Cents, bonus: Cents): NonNullable<Account['months'][number]['net']> {
    const { vat, bonus: treated } = this.#contract;
    const {
      ht,
      vat: tax,
      ttc,
      toPay,
      credit,
    } = netToPay({
      lines: lines.map(({ amount }) => ({ amount: amount ?? 0, vat })),
      penalties,
      bonus,
      bonusVat: treated === 'taxed' ? vat : null,
      retention: { numerator: 0, denominator: 1 },
      advanceRecovered: 0,
    });
    return { ht, vat: tax, ttc, bonus: treated === 'taxed' ? 0 : bonus, penalties, toPay, credit };
  }

  #statements(): Statement[] {
    const months = new Set([...this.#months.values()].flatMap((list) => list.map(({ month }) => month)));
    return [...months].sort().map((month) => this.#statement(month));
  }

  #statement(month: Month): Statement {
    const [from, to] = [firstDay(month), lastDay(month)];
    return {
      format: 'jauge-statement/1',
      contract: this.#contract.id,
      month,
      asOf: new Date(this.#asOf).toISOString(),
      books: this.#books.flatMap((book) => {
        const statement = this.#months.get(book.id)!.find((one) => one.month === month);
        if (!statement) return [];
        return [
          {
            id: book.id,
            months: statement,
            carried: book.postings
              .filter(({ kind, day }) => kind === 'carried' && day >= from && day <= to)
              .reduce((sum, { quantity }) => sum + quantity, 0),
            lines: this.#linesOf(book, statement, from, to),
          },
        ];
      }),
      late: this.#books.flatMap((book) =>
        book.entries
          .filter(
            (entry) =>
              entry.source !== 'adjustment' && entry.day < from && knownOn(entry) >= from && knownOn(entry) <= to,
          )
          .map((entry) => ({
            book: book.id,
            day: isoDate(entry.day),
            booked: isoDate(knownOn(entry)),
            key: entry.key,
            slug: this.#slug(entry.key),
            quantity: entry.quantity,
          })),
      ),
      outOfScope: this.#consumption.entries
        .flatMap((entry) => (typeof entry.book === 'object' ? [] : [{ ...entry, because: entry.book }]))
        .filter(({ day }) => day >= from && day <= to && day <= this.#last)
        .map(({ day, key, kind, application, activity, effort, because }) => ({
          day: isoDate(day),
          key: key || null,
          slug: this.#slug(key),
          workKind: kind,
          application: application || null,
          activity: activity || null,
          effort: effort ?? 0,
          because,
        })),
    };
  }

  /** The postings of a month; the parts of one entry that several lots pay are one line. */
  #linesOf(book: Book, { opening }: MonthStatement, from: number, to: number): StatementLine[] {
    const lines: StatementLine[] = [];
    let balance = opening;
    let before: Posting | null = null;
    const credits = new Map([...creditIds(book.entries)].map(([entry, lot]) => [lot, entry]));
    for (const posting of book.postings) {
      if (posting.day < from || posting.day > to || posting.kind === 'settled') continue;
      const change = effectOf(posting);
      balance += change;
      const last = lines.at(-1);
      if (last && before && posting.movement >= 0 && before.movement === posting.movement) {
        last.quantity += change;
        last.balance = balance;
        if (posting.lot !== null) last.lots.push(posting.lot);
        continue;
      }
      before = posting;
      const credit = posting.kind === 'adjusted' && posting.movement < 0 ? credits.get(posting.lot ?? '') : undefined;
      const entry =
        posting.movement >= 0 ? book.entries[posting.movement]! : credit === undefined ? null : book.entries[credit]!;
      const booked = entry?.booked != null && entry.booked > to ? isoDate(entry.booked) : null;
      lines.push({
        day: isoDate(posting.day),
        kind: posting.kind,
        ticket:
          entry && entry.key !== ''
            ? { key: entry.key, slug: this.#slug(entry.key), title: this.#title(entry.key) }
            : null,
        workKind: entry?.kind ?? null,
        application: entry?.application || null,
        activity: entry?.activity || null,
        effort: entry?.effort ?? null,
        booked,
        lots: posting.lot === null ? [] : [posting.lot],
        reason: entry?.reason ?? null,
        settles: entry?.settles ?? null,
        quantity: change,
        balance,
      });
    }
    return lines;
  }

  #titles: Map<string, string> | null = null;
  #title(key: string): string | null {
    const { keys, words, word } = this.#table;
    this.#titles ??= new Map(words.title.length > 1 ? keys.map((name, i) => [name, words.title[word.title[i]!]!]) : []);
    return this.#titles.get(key) || null;
  }
}

/** What keeps the account of a contract from being whole; `place` is that of its file. */
export function accountDoubts(contract: Contract, table: TicketTable, asOf: number, place: Place): Problem[] {
  const classes = classesOf(table, contract);
  const beyond = new Set(questionsOfMonths(contract, table, classes).flatMap((month) => month.beyond));
  const consumption = consumptionOf(contract, table, classes, beyond);
  const missing = [...consumption.missing].filter(([, needs]) => needs.length > 0);
  const without = consumption.entries.filter(({ book }) => book === 'no-units');
  const [last, open] = [contract.zone.dayAt(asOf), contract.zone.dayAt(asOf + 1)];
  const signed = contract.statements.length
    ? assertionsOf(contract, booksOf(contract, consumption, last, open > last))
    : [];
  return [
    ...missing.map(([coverage, needs]) => warning('consumption-not-known', { coverage, missing: needs }, place)),
    ...(without.length
      ? [warning('work-without-units', { entries: without.length, example: without[0]!.key }, place)]
      : []),
    ...signed
      .filter(({ stated, found }) => stated !== found)
      .map(({ book, on, stated, found, since }) =>
        warning(
          'statement-differs',
          { book, on: isoDate(on), stated, found, since: since === null ? null : isoDate(since) },
          place,
        ),
      ),
    ...revisionsOf(contract, contract.zone.dayAt(asOf)).missing.map((value) =>
      warning('index-value-missing', value, place),
    ),
  ];
}

/** What a posting adds to the balance, which is what is available less what is owed. */
function effectOf({ from, to, quantity }: Posting): Quantity {
  const weigh = (account: Posting['to']): number => (account === 'available' || account === 'owed' ? quantity : 0);
  return weigh(to) - weigh(from);
}

function mapInterval<From, To>({ slow, central, fast }: Interval<From>, map: (value: From) => To): Interval<To> {
  return { slow: map(slow), central: map(central), fast: map(fast) };
}

function termsOf(
  coverage: Coverage,
  profile: string | null,
  dayRate: Cents | null,
): AccountBook['terms'][number]['is'] {
  switch (coverage.form) {
    case 'forfait': {
      const { volume, per, fee, franchise, franchiseRule, overrun, smoothing, carryOver } = coverage;
      const { rule, rate, limit } = overrun;
      const bounds = { franchise, franchiseRule, overrun: rule, rate, limit };
      return { form: 'forfait', volume, per, fee, ...bounds, smoothing, carryOver };
    }
    case 'carnet':
      return { form: 'carnet', overrun: coverage.overrun.rule, rate: coverage.overrun.rate };
    case 'regie':
      return {
        form: 'regie',
        days: coverage.capacity.find((row) => row.profile === profile)?.days ?? 0,
        dayRate,
        overrun: coverage.overrun.rule,
        rate: coverage.overrun.rate,
        carryOver: coverage.carryOver,
      };
  }
}

/** Terms that an amendment leaves as they were are one. */
function joined(terms: AccountBook['terms']): AccountBook['terms'] {
  const result: AccountBook['terms'] = [];
  for (const term of terms) {
    const last = result.at(-1);
    if (last && JSON.stringify(last.is) === JSON.stringify(term.is)) last.to = term.to;
    else result.push({ ...term });
  }
  return result;
}

/** What became of each lot. */
function lotsOf(book: Book): AccountBook['lots'] {
  const prices = new Map(
    book.slices.flatMap(({ coverage }) =>
      coverage.form === 'carnet' ? coverage.lots.map(({ id, price }) => [id, price] as const) : [],
    ),
  );
  return book.plan.lots
    .filter(({ opens }) => opens <= book.last)
    .map(({ id, opens, closes, quantity, credited = false }) => {
      let used = 0;
      let expired = 0;
      let left = 0;
      for (const { lot, from, to, kind, quantity: part } of book.postings) {
        if (lot !== id) continue;
        if (to === 'available') left += part;
        if (from === 'available') left -= part;
        if (kind === 'expired') expired += part;
        else if (kind !== 'bought' && kind !== 'carried' && !(credited && from === 'adjusted'))
          used += from === 'available' ? part : -part;
      }
      return {
        id,
        opens: isoDate(opens),
        closes: closes === null ? null : isoDate(closes),
        quantity,
        used,
        expired,
        left,
        price: credited ? 0 : (prices.get(id) ?? null),
        credited,
      };
    });
}
