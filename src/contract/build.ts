/** What a contract file says → the contract. It needs neither the text nor its parser, so a browser can do it. */
import { isHolidaySet, parseOpening, WorkingCalendar, type CalendarRules, type Opening } from '../domain/calendar.ts';
import { isoDate, parseIsoDate } from '../domain/date.ts';
import { parseQuantity } from '../domain/quantity.ts';
import { error, warning, type Problem } from '../domain/problem.ts';
import {
  KINDS,
  LEVELS,
  STATUS_CLASSES,
  type LabelledField,
  type RowField,
  type Kind,
  type Level,
  type StatusClass,
} from '../domain/ticket.ts';
import { DAY_MS, zoneOf, type Zone } from '../domain/zone.ts';
import { fold } from '../domain/fold.ts';
import { BUILT_IN_CLOCKS, CLOCKS, isBuiltInClock } from './clocks.ts';
import type {
  Clock,
  ClockEvent,
  Commitment,
  Contract,
  NamedCalendar,
  Source,
  StatusMatch,
  TargetRow,
  Term,
} from './contract.ts';
import type { Ratio } from '../domain/statistics.ts';
import { chaptersOf } from './chapters.ts';
import { committeeOf } from './committee.ts';
import { abacusOf, coverageOf, type Abacus, type Adjustment, type SignedBalance } from './coverage.ts';
import { indicesOf, penaltiesOf, pricesOf, questionsOf, revisionOf } from './pricing.ts';
import { bilingual, fractionOf, type Places, type Referee } from './referee.ts';
import type { ContractFile } from './schema.ts';
import { POLICY_CHOICES, POLICY_IDS, type PolicyChoices, type PolicyId } from './policies.ts';
import { parseTarget } from './target.ts';
import type { Path } from './yaml.ts';
import { termOn } from './terms.ts';

type FileOf<Key extends keyof ContractFile> = NonNullable<ContractFile[Key]>;
type FileCommitment = NonNullable<FileOf<'terms'>[number]['commitments']>[number];
type FileTargetRow = Extract<FileCommitment['targets'], readonly unknown[]>[number];

/** Fewer commitments than this give no verdict, unless the contract says otherwise. */
export const DEFAULT_MINIMUM_SAMPLE = 10;
const DEFAULT_REOPEN_DAYS = 14;
const USUAL_VAT = 20;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * What a contract file says, once it has the right shape: the contract, and what in it refers to nothing.
 * @param locate where a problem stands in the text
 * @param tools the ids of the tools that a source may name
 */
export function buildContract(
  file: ContractFile,
  locate: Places,
  tools: readonly string[],
): { readonly contract: Contract; readonly problems: readonly Problem[] } {
  const builder = new Builder(file, locate, [...tools, 'generic']);
  const contract = builder.build();
  return { contract, problems: builder.problems };
}

/** Turns a file that has the right shape into a contract, and finds what refers to nothing. */
class Builder {
  readonly problems: Problem[] = [];
  readonly #file: ContractFile;
  readonly #locate: Places;
  readonly #tools: readonly string[];
  readonly #zone: Zone;
  readonly #calendars: ReadonlyMap<string, NamedCalendar>;
  readonly #priorityIds: readonly string[];

  constructor(file: ContractFile, locate: Places, tools: readonly string[]) {
    this.#file = file;
    this.#locate = locate;
    this.#tools = tools;
    this.#zone = zoneOf(file.zone);
    this.#priorityIds = file.priorities.map((priority) => priority.id);
    this.#calendars = new Map(
      Object.entries(file.calendars).map(([id, calendar]) => [
        id,
        { id, label: calendar.label ? bilingual(calendar.label) : null, working: this.#calendar(calendar) },
      ]),
    );
  }

