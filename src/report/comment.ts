/** The manager's own words for a month: Markdown, as HTML that holds no markup of their own. */
import { micromark } from 'micromark';
import type { Text } from '../contract/contract.ts';

/** Headings of a comment stand below those of the page. */
const LOWER = 2;

/** HTML of a comment in both languages; one that is written in one language stands in both. */
export function commentOf(texts: { readonly fr: string | null; readonly en: string | null }): Text | null {
  const fr = texts.fr ?? texts.en;
  const en = texts.en ?? texts.fr;
  return fr === null || en === null ? null : { fr: htmlOf(fr), en: htmlOf(en) };
}

function htmlOf(markdown: string): string {
  // Neither HTML nor unusual protocols pass; images would be asked of other hosts.
  return micromark(markdown.replaceAll('![', '['))
    .replace(
      /<(\/?)h([1-4])>/g,
      (_, slash: string, level: string) => `<${slash}h${Math.min(6, Number(level) + LOWER)}>`,
    )
    .trim();
}
