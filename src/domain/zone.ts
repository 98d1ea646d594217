/**
 * Wall clocks and instants. Everything else in the project works on UTC epoch milliseconds; this is
 * the one place that knows what a clock on a wall in a given zone shows, and the only file that asks
 * a zone library. The library is asked for the offset *at an instant* only: luxon resolves a repeated
 * hour by the season of the day on which the program runs, so wall times are resolved here.
 */
import { IANAZone } from 'luxon';
import type { Day, Instant, Milliseconds, WallTime } from './units.ts';

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
export const MINUTE_MS = 60_000;

/** Offsets are tabulated for these years only, so that a hostile date cannot cost unbounded work. */
export const FIRST_YEAR = 1950;
export const LAST_YEAR = 2199;

/** How a wall time maps to the line of instants. */
export type Resolution =
  | { readonly kind: 'once'; readonly instant: number }
  /** The clock jumped over it: the wall time moved forward by the length of the gap. */
  | { readonly kind: 'gap'; readonly instant: number }
  /** It was shown twice. */
  | { readonly kind: 'fold'; readonly first: number; readonly second: number };

const FIRST_DAY = Date.UTC(FIRST_YEAR, 0, 1) / DAY_MS;
const LAST_DAY = Date.UTC(LAST_YEAR + 1, 0, 1) / DAY_MS;

const zones = new Map<string, Zone>();

/**
 * The zone of an IANA name; the same object for the same name.
 * @throws RangeError where the name is unknown to the platform.
 */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) zones.set(name, (zone = new Zone(name)));
  return zone;
}

/** Whether the platform knows the IANA name. */
export function isZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

export class Zone {
  readonly name: string;
  readonly #source: IANAZone;
  /** Year → the instants at which the offset changes, ascending. */
  readonly #changes = new Map<number, readonly number[]>();
  readonly #offsets = new Map<number, number>();
  /** For each UTC day: the offset where none changes within two days either side, else NaN; infinite where not looked up yet. */
  readonly #calm = new Float64Array(LAST_DAY - FIRST_DAY).fill(Infinity);

  constructor(name: string) {
    if (!isZone(name)) throw new RangeError(`Unknown time zone: ${name}`);
    this.name = name;
    this.#source = IANAZone.create(name);
  }

  /** Milliseconds that the zone's wall clock is ahead of UTC at an instant. O(1) away from a change. */
  offsetAt(instant: Instant): Milliseconds {
    const calm = this.#calmOffset(instant);
    return calm === calm ? calm : this.#lookUp(instant);
  }

  /** What the wall clock shows at an instant. */
  wallAt(instant: Instant): WallTime {
    return instant + this.offsetAt(instant);
  }

  /** The instant of a wall time that is days away from any change of the offset; else `NaN`, and {@link resolve} knows. */
  plainInstant(wall: WallTime): Instant {
    return wall - this.#calmOffset(wall);
  }

  /** Resolves a wall time; see {@link Resolution}. */
  resolve(wall: WallTime): Resolution {
    const calm = this.#calmOffset(wall);
    if (calm === calm) return { kind: 'once', instant: wall - calm };
    // No zone is further than 26 h from UTC, so these are the offsets before and after any change near the wall time.
    const before = this.#lookUp(wall - 26 * HOUR_MS);
    const after = this.#lookUp(wall + 26 * HOUR_MS);
    const u1 = wall - before;
    const u2 = wall - after;
    const ok1 = this.#lookUp(u1) === before;
    const ok2 = this.#lookUp(u2) === after;
    if (ok1 && ok2) {
      return u1 === u2
        ? { kind: 'once', instant: u1 }
        : { kind: 'fold', first: Math.min(u1, u2), second: Math.max(u1, u2) };
    }
    if (ok1) return { kind: 'once', instant: u1 };
    if (ok2) return { kind: 'once', instant: u2 };
    return { kind: 'gap', instant: u1 };
  }

  /** The instant of a wall time that opens something: the first of a repeated one; a missing one moves forward. */
  startOf(wall: WallTime): Instant {
    const calm = this.#calmOffset(wall);
    if (calm === calm) return wall - calm;
    const resolved = this.resolve(wall);
    return resolved.kind === 'fold' ? resolved.first : resolved.instant;
  }

