/** Numbers, durations, dates as a language writes them. The only place that rounds. */
import type { Lang } from '../contract/contract.ts';
import type { Month } from '../domain/months.ts';
import { ONE } from '../domain/quantity.ts';
import type { Cents, Instant, Milliseconds, Quantity } from '../domain/units.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, zoneOf } from '../domain/zone.ts';
import { NBSP, NNBSP } from './typography.ts';

export { NBSP, NNBSP };

const LOCALES: Record<Lang, string> = { fr: 'fr-FR', en: 'en-GB' };

export interface Format {
  /** A whole number or a decimal with its digits after the point. */
  readonly number: (value: number, digits?: number) => string;
  /**
   * A share as a percentage with one decimal. It is never rounded up to a hundred or onto a goal that it misses.
   * @param goal a share between 0 and 1
   */
  readonly percent: (met: number, total: number, goal?: number) => string;
  /** A share between 0 and 1 to the nearest whole percent: for bounds, which are no more exact than that. */
  readonly wholePercent: (share: number) => string;
  /** A share between 0 and 1 with as many decimals as it has, at most two. */
  readonly goal: (share: number) => string;
  /** Working time: hours and minutes, never days, since a day of work is not a day. */
  readonly workingTime: (ms: Milliseconds) => string;
  /** All time: minutes, hours, or days and hours from two days on. */
  readonly duration: (ms: Milliseconds) => string;
  /** `avril 2016` */
  readonly month: (month: Month) => string;
  /** `avr.` */
  readonly monthShort: (month: Month) => string;
  /** `3 avril 2016 à 9 h 05`, in a zone. */
  readonly instant: (instant: Instant, zone: string) => string;
  /** `3 avril 2016`, in a zone. */
  readonly date: (instant: Instant, zone: string) => string;
  /** `03/04/2016 09:05`, in a zone: for tables. */
  readonly instantShort: (instant: Instant, zone: string) => string;
  /** Joins as a sentence does: `a, b et c`. */
  readonly list: (items: readonly string[]) => string;
  /** Units of work (ten-thousandths) with two decimals, or as many as they need up to two. */
  readonly units: (quantity: Quantity, decimals?: 'two' | 'needed') => string;
  /** An amount of cents in a currency. */
  readonly money: (amount: Cents, currency: string) => string;
  /** `3 avril 2016` of an ISO date. */
  readonly day: (date: string) => string;
  /** `03/04/2016` of an ISO date: for tables. */
  readonly dayShort: (date: string) => string;
  /** Picks the form of a word for a number. */
  readonly plural: (value: number, one: string, other: string) => string;
}

const formats = new Map<Lang, Format>();

/** How a language writes; the same object for the same language. */
export function formatOf(lang: Lang): Format {
  let format = formats.get(lang);
  if (!format) formats.set(lang, (format = make(lang)));
  return format;
}

function make(lang: Lang): Format {
  const locale = LOCALES[lang];
  const rules = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const numbers = [0, 1, 2, 3].map(
    (digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const number = (value: number, digits = 0): string => minus(numbers[digits]!.format(value));
  const needed = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percentSign = lang === 'fr' ? `${NNBSP}%` : '%';
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const shortMonths = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const ofMonth = (month: Month): number => Date.parse(`${month}-01T00:00:00Z`);
  const clock = (hours: number, minutes: number): string =>
    lang === 'fr'
      ? `${number(hours)}${NNBSP}h${minutes ? NNBSP + String(minutes).padStart(2, '0') : ''}`
      : `${number(hours)}${NBSP}h${minutes ? `${NBSP}${String(minutes).padStart(2, '0')}` : ''}`;
  const workingTime = (ms: number): string => {
    const minutes = Math.round(ms / MINUTE_MS);
    if (minutes < 60) return `${number(minutes)}${lang === 'fr' ? NNBSP : NBSP}min`;
    return clock(Math.floor(minutes / 60), minutes % 60);
  };
  return {
    number,
    percent: (met, total, goal) => {
      const share = (met / total) * 100;
      const rounded = Math.round(share * 10) / 10;
      const flattering =
        (rounded >= 100 && met < total) || (goal !== undefined && met / total < goal && rounded >= goal * 100);
      return number(flattering ? Math.floor(share * 10) / 10 : rounded, 1) + percentSign;
    },
    wholePercent: (share) => number(Math.round(share * 100)) + percentSign,
    goal: (share) => {
      const hundredths = Math.round(share * 10_000);
      return number(hundredths / 100, hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : 2) + percentSign;
    },
    workingTime,
    duration: (ms) => {
      if (ms < 2 * DAY_MS) return workingTime(ms);
      const hours = Math.round(ms / HOUR_MS);
      const days = `${number(Math.floor(hours / 24))}${lang === 'fr' ? NNBSP : NBSP}${lang === 'fr' ? 'j' : 'd'}`;
      return hours % 24 && ms < 100 * DAY_MS ? `${days}${NBSP}${clock(hours % 24, 0)}` : days;
    },
    month: (month) => months.format(ofMonth(month)),
    monthShort: (month) => shortMonths.format(ofMonth(month)),
    instant: (instant, zone) => {
      const parts = partsOf(instant, zone);
      const day = dateText(locale, instant, zone);
      return lang === 'fr'
        ? `${day} à ${Number(parts.hour)}${NNBSP}h${parts.minute === '00' ? '' : NNBSP + parts.minute}`
        : `${day} at ${parts.hour}:${parts.minute}`;
    },
    date: (instant, zone) => dateText(locale, instant, zone),
    instantShort: (instant, zone) => {
      const { year, month, day, hour, minute } = partsOf(instant, zone);
      return `${day}/${month}/${year}${NBSP}${hour}:${minute}`;
    },
    units: (quantity, decimals = 'needed') =>
      decimals === 'two' ? number(quantity / ONE, 2) : minus(needed.format(quantity / ONE)),
    money: (amount, currency) => minus(currencyFormat(locale, currency).format(amount / 100)),
    day: (date) => dateText(locale, Date.parse(date), 'UTC'),
    dayShort: (date) => date.split('-').reverse().join('/'),
    list: (items) => lists.format(items),
    // French counts 0 and 1,9 as singular; English only 1.
    plural: (value, one, other) => (rules.select(value) === 'one' ? one : other),
  };
}

/** A sign as it is set, not a hyphen. */
function minus(text: string): string {
  return text.replace('-', '−');
}

const currencyFormats = new Map<string, Intl.NumberFormat>();

function currencyFormat(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let format = currencyFormats.get(key);
  if (!format) currencyFormats.set(key, (format = new Intl.NumberFormat(locale, { style: 'currency', currency })));
  return format;
}

/** Making one of these takes longer than a thousand uses of it. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = dateFormats.get(key);
  if (!format) dateFormats.set(key, (format = new Intl.DateTimeFormat(locale, options)));
  return format;
}

function dateText(locale: string, instant: number, timeZone: string): string {
  const text = dateFormat(locale, { dateStyle: 'long', timeZone }).format(instant);
  // The first of a month is an ordinal in French.
  return locale === LOCALES.fr ? text.replace(/^1 /, '1er ') : text;
}

/** What the clock on the wall shows. */
function partsOf(instant: number, zone: string): Record<'year' | 'month' | 'day' | 'hour' | 'minute', string> {
  const wall = new Date(zoneOf(zone).wallAt(instant)).toISOString();
  return {
    year: wall.slice(0, 4),
    month: wall.slice(5, 7),
    day: wall.slice(8, 10),
    hour: wall.slice(11, 13),
    minute: wall.slice(14, 16),
  };
}
