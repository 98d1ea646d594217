/** The texts of "what if". */
import type { Lang } from '../contract/contract.ts';
import { enReplay } from './en-replay.ts';
import { frReplay } from './fr-replay.ts';
import type { ReplayMessages } from './replay-messages.ts';
import { frenchSpaces } from './typography.ts';

const TEXTS: Readonly<Record<Lang, ReplayMessages>> = { fr: frenchSpaces(frReplay), en: enReplay };

export function replayTexts(lang: Lang): ReplayMessages {
  return TEXTS[lang];
}
