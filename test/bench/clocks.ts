/**
 * Working time between two instants and due dates: ours, a bare look-up in prefix sums (the limit of what any table can
 * do), and what npm offers, in one run; and how many of the vectors each gets right. Run with TZ=Europe/Paris, which is
 * the only zone that most of them know.
 */
import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import { DateTime } from 'luxon';
import moment from 'moment';
import 'moment-business-time';
import OpeningHours from 'opening_hours';
import { isoDate } from '../../src/domain/date.ts';
import { WorkingCalendar } from '../../src/domain/calendar.ts';
import { holidaysOf } from '../../src/domain/holidays.ts';
import { DAY_MS, zoneOf } from '../../src/domain/zone.ts';
import { readVectors, rulesOf, type VectorFile } from '../vectors.ts';

type Between = (from: number, to: number) => number;

interface Contender {
  readonly name: string;
  readonly between: Between;
  /** Calls a round; the slow ones get fewer. */
  readonly calls: number;
}

interface Case {
  readonly calendar: string;
  readonly from: string;
  readonly to: string;
  readonly expected: { readonly workingMs: number };
}

const PARIS = 'Europe/Paris';
const OFFICE = 'paris-office';
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const file: VectorFile<Case> = readVectors('workingTime.json');
const vectors = file.cases.filter(({ calendar }) => calendar === OFFICE);
const rules = rulesOf(file.calendars[OFFICE]!);
const weekly = file.calendars[OFFICE]!.weekly as Record<string, readonly (readonly [string, string])[]>;
const holidays = Array.from({ length: 40 }, (_, i) => [...holidaysOf('FR', 1995 + i).keys()].map(isoDate)).flat();
const ours = new WorkingCalendar(zoneOf(PARIS), [{ from: null, rules }]);

/** Two look-ups in a table of openings and a subtraction: nothing can do less and be exact. */
function barePrefixSums(): Between {
  const openings = ours
    .stretches(Date.UTC(1985, 0, 1), Date.UTC(2065, 0, 1))
    .filter(({ open }) => open)
    .map(({ from, to }) => [from, to] as const);
  const starts = Float64Array.from(openings, ([from]) => from);
  const ends = Float64Array.from(openings, ([, to]) => to);
  const before = new Float64Array(openings.length);
  for (let i = 1; i < openings.length; i++) before[i] = before[i - 1]! + ends[i - 1]! - starts[i - 1]!;
  const base = Math.floor(starts[0]! / DAY_MS);
  const slots = new Int32Array(Math.ceil(ends.at(-1)! / DAY_MS) - base + 1);
  for (let day = 0, i = 0; day < slots.length; day++) {
    while (i + 1 < starts.length && starts[i + 1]! <= (base + day) * DAY_MS) i++;
    slots[day] = i;
  }
  const until = (at: number): number => {
    let i = slots[Math.floor(at / DAY_MS) - base]!;
    while (i + 1 < starts.length && starts[i + 1]! <= at) i++;
    const start = starts[i]!;
    return at <= start ? before[i]! : before[i]! + Math.min(at, ends[i]!) - start;
  };
  return (from, to) => until(to) - until(from);
}

/** What one writes with luxon: day by day, the openings of the day cut to the two instants. */
function luxonLoop(): Between {
  const closed = new Set(holidays);
  return (from, to) => {
    let total = 0;
    for (
      let day = DateTime.fromMillis(from, { zone: PARIS }).startOf('day');
      day.toMillis() < to;
      day = day.plus({ days: 1 })
    ) {
      if (closed.has(day.toISODate()!)) continue;
      for (const [start, end] of weekly[DAYS[day.weekday - 1]!] ?? []) {
        const [h1 = 0, m1 = 0] = start.split(':').map(Number);
        const [h2 = 0, m2 = 0] = end.split(':').map(Number);
        const opened = day.set({ hour: h1, minute: m1 }).toMillis();
        const ended = day.set({ hour: h2, minute: m2 }).toMillis();
        total += Math.max(0, Math.min(to, ended) - Math.max(from, opened));
      }
    }
    return total;
  };
}

function openingHours(): Between {
  const abbreviations = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
  const week = DAYS.map((day, i) => {
    const spans = (weekly[day] ?? []).map(([start, end]) => `${start}-${end}`).join(',');
    return `${abbreviations[i]!} ${spans || 'off'}`;
  }).join('; ');
  const place = { lat: 48.85, lon: 2.35, address: { country_code: 'fr', state: 'Île-de-France' } };
  const hours = new OpeningHours(`${week}; PH off`, place);
  return (from, to) => hours.getOpenDuration(new Date(from), new Date(to))[0];
}

