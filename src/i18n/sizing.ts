/** The texts of the sizing calculator: few enough that the page carries them, unlike those of the reports. */
import type { Lang } from '../contract/contract.ts';
import { enSizing } from './en-sizing.ts';
import { frSizing } from './fr-sizing.ts';
import type { SizingMessages } from './sizing-messages.ts';
import { frenchSpaces } from './typography.ts';

const TEXTS: Readonly<Record<Lang, SizingMessages>> = { fr: frenchSpaces(frSizing), en: enSizing };

export function sizingTexts(lang: Lang): SizingMessages {
  return TEXTS[lang];
}
