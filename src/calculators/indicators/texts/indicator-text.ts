/** The figures of the calculator of indicators as a language writes them. */
import type { Indicator, Outcome, Unit } from '../model/indicators.ts';
import type { Lang } from '../../../contract/contract.ts';
import { calculatorTexts } from './index.ts';
import { NBSP, NNBSP } from '../../../texts/typography.ts';

const LOCALES: Readonly<Record<Lang, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** A figure with its unit; decimals that say something, at most two. */
export function unitText(value: number, unit: Unit, lang: Lang): string {
  const number = (digits: number, least = 0): string =>
    new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: digits, minimumFractionDigits: least })
      .format(value + 0)
      .replace('-', '−');
  switch (unit) {
    case 'percent':
      return `${new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: 1, minimumFractionDigits: 1 })
        .format(value * 100)
        .replace('-', '−')}${lang === 'fr' ? NNBSP : ''}%`;
    case 'money':
      return new Intl.NumberFormat(LOCALES[lang], { style: 'currency', currency: 'EUR' })
        .format(value)
        .replace('-', '−');
    case 'points':
      return `${value > 0 ? '+' : ''}${new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: 0 }).format(value).replace('-', '−')}`;
    case 'hours':
      return `${number(1)}${lang === 'fr' ? NNBSP : NBSP}h`;
    case 'months':
      return calculatorTexts(lang).page.months(number(1));
    case 'count':
      return number(0);
    default:
      return number(2);
  }
}

/** A result, never rounded up to a hundred per cent that it is not. */
export function outcomeText({ value, unit }: Outcome, lang: Lang): string {
  return unit === 'percent' && value < 1 && value >= 0.9995 ? unitText(0.999, unit, lang) : unitText(value, unit, lang);
}

/** A result as a number in the unit that is shown: per cent as such. */
export function plotted({ value, unit }: Outcome): number {
  return unit === 'percent' ? value * 100 : value;
}

/** What a result says beside its value: its interval, and whether it is enough to conclude. */
export function sureness(outcome: Outcome, weight: 'none' | 'little' | 'enough' | null, lang: Lang): string[] {
  const { page } = calculatorTexts(lang);
  const { interval, n, unit } = outcome;
  if (n === null) return [];
  const count = new Intl.NumberFormat(LOCALES[lang]).format(n);
  return [
    interval
      ? page.interval(unitText(interval.low, unit, lang), unitText(interval.high, unit, lang), count)
      : page.sample(count),
    ...(weight === 'none' || weight === 'little' ? [page.weight[weight]] : []),
  ];
}

/** The same in a few signs: `n = 50`, `78 % – 96 %`. */
export function shortSureness(outcome: Outcome, weight: 'none' | 'little' | 'enough' | null, lang: Lang): string[] {
  const { page } = calculatorTexts(lang);
  const { interval, n, unit } = outcome;
  if (n === null) return [];
  return [
    `n = ${new Intl.NumberFormat(LOCALES[lang]).format(n)}`,
    ...(interval
      ? [
          `${unitText(interval.low, unit, lang)} – ${unitText(interval.high, unit, lang)} (95${lang === 'fr' ? NNBSP : ''}%)`,
        ]
      : []),
    ...(weight === 'none' || weight === 'little' ? [page.weight[weight]] : []),
  ];
}

/** Which way is good, where one is: an effort scale turns it. */
export function directionText(of: Indicator, choices: Readonly<Record<string, string>>, lang: Lang): string | null {
  const { page } = calculatorTexts(lang);
  if (of.id === 'ces') return choices['direction'] === 'effort' ? page.effortIsLow : page.easeIsHigh;
  return of.better === null ? null : of.better === 'higher' ? page.up : page.down;
}