function momentBusinessTime(): Between {
  // It knows one opening a day: the lunch break cannot be said.
  const spans = (day: string): string[] | null => {
    const openings = weekly[day] ?? [];
    return openings.length ? [`${openings[0]![0]}:00`, `${openings.at(-1)![1]}:00`] : null;
  };
  const names = Object.fromEntries([6, 0, 1, 2, 3, 4, 5].map((day, i) => [i, spans(DAYS[day]!)]));
  moment.updateLocale('en', { workinghours: names, holidays });
  return (from, to) =>
    (moment(to) as unknown as { workingDiff: (other: unknown, unit: string) => number }).workingDiff(
      moment(from),
      'milliseconds',
    );
}

function dayjsBusinessTime(): Between {
  dayjs.extend(businessTime);
  const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
  const times = Object.fromEntries(
    names.map((name, i) => {
      const openings = (weekly[DAYS[(i + 6) % 7]!] ?? []).map(([start, end]) => ({
        start: `${start}:00`,
        end: `${end}:00`,
      }));
      return [name, openings.length ? openings : null];
    }),
  );
  (dayjs as unknown as { setBusinessTime: (times: object) => void }).setBusinessTime(times);
  (dayjs as unknown as { setHolidays: (days: string[]) => void }).setHolidays(holidays);
  return (from, to) =>
    (dayjs(to) as unknown as { businessMinutesDiff: (other: unknown) => number }).businessMinutesDiff(dayjs(from)) *
    60_000;
}

/** Pairs of instants three days apart on average, the same in every run. */
function pairs(count: number): Float64Array {
  const values = new Float64Array(count * 2);
  let seed = 7;
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) | 0;
    return (seed >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < count; i++) {
    values[i * 2] = Date.UTC(2024, 0, 1) + Math.floor(random() * 700 * DAY_MS);
    values[i * 2 + 1] = values[i * 2]! + Math.floor(random() * 6 * DAY_MS);
  }
  return values;
}

const nanoseconds = (run: () => number, calls: number): number => {
  const start = process.hrtime.bigint();
  sink += run();
  return Number(process.hrtime.bigint() - start) / calls;
};
let sink = 0;

/** Prints the comparison. */
export function benchClocks(): void {
  const contenders: Contender[] = [
    { name: 'ours', between: (from, to) => ours.workingTime(from, to), calls: 1_000_000 },
    { name: 'bare prefix sums', between: barePrefixSums(), calls: 1_000_000 },
    { name: 'opening_hours 3', between: openingHours(), calls: 200 },
    { name: 'luxon, day by day', between: luxonLoop(), calls: 1000 },
    { name: 'dayjs-business-time', between: dayjsBusinessTime(), calls: 300 },
    { name: 'moment-business-time', between: momentBusinessTime(), calls: 100 },
  ];
  const measured = contenders.map(({ name, between, calls }) => {
    const values = pairs(calls);
    const run = (): number => {
      let sum = 0;
      for (let i = 0; i < calls; i++) sum += between(values[i * 2]!, values[i * 2 + 1]!);
      return sum;
    };
    const rounds = Array.from({ length: 5 }, () => nanoseconds(run, calls)).sort((a, b) => a - b);
    const right = vectors.filter(({ from, to, expected }) => {
      try {
        return between(Date.parse(from), Date.parse(to)) === expected.workingMs;
      } catch {
        return false;
      }
    }).length;
    return { name, ns: rounds[2]!, right };
  });
  const reference = measured[0]!.ns;
  console.log(
    `\nWorking time between two instants, ${OFFICE}, ${process.env['TZ'] ?? ''}: ns a call, and vectors right of ${vectors.length}`,
  );
  for (const { name, ns, right } of measured) {
    console.log(
      `${name.padEnd(22)} ${ns.toFixed(0).padStart(9)} ${(ns / reference).toFixed(2).padStart(10)} × ours   ${right} right`,
    );
  }
  const values = pairs(1_000_000);
  const due = nanoseconds(() => {
    let sum = 0;
    for (let i = 0; i < 1_000_000; i++) sum += ours.due(values[i * 2]!, 14_400_000) ?? 0;
    return sum;
  }, 1_000_000);
  console.log(
    `${'due date, ours'.padEnd(22)} ${due.toFixed(0).padStart(9)} ${(due / reference).toFixed(2).padStart(10)} × ours`,
  );
  if (!Number.isFinite(sink)) console.log('the sums are not finite');
}

if (import.meta.main) benchClocks();
