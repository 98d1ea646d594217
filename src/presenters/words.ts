/** Pieces of a report in the words of a language: from data to what a cell or a line says. */
import { isBuiltInClock } from '../contract/clocks.ts';
import type { Lang, Text } from '../contract/contract.ts';
import type { PolicyId } from '../contract/policies.ts';
import { KPIS, needsResolution, readsClocks, type KpiId } from '../kpi/index.ts';
import type { Counted, Kpi, Unit } from '../kpi/kpi.ts';
import type { ContractOverview } from '../report/overview.ts';
import { reaches } from '../domain/statistics.ts';
import type { Kind } from '../domain/ticket.ts';
import type { TimePart } from '../kpi/time-split.ts';
import type { AccountBook, PenaltyLine, StatementLine } from '../report/account-schema.ts';
import type { MonthlyReport, ReportFigure } from '../report/schema.ts';
import type { ClockProof } from '../report/tickets.ts';
import type { ProblemText } from '../texts/messages.ts';
import { speak } from '../texts/index.ts';

const COUNTS: ReadonlyMap<string, Counted> = new Map(
  (KPIS as readonly Kpi[]).flatMap((kpi) => ('counts' in kpi ? [[kpi.id, kpi.counts] as const] : [])),
);
const UNITS: ReadonlyMap<string, Unit> = new Map(
  (KPIS as readonly Kpi[]).flatMap((kpi) => ('unit' in kpi ? [[kpi.id, kpi.unit] as const] : [])),
);

/** The name of a clock: the contract's own, or the one that Jauge knows. */
export function clockName(clock: { id: string; label: Text | null }, lang: Lang): string {
  if (clock.label) return clock.label[lang];
  return isBuiltInClock(clock.id) ? speak(lang).t.clock[clock.id].name : clock.id;
}

/** What the contract chose in a case that tools decide in silence. */
export function choiceText(policy: PolicyId, choice: string, lang: Lang): string {
  const words: Readonly<Record<string, string>> = speak(lang).t.policy[policy].choice;
  return words[choice] ?? choice;
}

/** The name of a clock of a report, by its id. */
export function reportClockName(report: MonthlyReport, id: string, lang: Lang): string {
  return clockName({ id, label: report.commitments.find(({ clock }) => clock === id)?.label ?? null }, lang);
}

/** `P1 · Critique` */
export function priorityName(report: Pick<MonthlyReport, 'priorities'>, id: string | null, lang: Lang): string {
  const priority = report.priorities.find((candidate) => candidate.id === id);
  return priority ? `${priority.id} · ${priority.label[lang]}` : speak(lang).t.report.dash;
}

/** A measure of a KPI: working time in hours, calendar time in days where it is long, a part as a percentage. */
export function durationOf(kpi: KpiId, ms: number, lang: Lang): string {
  const { format } = speak(lang);
  switch (UNITS.get(kpi)) {
    case 'working-time':
      return format.workingTime(ms);
    case 'basis-points':
      return format.percent(ms, 10_000);
    default:
      return format.duration(ms);
  }
}

/** How many of what: `12 échéances`. */
export function countedText(what: Counted, n: number, lang: Lang): string {
  const { t, format } = speak(lang);
  return t.counted[what].of(n, format.number(n));
}

/** What the number beside a figure counts. */
export function countedBy(kpi: KpiId): Counted {
  return COUNTS.get(kpi) ?? 'tickets';
}

/** Whether the closing of tickets stands for their resolution in a figure. */
export function isByClosing(report: MonthlyReport, kpi: KpiId, slice?: string): boolean {
  const { closing, clocks } = report.data.resolution;
  return closing > 0 && (needsResolution(kpi) || (slice !== undefined && readsClocks(kpi) && clocks.includes(slice)));
}

/** A figure in one line, with what it is of. */
export function figureText(kpi: KpiId, figure: ReportFigure | null, lang: Lang): string {
  const { t, format } = speak(lang);
  if (!figure) return t.report.dash;
  switch (figure.state) {
    case 'count':
      return format.number(figure.value);
    case 'share':
      return `${format.percent(figure.met, figure.total)} (${format.number(figure.met)} / ${countedText(countedBy(kpi), figure.total, lang)})`;
    case 'duration':
      return figure.n === 1
        ? `${durationOf(kpi, figure.median, lang)} (${countedText(countedBy(kpi), 1, lang)})`
        : `${durationOf(kpi, figure.median, lang)} (${t.report.ninety(durationOf(kpi, figure.p90, lang))}, ${countedText(countedBy(kpi), figure.n, lang)})`;
    case 'survival': {
      const open = t.report.openOf(format.number(figure.open), format.number(figure.n));
      return `${figure.median === null ? t.report.dash : durationOf(kpi, figure.median, lang)} (${open})`;
    }
    case 'not-applicable':
      return `${t.report.dash} ${t.report.notApplicable}`;
    case 'not-known':
      return `${t.report.dash} ${t.report.notKnown(fieldNames(figure.missing, lang))}`;
  }
}

