/** The colour, the logo and the running lines of a contract, as a style sheet of its own: pages carry no style. */

/** What text needs against its ground (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5;
const PAPER = { light: '#fbfaf6', dark: '#15181b' } as const;
/** So many steps lead from a colour to black or white. */
const STEPS = 40;

export interface Brand {
  /** `#rrggbb`; `null` for the colour of Jauge. */
  readonly accent: string | null;
  /** The file beside the style sheet, or below where it is. */
  readonly logo: string | null;
  /** What stands at the top of each printed page. */
  readonly running: string;
  /** What stands at its foot, beside the page number; `null` for nothing. */
  readonly foot: string | null;
}

/** The style sheet of a contract. */
export function brandSheet({ accent, logo, running, foot }: Brand): string {
  const rules: string[] = [];
  if (accent !== null) {
    rules.push(
      `:root{--accent:${readable(accent, PAPER.light)};--brand:${accent}}`,
      `@media (prefers-color-scheme:dark){:root{--accent:${readable(accent, PAPER.dark)}}}`,
      `@media print{:root{--accent:${readable(accent, '#ffffff')}}}`,
      '.title{border-top:4px solid var(--brand)}',
    );
  }
  if (logo !== null) {
    rules.push(
      `.site-header::before,.slide.cover::before{content:'';box-sizing:content-box;width:9rem;height:2.25rem;background:url(${JSON.stringify(logo)}) left center/contain no-repeat;print-color-adjust:exact}`,
      '.site-header::before{align-self:center}',
      // Logos are made for paper.
      '@media (prefers-color-scheme:dark){.site-header::before{padding:.3rem .5rem;border-radius:4px;background-color:#ffffff;background-origin:content-box}}',
    );
  }
  const margins = [`@top-left{content:${cssText(running)};font:8pt sans-serif;color:#4a535b}`];
  if (foot !== null) margins.push(`@bottom-left{content:${cssText(foot)};font:8pt sans-serif;color:#4a535b}`);
  rules.push(`@media print{@page{${margins.join('')}}}`);
  return `${rules.join('\n')}\n`;
}

/** A text as a string of a style sheet: nothing in it ends the string. */
function cssText(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,:;()’–—-]/gu, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`;
}

/** The colour itself, or the nearest on its way to black or white that can be read on a ground. */
export function readable(colour: string, ground: string): string {
  const [own, back] = [channels(colour), channels(ground)];
  const end = luminance(back) > 0.5 ? 0 : 255;
  for (let step = 0; step <= STEPS; step++) {
    const mixed = own.map((value) => Math.round(value + ((end - value) * step) / STEPS));
    if (contrast(mixed, back) >= LEAST_CONTRAST)
      return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
  }
  return end === 0 ? '#000000' : '#ffffff';
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** WCAG 2.2, relative luminance. */
function luminance(rgb: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: readonly number[], b: readonly number[]): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
