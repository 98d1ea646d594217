/**
 * Dates as the tools print them. A cell gives a wall time, or an instant where it prints its offset. Whether
 * `03/04/2025` is in March or in April is a property of the column, decided from all its cells: a cell that can
 * be read in one way only is evidence, and nothing is guessed without any.
 */
import { daysInMonth } from '../domain/date.ts';
import { fold } from '../domain/fold.ts';
import { DAY_MS, FIRST_YEAR, HOUR_MS, LAST_YEAR, MINUTE_MS } from '../domain/zone.ts';

export type DateOrder = 'day-first' | 'month-first';

/** What a cell says. `NaN` in `value` is not a date. */
export interface DateReading {
  /** Wall time as epoch milliseconds of its digits; the instant itself where `kind` is `instant`. */
  value: number;
  kind: 'wall' | 'instant';
  /** Milliseconds that the printed offset is ahead of UTC; 0 for a wall time. */
  offset: number;
  /** `any` where the order does not matter; `either` where day and month may be swapped (then the value is the day-first reading). */
  order: DateOrder | 'any' | 'either';
}

const ZERO = 48;

/** One object for all calls: read it before the next one. */
const reading: DateReading = { value: NaN, kind: 'wall', offset: 0, order: 'any' };
const parts = new Int32Array(8);

/**
 * Reads `[start, end)` of the bytes: year, month and day in any of the three orders, `-`, `/` or `.` between them;
 * hours, minutes, seconds and a fraction; `AM` or `PM`; `Z` or an offset. Two-digit years are of this century.
 */
export function readDate(bytes: Uint8Array, start: number, end: number): DateReading {
  reading.value = NaN;
  reading.kind = 'wall';
  reading.order = 'any';
  forgetOffset();
  let at = start;
  let count = 0;
  let firstDigits = 0;
  let thirdDigits = 0;
  // Up to the three numbers of the date.
  while (count < 3) {
    const from = at;
    let number = 0;
    while (at < end && isDigit(bytes[at]!)) number = number * 10 + bytes[at++]! - ZERO;
    const digits = at - from;
    if (digits === 0 || digits > 4) return reading;
    if (count === 0) firstDigits = digits;
    if (count === 2) thirdDigits = digits;
    parts[count++] = number;
    if (count < 3) {
      const separator = bytes[at];
      if (at >= end || (separator !== 0x2d && separator !== 0x2f && separator !== 0x2e)) return reading;
      at++;
    }
  }
  let time = 0;
  if (at < end) {
    const read = readTime(bytes, at, end);
    if (!(read >= 0)) return reading;
    time = read;
  }
  let year: number;
  let month: number;
  let day: number;
  if (firstDigits === 4) {
    year = parts[0]!;
    month = parts[1]!;
    day = parts[2]!;
  } else {
    if (thirdDigits !== 4 && thirdDigits !== 2) return reading;
    year = thirdDigits === 2 ? 2000 + parts[2]! : parts[2]!;
    const dayFirst = isDate(year, parts[1]!, parts[0]!);
    const monthFirst = isDate(year, parts[0]!, parts[1]!);
    if (dayFirst) {
      day = parts[0]!;
      month = parts[1]!;
      reading.order = monthFirst && day !== month ? 'either' : monthFirst ? 'any' : 'day-first';
    } else {
      month = parts[0]!;
      day = parts[1]!;
      reading.order = 'month-first';
    }
  }
  if (!isDate(year, month, day)) return reading;
  reading.value = dayNumber(year, month, day) * DAY_MS + time - offsetRead;
  reading.offset = offsetRead;
  if (offsetKnown) reading.kind = 'instant';
  return reading;
}

/**
 * A reader of dates in a format of its own: `yyyy`, `MM`, `dd`, `HH`, `mm`, `ss` and what stands between them, or seconds
 * (`epoch-s`) or milliseconds (`epoch-ms`) since 1970.
 */