/** Fields of an export, as people call them. */
export function fieldNames(fields: readonly string[], lang: Lang): string {
  const { t, format } = speak(lang);
  return format.list(fields.map((field) => (t.field as Readonly<Record<string, string>>)[field] ?? field));
}

/** The figure of a KPI in a report. */
export function figureOf(
  report: MonthlyReport,
  kpi: KpiId,
  cut: { slice?: string; priority?: string | null } = {},
): MonthlyReport['figures'][number] | undefined {
  return report.figures.find(
    (figure) => figure.kpi === kpi && figure.slice === cut.slice && figure.priority === (cut.priority ?? null),
  );
}

/** Calendars of a report in one line: `du lundi au vendredi, 8 h – 18 h`. */
export function calendarNames(calendars: readonly { id: string; label: Text | null }[], lang: Lang): string {
  return calendars.map(({ id, label }) => label?.[lang] ?? id).join(' ; ');
}

type EventData = ContractOverview['clocks'][number]['start'];
type StatusData = ContractOverview['clocks'][number]['pauses'][number];

/** What starts or stops a clock. */
export function eventText(event: EventData, lang: Lang): string {
  const { t } = speak(lang);
  if (event.on === 'column') return t.contract.eventColumn(t.field[event.column]);
  return event.on === 'enters'
    ? t.contract.eventEnters(statusText(event.statuses, lang))
    : t.contract.eventLeaves(statusText(event.statuses, lang));
}

/** The statuses in which a clock stands still. */
export function statusText(status: StatusData, lang: Lang): string {
  const { t, format } = speak(lang);
  return 'class' in status ? t.statusClass[status.class] : format.list(status.words);
}

/** Days with the same openings: `lundi à vendredi : 08:00–18:00`. */
export function weekText(
  week: ContractOverview['calendars'][number]['versions'][number]['week'],
  lang: Lang,
): readonly string[] {
  const { t } = speak(lang);
  if (week === '24x7') return [t.contract.roundTheClock];
  return week.map(({ days, openings }) => {
    const names = days.map((day) => t.weekdays[day]!);
    const isRun = days.length > 2 && days.every((day, i) => day === days[0]! + i);
    return `${isRun ? `${names[0]!} – ${names.at(-1)!}` : names.join(', ')}${t.colon}${openings.join(', ')}`;
  });
}

/** What an interval of a proof is: counted, whose wait, or why it is closed. */
export function intervalText(interval: ClockProof['intervals'][number], lang: Lang): string {
  const { t } = speak(lang);
  if (interval.kind === 'counted') return t.proof.counted;
  if (interval.kind === 'paused') {
    const status = interval.status ? t.statusClass[interval.status] : t.report.dash;
    return t.proof.pausedIn(status, interval.word ?? '');
  }
  const reason = interval.reason ?? 'outside-hours';
  return reason === 'holiday' ? t.proof.holiday(t.holidayName[interval.holiday ?? 'listed']) : t.proof.closed[reason];
}

/** The part that a figure is of: a clock, a kind of work, a level, a band of ages, whose time it was. */
export function sliceName(report: MonthlyReport, kpi: KpiId, slice: string, lang: Lang): string {
  const { t } = speak(lang);
  switch (kpi) {
    case 'tool-verdict':
      return t.field[slice === 'opened' ? 'created' : slice === 'closed' ? 'closed' : 'resolved'];
    case 'time-split':
      return t.timePart[slice as TimePart];
    case 'work':
      return slice in t.workPart ? t.workPart[slice as keyof typeof t.workPart] : t.kind[slice as Kind];
    case 'mix':
    case 'effort':
      return t.kind[slice as Kind];
    case 'ageing':
      return `${slice} ${t.report.age.toLowerCase()}`;
    case 'work-by-person':
    case 'escalation':
    case 'time-in-status':
      return slice;
    default:
      return reportClockName(report, slice, lang);
  }
}

