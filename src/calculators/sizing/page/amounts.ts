/** Quantities and amounts as the page shows them: three digits, since more would be false. */
import { NBSP, NNBSP } from '../../../texts/typography.ts';
import { fieldOf, type FieldId, type Situation } from '../model/situation.ts';
import { typedHours, typedNumber, typedShare } from '../../../domain/typed.ts';
import type { SizingMessages } from '../texts/messages.ts';

export type Lang = 'fr' | 'en';

/** Durations that are hours in any unit of work. */
const IN_HOURS: readonly FieldId[] = ['hoursPerDay', 'hoursPerUo', 'triage'];
const UNITS = { fr: { hours: 'h', days: 'j', uo: 'UO' }, en: { hours: 'h', days: 'd', uo: 'WU' } } as const;

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;

export class Amounts {
  readonly lang: Lang;
  readonly #numbers: Intl.NumberFormat;
  readonly #money: Intl.NumberFormat;
  readonly #plain: Intl.NumberFormat;
  readonly #percent: Intl.NumberFormat;

  constructor(lang: Lang) {
    this.lang = lang;
    const locale = LOCALES[lang];
    this.#numbers = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
    this.#percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
    this.#plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 6, useGrouping: false });
    this.#money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumSignificantDigits: 3 });
  }

  /** Hours in the unit of the situation. */
  work(hours: number, of: Situation): string {
    if (of.unit === 'days')
      return `${this.#numbers.format(hours / of.hoursPerDay)}${NNBSP}${this.lang === 'fr' ? 'j' : 'd'}`;
    if (of.unit === 'uo')
      return `${this.#numbers.format(hours / of.hoursPerUo)}${NBSP}${this.lang === 'fr' ? 'UO' : 'WU'}`;
    return `${this.#numbers.format(hours)}${NNBSP}h`;
  }

  money(amount: number): string {
    return this.#money.format(Math.round(amount));
  }

  /** A probability to the whole percent, and never 0 or 1 where it is not. */
  share(p: number): string {
    const percent = (share: number): string => this.#percent.format(share).replace(NBSP, NNBSP);
    if (p > 0 && p < 0.005) return `< ${percent(0.01)}`;
    if (p < 1 && p > 0.995) return `> ${percent(0.99)}`;
    return percent(p);
  }

  number(value: number): string {
    return this.#numbers.format(value);
  }

  /** A value as it stands in its field; work in the unit of the situation. */
  written(id: FieldId, value: unknown, t: SizingMessages, of: Situation): string {
    const field = fieldOf(id);
    if (field.type === 'choice') return t.choice[value as string] ?? String(value);
    if (field.type === 'series')
      return (value as readonly number[]).map((one) => this.#plain.format(one)).join(this.lang === 'fr' ? ' ; ' : '; ');
    const number = value as number;
    switch (field.as) {
      case 'share':
        return `${this.#plain.format(number * 100)}${this.lang === 'fr' ? NNBSP : ''}%`;
      case 'hours': {
        const unit = IN_HOURS.includes(id) ? 'hours' : of.unit;
        const worth = unit === 'days' ? of.hoursPerDay : unit === 'uo' ? of.hoursPerUo : 1;
        return `${this.#plain.format(number / worth)}${NNBSP}${UNITS[this.lang][unit]}`;
      }
      case 'whole':
        return String(number);
      default:
        return this.#plain.format(number);
    }
  }

  /** What was typed into a field. */
  read(id: FieldId, text: string, of: Situation): unknown {
    const field = fieldOf(id);
    if (field.type === 'choice') return text;
    if (field.type === 'series') return text.split(';').map((part) => typedNumber(part, this.lang));
    switch (field.as) {
      case 'share':
        return typedShare(text, this.lang);
      case 'hours':
        return typedHours(this.#withUnit(id, text, of), of, this.lang);
      default:
        return typedNumber(text, this.lang);
    }
  }

  /** A bare number of work is in the unit of the situation. */
  #withUnit(id: FieldId, text: string, of: Situation): string {
    const isBare = /^[\d\s.,+\-\u00a0\u202f]+$/.test(text);
    return isBare && of.unit !== 'hours' && !IN_HOURS.includes(id)
      ? `${text} ${of.unit === 'days' ? 'j' : 'uo'}`
      : text;
  }
}
