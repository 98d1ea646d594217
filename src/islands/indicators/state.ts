/** The sheets of the reader: in the address, and on the device where they asked for it. */
import type { IndicatorId } from '../../calculator/indicators.ts';
import { decodeSheets, encodeSheets, type Sheets } from '../../calculator/sheet.ts';

const KEY = 'jauge-indicators';

/** What the address says; where it says nothing what was kept, which then stands in the address. */
export function readSheets(): Sheets {
  const given = decodeSheets(location.hash);
  if (given.size) return given;
  const own = decodeSheets(kept() ?? '');
  if (own.size) history.replaceState(null, '', `#${encodeSheets(own)}`);
  return own;
}

/**
 * Puts the sheets into the address and into the links that carry them. On the device, where they are kept, only those that
 * were edited change: somebody else's link does not take the place of the reader's own months.
 */
export function writeSheets(sheets: Sheets, edited: readonly IndicatorId[]): void {
  const hash = encodeSheets(sheets);
  history.replaceState(null, '', hash === '' ? location.pathname + location.search : `#${hash}`);
  carry();
  const before = kept();
  if (before === null) return;
  const own = new Map(decodeSheets(before));
  for (const id of edited) {
    const sheet = sheets.get(id);
    if (sheet) own.set(id, sheet);
    else own.delete(id);
  }
  keep(encodeSheets(own));
}

/** Links to the other pages of the calculator lead there with what was typed. */
export function carry(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-carry], a[hreflang]'))
    link.hash = location.hash;
}

/** What is kept on the device; `null` for nothing. A browser may refuse to say. */
export function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Keeps it on the device. Gives whether it could. */
export function keep(hash: string): boolean {
  try {
    localStorage.setItem(KEY, hash);
    return true;
  } catch {
    return false;
  }
}

export function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Where nothing can be kept nothing is.
  }
}
