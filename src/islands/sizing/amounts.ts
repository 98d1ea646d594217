/** Quantities and amounts as the page shows them: three digits, since more would be false. */
import { NBSP, NNBSP } from '../../i18n/typography.ts';
import { fieldOf, type FieldId, type Situation } from '../../sizing/situation.ts';
import { typedHours, typedNumber, typedShare } from '../../sizing/typed.ts';
import type { SizingMessages } from '../../i18n/sizing-messages.ts';

export type Lang = 'fr' | 'en';

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
    this.#plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
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

  /** A value as it stands in its field. */
  written(id: FieldId, value: unknown, t: SizingMessages): string {
    const field = fieldOf(id);
    if (field.type === 'choice') return t.choice[value as string] ?? String(value);
    if (field.type === 'series')
      return (value as readonly number[]).map((one) => this.#plain.format(one)).join(this.lang === 'fr' ? ' ; ' : '; ');
    const number = value as number;
    switch (field.as) {
      case 'share':
        return `${this.#plain.format(number * 100)}${this.lang === 'fr' ? NNBSP : ''}%`;
      case 'hours':
        return `${this.#plain.format(number)}${NNBSP}h`;
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
    if (field.type === 'series') return text.split(';').map((part) => typedNumber(part));
    switch (field.as) {
      case 'share':
        return typedShare(text, field.most);
      case 'hours':
        return typedHours(text, of);
      default:
        return typedNumber(text);
    }
  }
}
