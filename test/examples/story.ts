/**
 * Tickets and work of an invented contract: the same seed gives the same bytes. All instants are local times, written
 * as if they were UTC, since that is what tools print.
 */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Days on which nobody works, besides week-ends. */
const HOLIDAYS = new Set(
  '2025-11-01 2025-11-11 2025-12-25 2026-01-01 2026-04-06 2026-05-01 2026-05-08 2026-05-14 2026-05-25 2026-07-14 2026-08-15 2026-11-01 2026-11-11'.split(
    ' ',
  ),
);
const OPENS = 9 * HOUR;
const CLOSES = 18 * HOUR;

export type Kind = 'corrective' | 'evolutive' | 'preventive' | 'question';

export interface Entry {
  /** Local midnight of the day of the work. */
  readonly day: number;
  readonly minutes: number;
  readonly activity: string;
  readonly booked: number;
  readonly person: string;
}

export interface Ticket {
  readonly key: number;
  readonly kind: Kind;
  /** 0 is the most urgent. */
  readonly priority: number;
  readonly complexity: 'simple' | 'moyen' | 'complexe';
  readonly application: string;
  readonly title: string;
  readonly person: string;
  readonly created: number;
  /** `null` where it has not happened by the end. */
  readonly acknowledged: number | null;
  readonly resolved: number | null;
  readonly closed: number | null;
  readonly updated: number;
  readonly wait: { readonly from: number; readonly to: number | null } | null;
  readonly work: readonly Entry[];
}

export interface Story {
  readonly seed: number;
  readonly firstKey: number;
  /** Month → tickets opened in it. */
  readonly months: Readonly<Record<string, number>>;
  readonly end: number;
  /** Working hours to resolve, by priority. */
  readonly targets: readonly number[];
  /** Month → how much longer everything takes. */
  readonly strain: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<Kind, number>>;
  readonly applications: readonly string[];
  readonly activities: Readonly<Record<Kind, readonly string[]>>;
  readonly people: readonly string[];
  readonly titles: Readonly<Record<Kind, readonly string[]>>;
  /** How much effort tickets take, as a factor. */
  readonly effort: number;
  /** Work of these days (local midnights, half-open) is entered only on that one. */
  readonly lateBooking: { readonly from: number; readonly to: number; readonly booked: number } | null;
  /** Work on no ticket: what, by whom, how many minutes a month. */
  readonly loose: readonly { readonly activity: string; readonly person: string; readonly minutes: number }[];
}

/** Numbers in [0, 1) that follow from a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const iso = (day: number): string => new Date(day).toISOString().slice(0, 10);
export const dayOf = (at: number): number => Math.floor(at / DAY) * DAY;

function isOpen(day: number): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(iso(day));
}

/** The instant after so many working minutes. */
export function afterWorking(at: number, minutes: number): number {
  let left = minutes * MINUTE;
  let day = dayOf(at);
  let from = Math.max(at - day, OPENS);
  for (;;) {
    if (isOpen(day) && from < CLOSES) {
      const room = CLOSES - from;
      if (left <= room) return day + from + left;
      left -= room;
    }
    day += DAY;
    from = OPENS;
  }
}

