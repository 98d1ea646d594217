/** The answer as a page: sentences, tables, and how each figure came about. */
import type { SizingMessages } from '../texts/messages.ts';
import type { Answer, Rest } from '../model/answer.ts';
import { FORMS, type Form } from '../model/costs.ts';
import { FIELD_IDS, fieldOf, type FieldId, type Group, type Situation } from '../model/situation.ts';
import type { Amounts } from './amounts.ts';
import { h, table, type Child } from '../../../browser/dom.ts';

type Explained = keyof SizingMessages['answer']['explain'];

/** Which inputs an explanation lists. */
const USED: Readonly<Record<Explained, readonly Group[]>> = {
  need: ['first', 'demand'],
  forms: ['contract', 'price'],
  smoothing: ['contract'],
  service: ['service', 'team'],
  team: ['service', 'team'],
  stack: ['price', 'team'],
  carnet: ['contract'],
  margin: ['price'],
  sensitivity: ['first', 'demand'],
};

export class Results {
  readonly #t: SizingMessages;
  readonly #amounts: Amounts;
  /** Explanations that the reader has opened stay open. */
  readonly #open = new Set<string>();

  constructor(t: SizingMessages, amounts: Amounts) {
    this.#t = t;
    this.#amounts = amounts;
  }

  /** One line for those who hear the page. */
  status(answer: Answer): string {
    const { form } = answer.recommendation;
    return answer.empty
      ? this.#t.answer.empty
      : this.#t.answer.status(this.#t.form[form], this.#amounts.money(answer.comparison.cost[form].mean));
  }

