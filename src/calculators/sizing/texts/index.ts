/** The texts of the sizing calculator: few enough that the page carries them, unlike those of the reports. */
import type { Lang } from '../../../contract/contract.ts';
import { enSizing } from './en.ts';
import { frSizing } from './fr.ts';
import type { SizingMessages } from './messages.ts';
import { frenchSpaces } from '../../../texts/typography.ts';

const TEXTS: Readonly<Record<Lang, SizingMessages>> = { fr: frenchSpaces(frSizing), en: enSizing };

export function sizingTexts(lang: Lang): SizingMessages {
  return TEXTS[lang];
}
