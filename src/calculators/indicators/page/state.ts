/** The sheets of the reader: in the address, and on the device where they asked for it. */
import { decodeSheets, encodeSheets, type Sheets } from '../model/sheet.ts';

const KEY = 'jauge-indicators';
/** Whether what the page shows is what is kept on the device, if anything is. */
let isOwn = true;

/** What the address says; where it says nothing what was kept, which then stands in the address. */
export function readSheets(): Sheets {
  const given = decodeSheets(location.hash);
  const own = decodeSheets(kept() ?? '');
  isOwn = given.size === 0 || encodeSheets(given) === encodeSheets(own);
  if (given.size) return given;
  if (own.size) history.replaceState(null, '', `#${encodeSheets(own)}`);
  return own;
}

/**
 * Puts the sheets into the address and into the links that carry them, and on the device where they are kept: but not those
 * of somebody else's link, which would take the place of the reader's own.
 */
export function writeSheets(sheets: Sheets): void {
  const hash = encodeSheets(sheets);
  history.replaceState(null, '', hash === '' ? location.pathname + location.search : `#${hash}`);
  carry();
  if (isKept()) keep(hash);
}

/** Links to the other pages of the calculator lead there with what was typed. */
export function carry(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-carry], a[hreflang]'))
    link.hash = location.hash;
}

/** What is kept on the device; `null` for nothing. A browser may refuse to say. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Whether the device keeps what the page shows. */
function isKept(): boolean {
  return isOwn && kept() !== null;
}

/** Keeps it on the device. Gives whether it could. */
function keep(hash: string): boolean {
  isOwn = true;
  try {
    localStorage.setItem(KEY, hash);
    return true;
  } catch {
    return false;
  }
}

function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Where nothing can be kept nothing is.
  }
}

/** The box that keeps the sheets on the device, and says so. */
export function wireKeeper(
  box: HTMLInputElement,
  out: HTMLElement,
  words: { readonly kept: string; readonly forgotten: string },
  sheets: () => Sheets,
): void {
  box.checked = isKept();
  box.addEventListener('change', () => {
    if (box.checked) box.checked = keep(encodeSheets(sheets()));
    else forget();
    out.textContent = box.checked ? words.kept : words.forgotten;
  });
}
