/**
 * Bytes → records. The reader is ours and not a CSV library's because making strings of every cell is what
 * such a library spends its time on (sixteen times the whole rest of the job), and because text that is not mapped
 * must not become a string at all. It finds where the cells are; who wants one decodes it.
 */

import type { Quoting } from '../tool.ts';

const LF = 10;
const CR = 13;
const QUOTE = 34;
const BACKSLASH = 92;

/** No record of a ticket export is longer; a longer one is a quote that was never closed, or not a table. */
export const RECORD_LIMIT = 16 * 1024 * 1024;

/** Where the cells of the record at hand are. Valid during the call that hands it over. */
export interface RecordView {
  readonly bytes: Uint8Array;
  /** How many cells there are. */
  readonly cells: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 where the cell holds doubled quotes. */
  readonly escaped: Uint8Array;
  /** 1-based line on which the record starts. */
  readonly line: number;
  /** A quoted cell was followed by something else than a delimiter. */
  readonly malformed: boolean;
}

export type RecordFailure =
  | { readonly kind: 'quote-unclosed'; readonly line: number; readonly opened: number }
  | { readonly kind: 'record-too-long'; readonly line: number; readonly bytes: number };

/** Delimiters that ticketing tools write. */
export const DELIMITERS = [';', ',', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The delimiter of a header line: the one that occurs most outside quotes; `,` where none does. */
export function detectDelimiter(bytes: Uint8Array): Delimiter {
  const counts = new Map<number, number>();
  let quoted = false;
  for (
    let i = Math.max(
      0,
      bytes.findIndex((byte) => byte > 32),
    );
    i < bytes.length;
    i++
  ) {
    const byte = bytes[i]!;
    if (byte === QUOTE) quoted = !quoted;
    else if (!quoted && (byte === LF || byte === CR)) break;
    else if (!quoted) counts.set(byte, (counts.get(byte) ?? 0) + 1);
  }
  let best: Delimiter = ',';
  for (const delimiter of DELIMITERS) {
    if ((counts.get(delimiter.charCodeAt(0)) ?? 0) > (counts.get(best.charCodeAt(0)) ?? 0)) best = delimiter;
  }
  return best;
}

export class RecordReader implements RecordView {
  /** How the cells that follow are quoted; may be set once the headings have told whose file it is. */
  quoting: Quoting = 'doubled';
  bytes: Uint8Array = new Uint8Array(0);
  cells = 0;
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  escaped = new Uint8Array(64);
  line = 1;
  malformed = false;
  /** Set where the file cannot be read further. */
  failure: RecordFailure | null = null;

  readonly #delimiter: number;
  readonly #onRecord: (record: RecordView) => void;
  #nextLine = 1;
  #rest: Uint8Array = new Uint8Array(0);
  /** A line feed at or after which the next one is to be looked for: each is looked for once. */
  #lineFeed = -1;

  /** @param onRecord called for each record that is not a blank line. */
  constructor(delimiter: Delimiter, onRecord: (record: RecordView) => void) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#onRecord = onRecord;
  }

  /** Takes the next bytes of the file. */
  push(chunk: Uint8Array): void {
    if (this.failure) return;
    if (this.#rest.length) {
      const joined = new Uint8Array(this.#rest.length + chunk.length);
      joined.set(this.#rest);
      joined.set(chunk, this.#rest.length);
      this.bytes = joined;
    } else {
      this.bytes = chunk;
    }
    this.#rest = this.bytes.subarray(this.#scan(false));
    if (this.#rest.length > RECORD_LIMIT) {
      this.failure = { kind: 'record-too-long', line: this.#nextLine, bytes: this.#rest.length };
    }
  }

  /** Says that the file has ended: the last record may lack its line end. */
  end(): void {
    if (this.failure) return;
    this.bytes = this.#rest;
    this.#rest = new Uint8Array(0);
    this.#scan(true);
  }

  /** Reads whole records and gives the position of the first byte of the one that is not whole yet. */
  #scan(final: boolean): number {
    const { bytes } = this;
    const length = bytes.length;
    let position = 0;
    this.#lineFeed = -1;
    while (position < length) {
      const next = this.#record(position, length, final);
      if (next < 0) return position;
      if (this.malformed || this.cells > 1 || this.ends[0]! > this.starts[0]!) this.#onRecord(this);
      position = next;
    }
    return position;
  }

  /** Reads the record at `position`; gives the position after it, or −1 where its end is not among the bytes. */
  #record(position: number, length: number, final: boolean): number {
    const { bytes } = this;
    const delimiter = this.#delimiter;
    let line = this.#nextLine;
    let cell = 0;
    let at = position;
    this.malformed = false;
    for (;;) {
      if (cell === this.starts.length) this.#widen();
      let escaped = 0;
      if (at < length && bytes[at] === QUOTE && this.quoting !== 'none') {
        const opened = line;
        const start = at + 1;
        let close = start;
        for (;;) {
          close = closingQuote(bytes, close);
          if (close < 0 || (close + 1 === length && !final)) {
            if (close < 0 && final) {
              this.failure = { kind: 'quote-unclosed', line: this.#nextLine, opened };
            }
            return -1;
          }
          if (this.quoting === 'backslash' && this.#isLiteral(start, close, length)) {
            close++;
            continue;
          }
          if (bytes[close + 1] !== QUOTE || close + 1 >= length) break;
          escaped = 1;
          close += 2;
        }
        while (this.#lineFeed < close) {
          if (this.#lineFeed >= start) line++;
          const found = bytes.indexOf(LF, Math.max(start, this.#lineFeed + 1));
          this.#lineFeed = found < 0 ? length : found;
        }
        this.starts[cell] = start;
        this.ends[cell] = close;
        this.escaped[cell] = escaped;
        at = close + 1;
        if (at < length && bytes[at] !== delimiter && bytes[at] !== LF && bytes[at] !== CR) {
          this.malformed = true;
          while (at < length && bytes[at] !== LF) at++;
        }
      } else {
        const start = at;
        while (at < length) {
          const byte = bytes[at]!;
          if (byte === delimiter || byte === LF || byte === CR) break;
          at++;
        }
        this.starts[cell] = start;
        this.ends[cell] = at;
        this.escaped[cell] = 0;
      }
      cell++;
      if (at >= length) {
        if (!final) return -1;
        break;
      }
      if (bytes[at] === delimiter) {
        at++;
        continue;
      }
      if (bytes[at] === CR) {
        if (at + 1 >= length && !final) return -1;
        if (bytes[at + 1] === LF) at++;
      }
      at++;
      line++;
      break;
    }
    this.line = this.#nextLine;
    this.#nextLine = line;
    this.cells = cell;
    return at;
  }

  /**
   * PHP's `fputcsv` does not double a quote after a backslash. Such a quote is part of the cell, unless the cell may end
   * there: then it does, and a row that was meant otherwise has the wrong number of cells and is told.
   */
  #isLiteral(start: number, quote: number, length: number): boolean {
    if (quote === start || this.bytes[quote - 1] !== BACKSLASH) return false;
    const next = quote + 1 < length ? this.bytes[quote + 1] : LF;
    return next !== this.#delimiter && next !== LF && next !== CR;
  }

  #widen(): void {
    const starts = new Int32Array(this.starts.length * 2);
    starts.set(this.starts);
    this.starts = starts;
    const ends = new Int32Array(starts.length);
    ends.set(this.ends);
    this.ends = ends;
    const escaped = new Uint8Array(starts.length);
    escaped.set(this.escaped);
    this.escaped = escaped;
  }
}

/** The next quote at or after a position, or −1. Most cells are short, where a loop is faster than a call. */
function closingQuote(bytes: Uint8Array, from: number): number {
  const near = Math.min(bytes.length, from + 32);
  for (let i = from; i < near; i++) if (bytes[i] === QUOTE) return i;
  return near === bytes.length ? -1 : bytes.indexOf(QUOTE, near);
}

/** The bytes of a cell with its doubled quotes undone. */
export function unescaped(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const plain = new Uint8Array(end - start);
  let length = 0;
  for (let i = start; i < end; i++) {
    plain[length++] = bytes[i]!;
    if (bytes[i] === QUOTE && bytes[i + 1] === QUOTE) i++;
  }
  return plain.subarray(0, length);
}
