/** `jauge inspect`: what is understood of one file, as text for a person or as JSON for a program. */
import { basename, dirname } from 'node:path';
import { stringify } from 'yaml';
import type { Problem } from '../domain/problem.ts';
import type { Field } from '../domain/ticket.ts';
import { speak, type Lang } from '../texts/index.ts';
import { inspectRows, type Inspection } from '../ingest/inspect.ts';
import { readRows } from '../ingest/read.ts';
import { bytesOf } from './bytes.ts';
import { printable, renderProblems, wordsOf } from './terminal.ts';

export interface FileInspection {
  /** The folder that problems and the file's name are relative to. */
  readonly folder: string;
  readonly file: string;
  /** `null` where the file could not be read, not even with the mapping drafted for it. */
  readonly inspection: Inspection | null;
  /** A mapping drafted for a file that no known tool wrote; else `null`. */
  readonly draft: ReadonlyMap<Field, string> | null;
  readonly zone: string;
  readonly problems: readonly Problem[];
}

/** Reads a file as a drop of a contract in `zone` would be. Where no tool is recognised, a mapping is drafted and used. */
export async function inspectFile(path: string, zone: string): Promise<FileInspection> {
  const folder = dirname(path);
  const file = basename(path);
  const { rows, problems, draft } = await readRows(
    { name: file, source: null, chunks: () => bytesOf(path, file) },
    zone,
  );
  const inspection = rows && inspectRows(rows, problems);
  return { folder, file, inspection, draft, zone, problems: inspection?.problems ?? problems };
}

/** The inspection as JSON; problems come with their words. */
export function inspectionJson({ inspection, draft, problems }: FileInspection, lang: Lang): string {
  const worded = problems.map((problem) => ({ ...problem, ...wordsOf(problem, lang) }));
  const mapping = draft && Object.fromEntries(draft);
  return `${JSON.stringify({ tool: null, ...inspection, draft: mapping, problems: worded }, null, 2)}\n`;
}

/** The inspection as text. */
export function inspectionText(
  { folder, file, inspection, draft, zone, problems }: FileInspection,
  lang: Lang,
  colours: boolean,
): string {
  const { t, format } = speak(lang);
  const words = t.inspect;
  const lines: string[] = [file];
  if (inspection) {
    const { kind, rows, tickets, columns, ignored, personal, unknownStatuses } = inspection;
    const language = inspection.language === null ? null : words.language[inspection.language];
    lines.push(
      words.tool(inspection.tool, language),
      words.bytes(inspection.encoding, words.delimiter[inspection.delimiter] ?? inspection.delimiter),
      words.rows(
        format.number(rows.read),
        format.number(rows.accepted),
        format.number(rows.merged),
        format.number(rows.rejected),
      ),
      words.kind[kind],
      ...(kind === 'tickets' || kind === 'audit-log' ? [words.tickets(format.number(tickets.length))] : []),
      '',
      words.columns,
    );
    for (const { field, heading, zone: local, dates, samples } of columns) {
      lines.push(`  ${t.field[field]} ← ${heading}`);
      if (local !== null && dates) {
        const order = dates.order === null ? null : words.order[dates.order];
        const reason = words.because[dates.because](dates.evidence?.cell ?? '', dates.evidence?.line ?? 0);
        lines.push(`      ${words.dates(local, order, reason)}`);
      }
      for (const { line, cell, read } of samples) {
        const shown = (field === 'effort' || field === 'hours') && read !== '' ? format.duration(Number(read)) : read;
        lines.push(`      ${words.conversion(cell, shown, line)}`);
      }
    }
    const rest = ignored.filter((heading) => !personal.includes(heading));
    if (personal.length) lines.push('', words.personal(personal));
    if (rest.length) lines.push('', words.ignored(rest));
    if (unknownStatuses.length) lines.push('', words.unknownStatuses(unknownStatuses));
  }
  if (draft) {
    const columns = Object.fromEntries(draft);
    lines.push('', words.draft, '');
    lines.push(
      ...stringify({ sources: [{ tool: 'generic', zone, columns }] })
        .trimEnd()
        .split('\n'),
    );
  }
  const text = lines.map(printable).join('\n');
  return problems.length ? `${text}\n\n${renderProblems(problems, folder, lang, colours)}` : text;
}
