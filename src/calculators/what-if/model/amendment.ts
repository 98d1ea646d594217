/** The draft of an amendment: the block of `terms:` that would bring changes into force. */
import type { ContractFile } from '../../../contract/schema.ts';
import { isoDate, parseIsoDate } from '../../../domain/date.ts';
import { changedFile, type Changes } from './change.ts';
import { wholeTerms, type FileCoverage, type WholeTerm } from './fields.ts';

/** What is to be added to a contract file, section by section; sections that do not change are not there. */
export interface Amendment {
  readonly calendars?: ContractFile['calendars'];
  readonly clocks?: ContractFile['clocks'];
  readonly terms: ContractFile['terms'];
}

const SECTIONS = ['commitments', 'coverage', 'prices', 'penalties', 'questions'] as const;
/** The end of the name of a calendar that an amendment brought. */
const DATED = /-\d{4}-\d{2}-\d{2}(-\d+)?$/;

/**
 * The amendment that brings changes into force.
 * @param from the first day, YYYY-MM-DD
 */
export function amendmentOf(file: ContractFile, changes: Changes, from: string): Amendment {
  const before = wholeTerms(file).at(-1)!;
  const other = changedFile(file, changes);
  const after = wholeTerms(other).at(-1)!;
  const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const used = calendarsUsed(file, after);
  const names = new Map(
    Object.entries(other.calendars)
      .filter(([id, calendar]) => used.has(id) && !isSame(calendar, file.calendars[id]))
      .map(([id]) => [id, freeName(id.replace(DATED, ''), from, file.calendars)]),
  );
  const calendars = Object.fromEntries([...names].map(([id, name]) => [name, other.calendars[id]!]));
  const renamed = (id: string): string => names.get(id) ?? id;
  const commitments = after.commitments.map((commitment) => {
    const calendar = commitment.calendar ?? file.clocks?.[commitment.clock as 'resolve']?.calendar;
    return {
      ...commitment,
      ...(calendar !== undefined && { calendar: renamed(calendar) }),
      targets: Array.isArray(commitment.targets)
        ? commitment.targets.map((row) =>
            row.calendar === undefined ? row : { ...row, calendar: renamed(row.calendar) },
          )
        : commitment.targets,
    };
  });
  const coverage = after.coverage.map((one) => {
    const inForce = before.coverage.find(({ id }) => id === one.id);
    const moved =
      one.calendar === undefined || renamed(one.calendar) === one.calendar
        ? one
        : { ...one, calendar: renamed(one.calendar) };
    return inForce ? fromThenOn(moved, inForce, from) : moved;
  });
  const sections = {
    ...after,
    coverage,
    commitments: Object.keys(calendars).length ? commitments : after.commitments,
  };
  const changed = Object.fromEntries(
    SECTIONS.filter((section) => !isSame(sections[section], before[section])).map((section) => [
      section,
      sections[section],
    ]),
  );
  return {
    ...(Object.keys(calendars).length && { calendars }),
    ...(!isSame(other.clocks, file.clocks) && { clocks: other.clocks }),
    terms: [{ from, label: { fr: 'Projet d’avenant', en: 'Draft amendment' }, ...changed }],
  };
}

/** The calendars that terms count in. */
function calendarsUsed(file: ContractFile, { commitments, coverage }: WholeTerm): Set<string> {
  const used = [
    ...commitments.flatMap(({ clock, calendar, targets }) => [
      calendar ?? file.clocks?.[clock as 'resolve']?.calendar,
      ...(Array.isArray(targets) ? targets.map((row) => row.calendar) : []),
    ]),
    ...coverage.map(({ calendar }) => calendar),
  ];
  return new Set(used.filter((id) => id !== undefined));
}

/** Another name for a calendar that changes: the past keeps its own. */
function freeName(id: string, from: string, taken: ContractFile['calendars']): string {
  for (let n = 1; ; n++) {
    const name = `${id}-${from}${n === 1 ? '' : `-${n}`}`;
    if (!(name in taken)) return name;
  }
}

/**
 * A coverage as an amendment brings it in. Another form is another coverage, with an id of its own. Lots that were bought
 * stay as they were bought: what changes is the next one.
 */
function fromThenOn(after: FileCoverage, before: FileCoverage, from: string): FileCoverage {
  const isAnother = after.form !== before.form;
  const id = isAnother ? `${after.id}-${after.form}` : after.id;
  if (after.form !== 'carnet') return { ...after, id };
  const [pattern] = [...after.lots].sort((a, b) => (a.bought < b.bought ? 1 : -1));
  const day = (date: string): number => parseIsoDate(date)!;
  const good = pattern!.expires === undefined ? null : day(pattern!.expires) - day(pattern!.bought);
  const next = {
    ...pattern!,
    id: `A${from}`,
    bought: from,
    ...(good !== null && { expires: isoDate(day(from) + good) }),
  };
  if (isAnother) return { ...after, id, lots: [next] };
  if (before.form !== 'carnet' || JSON.stringify(before.lots) === JSON.stringify(after.lots)) return after;
  return { ...after, lots: [...before.lots, next] };
}

/** The day after the last month of the data: when an amendment could come into force. */
export function nextMonth(last: string): string {
  const [year = 0, month = 0] = last.split('-').map(Number);
  return `${month === 12 ? year + 1 : year}-${String(month === 12 ? 1 : month + 1).padStart(2, '0')}-01`;
}
