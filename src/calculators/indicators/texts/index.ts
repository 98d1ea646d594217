/** The texts of the calculator of indicators. */
import type { Lang } from '../../../contract/contract.ts';
import type { IndicatorMessages } from './messages.ts';
import { enCalculator } from './en.ts';
import { frCalculator } from './fr.ts';
import { frenchSpaces } from '../../../texts/typography.ts';

const TEXTS: Readonly<Record<Lang, IndicatorMessages>> = { fr: frenchSpaces(frCalculator), en: enCalculator };

export function calculatorTexts(lang: Lang): IndicatorMessages {
  return TEXTS[lang];
}
