/** What a committee has to discuss, in words. */
import type { Lang } from '../contract/contract.ts';
import type { Account, AccountBook } from '../report/account-schema.ts';
import type { MonthlyReport, StabilityFigure, Topic } from '../report/schema.ts';
import { speak } from '../texts/index.ts';
import { bookLabel, clockName, countedText, durationOf, priorityName, quantityText, reportClockName } from './words.ts';

/** A topic as a sentence. */
export function topicText(topic: Topic, report: MonthlyReport, account: Account | null, lang: Lang): string {
  const { t, format } = speak(lang);
  const { committee } = t;
  const book = (id: string): string => {
    const of = account?.books.find((candidate) => candidate.id === id);
    return of ? bookLabel(of, lang) : id;
  };
  switch (topic.code) {
    case 'restated':
      return committee.restated(topic.changes);
    case 'missed': {
      const { met, total, goal } = topic;
      const share = goal.numerator / goal.denominator;
      return committee.missed(
        clockName({ id: topic.clock, label: topic.label }, lang),
        topic.priority === null ? null : priorityName(report, topic.priority, lang),
        format.percent(met, total, share),
        countedText('deadlines', total, lang),
        format.goal(share),
      );
    }
    case 'unusual':
      return committee.unusual(
        stabilityName(topic, report, lang),
        stabilityValue(topic.figure, topic.value, lang),
        topic.state === 'high',
        stabilityValue(topic.figure, topic.low, lang, 'low'),
        stabilityValue(topic.figure, topic.high, lang, 'high'),
      );
    case 'past-due':
      return committee.pastDue(topic.count, topic.oldest, format.date(Date.parse(topic.since), report.period.zone));
    case 'above-volume':
      return committee.aboveVolume(book(topic.book), quantityText(topic.quantity, topic.unit, lang));
    case 'units-lost':
      return committee.unitsLost(
        book(topic.book),
        quantityText(topic.quantity, topic.unit, lang),
        isFeminine(topic.unit),
      );
    case 'threshold':
      return committee.threshold(
        book(topic.book),
        format.goal(topic.share.numerator / topic.share.denominator),
        format.day(topic.day),
      );
    case 'owed':
      return committee.owed(book(topic.book), quantityText(topic.quantity, topic.unit, lang));
    case 'exhaustion':
      return committee.exhaustion(book(topic.book), format.day(topic.from), topic.to && format.day(topic.to));
    case 'lot-expires':
      return committee.lotExpires(
        book(topic.book),
        topic.lot,
        format.day(topic.closes),
        quantityText(topic.quantity, topic.unit, lang),
        isFeminine(topic.unit),
      );
    case 'penalty':
      return committee.penalty(format.money(topic.amount, topic.currency), topic.agreed);
    case 'contested':
      return committee.contested(topic.count);
    case 'decision-late':
      return committee.decisionLate(topic.text[lang], format.day(topic.due));
    case 'risk-high':
      return committee.riskHigh(topic.text[lang]);
    case 'more':
      return committee.moreTopics(topic.count);
    case 'rows-rejected':
      return committee.rowsRejected(topic.count);
  }
}

/** In French: *une heure, une unité d’œuvre*. */
function isFeminine(unit: AccountBook['unit']): boolean {
  return unit === 'hours' || unit === 'uo';
}

type Stability = MonthlyReport['stability'][number];

function stabilityName(
  { figure, slice }: Pick<Stability, 'figure' | 'slice'>,
  report: MonthlyReport,
  lang: Lang,
): string {
  const { t } = speak(lang);
  if (figure === 'compliance') return reportClockName(report, slice!, lang);
  return t.kpi[figure].name;
}

/** A value, or a bound of what is usual, which is rounded inwards: what lies outside must not look as if it did not. */
function stabilityValue(figure: StabilityFigure, value: number, lang: Lang, bound?: 'low' | 'high'): string {
  const { format } = speak(lang);
  const inwards = (scaled: number): number =>
    bound === 'low'
      ? Math.max(0, Math.ceil(scaled - 1e-9))
      : bound === 'high'
        ? Math.floor(scaled + 1e-9)
        : Math.round(scaled);
  if (figure === 'compliance') return format.goal(inwards(Math.min(1, Math.max(0, value)) * 1000) / 1000);
  if (figure === 'clock-time') return durationOf('clock-time', Math.max(0, value), lang);
  return format.number(inwards(Math.max(0, value)));
}

/** Whether a figure of the month is usual, in words; empty where the months before are too few to say. */
export function stabilityText(
  report: MonthlyReport,
  figure: StabilityFigure,
  slice: string | null,
  lang: Lang,
): string {
  const of = report.stability.find((one) => one.figure === figure && one.slice === slice);
  if (!of) return '';
  const { committee } = speak(lang).t;
  const low = stabilityValue(figure, of.low, lang, 'low');
  const high = stabilityValue(figure, of.high, lang, 'high');
  // Nothing is called stable beside a goal that is missed.
  const isMissed =
    figure === 'compliance' &&
    report.commitments.some((line) => line.clock === slice && line.priority === null && line.verdict === 'missed');
  if (of.state !== 'usual') return committee.outside(low, high, of.state === 'high');
  return isMissed ? committee.within(low, high) : committee.stable(low, high);
}

/** What is usual of a figure, and how often that would be a false alarm. */
export function stabilityLine(report: MonthlyReport, of: Stability, lang: Lang): string {
  const { t, format } = speak(lang);
  const low = stabilityValue(of.figure, of.low, lang, 'low');
  const high = stabilityValue(of.figure, of.high, lang, 'high');
  const rate = format.goal(Math.ceil(of.falseAlarm * 1000) / 1000);
  return `${stabilityName(of, report, lang)} : ${low} – ${high}, ${t.committee.falseAlarm(rate)}`.replace(
    ' : ',
    lang === 'fr' ? ' : ' : ': ',
  );
}
