/** What other terms would have changed, as a page. */
import { DEFAULT_MINIMUM_SAMPLE } from '../../../contract/build.ts';
import type { ContractFile } from '../../../contract/schema.ts';
import type { AccountSum, Comparison, CoverageSum } from '../model/compare.ts';
import type { Breach } from '../../../kpi/breach.ts';
import { h, table, type Child } from '../../../browser/dom.ts';
import type { Rows } from '../../../browser/taking.ts';
import type { Words } from './words.ts';

const BOOK_ROWS = ['bought', 'consumed', 'overrun', 'expired', 'balance'] as const;
/** What is changed, in words. */
export type Told = readonly { readonly name: string; readonly before: string; readonly after: string }[];
/** Tickets that are listed; the file for spreadsheets has all. */
const SHOWN = 40;

export class WhatIfResults {
  readonly #words: Words;
  readonly #file: ContractFile;
  readonly #zone: string;
  /** The page of a ticket, where it has one. */
  readonly #pageOf: (key: string) => string | null;

  constructor(words: Words, file: ContractFile, pageOf: (key: string) => string | null) {
    this.#words = words;
    this.#file = file;
    this.#zone = file.zone;
    this.#pageOf = pageOf;
  }

  /** One line for those who hear the page. */
  status({ gained, lost }: Comparison): string {
    const { t, format } = this.#words;
    return t.answer.status(format.number(gained.length), format.number(lost.length));
  }

  /** @param told what is changed */
  quick(of: Comparison, told: Told): Child[] {
    const { t, format } = this.#words;
    const whole = of.clocks.filter(
      ({ priority, shares }) => priority === null && shares.some(({ total }) => total > 0),
    );
    if (!whole.length) return [h('p', { class: 'lead' }, t.answer.nothing)];
    const period = this.#words.period(of.period.from, of.period.to);
    return [
      told.length
        ? h(
            'div',
            { class: 'told' },
            h('p', { class: 'name' }, t.answer.changedTitle),
            h(
              'ul',
              { class: 'plain' },
              ...told.map(({ name, before, after }) => h('li', {}, t.answer.changedOf(name, before, after))),
            ),
          )
        : h('p', { class: 'note' }, t.answer.changedNone),
      ...whole.map(({ clock, label, shares: [before, after], goals }) => {
        const name = this.#words.clock(clock, label);
        const [a, b] = [before, after].map((share, i) => this.#words.share(share, goalOf(goals[i]!))) as [
          string,
          string,
        ];
        const same = before.met === after.met && before.total === after.total;
        return h(
          'p',
          { class: 'lead' },
          same ? t.answer.unchanged(name, a, period) : t.answer.changed(name, a, b, period),
        );
      }),
      (of.gained.length > 0 || of.lost.length > 0) &&
        h('p', {}, t.answer.turned(format.number(of.gained.length), format.number(of.lost.length))),
      this.#compliance(of),
      this.#months(of),
      this.#tickets(of.gained, t.answer.gained, t.answer.gainedNone, 'gained'),
      this.#tickets(of.lost, t.answer.lost, t.answer.lostNone, 'lost'),
    ];
  }