/** A problem in words. Its parameters may come from a published file. */
export function problemText(code: string, params: object, lang: Lang): ProblemText {
  const texts = speak(lang).t.problem as unknown as Readonly<Record<string, (params: object) => ProblemText>>;
  return texts[code]!(params);
}

/** The name of a ledger: its own, or its form; of reserved days the profile besides. */
/** What the drawing of a book shows: its balance or, where its last window is over, what that came to. */
export function balanceTitle(book: AccountBook, lang: Lang): string {
  const { t } = speak(lang);
  const ended = book.forecast.window?.begun === false ? book.windows.at(-1) : undefined;
  return ended
    ? t.account.chartTitleEnded(
        windowName(ended.id, lang),
        quantityText(ended.consumed, book.unit, lang),
        quantityText(ended.volume, book.unit, lang),
        book.unit,
      )
    : t.account.chartTitle(balanceText(book.forecast.balance, book.unit, lang));
}

/** What to do about a list that no known tool wrote, where there is no contract file to say its columns in. */
const RENAME = {
  fr: 'Donnez à ses colonnes des titres que l’on reconnaît, au moins : Référence, Date de création, Statut, Date de résolution.',
  en: 'Give its columns headings that are known, at least: Reference, Creation date, Status, Resolution date.',
} as const;

/** A problem of a file that was dropped into a page, in one line. */
export function droppedText(code: string, params: object, lang: Lang): string {
  const { what, todo } = problemText(code, params, lang);
  return `${what} ${code === 'header-unknown' ? RENAME[lang] : todo}`;
}

export function bookLabel({ label, profile, form, id }: AccountBook, lang: Lang): string {
  const { t } = speak(lang);
  const name = label?.[lang] ?? `${t.account.form[form]} ${id.split('/')[0]}`;
  return profile === null ? name : `${name} – ${profile.label?.[lang] ?? profile.id}`;
}

/** A movement of a ledger; what gives units back is named for it. */
export function movementName({ kind, quantity }: Pick<StatementLine, 'kind' | 'quantity'>, lang: Lang): string {
  const { statement } = speak(lang).t.account;
  return kind === 'consumed' && quantity > 0 ? statement.givenBack : statement.kind[kind];
}

/** A quantity with its unit, to two decimals where it has them. */
export function quantityText(quantity: number, unit: AccountBook['unit'], lang: Lang): string {
  const { t, format } = speak(lang);
  return t.account.unit[unit](format.units(quantity), Math.abs(quantity) >= (lang === 'fr' ? 20_000 : 10_001));
}

/** A balance: what is left, or how much too much was used; never a negative number. */
export function balanceText(quantity: number, unit: AccountBook['unit'], lang: Lang): string {
  return quantity < 0
    ? speak(lang).t.account.over(quantityText(-quantity, unit, lang), unit)
    : quantityText(quantity, unit, lang);
}

/** The same in a column whose unit its heading says. */
export function balanceNumber(quantity: number, unit: AccountBook['unit'], lang: Lang): string {
  const { t, format } = speak(lang);
  const plain = format.units(Math.abs(quantity), 'two');
  return quantity < 0 ? t.account.over(plain, unit) : plain;
}

/** A window of months: `janvier 2026`, `janvier 2026 – mars 2026`. */
export function windowName(id: string, lang: Lang): string {
  const { format } = speak(lang);
  return id
    .split('/')
    .map((month) => (/^\d{4}-\d{2}$/.test(month) ? format.month(month) : month))
    .join(' – ');
}

/** The measure of a late ticket under a rule of penalties. */
export function measureText(rule: PenaltyLine['rule'], measure: number, lang: Lang): string {
  const { format } = speak(lang);
  return rule === 'ccag-tic' || rule === 'points' ? format.number(measure) : format.number(measure / 1000, 2);
}

