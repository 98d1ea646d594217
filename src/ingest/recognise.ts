/** Whose export is this, and which column carries what: decided from the header line and the contract's `sources`. */
import type { Source } from '../contract/contract.ts';
import { fold } from '../domain/fold.ts';
import { error, type Place, type Problem } from '../domain/problem.ts';
import { FIELDS, type Field } from '../domain/ticket.ts';
import type { FileLang, Tool } from './tool.ts';
import { TOOLS } from './tools/index.ts';

export interface Layout {
  readonly tool: string;
  readonly vocabulary: Tool;
  /** The language of the headings; `null` where they are the same in both. */
  readonly language: FileLang | null;
  /** `audit-log`: each row is the state of a ticket at an instant. */
  readonly rows: 'tickets' | 'audit-log';
  /** The zone of the local times. */
  readonly zone: string;
  /** The order of day and month, where the contract states it. */
  readonly dates: 'day-first' | 'month-first' | null;
  /** The order that the tool has in this language, for columns that do not show theirs. */
  readonly usualDates: 'day-first' | 'month-first' | null;
  readonly columns: readonly { readonly field: Field; readonly index: number; readonly heading: string }[];
  /** Headings that are not read: nothing of these columns is kept. */
  readonly ignored: readonly string[];
  readonly missing: ReadonlySet<string>;
  readonly yes: ReadonlySet<string>;
  readonly no: ReadonlySet<string>;
}

const YES = ['yes', 'oui', 'true', 'vrai', '1'];
const NO = ['no', 'non', 'false', 'faux', '0'];

const GENERIC: Tool = {
  id: 'generic',
  name: 'generic',
  signatures: [],
  columns: {},
  zone: 'stated',
  statuses: {},
  kinds: {},
};

/** Reads the header. Everything that keeps the file from being read is a problem, and then there is no layout. */
export function recognise(
  headings: readonly string[],
  source: Source | null,
  contractZone: string,
  place: Place,
): { layout: Layout | null; problems: Problem[] } {
  // Spreadsheets and programs tell repeated headings apart by a number.
  const folded = headings.map((heading) =>
    fold(heading).replace(/[._]\d+$/, (suffix) => (headings.includes(heading.slice(0, -suffix.length)) ? '' : suffix)),
  );
  const named = source?.tool ? TOOLS.find((candidate) => candidate.id === source.tool) : undefined;
  const tool =
    source?.tool === 'generic' ? GENERIC : (named ?? recognisedTool(folded) ?? (source?.columns.size ? GENERIC : null));
  if (!tool) {
    const tools = TOOLS.map((candidate) => candidate.name);
    return { layout: null, problems: [error('header-unknown', { found: headings, tools }, place)] };
  }
  const seen = named && !isSigned(named, folded) ? recognisedTool(folded) : null;
  if (named && seen)
    return { layout: null, problems: [error('tool-other', { stated: named.name, found: seen.name }, place)] };
  const problems: Problem[] = [];
  const columns: { field: Field; index: number; heading: string }[] = [];
  for (const field of FIELDS) {
    const own = source?.columns.get(field);
    const index = own === undefined ? firstOf(namesOf(tool, field), folded) : folded.indexOf(fold(own));
    if (own !== undefined && index < 0)
      problems.push(error('column-unknown', { field, column: own, found: headings }, place));
    if (index >= 0) columns.push({ field, index, heading: headings[index]! });
  }
  for (const field of ['key', 'created'] as const) {
    if (columns.some((column) => column.field === field) || source?.columns.has(field)) continue;
    problems.push(error('column-missing', { field, names: namesOf(tool, field), found: headings }, place));
  }
  if (problems.length) return { layout: null, problems };
  const has = (heading: string): boolean => folded.includes(fold(heading));
  const auditLog = tool.auditLog?.some((set) => set.every(has)) ?? false;
  const used = new Set(columns.map((column) => column.index));
  const language = languageOf(tool, folded);
  return {
    problems,
    layout: {
      tool: tool.id,
      vocabulary: tool,
      language,
      rows: source?.rows ?? (auditLog ? 'audit-log' : 'tickets'),
      zone: source?.zone ?? (tool.zone === 'UTC' ? 'UTC' : contractZone),
      dates: source?.dates ?? null,
      usualDates: (language && tool.dates?.[language]) ?? null,
      columns,
      ignored: headings.filter((heading, index) => heading !== '' && !used.has(index)),
      missing: new Set([...(tool.missing ?? []), ...(source?.missing ?? [])]),
      yes: new Set((tool.yes ?? YES).map(fold)),
      no: new Set((tool.no ?? NO).map(fold)),
    },
  };
}

/** Whether one of the signatures of a tool is wholly among the headings. */
function isSigned({ signatures }: Tool, folded: readonly string[]): boolean {
  return signatures.some((set) => set.every((heading) => folded.includes(fold(heading))));
}

/** The tool one of whose signatures is wholly among the headings; of several, the one that knows most of them. */
function recognisedTool(folded: readonly string[]): Tool | null {
  const candidates = TOOLS.filter((tool) => isSigned(tool, folded));
  const known = (tool: Tool): number => FIELDS.filter((field) => firstOf(namesOf(tool, field), folded) >= 0).length;
  return candidates.sort((a, b) => known(b) - known(a))[0] ?? null;
}

function namesOf(tool: Tool, field: Field): readonly string[] {
  const headings = tool.columns[field];
  return headings ? [...(headings.any ?? []), ...(headings.fr ?? []), ...(headings.en ?? [])] : [];
}

/** The language of most of the headings that are in one language only. */
function languageOf(tool: Tool, folded: readonly string[]): FileLang | null {
  const count = (lang: FileLang): number =>
    FIELDS.filter((field) => tool.columns[field]?.[lang]?.some((heading) => folded.includes(fold(heading)))).length;
  const french = count('fr');
  const english = count('en');
  return french === english ? null : french > english ? 'fr' : 'en';
}

function firstOf(names: readonly string[], folded: readonly string[]): number {
  for (const name of names) {
    const index = folded.indexOf(fold(name));
    if (index >= 0) return index;
  }
  return -1;
}