  /** The part that follows each keystroke. */
  quick(of: Situation, answer: Answer): Child[] {
    const t = this.#t.answer;
    const a = this.#amounts;
    if (answer.empty) return [h('p', { class: 'lead' }, t.empty)];
    const { form } = answer.recommendation;
    const cost = answer.comparison.cost[form];
    const mean = answer.year.mean / answer.months.length;
    const average = (pick: 'p10' | 'p90'): number =>
      answer.months.reduce((sum, month) => sum + month[pick], 0) / answer.months.length;
    const [low, high] = [a.money(cost.p10), a.money(cost.p90)];
    const { staffing } = answer;
    return [
      answer.clamps.length > 0 && h('p', { class: 'badge' }, t.clamp),
      h(
        'p',
        { class: 'lead' },
        form === 'carnet'
          ? t.headlineCarnet(a.work(of.bookHours, of), low, high)
          : t.headline(this.#t.form[form], a.work(answer.volume, of), low, high),
      ),
      h(
        'ul',
        { class: 'figures' },
        this.#figure(
          t.need,
          a.work(mean, of),
          t.needOf(a.work(mean, of), a.work(average('p10'), of), a.work(average('p90'), of)),
        ),
        this.#figure(
          t.volume,
          a.work(answer.volume, of),
          t.volumeOf(a.share(answer.riskUsed), t.perWindow[answer.rule.kind === 'carry' ? 'carry' : of.smoothing]),
        ),
        this.#figure(t.cost, a.money(cost.mean), t.costOf(low, high, a.money(answer.service))),
        this.#figure(
          t.team,
          staffing.headcount === null ? '—' : a.number(staffing.headcount),
          staffing.posts === null ? t.cannot : t.teamOf(a.number(staffing.posts), a.number(staffing.headcount ?? 0)),
        ),
      ),
      h(
        'p',
        { class: 'note print-only' },
        FIELD_IDS.filter((id) => fieldOf(id).group === 'first')
          .map((id) => `${this.#t.field[id]}\u00a0: ${this.#amounts.written(id, of[id], this.#t, of)}`)
          .join(' ; '),
      ),
      this.#forms(of, answer),
      this.#months(of, answer),
      this.#smoothing(of, answer),
      this.#team(of, answer),
      this.#stack(of, answer),
      this.#margin(of, answer),
    ];
  }

  /** The part that follows a moment later. */
  late(of: Situation, rest: Rest, { volume }: Answer): Child[] {
    const t = this.#t.answer;
    const a = this.#amounts;
    const { exhaustion } = rest;
    return [
      this.#section('service', t.serviceTitle, of, [
        table(
          t.serviceTitle,
          [t.windowColumn, ...(['24', '6', '2'] as const).map((response) => t.within(this.#t.choice[response]!))],
          (['5x8', '6x10', '24x7'] as const).map((window) => [
            this.#t.choice[window]!,
            ...rest.services
              .filter((one) => one.window === window)
              .map(({ posts, total }) => (posts === null ? t.cannot : a.money(total))),
          ]),
        ),
        this.#isDelayFree(rest) && h('p', { class: 'note' }, t.delayFree),
      ]),
      this.#section('carnet', t.carnetTitle, of, [
        h('p', {}, this.#bookLife(of, exhaustion)),
        h('p', {}, t.lost(a.work(exhaustion.lost, of))),
      ]),
      this.#section('sensitivity', t.sensitivityTitle, of, [
        h('p', { class: 'note' }, t.sensitivityLead),
        table(
          t.sensitivityTitle,
          [t.input, t.low, t.high],
          rest.sensitivity.map(({ input, low, high }) => [this.#t.sensitive[input], a.work(low, of), a.work(high, of)]),
        ),
      ]),
      h(
        'section',
        {},
        h(
          'p',
          { class: 'note' },
          (rest.cheapest.monthly < volume * 0.995 ? t.cheapest : t.cheapestMore)(a.work(rest.cheapest.monthly, of)),
        ),
        rest.turns.length === 0
          ? h('p', { class: 'note' }, t.turnsNone)
          : h(
              'ul',
              { class: 'plain note' },
              ...rest.turns.map(({ a: one, b: other, at }) =>
                h('li', {}, t.turn(this.#t.form[one], this.#t.form[other], a.share(at))),
              ),
            ),
      ),
    ];
  }

  /** All scenarios beside each other. */
  compare(scenarios: readonly Situation[], answers: readonly (Answer | null)[]): Child {
    const t = this.#t.answer;
    const a = this.#amounts;
    const row = (name: string, of: (answer: Answer, situation: Situation) => string): Child[] => [
      name,
      ...answers.map((answer, i) => (answer && !answer.empty ? of(answer, scenarios[i]!) : '—')),
    ];
    return table(
      this.#t.scenario.compare,
      [this.#t.scenario.list, ...scenarios.map((_, i) => this.#t.scenario.name(i + 1))],
      [
        row(t.formColumn, (answer) => this.#t.form[answer.recommendation.form]),
        row(t.volume, (answer, of) => a.work(answer.volume, of)),
        row(t.cost, (answer) => a.money(answer.comparison.cost[answer.recommendation.form].mean)),
        row(t.worst, (answer) => a.money(answer.comparison.cost[answer.recommendation.form].cvar90)),
        row(t.team, ({ staffing }) => (staffing.headcount === null ? t.cannot : a.number(staffing.headcount))),
        row(t.need, (answer, of) => a.work(answer.year.mean / 12, of)),
      ],
    );
  }

  /** Whether a shorter response costs nothing more, whatever the hours. */
  #isDelayFree({ services }: Rest): boolean {
    return services.every(({ window, total, posts }) =>
      services.every((other) => other.window !== window || (posts !== null && other.total === total)),
    );
  }

  /** How long a book lasts, within the time that it is good for. */
  #bookLife(of: Situation, { p10, p50, p90 }: Rest['exhaustion']): string {
    const t = this.#t.answer;
    const a = this.#amounts;
    const book = a.work(of.bookHours, of);
    const within = (value: number | null): number | null => (value === null || value > of.validity ? null : value);
    const months = (value: number): string => t.month(a.number(Number(value.toPrecision(2))));
    const [low, middle, high] = [within(p10), within(p50), within(p90)];
    if (low === null) return t.exhaustionNever(book, t.month(a.number(of.validity)));
    if (middle === null) return t.exhaustionSeldom(book, months(low), t.month(a.number(of.validity)));
    if (high === null) return t.exhaustionOften(book, months(middle), months(low), t.month(a.number(of.validity)));
    return t.exhaustion(book, months(low), months(middle), months(high));
  }

  #figure(name: string, value: string, detail: string): Child {
    return h(
      'li',
      {},
      h('p', { class: 'name' }, name),
      h('p', { class: 'number' }, value),
      h('p', { class: 'detail' }, detail),
    );
  }

  #forms(of: Situation, { comparison, recommendation, offers, service }: Answer): Child {
    const t = this.#t.answer;
    const a = this.#amounts;
    const name = (form: Form): string => this.#t.form[form];
    const unused: Record<Form, number> = {
      forfait: comparison.forfait.waste,
      carnet: comparison.carnet.lost,
      regie: comparison.regie.idle,
    };
    const beyond: Record<Form, string> = {
      forfait: `${a.work(comparison.forfait.overrun, of)} (${t.pOverrun(a.share(comparison.forfait.pOverrun))})`,
      carnet: '—',
      regie: t.waits(a.work(comparison.regie.worstBacklog, of), a.work(comparison.regie.backlogEnd, of)),
    };
    const worstMonth: Record<Form, number> = {
      forfait: offers.forfait.credit * offers.forfait.price + comparison.forfait.worst * offers.forfait.overrunPrice,
      carnet: comparison.carnet.most * offers.carnet.bookPrice,
      regie: offers.regie.capacity * offers.regie.rate,
    };
    const { form, scores, equivalent, gates, relaxed } = recommendation;
    return this.#section('forms', t.formsTitle, of, [
      table(
        t.formsTitle,
        [t.formColumn, t.mean, t.p10, t.p90, t.worst, t.worstMonth, t.unused, t.overrun],
        FORMS.map((one) => {
          const { mean, p10, p90, cvar90 } = comparison.cost[one];
          return [
            name(one),
            a.money(mean),
            a.money(p10),
            a.money(p90),
            a.money(cvar90),
            a.money(worstMonth[one] + service / 12),
            a.work(unused[one], of),
            beyond[one],
          ];
        }),
        FORMS.indexOf(form),
      ),
      h('p', {}, t.reasons(name(form), a.money(scores[form] ?? 0))),
      equivalent.length > 0 && h('p', {}, t.equivalent(equivalent.map(name).join(', '))),
      relaxed && h('p', {}, t.relaxed),
      ...FORMS.flatMap((one) => {
        const gate = gates[one];
        return gate && !relaxed ? [h('p', { class: 'note' }, t.gated(name(one), this.#t.gate[gate]))] : [];
      }),
      h('p', { class: 'note' }, t.spent(a.money(comparison.spent))),
    ]);
  }

  #months(of: Situation, answer: Answer): Child {
    const t = this.#t.answer;
    const a = this.#amounts;
    const names = this.#t.monthNames;
    const isFlat = answer.calm === answer.busy;
    return this.#section(
      'need',
      isFlat ? t.monthsTitle : t.monthsTitleOf(names[answer.calm]!, names[answer.busy]!),
      of,
      [
        h('div', { class: 'canvas' }, h('canvas', { 'data-months': '', role: 'img', 'aria-label': t.chart })),
        table(
          t.monthsTitle,
          [t.monthColumn, t.mean, t.p10, t.p50, t.p90],
          [
            ...answer.months.map((band, i) => [
              names[i]!,
              ...[band.mean, band.p10, band.p50, band.p90].map((hours) => a.work(hours, of)),
            ]),
            [
              t.yearRow,
              ...[answer.year.mean, answer.year.p10, answer.year.p50, answer.year.p90].map((hours) =>
                a.work(hours, of),
              ),
            ],
          ],
          12,
        ),
        answer.pNothing > 0.001 && h('p', { class: 'note' }, t.nothing(a.share(answer.pNothing))),
      ],
    );
  }

  #smoothing(of: Situation, { volumes, hourRate }: Answer): Child {
    const t = this.#t.answer;
    const a = this.#amounts;
    return this.#section(
      'smoothing',
      volumes.none > 0 && volumes.year < volumes.none * 0.995
        ? t.smoothingFinding(a.share(1 - volumes.year / volumes.none))
        : t.smoothingNone,
      of,
      [
        table(
          t.smoothingTitle,
          [t.smoothing, t.monthly, t.yearlyFee],
          (['none', 'quarter', 'year'] as const).map((kind) => [
            this.#t.choice[kind]!,
            a.work(volumes[kind], of),
            a.money(12 * volumes[kind] * hourRate),
          ]),
        ),
      ],
    );
  }

  #team(of: Situation, { staffing, penalties }: Answer): Child {
    const t = this.#t.answer;
    const a = this.#amounts;
    return this.#section('team', t.teamTitle, of, [
      staffing.posts === null
        ? h('p', { class: 'badge' }, t.cannot)
        : h('p', {}, t.teamOf(a.number(staffing.posts), a.number(staffing.headcount ?? 0))),
      staffing.posts !== null && staffing.posts <= 3 && h('p', { class: 'note' }, t.fewPosts),
      table(
        t.teamTitle,
        [t.urgencyColumn, t.target, t.pWithin],
        t.urgency.map((name, k) => [name, `${a.number(staffing.targets[k]!)}\u202fh`, a.share(staffing.within[k]!)]),
      ),
      h('p', {}, t.load(a.share(staffing.load))),
      h('p', {}, t.missed(a.share(staffing.missed), a.money(penalties))),
    ]);
  }

  #stack(of: Situation, { stack, oneOff }: Answer): Child {
    const t = this.#t.answer;
    const a = this.#amounts;
    return this.#section('stack', t.stackTitle, of, [
      table(
        t.stackTitle,
        [t.partColumn, t.cost],
        [
          ...(['work', 'surcharge', 'presence', 'oncall', 'total'] as const).map((part) => [
            t.stack[part],
            a.money(stack[part]),
          ]),
          [t.stack.oneOff, a.money(oneOff)],
        ],
        4,
      ),
    ]);
  }

  #margin(of: Situation, { margin }: Answer): Child {
    const t = this.#t.answer;
    const a = this.#amounts;
    return this.#section('margin', t.marginTitle, of, [
      table(
        t.marginColumn,
        [t.formColumn, t.mean, t.p10, t.p90],
        FORMS.map((form) => [
          this.#t.form[form],
          a.money(margin[form].mean),
          a.money(margin[form].p10),
          a.money(margin[form].p90),
        ]),
      ),
    ]);
  }

  #section(id: Explained, title: string, of: Situation, children: readonly Child[]): Child {
    return h(
      'section',
      { 'data-block': id },
      h('h2', {}, title),
      h('div', { class: 'stack' }, ...children),
      this.#explanation(id, of),
    );
  }

  /** What a block is made of, down to the inputs and the state of each. */
  #explanation(id: Explained, of: Situation): Child {
    const t = this.#t;
    const used = FIELD_IDS.filter((field: FieldId) => USED[id].includes(fieldOf(field).group));
    const details = h(
      'details',
      {},
      h('summary', {}, t.answer.how),
      h('p', { class: 'prose' }, t.answer.explain[id]),
      h('p', { class: 'note' }, t.answer.inputsUsed),
      h(
        'dl',
        { class: 'facts note' },
        ...used.flatMap((field) => {
          const { source, usual, cite } = fieldOf(field);
          const isUsual = String(of[field]) === String(usual);
          return [
            h('dt', {}, t.field[field]),
            h(
              'dd',
              {},
              `${this.#amounts.written(field, of[field], t, of)}${isUsual ? ` (${[t.source[source], ...(cite === undefined ? [] : [cite])].join(', ')})` : ''}`,
            ),
          ];
        }),
      ),
    );
    details.open = this.#open.has(id);
    details.addEventListener('toggle', () => {
      if (details.open) this.#open.add(id);
      else this.#open.delete(id);
    });
    return details;
  }
}
