/** The draft of an amendment: the block of `terms:` that would bring changes into force. */
import type { ContractFile } from '../contract/schema.ts';
import { changedFile, type Changes } from './change.ts';
import { wholeTerms } from './fields.ts';

/** What is to be added to a contract file, section by section; sections that do not change are not there. */
export interface Amendment {
  readonly calendars?: ContractFile['calendars'];
  readonly clocks?: ContractFile['clocks'];
  readonly terms: ContractFile['terms'];
}

const SECTIONS = ['commitments', 'coverage', 'prices', 'penalties', 'questions'] as const;
/** Calendars that change get another name: the past keeps its own. */
const SUFFIX = '-avenant';

/**
 * The amendment that brings changes into force.
 * @param from the first day, YYYY-MM-DD
 */
export function amendmentOf(file: ContractFile, changes: Changes, from: string): Amendment {
  const before = wholeTerms(file).at(-1)!;
  const other = changedFile(file, changes);
  const after = wholeTerms(other).at(-1)!;
  const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const calendars = Object.fromEntries(
    Object.entries(other.calendars)
      .filter(([id, calendar]) => !isSame(calendar, file.calendars[id]))
      .map(([id, calendar]) => [`${id}${SUFFIX}`, calendar]),
  );
  const renamed = (id: string): string => (`${id}${SUFFIX}` in calendars ? `${id}${SUFFIX}` : id);
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
  const sections = { ...after, commitments: Object.keys(calendars).length ? commitments : after.commitments };
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

/** The day after the last month of the data: when an amendment could come into force. */
export function nextMonth(last: string): string {
  const [year = 0, month = 0] = last.split('-').map(Number);
  return `${month === 12 ? year + 1 : year}-${String(month === 12 ? 1 : month + 1).padStart(2, '0')}-01`;
}
