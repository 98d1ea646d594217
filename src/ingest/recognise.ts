/** Whose export is this, and which column carries what: decided from the header line and the contract's `sources`. */
import type { Source } from '../contract/contract.ts';
import { error, type Place, type Problem } from '../domain/problem.ts';
import { FIELDS, type Field } from '../domain/ticket.ts';
import { fold } from '../domain/fold.ts';
import type { Tool } from './tool.ts';
import { TOOLS } from './tools/index.ts';

export interface Layout {
  readonly tool: string;
  readonly vocabulary: Tool;
  /** `audit-log`: each row is the state of a ticket at an instant. */
  readonly rows: 'tickets' | 'audit-log';
  /** The zone of the local times. */
  readonly zone: string;
  readonly dates: 'day-first' | 'month-first' | null;
  readonly columns: readonly { readonly field: Field; readonly index: number; readonly heading: string }[];
  /** Headings that are not read. */
  readonly ignored: readonly string[];
  readonly missing: ReadonlySet<string>;
  readonly yes: ReadonlySet<string>;
  readonly no: ReadonlySet<string>;
}

const GENERIC: Tool = {
  id: 'generic',
  name: 'generic',
  signatures: [],
  columns: {},
  missing: [],
  zone: 'stated',
  statuses: {},
  kinds: {},
  yes: ['yes', 'oui', 'true', '1'],
  no: ['no', 'non', 'false', '0'],
};

/** Reads the header. Everything that keeps the file from being read is a problem, and then there is no layout. */
export function recognise(
  headings: readonly string[],
  source: Source | null,
  contractZone: string,
  place: Place,
): { layout: Layout | null; problems: Problem[] } {
  const folded = headings.map(fold);
  const has = (heading: string): boolean => folded.includes(heading);
  const named = source?.tool ? TOOLS.find((candidate) => candidate.id === source.tool) : undefined;
  const tool =
    source?.tool === 'generic'
      ? GENERIC
      : (named ??
        TOOLS.find((candidate) => candidate.signatures.some((set) => set.every(has))) ??
        (source?.columns.size ? GENERIC : null));
  if (!tool) {
    const tools = TOOLS.map((candidate) => candidate.name);
    return { layout: null, problems: [error('header-unknown', { found: headings, tools }, place)] };
  }
  const problems: Problem[] = [];
  const columns: { field: Field; index: number; heading: string }[] = [];
  for (const field of FIELDS) {
    const own = source?.columns.get(field);
    const index = own === undefined ? firstOf(tool.columns[field] ?? [], folded) : folded.indexOf(fold(own));
    if (own !== undefined && index < 0)
      problems.push(error('column-unknown', { field, column: own, found: headings }, place));
    if (index >= 0) columns.push({ field, index, heading: headings[index]! });
  }
  for (const field of ['key', 'created'] as const) {
    if (columns.some((column) => column.field === field) || source?.columns.has(field)) continue;
    problems.push(error('column-missing', { field, names: tool.columns[field] ?? [], found: headings }, place));
  }
  if (problems.length) return { layout: null, problems };
  const auditLog = tool.auditLog?.some((set) => set.every(has)) ?? false;
  const used = new Set(columns.map((column) => column.index));
  return {
    problems,
    layout: {
      tool: tool.id,
      vocabulary: tool,
      rows: source?.rows ?? (auditLog ? 'audit-log' : 'tickets'),
      zone: source?.zone ?? (tool.zone === 'UTC' ? 'UTC' : contractZone),
      dates: source?.dates ?? null,
      columns,
      ignored: headings.filter((heading, index) => heading !== '' && !used.has(index)),
      missing: new Set([...tool.missing, ...(source?.missing ?? [])]),
      yes: new Set(tool.yes.map(fold)),
      no: new Set(tool.no.map(fold)),
    },
  };
}

function firstOf(names: readonly string[], folded: readonly string[]): number {
  for (const name of names) {
    const index = folded.indexOf(name);
    if (index >= 0) return index;
  }
  return -1;
}
