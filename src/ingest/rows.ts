/**
 * One drop: bytes → rows. The rows are columns of numbers; of the cells that are not mapped nothing is kept, and of
 * those that cannot be read the line, the column and the cell as it stands.
 */
import type { Source } from '../contract/contract.ts';
import { error, hasErrors, warning, type Place, type Problem } from '../domain/problem.ts';
import {
  FLAG_FIELDS,
  INSTANT_FIELDS,
  KEEP_NOTHING,
  NUMBER_FIELDS,
  PERSON_FIELDS,
  type Keep,
  type RowField,
} from '../domain/ticket.ts';
import { grown } from '../domain/growth.ts';
import { DAY_MS, zoneOf } from '../domain/zone.ts';
import { formatReader, readDate, readNamedDate, swapDayAndMonth } from './dates.ts';
import { effortOf } from './durations.ts';
import { byteOrderMark, foreignFormat, Utf8Census, type Encoding } from './bytes/decode.ts';
import { detectDelimiter, RecordReader, unescaped, type Delimiter, type RecordView } from './bytes/records.ts';
import { instantOf, readLogWork, type LoggedWork } from './log-work.ts';
import { recognise, type Layout } from './recognise.ts';
import { fold } from '../domain/fold.ts';
import { personToken } from './people.ts';
import { shapeOf } from './quotable.ts';
import { WordIndex } from './bytes/words.ts';

export interface Rejected {
  readonly line: number;
  readonly problem: Problem;
}

export interface Rows {
  readonly file: string;
  readonly layout: Layout;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** Rows kept; the table below has as many entries in each column. */
  readonly count: number;
  readonly line: Uint32Array;
  readonly key: { readonly codes: Uint32Array; readonly words: readonly string[] };
  /** Word 0 is "nothing". */
  readonly words: ReadonlyMap<RowField, { readonly codes: Uint32Array; readonly words: readonly string[] }>;
  /** UTC epoch milliseconds, `NaN` for nothing. */
  readonly instants: ReadonlyMap<RowField, Float64Array>;
  readonly numbers: ReadonlyMap<RowField, Float64Array>;
  /** The first different cells of each column, as they stand in the file. */
  readonly samples: ReadonlyMap<RowField, readonly Sample[]>;
  /** How the day and the month of a date column were told apart. */
  readonly orders: ReadonlyMap<RowField, DateOrder>;
  /** Date columns with at least one cell that prints no offset: read in the zone of the layout. */
  readonly localTimes: ReadonlySet<RowField>;
  /** Time entries inside the rows of tickets; `null` where the file has no columns for them. */
  readonly work: readonly RowWork[] | null;
  /** Rows that go on with the row above. */
  readonly continued: number;
  readonly rejected: readonly Rejected[];
}

/** A time entry of the ticket of a row. */
export interface RowWork {
  readonly row: number;
  readonly at: number;
  /** Milliseconds. */
  readonly effort: number;
  /** A token; empty where people are not kept. */
  readonly person: string;
}

/** A cell of a mapped column. */
export interface Sample {
  readonly line: number;
  readonly cell: string;
}

/** The order of day and month in a column, and what it rests on. */
export interface DateOrder {
  /** `null` where the cells name their year first or print their month in letters. */
  readonly order: 'day-first' | 'month-first' | null;
  /**
   * `cells`: a cell that can be read in one way only; `file`: one of another column; `contract`: stated there;
   * `tool`: the habit of the tool in this language; `plain`: nothing to decide.
   */
  readonly because: 'cells' | 'file' | 'contract' | 'tool' | 'plain';
  /** The cell that shows it, for `cells`. */
  readonly evidence: Sample | null;
}

export interface DropReading {
  /** `null` where the file as a whole cannot be read. */
  readonly rows: Rows | null;
  readonly problems: readonly Problem[];
}

/** `= + - @ ;` */
const FORMULA_SIGNS = [0x3d, 0x2b, 0x2d, 0x40, 0x3b];

/** As many as a spreadsheet has. */
const MOST_COLUMNS = 16_384;

/** Cells that are quoted in a message are cut to this. */
const SHOWN = 120;

/**
 * Reads a drop.
 * @param file how problems name it
 * @param chunks its bytes, in any pieces; what they throw is passed on
 * @param keep which words of people are read: none, unless the contract asks for them
 */
export async function readDrop(
  file: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  source: Source | null,
  contractZone: string,
  keep = KEEP_NOTHING,
): Promise<DropReading> {
  const reader = new DropReader(file, source, contractZone, keep);
  for await (const chunk of chunks) {
    reader.push(chunk);
    if (reader.failed) break;
  }
  return reader.finish();
}

/** A column that is being filled. */
type Filling =
  | { readonly kind: 'word'; readonly index: WordIndex; codes: Uint32Array }
  | {
      readonly kind: 'date';
      values: Float64Array;
      /** For each row how its cell may be read, see {@link SHAPES}; with {@link INSTANT} where it prints its offset. */
      shapes: Uint8Array;
      readonly offsets: Map<number, number>;
      readonly order: OrderEvidence;
    }
  /** Numbers and flags: each distinct cell is read once. */
  | {
      readonly kind: 'number' | 'effort' | 'flag';
      readonly index: WordIndex;
      readonly read: number[];
      values: Float64Array;
    };

