/** Which encoding a file is in, from its bytes alone, and what it is when it is no text at all. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Well-known formats that get a `.csv` name by mistake. */
export function foreignFormat(bytes: Uint8Array): string | null {
  const starts = (...magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) return 'ZIP / XLSX';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'XLS';
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'PDF';
  if (starts(0x1f, 0x8b)) return 'gzip';
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'PNG';
  return null;
}

/** What a byte order mark says, and its length; a file of two bytes a letter shows it without a mark too. `null` for neither. */
export function byteOrderMark(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  if (bytes[0] && bytes[1] === 0 && bytes[2] && bytes[3] === 0) return { encoding: 'utf-16le', length: 0 };
  if (bytes[0] === 0 && bytes[1] && bytes[2] === 0 && bytes[3]) return { encoding: 'utf-16be', length: 0 };
  return null;
}

/**
 * Counts the UTF-8 sequences of a stream that are well formed and those that are not. The decision is taken from the
 * whole file: a tool that cuts an accented letter in half does not make its file windows-1252.
 */
export class Utf8Census {
  valid = 0;
  invalid = 0;
  #expected = 0;

  push(bytes: Uint8Array): void {
    let expected = this.#expected;
    const { length } = bytes;
    for (let i = 0; i < length; i++) {
      // Most of an export is ASCII: eight bytes at a time.
      while (
        expected === 0 &&
        i + 8 <= length &&
        (bytes[i]! |
          bytes[i + 1]! |
          bytes[i + 2]! |
          bytes[i + 3]! |
          bytes[i + 4]! |
          bytes[i + 5]! |
          bytes[i + 6]! |
          bytes[i + 7]!) <
          0x80
      ) {
        i += 8;
      }
      if (i === length) break;
      const byte = bytes[i]!;
      if (expected > 0) {
        if ((byte & 0xc0) === 0x80) {
          if (--expected === 0) this.valid++;
          continue;
        }
        this.invalid++;
        expected = 0;
      }
      if (byte < 0x80) continue;
      if (byte >= 0xc2 && byte <= 0xdf) expected = 1;
      else if (byte >= 0xe0 && byte <= 0xef) expected = 2;
      else if (byte >= 0xf0 && byte <= 0xf4) expected = 3;
      else this.invalid++;
    }
    this.#expected = expected;
  }

  /** UTF-8 unless most of what is not ASCII would be broken in it. */
  get encoding(): 'utf-8' | 'windows-1252' {
    return this.invalid > this.valid ? 'windows-1252' : 'utf-8';
  }
}
