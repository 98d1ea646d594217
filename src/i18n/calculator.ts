/** The texts of the calculator of indicators. */
import type { Lang } from '../contract/contract.ts';
import type { CalculatorMessages } from './calculator-messages.ts';
import { enCalculator } from './en-calculator.ts';
import { frCalculator } from './fr-calculator.ts';
import { frenchSpaces } from './typography.ts';

const TEXTS: Readonly<Record<Lang, CalculatorMessages>> = { fr: frenchSpaces(frCalculator), en: enCalculator };

export function calculatorTexts(lang: Lang): CalculatorMessages {
  return TEXTS[lang];
}