/** What a date cell says of the order of day and month. */
const SHAPES = ['any', 'either', 'day-first', 'month-first'] as const;
const INSTANT = 4;

interface Column {
  readonly index: number;
  readonly field: RowField;
  readonly heading: string;
  readonly filling: Filling;
}

interface DateCell {
  readonly row: number;
  readonly text: string;
  readonly line: number;
}

/** What the cells of a date column say of the order of day and month. */
interface OrderEvidence {
  readonly 'day-first': { count: number; readonly cells: DateCell[] };
  readonly 'month-first': { count: number; readonly cells: DateCell[] };
  /** A cell that can be read both ways. */
  either: DateCell | null;
}

/** So many cells of each order are remembered: one order with more than these is no slip but a mixed column. */
const REMEMBERED = 1000;

/** Samples of a column, looked for in so many of the first rows. */
const SAMPLES = 3;
const SAMPLED_ROWS = 500;

class DropReader {
  readonly #file: string;
  readonly #source: Source | null;
  readonly #contractZone: string;
  readonly #keep: Keep;
  readonly #problems: Problem[] = [];
  readonly #rejected: Rejected[] = [];
  readonly #census = new Utf8Census();

  #head: Uint8Array | null = new Uint8Array(0);
  #transcode: TextDecoder | null = null;
  #encoding: Encoding | null = null;
  #records: RecordReader | null = null;
  #delimiter: Delimiter = ',';
  #headings = 0;
  #readOwnFormat: ReturnType<typeof formatReader> | null = null;
  #layout: Layout | null = null;
  #missing: Uint8Array[] = [];
  readonly #columns: Column[] = [];
  readonly #samples = new Map<RowField, Sample[]>();
  readonly #orders = new Map<RowField, DateOrder>();
  readonly #localTimes = new Set<RowField>();
  readonly #logged: { readonly row: number; readonly entry: LoggedWork }[] = [];
  readonly #unreadLogs: Place[] = [];
  readonly #keys = new WordIndex();
  /** Of each key by its number, whether it can be the number of a ticket. */
  readonly #keyIsPlain: boolean[] = [];
  /** −1 where rows need no key. */
  #keyColumn = -1;
  #keyCodes = new Uint32Array(1024);
  #lines = new Uint32Array(1024);
  #count = 0;
  #continued = 0;
  /** Whether the row being read goes on with the one above. */
  #continues = false;

  constructor(file: string, source: Source | null, contractZone: string, keep: Keep) {
    this.#keep = keep;
    this.#file = file;
    this.#source = source;
    this.#contractZone = contractZone;
  }