  late([before, after]: readonly [AccountSum | null, AccountSum | null]): Child[] {
    const { t, format } = this.#words;
    if (!before && !after) return [h('p', { class: 'note' }, t.answer.noAccount)];
    const money = (of: AccountSum | null, what: 'invoiced' | 'penalties' | 'bonus' | 'due'): string =>
      of ? format.money(of.money[what], of.money.currency) : '—';
    const difference = before && after ? after.money.due - before.money.due : 0;
    const currency = (before ?? after)!.money.currency;
    const ids = [
      ...new Set([...(before?.coverages ?? []), ...(after?.coverages ?? [])].map(({ coverage }) => coverage)),
    ];
    const unpriced = Math.max(before?.money.unpriced ?? 0, after?.money.unpriced ?? 0);
    const inUnits = Math.max(before?.money.inUnits ?? 0, after?.money.inUnits ?? 0);
    return [
      h(
        'section',
        { 'data-block': 'money' },
        h('h2', {}, t.answer.consumption),
        h(
          'p',
          {},
          t.answer.money(
            money(before, 'due'),
            money(after, 'due'),
            `${difference > 0 ? '+' : ''}${format.money(difference, currency)}`,
          ),
        ),
        table(
          t.answer.consumption,
          [t.answer.measure, t.answer.inForce, t.answer.other],
          [
            ...ids.flatMap((id) => this.#coverage(id, before, after)),
            [t.answer.invoiced, money(before, 'invoiced'), money(after, 'invoiced')],
            [t.answer.penalties, money(before, 'penalties'), money(after, 'penalties')],
            [t.answer.bonus, money(before, 'bonus'), money(after, 'bonus')],
            [t.answer.due2, money(before, 'due'), money(after, 'due')],
          ],
          ids.length * BOOK_ROWS.length + 3,
        ),
        [before, after].some((sum) => sum?.coverages.some(({ balance }) => balance < 0)) &&
          h('p', { class: 'badge' }, t.answer.uncovered),
        unpriced > 0 && h('p', { class: 'note' }, t.answer.unpriced(format.number(unpriced))),
        inUnits > 0 && h('p', { class: 'note' }, t.answer.inUnits(format.units(inUnits))),
      ),
    ];
  }

  /** All of it for a spreadsheet. */
  rows(of: Comparison, sums: readonly [AccountSum | null, AccountSum | null] | null, told: Told): Rows {
    const { t, format } = this.#words;
    const percent = ({ met, total }: { met: number; total: number }): number | string =>
      total === 0 ? '' : Math.round((met / total) * 10_000) / 100;
    const a = t.answer;
    return [
      [a.changedTitle, a.inForce, a.other],
      ...told.map(({ name, before, after }) => [name, before, after]),
      [],
      [a.month, a.clockColumn, `${a.inForce} (%)`, 'n', `${a.other} (%)`, 'n'],
      ...of.byMonth.map(({ month, clock, shares: [before, after] }) => [
        month,
        this.#words.clockIn(this.#file, clock),
        percent(before),
        before.total,
        percent(after),
        after.total,
      ]),
      [],
      [a.clockColumn, a.priority, `${a.inForce} (%)`, 'n', `${a.other} (%)`, 'n'],
      ...of.clocks.map(({ clock, label, priority, shares: [before, after] }) => [
        this.#words.clock(clock, label),
        this.#words.priority(this.#file, priority),
        percent(before),
        before.total,
        percent(after),
        after.total,
      ]),
      [],
      [a.ticket, a.clockColumn, a.priority, a.opened, a.due, `${a.target} (h)`, `${a.elapsed} (h)`, ''],
      ...[
        ...of.gained.map((breach) => [breach, a.other] as const),
        ...of.lost.map((breach) => [breach, a.inForce] as const),
      ].map(([breach, under]) => [
        breach.key,
        this.#words.clockIn(this.#file, breach.clock),
        breach.priority ?? '',
        format.instantShort(breach.opened, this.#zone),
        format.instantShort(breach.due, this.#zone),
        hours(breach.target),
        hours(breach.elapsed),
        under,
      ]),
      ...(sums?.some((sum) => sum !== null)
        ? [
            [],
            [a.measure, a.inForce, a.other],
            ...(['invoiced', 'penalties', 'bonus', 'due'] as const).map((what) => [
              what === 'due' ? a.due2 : a[what],
              ...sums.map((sum) => (sum ? sum.money[what] / 100 : '')),
            ]),
          ]
        : []),
    ];
  }

  #coverage(id: string, before: AccountSum | null, after: AccountSum | null): Child[][] {
    const { t, format, lang } = this.#words;
    const find = (sum: AccountSum | null): CoverageSum | undefined =>
      sum?.coverages.find(({ coverage }) => coverage === id);
    const [a, b] = [find(before), find(after)];
    const name = (a ?? b)?.label?.[lang] ?? t.form[(a ?? b)!.form];
    const cell = (of: CoverageSum | undefined, what: (typeof BOOK_ROWS)[number]): string =>
      of ? `${format.units(of[what])} ${t.unit[of.unit]}` : '—';
    return BOOK_ROWS.map((what) => [`${name}, ${t.answer[what]}`, cell(a, what), cell(b, what)]);
  }

  #compliance(of: Comparison): Child {
    const { t, format } = this.#words;
    return h(
      'section',
      { 'data-block': 'compliance' },
      h('h2', {}, t.answer.compliance),
      table(
        `${t.answer.compliance}, ${this.#words.period(of.period.from, of.period.to)}`,
        [t.answer.clockColumn, t.answer.goal, t.answer.inForce, t.answer.other, t.answer.difference],
        of.clocks.map(({ clock, label, priority, goals, shares: [before, after] }) => [
          priority === null ? this.#words.clock(clock, label) : this.#words.priority(this.#file, priority),
          goals
            .map((goal) => (goal ? format.goal(goalOf(goal)!) : '—'))
            .filter(isFirst)
            .join(' → '),
          this.#reached(before, goalOf(goals[0])),
          this.#reached(after, goalOf(goals[1])),
          this.#words.points(before, after),
        ]),
        of.clocks.flatMap(({ priority }, i) => (priority === null ? [i] : [])),
      ),
    );
  }

  #reached(share: { met: number; total: number }, goal: number | undefined): string {
    const { t, format } = this.#words;
    if (share.total === 0) return '—';
    // A verdict takes as many as in the reports.
    const least = this.#file.policies?.minimumSample ?? DEFAULT_MINIMUM_SAMPLE;
    const isMet = goal !== undefined && share.met / share.total >= goal;
    const word = share.total < least ? t.answer.few : isMet ? t.answer.reached : t.answer.missed;
    const verdict = goal === undefined ? '' : `, ${word}`;
    return `${this.#words.share(share, goal)} (${format.number(share.met)}/${format.number(share.total)})${verdict}`;
  }