/** The tickets of a story, by key, and the work on none. */
export function tell(story: Story): { tickets: Ticket[]; loose: Entry[] } {
  const random = randomOf(story.seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const around = (median: number, spread: number): number => median * Math.exp(spread * normal());
  const weighted = <Name extends string>(weights: Readonly<Record<Name, number>>): Name => {
    const names = Object.keys(weights) as Name[];
    let left = random() * names.reduce((sum, name) => sum + weights[name], 0);
    for (const name of names) {
      left -= weights[name];
      if (left < 0) return name;
    }
    return names.at(-1)!;
  };
  const openings = Object.entries(story.months)
    .flatMap(([month, count]) => {
      const first = Date.parse(`${month}-01T00:00:00Z`);
      const days = Math.round((Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1) - first) / DAY);
      return Array.from({ length: count }, () => {
        let day = first;
        do day = first + Math.floor(random() * days) * DAY;
        while (!isOpen(day) && random() < 0.92);
        return day + Math.floor((8 + random() * 10.5) * 60) * MINUTE;
      });
    })
    .filter((at) => at < story.end)
    .sort((a, b) => a - b);
  const bookedAt = (day: number): number => {
    const { lateBooking } = story;
    if (lateBooking && day >= lateBooking.from && day < lateBooking.to) return lateBooking.booked + 9 * HOUR;
    const delay = random() < 0.04 ? Math.ceil(random() * 12) * DAY : 0;
    return Math.min(story.end - HOUR, day + delay + 17 * HOUR + Math.floor(random() * 80) * MINUTE);
  };
  const tickets = openings.map((created, i): Ticket => {
    const month = iso(created).slice(0, 7);
    const kind = weighted(story.kinds);
    const priority = kind === 'corrective' ? pick([0, 1, 1, 2, 2, 2, 3]) : pick([2, 3, 3]);
    const complexity = kind === 'evolutive' ? pick(['simple', 'simple', 'moyen', 'complexe'] as const) : 'simple';
    const strain = story.strain[month] ?? 1;
    const target = story.targets[priority]! * 60;
    const application = pick(story.applications);
    const person = pick(story.people);
    const title = pick(story.titles[kind]).replace('%', application);
    const acknowledged = afterWorking(created, Math.max(3, around(9 + 9 * priority, 0.7) * Math.sqrt(strain)));
    const span = Math.max(20, around(target * 0.26, 0.75) * strain);
    const waits = random() < 0.22;
    const waitFrom = afterWorking(acknowledged, span * 0.4);
    const waitTo = waits ? afterWorking(waitFrom, around(600, 0.7)) : waitFrom;
    const resolved = afterWorking(waitTo, span * 0.6);
    const closed = resolved + 3 * DAY + Math.floor(random() * 300) * MINUTE;
    const typical = { corrective: 110, evolutive: 0, preventive: 150, question: 22 }[kind];
    const byComplexity = { simple: 210, moyen: 600, complexe: 1500 }[complexity];
    const minutes =
      15 * Math.max(1, Math.round((around(kind === 'evolutive' ? byComplexity : typical, 0.45) * story.effort) / 15));
    const work: Entry[] = [];
    let left = minutes;
    let day = dayOf(acknowledged);
    while (left > 0) {
      while (!isOpen(day)) day += DAY;
      if (day >= story.end) break;
      const part = Math.min(left, 15 * Math.ceil((60 + random() * 240) / 15));
      work.push({ day, minutes: part, activity: pick(story.activities[kind]), booked: bookedAt(day), person });
      left -= part;
      day += DAY;
    }
    const past = (at: number): number | null => (at <= story.end ? at : null);
    const happened = [created, acknowledged, waits ? waitFrom : 0, waits ? waitTo : 0, resolved, closed].filter(
      (at) => at > 0 && at <= story.end,
    );
    return {
      key: story.firstKey + i,
      kind,
      priority,
      complexity,
      application,
      title,
      person,
      created,
      acknowledged: past(acknowledged),
      resolved: past(resolved),
      closed: past(closed),
      updated: Math.max(...happened),
      wait: waits && waitFrom <= story.end ? { from: waitFrom, to: past(waitTo) } : null,
      work,
    };
  });
  const loose = story.loose.flatMap(({ activity, person, minutes }) =>
    Object.keys(story.months).flatMap((month) => {
      let day = Date.parse(`${month}-10T00:00:00Z`);
      while (!isOpen(day)) day += DAY;
      return day < story.end ? [{ day, minutes, activity, person, booked: bookedAt(day) }] : [];
    }),
  );
  return { tickets, loose };
}