  /** Whether the file cannot be read, so that no more of it is of use. */
  get failed(): boolean {
    return hasErrors(this.#problems) || Boolean(this.#records?.failure);
  }

  push(chunk: Uint8Array): void {
    const head = this.#head;
    if (!head) {
      this.#feed(chunk);
      return;
    }
    const joined = new Uint8Array(head.length + chunk.length);
    joined.set(head);
    joined.set(chunk, head.length);
    this.#head = joined;
    // The delimiter is decided on the header line, so that has to be there whole.
    const text = joined.findIndex((byte) => byte > 32);
    if ((text >= 0 && joined.indexOf(10, text) >= 0) || joined.length > 1_048_576) this.#begin();
  }

  finish(): DropReading {
    if (this.#head) this.#begin();
    if (this.#transcode) this.#records?.push(new TextEncoder().encode(this.#transcode.decode()));
    if (!this.failed) this.#records?.end();
    const failure = this.#records?.failure;
    if (failure) {
      this.#problems.push(
        failure.kind === 'quote-unclosed'
          ? error('quote-unclosed', { opened: failure.opened }, { file: this.#file, line: failure.opened })
          : error('record-too-long', { bytes: failure.bytes }, { file: this.#file, line: failure.line }),
      );
    }
    if (!this.failed && !this.#layout) this.#problems.push(error('file-empty', {}, { file: this.#file }));
    const rows = this.failed ? null : this.#rows();
    return { rows: hasErrors(this.#problems) ? null : rows, problems: this.#problems };
  }

  #begin(): void {
    let bytes = this.#head!;
    this.#head = null;
    const format = foreignFormat(bytes);
    if (format) {
      this.#problems.push(error('file-not-text', { format }, { file: this.#file }));
      return;
    }
    const mark = byteOrderMark(bytes);
    if (mark) {
      this.#encoding = mark.encoding;
      bytes = bytes.subarray(mark.length);
      if (mark.encoding !== 'utf-8') this.#transcode = new TextDecoder(mark.encoding);
    }
    const first = this.#transcode ? new TextEncoder().encode(this.#transcode.decode(bytes, { stream: true })) : bytes;
    this.#delimiter = detectDelimiter(first);
    this.#records = new RecordReader(this.#delimiter, (record) => this.#record(record));
    if (!this.#transcode) this.#census.push(first);
    this.#records.push(first);
  }

  #feed(chunk: Uint8Array): void {
    if (!this.#records) return;
    if (this.#transcode) {
      this.#records.push(new TextEncoder().encode(this.#transcode.decode(chunk, { stream: true })));
    } else {
      this.#census.push(chunk);
      this.#records.push(chunk);
    }
  }

  #record(record: RecordView): void {
    if (this.failed) return;
    if (this.#layout) this.#row(record);
    else if (this.#headings === 0) this.#header(record);
  }

  #header(record: RecordView): void {
    const place: Place = { file: this.#file, line: record.line };
    if (record.cells > MOST_COLUMNS) {
      this.#problems.push(error('columns-too-many', { count: record.cells, limit: MOST_COLUMNS }, place));
      return;
    }
    const headings: string[] = [];
    for (let i = 0; i < record.cells; i++) headings.push(decodeHeading(cellBytes(record, i)).trim());
    // Neither blanks before the headings nor Excel's word on the delimiter are headings.
    if (headings.every((heading) => heading === '') || /^sep=.?$/i.test(headings[0]!)) return;
    this.#headings = headings.length;
    const { layout, problems } = recognise(headings, this.#source, this.#contractZone, place, this.#keep);
    this.#problems.push(...problems);
    if (!layout) return;
    this.#layout = layout;
    if (layout.dateFormat !== null) this.#readOwnFormat = formatReader(layout.dateFormat);
    this.#records!.quoting = layout.vocabulary.quoting ?? 'doubled';
    // The encoding of the file is not known yet: a word is looked for in both that it may be in.
    this.#missing = [...layout.missing].flatMap((word) => [
      new TextEncoder().encode(word),
      Uint8Array.from(word, (character) => character.charCodeAt(0)),
    ]);
    for (const { field, index, heading } of layout.columns) {
      if (field === 'key') this.#keyColumn = index;
      else this.#columns.push({ index, field, heading, filling: fillingOf(field) });
    }
  }

  #row(record: RecordView): void {
    if (this.failed) return;
    const { line } = record;
    if (isBlank(record)) return;
    this.#settleWidth(record);
    if (record.malformed) {
      this.#reject(line, error('quote-misplaced', {}, { file: this.#file, line }));
      return;
    }
    if (!this.#hasExpectedCells(record)) {
      const params = { found: record.cells, expected: this.#headings };
      this.#reject(line, error('cells-unexpected', params, { file: this.#file, line, column: record.cells }));
      return;
    }
    const row = this.#count;
    if (this.#isContinuation(record)) {
      this.#continued++;
      if (row > 0) this.#takeSubWork(record, row - 1);
      return;
    }
    if (row === this.#lines.length) this.#widen();
    if (this.#keyColumn >= 0 && !this.#readKey(record, row)) return;
    for (const column of this.#columns) if (!this.#readCell(record, row, column)) return;
    this.#lines[row] = line;
    this.#count++;
    if (row < SAMPLED_ROWS) this.#takeSamples(record);
    for (const index of this.#layout!.logWork) this.#takeLoggedWork(record, row, index);
    this.#takeSubWork(record, row);
    for (const column of this.#columns)
      if (column.filling.kind === 'date') this.#takeEvidence(record, row, column, column.filling);
  }

  #takeSamples(record: RecordView): void {
    for (const { field, index } of this.#layout!.columns) {
      if ((PERSON_FIELDS as readonly RowField[]).includes(field)) continue;
      let samples = this.#samples.get(field);
      if (!samples) this.#samples.set(field, (samples = []));
      if (samples.length === SAMPLES) continue;
      const found = this.#cell(record, index);
      if (!found) continue;
      // The key of the ticket is all that is read of such a cell: the rest may be its title.
      const text = textOf(found);
      const { ticketIn } = this.#layout!;
      const cell = field === 'ticket' && ticketIn ? (ticketIn.exec(text)?.[0] ?? '') : text;
      if (!samples.some((sample) => sample.cell === cell)) samples.push({ line: record.line, cell });
    }
  }

  /**
   * Whether a row is not one of its own: of a list, it goes on with the ticket above, whose further values of one field it
   * holds; of events, it names a ticket that has none.
   */
  #isContinuation(record: RecordView): boolean {
    const { vocabulary, rows, columns } = this.#layout!;
    if (!vocabulary.continued) return false;
    const isEmpty = (wanted: RowField): boolean => {
      const column = columns.find(({ field }) => field === wanted);
      return !column || this.#cell(record, column.index) === null;
    };
    return rows === 'history' ? isEmpty('at') && isEmpty('to') : isEmpty('key') && isEmpty('created');
  }

  /** A time entry in columns of its own, of the ticket of a row. */
  #takeSubWork(record: RecordView, row: number): void {
    const { subWork } = this.#layout!;
    if (!subWork) return;
    const [date, hours] = [subWork.date, subWork.hours].map((index) => {
      const cell = this.#cell(record, index);
      return cell ? fullTextOf(cell) : '';
    });
    if (!date && !hours) return;
    const bytes = new TextEncoder().encode(date);
    const read = readDate(bytes, 0, bytes.length);
    const effort = effortOf(hours!, this.#layout!.unit);
    if (Number.isNaN(read.value) || Number.isNaN(effort))
      this.#unreadLogs.push(this.#at(record, { index: subWork.date }));
    else this.#logged.push({ row, entry: { date: { ...read }, effort, author: '' } });
  }

  #takeLoggedWork(record: RecordView, row: number, index: number): void {
    const cell = this.#cell(record, index);
    if (!cell) return;
    const entry = readLogWork(decodeHeading(cell.bytes.subarray(cell.start, cell.end)));
    if (entry) this.#logged.push({ row, entry });
    else this.#unreadLogs.push(this.#at(record, { index }));
  }

  /** Notes what the date cells of a row that is kept say of the order of day and month. */
  #takeEvidence(
    record: RecordView,
    row: number,
    column: Column,
    { order, shapes }: Extract<Filling, { kind: 'date' }>,
  ): void {
    const shape = SHAPES[shapes[row]! % INSTANT]!;
    if (shape === 'any' || (shape === 'either' && order.either)) return;
    const remember = (): DateCell => ({ row, text: textOf(this.#cell(record, column.index)!), line: record.line });
    if (shape === 'either') order.either = remember();
    else if (order[shape].count++ < REMEMBERED) order[shape].cells.push(remember());
  }

  /** The first row says how wide the rows are, where the tool does not escape its headings; what is mapped must lie within. */
  #settleWidth(record: RecordView): void {
    if (this.#count > 0 || this.#rejected.length > 0 || !this.#layout!.vocabulary.headingsUnescaped) return;
    const last = Math.max(...this.#layout!.columns.map(({ index }) => index));
    if (record.cells > last && record.cells < this.#headings) this.#headings = record.cells;
  }

  /** A row may be wider than the header by empty cells, and not narrower. */
  #hasExpectedCells(record: RecordView): boolean {
    if (record.cells === this.#headings) return true;
    if (record.cells < this.#headings) return false;
    for (let i = this.#headings; i < record.cells; i++) if (record.ends[i]! > record.starts[i]!) return false;
    return true;
  }

  #readKey(record: RecordView, row: number): boolean {
    this.#continues = false;
    const cell = this.#cell(record, this.#keyColumn);
    // An event without a key is one of the ticket above.
    if (!cell && this.#layout!.vocabulary.continued && row > 0) {
      this.#keyCodes[row] = this.#keyCodes[row - 1]!;
      this.#continues = true;
      return true;
    }
    if (!cell) {
      const column = this.#layout!.columns.find(({ field }) => field === 'key')!.heading;
      const place = { file: this.#file, line: record.line, column: this.#keyColumn + 1 };
      this.#reject(record.line, error('key-missing', { column }, place));
      return false;
    }
    const code = this.#keys.add(cell.bytes, cell.start, cell.end);
    if (!(this.#keyIsPlain[code] ??= isPlainKey(fullTextOf(cell)))) {
      const column = this.#layout!.columns.find(({ field }) => field === 'key')!.heading;
      const place = { file: this.#file, line: record.line, column: this.#keyColumn + 1 };
      this.#reject(record.line, error('key-implausible', { column }, place));
      return false;
    }
    this.#keyCodes[row] = code;
    return true;
  }

  #readCell(record: RecordView, row: number, column: Column): boolean {
    const { filling, heading } = column;
    const cell = this.#cell(record, column.index);
    if (filling.kind === 'word') {
      filling.codes[row] = cell ? filling.index.add(cell.bytes, cell.start, cell.end) + 1 : 0;
      return true;
    }
    if (!cell) {
      // A second event of one message has neither key nor date of its own.
      if (this.#continues && filling.kind === 'date') {
        filling.values[row] = filling.values[row - 1]!;
        filling.shapes[row] = filling.shapes[row - 1]!;
        const offset = filling.offsets.get(row - 1);
        if (offset !== undefined) filling.offsets.set(row, offset);
        return true;
      }
      if (this.#layout!.required.includes(column.field)) {
        this.#reject(
          record.line,
          error('date-missing', { column: heading, field: column.field }, this.#at(record, column)),
        );
        return false;
      }
      filling.values[row] = NaN;
      if (filling.kind === 'date') filling.shapes[row] = 0;
      return true;
    }
    if (filling.kind === 'date') return this.#readDateCell(record, row, column, filling, cell);
    const code = filling.index.add(cell.bytes, cell.start, cell.end);
    const value = (filling.read[code] ??= this.#readNumber(filling.kind, column.field, fullTextOf(cell)));
    if (filling.kind !== 'flag' && Number.isNaN(value)) {
      const params = { column: heading, found: shapeOf(textOf(cell)), effort: filling.kind === 'effort' };
      this.#reject(record.line, error('number-unreadable', params, this.#at(record, column)));
      return false;
    }
    filling.values[row] = value;
    return true;
  }

  #readNumber(kind: 'number' | 'effort' | 'flag', field: RowField, text: string): number {
    if (kind === 'flag') return this.#flag(text);
    if (kind === 'number') return wholeNumber(text);
    return effortOf(text, field === 'acknowledgedAfter' ? 'words' : this.#layout!.unit);
  }

  /** 1 for yes, 0 for no, `NaN` for any other word. */
  #flag(text: string): number {
    const word = fold(text);
    return this.#layout!.yes.has(word) ? 1 : this.#layout!.no.has(word) ? 0 : NaN;
  }

  #readDateCell(
    record: RecordView,
    row: number,
    column: { index: number; heading: string; field: RowField },
    filling: Extract<Filling, { kind: 'date' }>,
    cell: { bytes: Uint8Array; start: number; end: number },
  ): boolean {
    let read = this.#readOwnFormat ? this.#readOwnFormat(textOf(cell)) : readDate(cell.bytes, cell.start, cell.end);
    if (read.value !== read.value && !this.#readOwnFormat) read = readNamedDate(textOf(cell));
    const stated = this.#layout!.dates;
    const against =
      stated !== null && (read.order === 'day-first' || read.order === 'month-first') && read.order !== stated;
    if (read.value !== read.value && this.#count === 0 && /^(il y a .*|.* ago|dans .*|in \d.*)$/i.test(textOf(cell))) {
      this.#problems.push(error('dates-relative', { column: column.heading }, this.#at(record, column)));
      return false;
    }
    if (read.value !== read.value || against) {
      const expected = stated ?? prevailing(filling.order) ?? 'any';
      const params = { column: column.heading, found: shapeOf(textOf(cell)), expected };
      this.#reject(record.line, error('date-unreadable', params, this.#at(record, column)));
      return false;
    }
    // A due date without a time is due at the end of its day.
    const isWholeDay = column.field === 'due' && !hasTime(cell);
    filling.values[row] = read.value + (isWholeDay ? DAY_MS : 0);
    filling.shapes[row] = SHAPES.indexOf(read.order) + (read.kind === 'instant' ? INSTANT : 0);
    if (read.kind === 'instant') filling.offsets.set(row, read.offset);
    return true;
  }

  #cell(record: RecordView, index: number): { bytes: Uint8Array; start: number; end: number } | null {
    let { bytes } = record;
    let start = record.starts[index]!;
    let end = record.ends[index]!;
    if (record.escaped[index]) {
      bytes = unescaped(bytes, start, end);
      start = 0;
      end = bytes.length;
    }
    while (start < end && bytes[start]! <= 32) start++;
    while (end > start && bytes[end - 1]! <= 32) end--;
    // A guard against formulas: an apostrophe before the sign that would begin one.
    if (bytes[start] === 0x27 && end - start > 1 && FORMULA_SIGNS.includes(bytes[start + 1]!)) start++;
    if (start === end) return null;
    for (const word of this.#missing) {
      if (word.length === end - start && startsWith(bytes, start, word)) return null;
    }
    shared.bytes = bytes;
    shared.start = start;
    shared.end = end;
    return shared;
  }

  #at(record: RecordView, column: { index: number }): Place {
    return { file: this.#file, line: record.line, column: column.index + 1 };
  }

  #reject(line: number, problem: Problem): void {
    this.#rejected.push({ line, problem });
  }

  #widen(): void {
    const length = this.#lines.length * 2;
    this.#lines = grown(this.#lines, length);
    this.#keyCodes = grown(this.#keyCodes, length);
    for (const { filling } of this.#columns) {
      if (filling.kind === 'date') filling.shapes = grown(filling.shapes, length);
      if (filling.kind === 'word') filling.codes = grown(filling.codes, length);
      else filling.values = grown(filling.values, length);
    }
  }

  #rows(): Rows {
    const layout = this.#layout!;
    const encoding = this.#encoding ?? this.#census.encoding;
    if (encoding === 'utf-8' && this.#census.invalid) {
      const params = { encoding, sequences: this.#census.invalid };
      this.#problems.push(warning('encoding-repaired', params, { file: this.#file }));
    }
    const read = this.#count + this.#rejected.length + this.#continued;
    if (layout.vocabulary.limits?.includes(read)) {
      this.#problems.push(warning('export-cut', { rows: read, tool: layout.vocabulary.name }, { file: this.#file }));
    }
    if (read === 0) {
      this.#problems.push(error('rows-missing', { rows: layout.rows }, { file: this.#file }));
    }
    const decoder = new TextDecoder(encoding === 'windows-1252' ? 'windows-1252' : 'utf-8', { ignoreBOM: true });
    const dropped = new Set<number>();
    for (const column of this.#columns) {
      if (column.filling.kind === 'date') this.#settleDates(column, column.filling, dropped);
    }
    const keep = dropped.size ? keptRows(this.#count, dropped) : null;
    const count = this.#count - dropped.size;
    const cut = <A extends Uint32Array | Float64Array>(array: A): A =>
      keep ? picked(array, keep) : (array.subarray(0, count) as A);
    const words = new Map<RowField, { codes: Uint32Array; words: string[] }>();
    const instants = new Map<RowField, Float64Array>();
    const numbers = new Map<RowField, Float64Array>();
    for (const { field, filling } of this.#columns) {
      if (filling.kind === 'word') {
        const known = filling.index.decode(decoder);
        const isPerson = (PERSON_FIELDS as readonly RowField[]).includes(field);
        words.set(field, { codes: cut(filling.codes), words: ['', ...(isPerson ? known.map(personToken) : known)] });
      } else if (filling.kind === 'date') instants.set(field, cut(filling.values));
      else numbers.set(field, cut(filling.values));
    }
    this.#derive(words, instants, numbers, count);
    const [unread] = this.#unreadLogs;
    if (unread) this.#problems.push(warning('log-work-unreadable', { cells: this.#unreadLogs.length }, unread));
    return {
      file: this.#file,
      layout,
      encoding,
      delimiter: this.#delimiter,
      count,
      line: cut(this.#lines),
      // GLPI prints its numbers with spaces between the thousands.
      key: {
        codes: cut(this.#keyCodes),
        words: this.#keys
          .decode(decoder)
          .map((key) => (/^\d{1,3}([ \u00a0\u202f]\d{3})+$/.test(key) ? key.replace(/\D/g, '') : key)),
      },
      words,
      instants,
      numbers,
      samples: this.#samples,
      orders: this.#orders,
      localTimes: this.#localTimes,
      work:
        layout.logWork.length || layout.subWork
          ? this.#workIn(dropped)
          : this.#timesIn(layout, instants, numbers, words),
      continued: this.#continued,
      rejected: this.#rejected,
    };
  }

  /** Fields that are made of others: a state of two columns, what labels tell, an acknowledgement told by its delay. */
  #derive(
    words: Map<RowField, { codes: Uint32Array; words: string[] }>,
    instants: Map<RowField, Float64Array>,
    numbers: Map<RowField, Float64Array>,
    count: number,
  ): void {
    const layout = this.#layout!;
    const status = words.get('status');
    const substatus = words.get('substatus');
    words.delete('substatus');
    if (status && substatus)
      words.set(
        'status',
        recoded(count, (row) => {
          const [first, second] = [status.words[status.codes[row]!]!, substatus.words[substatus.codes[row]!]!];
          return first === '' || second === '' ? first + second : `${first} / ${second}`;
        }),
      );
    const labels = words.get('labels');
    words.delete('labels');
    for (const [field, told] of labels ? layout.labels : []) {
      const own = words.get(field);
      const isEnd = (word: string): boolean =>
        field === 'status' &&
        [...(layout.vocabulary.statuses.closed ?? []), ...(layout.vocabulary.statuses.resolved ?? [])].some(
          (end) => fold(end) === fold(word),
        );
      const labelled = labels!.words.map((cell) => labelOf(cell, told));
      words.set(
        field,
        recoded(count, (row) => {
          const before = own?.words[own.codes[row]!] ?? '';
          // A ticket that is closed is closed, whatever label was left on it.
          return isEnd(before) ? before : labelled[labels!.codes[row]!] || before;
        }),
      );
    }
    const delays = numbers.get('acknowledgedAfter');
    numbers.delete('acknowledgedAfter');
    const created = instants.get('created');
    if (delays && created && !instants.has('acknowledged'))
      // No delay at all is one that the tool has not measured yet.
      instants.set(
        'acknowledged',
        delays.map((delay, row) => (delay > 0 ? created[row]! + delay : NaN)),
      );
  }

  /** The time entries among events: those of a positive duration, at their instant. */
  #timesIn(
    layout: Layout,
    instants: ReadonlyMap<RowField, Float64Array>,
    numbers: ReadonlyMap<RowField, Float64Array>,
    words: ReadonlyMap<RowField, { codes: Uint32Array; words: readonly string[] }>,
  ): RowWork[] | null {
    const hours = numbers.get('hours');
    const at = instants.get('at');
    if (layout.rows !== 'history' || !hours || !at) return null;
    const person = words.get('person');
    return [...hours.keys()]
      .filter((row) => hours[row]! > 0)
      .map((row) => ({
        row,
        at: at[row]!,
        effort: hours[row]!,
        person: person ? person.words[person.codes[row]!]! : '',
      }));
  }

  /** The time entries of the rows that are kept. */
  #workIn(dropped: ReadonlySet<number>): RowWork[] {
    const { zone: name, dates, usualDates } = this.#layout!;
    const order = dates ?? this.#orderOfFile() ?? usualDates;
    const zone = zoneOf(name);
    const before = [...dropped].sort((a, b) => a - b);
    return this.#logged
      .filter(({ row }) => !dropped.has(row))
      .map(({ row, entry }) => ({
        row: row - before.filter((other) => other < row).length,
        at: instantOf(entry, order, zone),
        effort: entry.effort,
        person: this.#keep.people && entry.author ? personToken(entry.author) : '',
      }));
  }

  /** The order that the other date columns of the file prove: a tool writes all its dates in one. */
  #orderOfFile(): 'day-first' | 'month-first' | null {
    const sum: OrderEvidence = {
      'day-first': { count: 0, cells: [] },
      'month-first': { count: 0, cells: [] },
      either: null,
    };
    for (const { filling } of this.#columns) {
      if (filling.kind !== 'date') continue;
      sum['day-first'].count += filling.order['day-first'].count;
      sum['month-first'].count += filling.order['month-first'].count;
    }
    return prevailing(sum);
  }

  /** Decides the order of a date column, and turns its wall times into instants. */
  #settleDates(column: Column, filling: Extract<Filling, { kind: 'date' }>, dropped: Set<number>): void {
    const { order, values, shapes, offsets } = filling;
    const place: Place = { file: this.#file, column: column.index + 1 };
    let decided = this.#layout!.dates;
    if (!decided) {
      decided = prevailing(order);
      const dayFirst = order['day-first'];
      const monthFirst = order['month-first'];
      const contrary = decided === 'day-first' ? monthFirst : dayFirst;
      if (contrary.count > REMEMBERED || contrary.count * 100 > dayFirst.count + monthFirst.count) {
        const params = {
          column: column.heading,
          dayFirst: dayFirst.cells[0]!.text,
          dayFirstLine: dayFirst.cells[0]!.line,
          monthFirst: monthFirst.cells[0]!.text,
          monthFirstLine: monthFirst.cells[0]!.line,
        };
        const line = Math.max(params.dayFirstLine, params.monthFirstLine);
        this.#problems.push(error('date-order-mixed', params, { ...place, line }));
        return;
      }
      for (const { row, line, text } of decided ? contrary.cells : []) {
        const params = { column: column.heading, found: shapeOf(text), expected: decided! };
        if (!dropped.has(row)) this.#reject(line, error('date-unreadable', params, { ...place, line }));
        dropped.add(row);
      }
    }
    const shown = this.#layout!.dates === null ? decided : null;
    const ofFile = this.#orderOfFile();
    decided ??= ofFile ?? this.#layout!.usualDates;
    if (!decided && order.either) {
      const params = { column: column.heading, example: order.either.text, other: swappedText(order.either.text) };
      this.#problems.push(error('date-order-undecided', params, { ...place, line: order.either.line }));
      return;
    }
    const hasOrder = order['day-first'].count + order['month-first'].count > 0 || order.either !== null;
    const evidence = shown ? order[shown].cells[0]! : null;
    this.#orders.set(column.field, {
      order: hasOrder ? decided : null,
      because: !hasOrder ? 'plain' : this.#layout!.dates ? 'contract' : shown ? 'cells' : ofFile ? 'file' : 'tool',
      evidence: evidence && { line: evidence.line, cell: evidence.text },
    });
    const zone = zoneOf(this.#layout!.zone);
    let isLocal = false;
    let repeated = 0;
    let missing = 0;
    let firstLine = 0;
    for (let row = 0; row < this.#count; row++) {
      let wall = values[row]!;
      if (wall !== wall) continue;
      const shape = shapes[row]!;
      const swapped = decided === 'month-first' && SHAPES[shape % INSTANT] === 'either';
      if (shape >= INSTANT) {
        const offset = offsets.get(row)!;
        if (swapped) values[row] = swapDayAndMonth(wall + offset) - offset;
        continue;
      }
      isLocal = true;
      if (swapped) wall = swapDayAndMonth(wall);
      const plain = zone.plainInstant(wall);
      if (plain === plain) {
        values[row] = plain;
        continue;
      }
      const resolved = zone.resolve(wall);
      if (resolved.kind !== 'once') firstLine ||= this.#lines[row]!;
      if (resolved.kind === 'once') values[row] = resolved.instant;
      else if (resolved.kind === 'fold') {
        values[row] = resolved.first;
        repeated++;
      } else {
        values[row] = resolved.instant;
        missing++;
      }
    }
    if (isLocal) this.#localTimes.add(column.field);
    if (repeated || missing) {
      const params = { column: column.heading, zone: zone.name, repeated, missing };
      this.#problems.push(warning('local-times-ambiguous', params, { ...place, line: firstLine }));
    }
  }
}

/** The newest instant of a drop at which something happened. */
export function latestInstant({ instants }: Rows): number {
  let latest = -Infinity;
  for (const [field, values] of instants) {
    if (field === 'due') continue;
    for (const value of values) if (value > latest) latest = value;
  }
  return latest;
}

/** The cell at hand; one object for all calls. */
const shared: { bytes: Uint8Array; start: number; end: number } = { bytes: new Uint8Array(0), start: 0, end: 0 };

function fillingOf(field: RowField): Filling {
  const isOneOf = (fields: readonly string[]): boolean => fields.includes(field);
  if (isOneOf([...INSTANT_FIELDS, 'at', 'date', 'booked'])) {
    const order = { 'day-first': { count: 0, cells: [] }, 'month-first': { count: 0, cells: [] }, either: null };
    return { kind: 'date', values: new Float64Array(1024), shapes: new Uint8Array(1024), offsets: new Map(), order };
  }
  if (field === 'effort' || field === 'hours' || field === 'acknowledgedAfter')
    return { kind: 'effort', index: new WordIndex(), read: [], values: new Float64Array(1024) };
  if (isOneOf(NUMBER_FIELDS))
    return { kind: 'number', index: new WordIndex(), read: [], values: new Float64Array(1024) };
  if (isOneOf(FLAG_FIELDS)) return { kind: 'flag', index: new WordIndex(), read: [], values: new Float64Array(1024) };
  return { kind: 'word', index: new WordIndex(), codes: new Uint32Array(1024) };
}

/** A cell as text, cut to what a message shows. */
function textOf({ bytes, start, end }: { bytes: Uint8Array; start: number; end: number }): string {
  return decodeHeading(bytes.subarray(start, end)).slice(0, SHOWN);
}

/** A cell as text, whole. */
function fullTextOf({ bytes, start, end }: { bytes: Uint8Array; start: number; end: number }): string {
  return decodeHeading(bytes.subarray(start, end));
}

/** Whether a date cell tells a time of day too. */
function hasTime({ bytes, start, end }: { bytes: Uint8Array; start: number; end: number }): boolean {
  return bytes.subarray(start, end).includes(0x3a);
}

function startsWith(bytes: Uint8Array, start: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[start + i] !== word[i]) return false;
  return true;
}

/** A key is a number or a short code; an address, or a name of two words, stands there by a shift of the row. */
function isPlainKey(text: string): boolean {
  return text.length <= 300 && !/@|\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+/u.test(text);
}

/** A count as the tools print it, with or without spaces or commas between its thousands; `NaN` where it is none. */
function wholeNumber(text: string): number {
  return /^\d{1,3}([\s\u00a0\u202f,]?\d{3})*$|^\d+$/.test(text) ? Number(text.replace(/\D/g, '')) : NaN;
}

/** A column of words, made row by row; word 0 is nothing. */
function recoded(count: number, wordAt: (row: number) => string): { codes: Uint32Array; words: string[] } {
  const words = [''];
  const numbers = new Map([['', 0]]);
  const codes = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    const word = wordAt(row);
    let number = numbers.get(word);
    if (number === undefined) numbers.set(word, (number = words.push(word) - 1));
    codes[row] = number;
  }
  return { codes, words };
}

/** What the labels of a cell tell of a field: the rest of the first with the prefix, or the first that is listed. */
function labelOf(cell: string, told: string | readonly string[]): string {
  const labels = cell.split(/[,;|]/).map((label) => label.trim());
  if (typeof told === 'string')
    return (
      labels
        .find((label) => fold(label).startsWith(fold(told)))
        ?.slice(told.trim().length)
        .trim() ?? ''
    );
  return labels.find((label) => told.some((word) => fold(word) === fold(label))) ?? '';
}

/** A row of empty cells only, as spreadsheets leave them at the end. */
function isBlank(record: RecordView): boolean {
  if (record.malformed) return false;
  for (let i = 0; i < record.cells; i++) if (record.ends[i]! > record.starts[i]!) return false;
  return true;
}

function cellBytes(record: RecordView, index: number): Uint8Array {
  const { bytes, starts, ends } = record;
  return record.escaped[index]
    ? unescaped(bytes, starts[index]!, ends[index]!)
    : bytes.subarray(starts[index], ends[index]);
}

/** Text that is needed before the encoding of the file is known: UTF-8 where it is, else windows-1252. */
function decodeHeading(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The order that most of the cells which can be read in one way only are in. */
function prevailing(order: OrderEvidence): 'day-first' | 'month-first' | null {
  const dayFirst = order['day-first'].count;
  const monthFirst = order['month-first'].count;
  if (dayFirst + monthFirst === 0) return null;
  return dayFirst >= monthFirst ? 'day-first' : 'month-first';
}

function swappedText(text: string): string {
  return text.replace(/^(\d+)(\D)(\d+)/, '$3$2$1');
}

function keptRows(count: number, dropped: ReadonlySet<number>): Uint32Array {
  const keep = new Uint32Array(count - dropped.size);
  for (let row = 0, kept = 0; row < count; row++) if (!dropped.has(row)) keep[kept++] = row;
  return keep;
}

function picked<A extends Uint32Array | Float64Array>(array: A, rows: Uint32Array): A {
  const result = new (array.constructor as new (length: number) => A)(rows.length);
  for (let i = 0; i < rows.length; i++) result[i] = array[rows[i]!]!;
  return result;
}