  #months(of: Comparison): Child {
    const { t, format } = this.#words;
    const clocks = of.clocks.filter(({ priority }) => priority === null);
    const months = [...new Set(of.byMonth.map(({ month }) => month))];
    return h(
      'section',
      { 'data-block': 'months' },
      h('h2', {}, t.answer.months),
      h('div', { class: 'canvas' }, h('canvas', { 'data-months': '', role: 'img', 'aria-label': t.answer.months })),
      table(
        t.answer.months,
        [
          t.answer.month,
          ...clocks.flatMap(({ clock, label }) => {
            const name = this.#words.clock(clock, label);
            return [`${name}, ${t.answer.inForce.toLowerCase()}`, `${name}, ${t.answer.other.toLowerCase()}`];
          }),
        ],
        months.map((month) => [
          format.month(month),
          ...clocks.flatMap(({ clock, goals }) => {
            const cell = of.byMonth.find((one) => one.month === month && one.clock === clock);
            return cell ? cell.shares.map((share, i) => this.#words.share(share, goalOf(goals[i]!))) : ['—', '—'];
          }),
        ]),
      ),
    );
  }

  #tickets(breaches: readonly Breach[], title: (n: string) => string, none: string, block: string): Child {
    const { t, format } = this.#words;
    if (!breaches.length) return h('p', { class: 'note', 'data-block': block }, none);
    return h(
      'section',
      { 'data-block': block },
      h('h2', {}, title(format.number(breaches.length))),
      table(
        title(format.number(breaches.length)),
        [
          t.answer.ticket,
          t.answer.clockColumn,
          t.answer.priority,
          t.answer.opened,
          t.answer.due,
          t.answer.target,
          t.answer.elapsed,
        ],
        breaches.slice(0, SHOWN).map((breach) => {
          const page = this.#pageOf(breach.key);
          return [
            page === null ? breach.key : h('a', { href: page }, breach.key),
            this.#words.clockIn(this.#file, breach.clock),
            breach.priority ?? '—',
            format.instantShort(breach.opened, this.#zone),
            format.instantShort(breach.due, this.#zone),
            format.workingTime(breach.target),
            format.workingTime(breach.elapsed),
          ];
        }),
      ),
      breaches.length > SHOWN && h('p', { class: 'note' }, t.answer.more(format.number(breaches.length - SHOWN))),
    );
  }
}

function goalOf(goal: { numerator: number; denominator: number } | null): number | undefined {
  return goal ? goal.numerator / goal.denominator : undefined;
}

function isFirst(text: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(text) === index;
}

function hours(ms: number): number {
  return Math.round(ms / 36_000) / 100;
}