/** The terms of a coverage as a sentence. */
export function termsText(
  is: AccountBook['terms'][number]['is'],
  unit: AccountBook['unit'],
  currency: string,
  lang: Lang,
): string {
  const { t, format } = speak(lang);
  const { terms } = t.account;
  const money = (amount: number | null): string | null => (amount === null ? null : format.money(amount, currency));
  const carryOver = (of: Extract<typeof is, { form: 'forfait' }>['carryOver']): string => {
    if (of === null) return terms.noCarryOver;
    const share =
      of.share && terms.shareOf[of.share.of](format.goal(of.share.part.numerator / of.share.part.denominator));
    return terms.carryOver(of.cap === null ? null : quantityText(of.cap, unit, lang), share, of.expiresAfter);
  };
  switch (is.form) {
    case 'forfait':
      return terms.forfait({
        volume: quantityText(is.volume, unit, lang),
        per: t.account.perSpan[is.per],
        fee: money(is.fee),
        franchise: is.franchise === 0 ? null : quantityText(is.franchise, unit, lang),
        threshold: is.franchiseRule === 'threshold',
        overrun: terms.overrun[is.overrun](money(is.rate)),
        smoothing: is.smoothing && t.account.span[is.smoothing],
        carryOver: carryOver(is.carryOver),
      });
    case 'carnet':
      return terms.carnet(terms.overrun[is.overrun](money(is.rate)));
    case 'regie':
      return terms.regie(
        quantityText(is.days, unit, lang),
        money(is.dayRate),
        carryOver(is.carryOver),
        terms.overrun[is.overrun](money(is.rate ?? is.dayRate)),
      );
  }
}

type Series = MonthlyReport['series'];

/** The letters of the marks of a series, by month. */
export function chartMarks({ months, marks }: Series): { index: number; letters: string }[] {
  const byMonth = new Map<number, string>();
  marks.forEach(({ month }, i) => {
    const index = months.indexOf(month);
    byMonth.set(index, (byMonth.get(index) ?? '') + letterOf(i));
  });
  return [...byMonth].map(([index, letters]) => ({ index, letters }));
}

/** What the letters mean, a line each. */
export function markTexts({ marks }: Series, lang: Lang): string[] {
  const { t, format } = speak(lang);
  return marks.map(({ month, kind, day, text, days }, i) => {
    const when = day === null ? format.month(month) : format.date(Date.parse(day), 'UTC');
    const what = kind === 'few-days' ? t.report.fewDays(days ?? 0) : (text?.[lang] ?? t.report.newTerms);
    return `${letterOf(i)}${t.colon}${what}, ${when}`;
  });
}

/** A, B … Z, then A1: a chart with more marks than letters is still told apart. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26)}`;
}

/** How a figure of a month comes about, a line for each of its parts: `Résolution : 37 ÷ 38 = 97,4 %`. */
export function exampleLines(report: MonthlyReport, kpi: KpiId, lang: Lang): string[] {
  const { t, format } = speak(lang);
  return report.figures.flatMap(({ kpi: id, slice, priority, value }) => {
    if (id !== kpi || priority !== null) return [];
    const before = slice === undefined ? '' : `${sliceName(report, kpi, slice, lang)}${t.colon}`;
    switch (value.state) {
      case 'count':
        return [`${before}${format.number(value.value)}`];
      case 'share':
        return [
          `${before}${format.number(value.met)} ÷ ${format.number(value.total)} = ${format.percent(value.met, value.total)}`,
        ];
      case 'duration':
        return [
          before +
            (value.n === 1
              ? `${durationOf(kpi, value.median, lang)} (${countedText(countedBy(kpi), 1, lang)})`
              : t.contractMethod.durations(
                  format.number(value.n),
                  durationOf(kpi, value.median, lang),
                  durationOf(kpi, value.p90, lang),
                )),
        ];
      case 'survival':
      case 'not-known':
        return [before + figureText(kpi, value, lang)];
      case 'not-applicable':
        return [];
    }
  });
}

/** The finding of a chart of compliance: in how many of its months the goal was met. */
export function complianceTitle(report: MonthlyReport, clock: string, lang: Lang): string {
  const line = report.commitments.find((one) => one.clock === clock && one.priority === null);
  const judged = (report.series.compliance[clock] ?? []).filter(
    (share) => share !== null && share.total >= report.minimumSample,
  );
  const met = judged.filter((share) => line && share && reaches(share.met, share.total, line.goal));
  return speak(lang).t.report.complianceChartTitle(reportClockName(report, clock, lang), met.length, judged.length);
}

/** The finding of the chart of the flow. */
export function flowTitle({ summary, stability }: MonthlyReport, lang: Lang): string {
  const usual = stability.some(({ figure, state }) => figure === 'backlog' && state === 'usual');
  return speak(lang).t.report.flowChartTitle(summary.backlogChange, usual);
}