export function formatReader(format: string): (text: string) => DateReading {
  if (format === 'epoch-s' || format === 'epoch-ms') {
    const scale = format === 'epoch-s' ? 1000 : 1;
    return (text) => {
      reading.order = 'any';
      reading.kind = 'instant';
      reading.offset = 0;
      const value = /^\d{1,14}([.]\d+)?$/.test(text.trim()) ? Math.round(Number(text) * scale) : NaN;
      const year = new Date(value).getUTCFullYear();
      reading.value = year >= FIRST_YEAR && year < LAST_YEAR ? value : NaN;
      return reading;
    };
  }
  const names: string[] = [];
  const source = format
    .split(/(yyyy|MM|dd|HH|mm|ss)/)
    .map((part) => {
      if (!/^(yyyy|MM|dd|HH|mm|ss)$/.test(part)) return part.replace(/[.+?^${}()|[\]\\/]/g, '\\$&');
      names.push(part);
      return part === 'yyyy' ? '(\\d{4})' : '(\\d{2})';
    })
    .join('');
  const pattern = new RegExp(`^${source}$`);
  return (text) => {
    reading.value = NaN;
    reading.order = 'any';
    reading.kind = 'wall';
    reading.offset = 0;
    const match = pattern.exec(text.trim());
    if (!match) return reading;
    const part = (name: string, usual: number): number => {
      const at = names.indexOf(name);
      return at < 0 ? usual : Number(match[at + 1]);
    };
    const [year, month, day] = [part('yyyy', 0), part('MM', 0), part('dd', 0)];
    const [hour, minute, second] = [part('HH', 0), part('mm', 0), part('ss', 0)];
    if (!isDate(year, month, day) || hour > 23 || minute > 59 || second > 59) return reading;
    reading.value = dayNumber(year, month, day) * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS + second * 1000;
    return reading;
  };
}

/** The month-first reading of a day-first wall time whose day is at most 12. */
export function swapDayAndMonth(wall: number): number {
  const day = Math.floor(wall / DAY_MS);
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCDate() - 1, date.getUTCMonth() + 1) + wall - day * DAY_MS;
}

let offsetRead = 0;
let offsetKnown = false;

function forgetOffset(): void {
  offsetRead = 0;
  offsetKnown = false;
}

/** Milliseconds after midnight, or −1; leaves what offset was printed in `offsetRead` and `offsetKnown`. */
function readTime(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at] === 0x20 || bytes[at] === 0x54 || bytes[at] === 0x2c)) at++;
  if (at === end) return 0;
  let count = 0;
  parts.fill(0, 3, 7);
  while (count < 3) {
    const from = at;
    let number = 0;
    while (at < end && isDigit(bytes[at]!)) number = number * 10 + bytes[at++]! - ZERO;
    const digits = at - from;
    if (digits === 0 || digits > 2) return -1;
    parts[3 + count++] = number;
    if (at < end && bytes[at] === 0x3a) at++;
    else break;
  }
  if (count < 2) return -1;
  if (at < end && (bytes[at] === 0x2e || bytes[at] === 0x2c)) {
    at++;
    let scale = 100;
    const from = at;
    while (at < end && isDigit(bytes[at]!)) {
      parts[6] = parts[6]! + (bytes[at++]! - ZERO) * scale;
      scale = Math.floor(scale / 10);
    }
    if (at === from) return -1;
  }
  while (at < end && bytes[at] === 0x20) at++;
  let hours = parts[3]!;
  const letter = at < end ? bytes[at]! & 0xdf : 0;
  if ((letter === 0x41 || letter === 0x50) && at + 1 < end && (bytes[at + 1]! & 0xdf) === 0x4d) {
    if (hours < 1 || hours > 12) return -1;
    hours = (hours % 12) + (letter === 0x50 ? 12 : 0);
    at += 2;
  }
  if (at < end) {
    if (letter === 0x5a && at + 1 === end) offsetKnown = true;
    else if (bytes[at] === 0x2b || bytes[at] === 0x2d) {
      const sign = bytes[at] === 0x2b ? 1 : -1;
      const digits: number[] = [];
      for (at++; at < end; at++) {
        if (isDigit(bytes[at]!)) digits.push(bytes[at]! - ZERO);
        else if (bytes[at] !== 0x3a) return -1;
      }
      if (digits.length !== 4 && digits.length !== 2) return -1;
      const [h1 = 0, h2 = 0, m1 = 0, m2 = 0] = digits;
      // No zone is further than 14 h from UTC.
      if (h1 * 10 + h2 > 14 || m1 * 10 + m2 > 59) return -1;
      offsetRead = sign * ((h1 * 10 + h2) * HOUR_MS + (m1 * 10 + m2) * MINUTE_MS);
      offsetKnown = true;
    } else return -1;
  }
  const minutes = parts[4]!;
  const seconds = parts[5]!;
  if (hours > 23 || minutes > 59 || seconds > 59) return -1;
  return hours * HOUR_MS + minutes * MINUTE_MS + seconds * 1000 + parts[6]!;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= 57;
}

function isDate(year: number, month: number, day: number): boolean {
  return (
    year >= FIRST_YEAR &&
    year <= LAST_YEAR - 1 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    (day <= 28 || day <= daysInMonth(year, month))
  );
}

