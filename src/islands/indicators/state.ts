/** The sheets of the reader: in the address, and on the device where they asked for it. */
import { decodeSheets, encodeSheets, type Sheets } from '../../calculator/sheet.ts';

const KEY = 'jauge-indicators';

/** What the address says; where it says nothing, what was kept. */
export function readSheets(): Sheets {
  const given = decodeSheets(location.hash);
  return given.size ? given : decodeSheets(kept() ?? '');
}

/** Puts the sheets into the address, into the links that carry them, and on the device where they are kept. */
export function writeSheets(sheets: Sheets): void {
  const hash = encodeSheets(sheets);
  history.replaceState(null, '', hash === '' ? location.pathname + location.search : `#${hash}`);
  carry();
  if (kept() !== null) keep(hash);
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