  /** The instant of a wall time that closes something: the second of a repeated one; a missing one moves forward. */
  endOf(wall: WallTime): Instant {
    const calm = this.#calmOffset(wall);
    if (calm === calm) return wall - calm;
    const resolved = this.resolve(wall);
    return resolved.kind === 'fold' ? resolved.second : resolved.instant;
  }

  /**
   * The stretches of time during which the zone's date is `day` (days since 1970-01-01), half-open, ascending.
   * None where the zone skipped the date; two where the clock was set back across midnight.
   */
  spansOfDate(day: number): { start: number; end: number }[] {
    const wallStart = day * DAY_MS;
    const calm = this.#calmOffset(wallStart + DAY_MS / 2);
    if (calm === calm) return [{ start: wallStart - calm, end: wallStart + DAY_MS - calm }];
    const spans: { start: number; end: number }[] = [];
    const from = wallStart - 26 * HOUR_MS;
    const to = wallStart + DAY_MS + 26 * HOUR_MS;
    const cuts = [from, ...this.#changesBetween(from, to), to];
    for (let i = 0; i + 1 < cuts.length; i++) {
      const offset = this.#lookUp(cuts[i]!);
      const start = Math.max(cuts[i]!, wallStart - offset);
      const end = Math.min(cuts[i + 1]!, wallStart + DAY_MS - offset);
      if (end <= start) continue;
      const last = spans.at(-1);
      if (last && last.end === start) last.end = end;
      else spans.push({ start, end });
    }
    return spans;
  }

  /** Whether the zone's calendar has the date (`Pacific/Apia` has no 2011-12-30). */
  hasDate(day: Day): boolean {
    const calm = this.#calmOffset(day * DAY_MS + DAY_MS / 2);
    return calm === calm || this.spansOfDate(day).length > 0;
  }

  /** Days since 1970-01-01 of the zone's date at an instant. */
  dayAt(instant: Instant): Day {
    return Math.floor(this.wallAt(instant) / DAY_MS);
  }

  #calmOffset(ms: number): number {
    const day = Math.floor(ms / DAY_MS) - FIRST_DAY;
    if (!(day >= 0 && day < this.#calm.length)) return NaN;
    const calm = this.#calm[day]!;
    if (calm !== Infinity) return calm;
    this.#yearTable(new Date(ms).getUTCFullYear());
    return this.#calm[day]!;
  }

  /** The offset at an instant near a change: changes fall on quarters of an hour, so those are remembered. */
  #lookUp(instant: number): number {
    const quarter = Math.floor(instant / 900_000);
    let offset = this.#offsets.get(quarter);
    if (offset === undefined) {
      offset = this.#source.offset(quarter * 900_000) * MINUTE_MS;
      this.#offsets.set(quarter, offset);
    }
    return offset;
  }

  /** Looks a year up: its changes are the answer, its calm days go into the table. */
  #yearTable(year: number): readonly number[] {
    const known = this.#changes.get(year);
    if (known) return known;
    const first = Date.UTC(year, 0, 1);
    const days = (Date.UTC(year + 1, 0, 1) - first) / DAY_MS;
    const offsets: number[] = [];
    for (let day = -2; day <= days + 2; day++) {
      offsets.push(this.#source.offset(first + day * DAY_MS) * MINUTE_MS);
    }
    const changes: number[] = [];
    for (let day = 0; day < days; day++) {
      const offset = offsets[day + 2]!;
      const around = offsets.slice(day, day + 6);
      const slot = first / DAY_MS + day - FIRST_DAY;
      if (slot >= 0 && slot < this.#calm.length)
        this.#calm[slot] = around.every((other) => other === offset) ? offset : NaN;
      if (offsets[day + 3] !== offset) changes.push(this.#changeWithin(first + day * DAY_MS));
    }
    this.#changes.set(year, changes);
    return changes;
  }

  #changeWithin(dayStart: number): number {
    let low = dayStart / 900_000;
    let high = low + DAY_MS / 900_000;
    const before = this.#lookUp(dayStart);
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.#lookUp(middle * 900_000) === before) low = middle;
      else high = middle;
    }
    return high * 900_000;
  }

  #changesBetween(from: number, to: number): number[] {
    const found: number[] = [];
    for (let year = new Date(from).getUTCFullYear(); year <= new Date(to).getUTCFullYear(); year++) {
      for (const change of this.#yearTable(year)) if (change > from && change < to) found.push(change);
    }
    return found;
  }
}
