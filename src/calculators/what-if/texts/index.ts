/** The texts of "what if". */
import type { Lang } from '../../../contract/contract.ts';
import { enReplay } from './en.ts';
import { frReplay } from './fr.ts';
import type { WhatIfMessages } from './messages.ts';
import { frenchSpaces } from '../../../texts/typography.ts';

const TEXTS: Readonly<Record<Lang, WhatIfMessages>> = { fr: frenchSpaces(frReplay), en: enReplay };

export function replayTexts(lang: Lang): WhatIfMessages {
  return TEXTS[lang];
}