/** Days since 1970-01-01, in integers: the million calls of `Date.UTC` are what reading dates would spend its time on. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  janv: 1,
  january: 1,
  janvier: 1,
  feb: 2,
  fev: 2,
  fevr: 2,
  february: 2,
  fevrier: 2,
  mar: 3,
  mars: 3,
  march: 3,
  apr: 4,
  avr: 4,
  april: 4,
  avril: 4,
  may: 5,
  mai: 5,
  jun: 6,
  juin: 6,
  june: 6,
  // Request Tracker cuts its French July to three letters.
  jui: 7,
  jul: 7,
  juil: 7,
  july: 7,
  juillet: 7,
  aug: 8,
  aou: 8,
  aout: 8,
  august: 8,
  sep: 9,
  sept: 9,
  september: 9,
  septembre: 9,
  oct: 10,
  october: 10,
  octobre: 10,
  nov: 11,
  november: 11,
  novembre: 11,
  dec: 12,
  december: 12,
  decembre: 12,
  // Names of the other languages that the tools are read in.
  ene: 1,
  januar: 1,
  jaenner: 1,
  enero: 1,
  gen: 1,
  gennaio: 1,
  januari: 1,
  janeiro: 1,
  februar: 2,
  febrero: 2,
  febbraio: 2,
  februari: 2,
  fevereiro: 2,
  marz: 3,
  mrt: 3,
  maart: 3,
  marzo: 3,
  marco: 3,
  abr: 4,
  abril: 4,
  aprile: 4,
  mayo: 5,
  mag: 5,
  maggio: 5,
  mei: 5,
  maio: 5,
  junio: 6,
  juni: 6,
  giu: 6,
  giugno: 6,
  junho: 6,
  julio: 7,
  juli: 7,
  lug: 7,
  luglio: 7,
  julho: 7,
  ago: 8,
  agosto: 8,
  augustus: 8,
  septiembre: 9,
  set: 9,
  settembre: 9,
  setembro: 9,
  okt: 10,
  oktober: 10,
  octubre: 10,
  ott: 10,
  ottobre: 10,
  out: 10,
  outubro: 10,
  noviembre: 11,
  novembro: 11,
  dez: 12,
  dezember: 12,
  dic: 12,
  diciembre: 12,
  dicembre: 12,
  dezembro: 12,
};

/**
 * Reads a date that names its month, in any of the languages read, in any of the orders that tools print: `12/juil./24 15:04`,
 * `25/Feb/26 10:17 PM`, `Mar 04 Mar 2025 14:22:31`, `Tue Mar 04 14:22:31 2025`, `Mon, 01 Sep 2025 08:31:07 +0200`.
 * `NaN` in `value` where it is none.
 */
export function readNamedDate(text: string): DateReading {
  reading.value = NaN;
  reading.kind = 'wall';
  reading.order = 'any';
  forgetOffset();
  let month = 0;
  let time = '';
  let half = '';
  let offset = '';
  const numbers: string[] = [];
  for (const token of fold(text)
    .split(/[\s,/]+|(?<=[a-z.])-|-(?=[a-z])/)
    .filter(Boolean)) {
    if (/^\d{1,2}:\d{2}/.test(token)) time = token;
    else if (/^[ap]m$/.test(token)) half = token;
    else if (/^([+-]\d{2}:?\d{2}|z|utc|gmt)$/.test(token)) offset = token;
    else if (/^(\d{1,4}|\d{1,2}\.)$/.test(token)) numbers.push(token.replace('.', ''));
    else if (/^[a-z]+\.?$/.test(token)) {
      // Of two words the first is the day of the week: "Mar 04 Mar" is a Tuesday in March.
      const named = MONTHS[token.replace('.', '')];
      if (named !== undefined) month = named;
      else if (!WEEKDAYS.has(token.replace('.', '').slice(0, 3))) return reading;
    } else return reading;
  }
  const [first = '', second = ''] = numbers;
  if (!month || numbers.length !== 2 || first.length > 2) return reading;
  const year = second.length === 4 ? Number(second) : second.length === 2 ? 2000 + Number(second) : NaN;
  if (!isDate(year, month, Number(first))) return reading;
  let ms = 0;
  if (time) {
    const bytes = new TextEncoder().encode(
      [time, half, offset === 'utc' || offset === 'gmt' ? 'z' : offset].filter(Boolean).join(' '),
    );
    ms = readTime(bytes, 0, bytes.length);
    if (!(ms >= 0)) return reading;
  }
  reading.value = dayNumber(year, month, Number(first)) * DAY_MS + ms - offsetRead;
  if (offsetKnown) reading.kind = 'instant';
  return reading;
}

const WEEKDAYS = new Set([
  'lun',
  'mar',
  'mer',
  'jeu',
  'ven',
  'sam',
  'dim',
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
]);
