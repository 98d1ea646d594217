/** What a page asks to speak a language. */
import type { Lang } from '../contract/contract.ts';
import { en } from './en.ts';
import { formatOf, type Format } from './format.ts';
import { fr } from './fr.ts';
import type { Messages } from './messages.ts';
import { frenchSpaces } from './typography.ts';

export type { Lang };

const MESSAGES: Record<Lang, Messages> = { fr: frenchSpaces(fr), en };

export function speak(lang: Lang): { readonly t: Messages; readonly format: Format } {
  return { t: MESSAGES[lang], format: formatOf(lang) };
}