  build(): Contract {
    const file = this.#file;
    if (this.#calendars.size === 0) {
      this.problems.push(error('contract-without-calendar', { path: 'calendars' }, this.#locate.value(['calendars'])));
    }
    const abacus = abacusOf(file.abacus);
    const terms = this.#terms(abacus);
    const indices = indicesOf(file.indices ?? {});
    return {
      id: file.id,
      name: bilingual(file.name),
      client: file.client,
      provider: file.provider,
      note: file.note ? bilingual(file.note) : null,
      confidentiality: file.brand?.confidentiality ? bilingual(file.brand.confidentiality) : null,
      accent: file.brand?.accent?.toLowerCase() ?? null,
      logo: file.brand?.logo ?? null,
      committee: committeeOf(file, this.#referee),
      zone: this.#zone,
      cutoff: file.cutoff ? momentIn(this.#zone, file.cutoff) : null,
      resolution: file.resolution ?? null,
      untold: file.untold ?? 'open',
      plausible: file.plausible
        ? {
            from: file.plausible.from ? momentIn(this.#zone, file.plausible.from) : -Infinity,
            to: file.plausible.to ? this.#zone.startOf((parseIsoDate(file.plausible.to)! + 1) * DAY_MS) : Infinity,
          }
        : null,
      sources: (file.sources ?? []).map((source, i) => this.#source(source, i)),
      toleratedRows: file.tolerate?.rejectedRows ?? 0,
      keep: { titles: file.keep?.titles ?? false, people: file.keep?.people === 'pseudonyms' },
      calendars: this.#calendars,
      priorities: file.priorities.map(({ id, label }) => ({ id, label: bilingual(label) })),
      priorityOf: this.#priorityWords(),
      statusOf: this.#classified<StatusClass>('statuses', STATUS_CLASSES, file.statuses ?? {}),
      kindOf: this.#classified<Kind>('kinds', KINDS, file.kinds ?? {}),
      terms,
      levelOf: this.#classified<Level>('levels', LEVELS, file.levels ?? {}),
      contested: new Map((file.contested ?? []).map(({ ticket, reason }) => [ticket, bilingual(reason)])),
      policies: {
        minimumSample: file.policies?.minimumSample ?? DEFAULT_MINIMUM_SAMPLE,
        reopenWithinDays: file.policies?.reopenWithinDays ?? DEFAULT_REOPEN_DAYS,
        ...policiesOf(file.policies ?? {}),
      },
      currency: file.currency ?? 'EUR',
      ends: file.ends === undefined ? null : parseIsoDate(file.ends),
      vat: fractionOf(file.vat ?? USUAL_VAT),
      bonus: file.bonus ?? 'taxed',
      abacus,
      effort: { from: file.effort?.from ?? null, dated: file.effort?.dated ?? 'resolved' },
      adjustments: this.#adjustments(terms),
      statements: this.#statements(terms),
      indices: [...indices.values()],
      revision: file.revision ? revisionOf(file.revision, indices, this.#referee) : null,
      penaltiesAgreed: new Set(file.penaltiesAgreed),
      chapters: chaptersOf(file),
    };
  }

  /** What the readers of single chapters ask. */
  get #referee(): Referee {
    return {
      report: (problem) => this.problems.push(problem),
      place: (path) => this.#locate.value(path),
      calendar: (id, path) => this.#calendarNamed(id, path),
      firstCalendar: () => [...this.#calendars.values()][0] ?? null,
      priority: (id, path) => this.#priority(id, path),
      clock: (id, path) => {
        const known = new Set<string>(
          this.#file.terms.flatMap(({ commitments }) => (commitments ?? []).map(({ clock }) => clock)),
        );
        if (!known.has(id)) this.#unknown(path, id, 'clock', [...known]);
      },
    };
  }

  #isInForce(terms: readonly Term[], coverage: string, day: number): boolean {
    const term = termOn({ terms, zone: this.#zone }, day);
    const ends = this.#file.ends === undefined ? null : parseIsoDate(this.#file.ends)!;
    return (ends === null || day <= ends) && (term?.coverage.some(({ id }) => id === coverage) ?? false);
  }

  #adjustments(terms: readonly Term[]): Adjustment[] {
    const known = new Set(terms.flatMap(({ coverage }) => coverage.map(({ id }) => id)));
    return (this.#file.adjustments ?? []).map(
      ({ coverage, date, booked, quantity, lot, expires, ticket, reason }, i) => {
        const path = ['adjustments', i];
        const of = terms.flatMap((term) => term.coverage).filter(({ id }) => id === coverage);
        if (!known.has(coverage)) this.#unknown([...path, 'coverage'], coverage, 'coverage', [...known]);
        else if (!this.#isInForce(terms, coverage, parseIsoDate(date)!))
          this.problems.push(error('adjustment-outside', { coverage, date }, this.#locate.value([...path, 'date'])));
        const lots = of.flatMap((one) => (one.form === 'carnet' ? one.lots.map(({ id }) => id) : []));
        if (lot !== undefined && known.has(coverage) && !lots.includes(lot))
          this.#unknown([...path, 'lot'], lot, 'lot', [...new Set(lots)]);
        return {
          coverage,
          date: parseIsoDate(date)!,
          booked: parseIsoDate(booked ?? date)!,
          quantity: parseQuantity(quantity)!,
          lot: lot ?? null,
          expires: expires === undefined ? null : parseIsoDate(expires),
          ticket: ticket ?? null,
          reason: bilingual(reason),
        };
      },
    );
  }

  #statements(terms: readonly Term[]): SignedBalance[] {
    const known = new Set(terms.flatMap(({ coverage }) => coverage.map(({ id }) => id)));
    return (this.#file.statements ?? []).map(({ on, coverage, profile, balance, from }, i) => {
      const path = ['statements', i];
      const profiles = terms.flatMap((term) =>
        term.coverage.flatMap((one) =>
          one.id === coverage && one.form === 'regie' ? one.capacity.map((row) => row.profile) : [],
        ),
      );
      if (!known.has(coverage)) this.#unknown([...path, 'coverage'], coverage, 'coverage', [...known]);
      else if (profile !== undefined && !profiles.includes(profile))
        this.#unknown([...path, 'profile'], profile, 'profile', [...new Set(profiles)]);
      return {
        on: parseIsoDate(on)!,
        coverage,
        profile: profile ?? null,
        balance: parseQuantity(balance)!,
        from: bilingual(from),
      };
    });
  }

  #calendar(calendar: FileOf<'calendars'>[string]): WorkingCalendar {
    const versions = 'versions' in calendar ? calendar.versions : [{ from: undefined, ...calendar }];
    return new WorkingCalendar(
      this.#zone,
      versions.map((version) => ({ from: version.from ? parseIsoDate(version.from) : null, rules: rulesOf(version) })),
    );
  }

  #priorityWords(): Map<string, number> {
    const words = new Map<string, number>();
    this.#file.priorities.forEach((priority, index) => {
      [priority.id, ...priority.words].forEach((word, i) => {
        const other = words.get(fold(word));
        if (other !== undefined && other !== index)
          this.#twice(word, this.#priorityIds[other]!, ['priorities', index, 'words', i - 1]);
        words.set(fold(word), index);
      });
    });
    return words;
  }

  #twice(word: string, other: string, path: Path): void {
    this.problems.push(error('contract-word-twice', { word, other }, this.#locate.value(path)));
  }

  /** Folded word → class; a word in two classes is an error. */
  #classified<Class extends string>(
    section: string,
    classes: readonly Class[],
    lists: Partial<Record<Class, readonly string[] | undefined>>,
  ): Map<string, Class> {
    const words = new Map<string, Class>();
    for (const name of classes) {
      (lists[name] ?? []).forEach((word, i) => {
        const other = words.get(fold(word));
        if (other && other !== name) this.#twice(word, other, [section, name, i]);
        words.set(fold(word), name);
      });
    }
    return words;
  }

  #source(source: FileOf<'sources'>[number], index: number): Source {
    if (source.tool && !this.#tools.includes(source.tool)) {
      this.#unknown(['sources', index, 'tool'], source.tool, 'tool', this.#tools);
    }
    return {
      files: source.files ?? null,
      tool: source.tool ?? null,
      zone: source.zone ?? null,
      dates: source.dates === 'day-first' || source.dates === 'month-first' ? source.dates : null,
      dateFormat: source.dates === 'day-first' || source.dates === 'month-first' ? null : (source.dates ?? null),
      unit: source.unit ?? null,
      yes: source.yes ?? [],
      no: source.no ?? [],
      labels: new Map(Object.entries(source.labels ?? {}) as [LabelledField, string | string[]][]),
      rows: source.rows ?? null,
      missing: source.missing ?? [],
      columns: new Map(Object.entries(source.columns ?? {}) as [RowField, string][]),
      attribution: source.attribution ? bilingual(source.attribution) : null,
    };
  }

  /** In the order of their instants; what one leaves out is as in the one before. */
  #terms(abacus: Abacus): Term[] {
    this.#refuseTwice();
    this.#checkSpareClocks();
    const own = this.#file.terms
      .map((term, i) => ({ term, path: ['terms', i], from: momentIn(this.#zone, term.from) }))
      .sort((a, b) => a.from - b.from);
    const terms: Term[] = [];
    for (const { term, path, from } of own) {
      const before = terms.at(-1);
      const referee = this.#referee;
      terms.push({
        from,
        label: term.label ? bilingual(term.label) : null,
        applies: term.applies ?? 'opened-after',
        commitments:
          term.commitments?.map((commitment, j) => this.#commitment(commitment, [...path, 'commitments', j])) ??
          before?.commitments ??
          [],
        coverage: term.coverage
          ? coverageOf(term.coverage, abacus, referee, [...path, 'coverage'])
          : (before?.coverage ?? []),
        prices: term.prices ? pricesOf(term.prices, referee, [...path, 'prices']) : (before?.prices ?? []),
        penalties: term.penalties
          ? penaltiesOf(term.penalties, referee, [...path, 'penalties'])
          : (before?.penalties ?? []),
        questions: term.questions
          ? questionsOf(term.questions, referee, [...path, 'questions'])
          : (before?.questions ?? null),
      });
    }
    this.#refuseForms(terms);
    this.#refuseLots(terms);
    this.#refuseCredits(terms);
    return terms;
  }

  /** Penalties that are settled in units need to say which. */
  #refuseCredits(terms: readonly Term[]): void {
    const seen = new Set<string>();
    terms.forEach(({ penalties, coverage }, i) => {
      for (const { id, settled, coverage: named } of penalties) {
        if (settled !== 'units' || seen.has(id)) continue;
        seen.add(id);
        const known = coverage.map((one) => one.id);
        const place = this.#locate.value(['terms', i, 'penalties']);
        if (named !== null && !known.includes(named))
          this.#unknown(['terms', i, 'penalties'], named, 'coverage', known);
        if (named === null && known.length !== 1)
          this.problems.push(warning('penalty-coverage-unnamed', { id, known }, place));
      }
    });
  }

  /** Lots that could never be used: gone before the coverage begins, or bought after it ends. */
  #refuseLots(terms: readonly Term[]): void {
    const ends = this.#file.ends === undefined ? null : parseIsoDate(this.#file.ends)!;
    const seen = new Set<string>();
    for (const { coverage } of terms) {
      for (const one of coverage) {
        const first = terms.find((term) => term.coverage.some(({ id }) => id === one.id))!;
        const begins = this.#zone.dayAt(first.from);
        for (const { id, bought, expires } of one.form === 'carnet' ? one.lots : []) {
          const isOut = (expires !== null && expires < begins) || (ends !== null && bought > ends);
          if (!isOut || seen.has(id)) continue;
          seen.add(id);
          this.problems.push(
            error(
              'lot-outside',
              { lot: id, from: isoDate(begins), to: ends === null ? null : isoDate(ends) },
              this.#locate.value(['terms']),
            ),
          );
        }
      }
    }
  }

  /** A coverage that an amendment changes keeps its form and its unit, or its balance would mean nothing. */
  #refuseForms(terms: readonly Term[]): void {
    const known = new Map<string, string>();
    for (const { coverage } of terms) {
      for (const { id, form, unit } of coverage) {
        const shape = `${form}, ${unit}`;
        const other = known.get(id);
        if (other !== undefined && other !== shape)
          this.problems.push(
            error('coverage-changes-form', { id, before: other, after: shape }, this.#locate.value(['terms'])),
          );
        known.set(id, shape);
      }
    }
  }

  /** One set of terms at a time, and in each one commitment a clock. */
  #refuseTwice(): void {
    const begun = new Map<number, number>();
    this.#file.terms.forEach((term, i) => {
      const from = momentIn(this.#zone, term.from);
      if (begun.has(from))
        this.problems.push(error('contract-term-twice', { date: term.from }, this.#locate.value(['terms', i, 'from'])));
      begun.set(from, i);
      const clocks = new Set<string>();
      (term.commitments ?? []).forEach(({ clock }, j) => {
        if (clocks.has(clock)) {
          this.problems.push(
            error('contract-clock-twice', { clock }, this.#locate.value(['terms', i, 'commitments', j])),
          );
        }
        clocks.add(clock);
      });
    });
  }

  /** A clock that no commitment names yet is read as well, so that its errors are told with the others. */
  #checkSpareClocks(): void {
    const used = new Set<string>(
      this.#file.terms.flatMap(({ commitments }) => (commitments ?? []).map(({ clock }) => clock)),
    );
    for (const id of Object.keys(this.#file.clocks ?? {})) {
      if (used.has(id)) continue;
      const { calendar } = this.#clock(id, ['clocks', id]);
      if (calendar !== null) this.#calendarNamed(calendar, ['clocks', id, 'calendar']);
    }
  }

  #commitment(commitment: FileCommitment, path: Path): Commitment {
    const clock = this.#clock(commitment.clock, path);
    const goal = fractionOf(commitment.goal);
    const inherited = this.#calendarOf(clock, commitment.calendar, [...path, 'calendar'], path);
    const { targets } = commitment;
    // Each ticket carries its own due date: one row for all.
    const listed =
      !Array.isArray(targets) && 'due' in targets && targets['due'] === 'column' ? [{ target: 'due' }] : targets;
    const rows: TargetRow[] = Array.isArray(listed)
      ? listed.map((row: FileTargetRow, k) => {
          const at = [...path, 'targets', k];
          const priorities = row.priority === undefined ? null : [row.priority].flat();
          return {
            priorities: priorities && new Set(priorities.map((id) => this.#priority(id, [...at, 'priority']))),
            kind: row.kind ?? null,
            level: row.level ?? null,
            application: row.application ?? null,
            complexity: row.complexity ?? null,
            target: parseTarget(row.target)!,
            wording: row.target,
            goal: row.goal === undefined ? goal : fractionOf(row.goal),
            calendar: row.calendar === undefined ? inherited : this.#calendarNamed(row.calendar, [...at, 'calendar']),
          };
        })
      : Object.entries(listed).map(([id, target]) => ({
          priorities: new Set([this.#priority(id, [...path, 'targets', id])]),
          kind: null,
          level: null,
          application: null,
          complexity: null,
          target: parseTarget(target)!,
          wording: target,
          goal,
          calendar: inherited,
        }));
    this.#refuseGoals(commitment, rows, path);
    return { clock, clause: commitment.clause ?? null, goal, rows };
  }

  /** A share of met deadlines has one goal for each clock and priority, or there is nothing to hold it against. */
  #refuseGoals({ clock, goal, targets }: FileCommitment, rows: readonly TargetRow[], path: Path): void {
    if (!Array.isArray(targets)) return;
    const refused = new Set<number>();
    this.#priorityIds.forEach((priority, index) => {
      const here = [...rows.keys()].filter((k) => rows[k]!.priorities?.has(index) ?? true);
      const [first] = here;
      const other = here.find((k) => !isSameFraction(rows[k]!.goal, rows[first!]!.goal));
      if (first === undefined || other === undefined || refused.has(other)) return;
      refused.add(other);
      const goals = [first, other].map((k) => String(targets[k]!.goal ?? goal)) as [string, string];
      const place = this.#locate.value([...path, 'targets', other]);
      this.problems.push(error('contract-goals-differ', { clock, priority, goals }, place));
    });
  }

  #clock(id: string, path: Path): Clock {
    const own = (this.#file.clocks as Record<string, FileOf<'clocks'>[string]> | undefined)?.[id];
    const builtIn = isBuiltInClock(id) ? CLOCKS[id] : null;
    if (!own && !builtIn) {
      this.#unknown([...path, 'clock'], id, 'clock', [
        ...new Set([...BUILT_IN_CLOCKS, ...Object.keys(this.#file.clocks ?? {})]),
      ]);
      return { ...CLOCKS.resolve, id };
    }
    const base: Clock = builtIn ?? { ...CLOCKS.resolve, id, pauses: [] };
    if (own && !builtIn && !own.stops) {
      this.problems.push(
        error('contract-key-missing', { path: `clocks.${id}.stops`, key: 'stops' }, this.#locate.key(['clocks'], id)),
      );
    }
    return {
      id,
      label: own?.label ? bilingual(own.label) : builtIn ? null : { fr: id, en: id },
      start: own?.start ? eventOf(own.start) : base.start,
      stops: own?.stops ? own.stops.map(eventOf) : base.stops,
      pauses: own?.pauses ? own.pauses.map(matchOf) : base.pauses,
      time: own?.time ?? base.time,
      calendar: own?.calendar ?? null,
    };
  }

  #calendarOf(clock: Clock, named: string | undefined, path: Path, owner: Path): NamedCalendar | null {
    if (clock.time === 'calendar') return null;
    if (named !== undefined) return this.#calendarNamed(named, path);
    if (clock.calendar !== null) return this.#calendarNamed(clock.calendar, ['clocks', clock.id, 'calendar']);
    this.problems.push(error('contract-without-calendar', { path: owner.join('.') }, this.#locate.value(owner)));
    return null;
  }

  #calendarNamed(id: string, path: Path): NamedCalendar | null {
    const calendar = this.#calendars.get(id);
    if (!calendar) this.#unknown(path, id, 'calendar', [...this.#calendars.keys()]);
    return calendar ?? null;
  }

  #priority(id: string, path: Path): number {
    const index = this.#priorityIds.indexOf(id);
    if (index < 0) this.#unknown(path, id, 'priority', this.#priorityIds);
    return index;
  }

  #unknown(path: Path, found: string, kind: string, known: readonly string[]): void {
    const isKey = path.at(-1) === found;
    const place = isKey ? this.#locate.key(path.slice(0, -1), found) : this.#locate.value(path);
    this.problems.push(error('contract-reference-unknown', { path: path.join('.'), found, kind, known }, place));
  }
}

/** The instant of a date or a local time of the contract; a date is its first instant. */
export function momentIn(zone: Zone, text: string): number {
  const [date = '', time = '00:00'] = text.split('T');
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return zone.startOf(parseIsoDate(date)! * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000);
}

function rulesOf(
  rules: Pick<Extract<FileOf<'calendars'>[string], { weekly: unknown }>, 'weekly' | 'holidays' | 'exceptions'>,
): CalendarRules {
  const listed = rules.holidays === 'none' ? [] : [rules.holidays].flat();
  return {
    weekly:
      rules.weekly === '24x7'
        ? '24x7'
        : WEEKDAYS.map((day) => openingsOf((rules.weekly as Record<string, string[] | undefined>)[day] ?? [])),
    holidays: {
      sets: listed.filter(isHolidaySet),
      dates: new Set(listed.map(parseIsoDate).filter((day) => day !== null)),
    },
    exceptions: new Map(
      Object.entries(rules.exceptions ?? {}).map(([day, openings]) => [
        parseIsoDate(day)!,
        openings === 'closed' ? [] : openings === '24h' ? [[0, 1440] as const] : openingsOf(openings),
      ]),
    ),
  };
}

function openingsOf(texts: readonly string[]): Opening[] {
  return texts.map((text) => parseOpening(...(text.split('-') as [string, string]))!);
}

function eventOf(event: NonNullable<NonNullable<FileOf<'clocks'>[string]>['start']>): ClockEvent {
  if ('column' in event) return { on: 'column', column: event.column };
  return 'enters' in event
    ? { on: 'enters', statuses: matchOf(event.enters) }
    : { on: 'leaves', statuses: matchOf(event.leaves) };
}

function matchOf(statuses: StatusClass | readonly string[]): StatusMatch {
  return typeof statuses === 'string' ? { class: statuses } : { words: new Set(statuses.map(fold)) };
}

/** The choice of the contract for each policy, or the default. */
function policiesOf(chosen: Partial<Record<PolicyId, unknown>>): PolicyChoices {
  return Object.fromEntries(POLICY_IDS.map((id) => [id, chosen[id] ?? POLICY_CHOICES[id][0]])) as PolicyChoices;
}

function isSameFraction(a: Ratio, b: Ratio): boolean {
  return a.numerator * b.denominator === b.numerator * a.denominator;
}
