/** Whose export is this, and which column carries what: decided from the header line and the contract's `sources`. */
import type { Source } from '../contract/contract.ts';
import { fold } from '../domain/fold.ts';
import { error, type Place, type Problem } from '../domain/problem.ts';
import {
  DERIVED_FIELDS,
  EVENT_FIELDS,
  FIELDS,
  FILE_LANGS,
  KEEP_NOTHING,
  PERSON_FIELDS,
  WORK_FIELDS,
  type EffortUnit,
  type FileLang,
  type Keep,
  type RowField,
  type RowKind,
} from '../domain/ticket.ts';
import type { EventLog, Headings, Tool } from './tool.ts';
import { isDataRow } from './quotable.ts';
import { TOOLS } from './tools/index.ts';

export interface Layout {
  readonly tool: string;
  readonly vocabulary: Tool;
  /** The language of the headings; `null` where they are the same in both. */
  readonly language: FileLang | null;
  readonly rows: RowKind;
  /** The zone of the local times. */
  readonly zone: string;
  /** The order of day and month, where the contract states it. */
  readonly dates: 'day-first' | 'month-first' | null;
  /** The format of the dates, where the contract states one of its own. */
  readonly dateFormat: string | null;
  /** Whether the zone is that of the contract, since neither the tool, nor its file, nor the contract's source states one. */
  readonly zoneAssumed: boolean;
  /** Whether the unit of efforts is assumed: no tool, no heading and no source states it. */
  readonly unitAssumed: boolean;
  readonly labels: Source['labels'];
  /** The order that the tool has in this language, for columns that do not show theirs. */
  readonly usualDates: 'day-first' | 'month-first' | null;
  readonly columns: readonly { readonly field: RowField; readonly index: number; readonly heading: string }[];
  /** What a row cannot do without, besides its key. */
  readonly required: readonly RowField[];
  readonly unit: EffortUnit;
  /** How a list of events names the values that change; `null` where all its rows are about the status. */
  readonly changes: EventLog['changes'] | null;
  /** Where one cell tells what was and what became. */
  readonly within: EventLog['within'] | null;
  /** Columns of time entries inside the row of a ticket. */
  readonly logWork: readonly number[];
  /** Columns of one time entry of the ticket of a row. */
  readonly subWork: { readonly date: number; readonly hours: number } | null;
  /** Finds the key of the ticket in a cell that holds more. */
  readonly ticketIn: RegExp | null;
  /** Headings that are not read: nothing of these columns is kept. */
  readonly ignored: readonly string[];
  readonly missing: ReadonlySet<string>;
  readonly yes: ReadonlySet<string>;
  readonly no: ReadonlySet<string>;
}

const YES = ['yes', 'oui', 'true', 'vrai', '1'];
const NO = ['no', 'non', 'false', 'faux', '0'];

/** An export of a tool: its list of tickets, or one of its logs. */
interface Form {
  readonly rows: 'tickets' | 'history' | 'worklog';
  readonly tool: Tool;
  readonly fields: readonly RowField[];
  readonly needs: readonly RowField[];
  readonly required: readonly RowField[];
  readonly signatures: readonly (readonly string[])[];
  readonly columns: Partial<Readonly<Record<RowField, Headings>>>;
  readonly unit: EffortUnit;
  readonly changes: EventLog['changes'] | null;
  readonly within: EventLog['within'] | null;
  readonly ticketIn: RegExp | null;
}

function formsOf(tool: Tool): Form[] {
  const plain = { tool, unit: tool.effort ?? 'hours', changes: null, within: null, ticketIn: null } as const;
  return [
    {
      ...plain,
      rows: 'tickets',
      fields: [...FIELDS, ...DERIVED_FIELDS],
      needs: ['key', 'created'],
      required: ['created'],
      signatures: tool.signatures,
      columns: tool.columns,
    },
    ...(tool.history ?? []).map(({ signatures, columns, changes, within, unit }): Form => ({
      ...plain,
      rows: 'history',
      fields: [...EVENT_FIELDS, 'hours', 'person'],
      needs: ['key', 'at', 'to'],
      required: ['at'],
      signatures,
      columns,
      changes: changes ?? null,
      within: within ?? null,
      unit: unit ?? 'hours',
    })),
    ...(tool.worklog ?? []).map(({ signatures, columns, unit, ticketIn }): Form => ({
      ...plain,
      rows: 'worklog',
      fields: WORK_FIELDS,
      needs: ['date', 'hours'],
      required: ['date', 'hours'],
      signatures,
      columns,
      unit: unit ?? 'hours',
      ticketIn: ticketIn ?? null,
    })),
  ];
}

const CHANGES = {
  status: ['status', 'statut', 'état', 'state'],
  priority: ['priority', 'priorité'],
  group: ['group', 'groupe', 'queue', 'file'],
} as const;

/** Files of no tool: lists with columns that the contract names, and logs with the plainest of headings. */
const GENERIC: Tool = {
  id: 'generic',
  name: 'generic',
  signatures: [],
  columns: {},
  history: [
    {
      signatures: [
        ['key', 'at', 'to'],
        ['clé', 'instant', 'vers'],
      ],
      columns: {
        key: { any: ['key', 'clé'] },
        at: { any: ['at', 'instant'] },
        change: { any: ['field', 'champ', 'attribute', 'attribut', 'property', 'propriété', 'change', 'changement'] },
        from: { any: ['from', 'de'] },
        to: { any: ['to', 'vers'] },
      },
      changes: CHANGES,
    },
  ],
  worklog: [
    {
      signatures: [
        ['key', 'date', 'hours'],
        ['clé', 'date', 'heures'],
      ],
      columns: {
        ticket: { any: ['key', 'clé'] },
        date: { any: ['date'] },
        booked: { any: ['booked', 'saisie'] },
        activity: { any: ['activity', 'activité'] },
        hours: { any: ['hours', 'heures'] },
        person: { any: ['person', 'personne'] },
      },
    },
  ],
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
  keep: Keep = KEEP_NOTHING,
): { layout: Layout | null; problems: Problem[] } {
  // Spreadsheets and programs tell repeated headings apart by a number.
  const folded = headings.map((heading) =>
    fold(heading).replace(/[._]\d+$/, (suffix) => (headings.includes(heading.slice(0, -suffix.length)) ? '' : suffix)),
  );
  // Where the file has no headings its first row is of data, and nothing of it is said.
  const quotable = isDataRow(headings) ? [] : headings;
  const useless = TOOLS.flatMap((tool) => (tool.unusable ?? []).map((form) => ({ ...form, tool }))).find((form) =>
    isSigned(form.signatures, folded),
  );
  // Where the contract says what the file is, it knows better.
  if (useless && (!source?.tool || source.tool === useless.tool.id)) {
    const params = { tool: useless.tool.name, why: useless.why };
    return { layout: null, problems: [error('export-unusable', params, place)] };
  }
  const named = source?.tool ? [GENERIC, ...TOOLS].find((candidate) => candidate.id === source.tool) : undefined;
  const seen = recognisedForm(folded);
  const form =
    namedForm(named, source, folded) ??
    seen ??
    (source?.columns.size
      ? (formsOf(GENERIC).find(({ rows }) => rows === (source.rows ?? 'tickets')) ?? listOf(GENERIC))
      : null);
  if (!form) {
    const tools = TOOLS.map((candidate) => candidate.name);
    return { layout: null, problems: [error('header-unknown', { found: quotable, tools }, place)] };
  }
  if (named && named !== GENERIC && seen && seen.tool !== named && !isSigned(form.signatures, folded))
    return { layout: null, problems: [error('tool-other', { stated: named.name, found: seen.tool.name }, place)] };
  // The columns that a contract names for its lists say nothing of a log that lies beside them.
  const stated =
    source && (source.rows ?? 'tickets').replace('audit-log', 'tickets') === form.rows ? source.columns : null;
  const problems: Problem[] = [];
  const columns: { field: RowField; index: number; heading: string }[] = [];
  // What the contract names for one field is no longer the tool's usual column of another.
  const claimed = new Set([...(stated?.values() ?? [])].map((name) => folded.indexOf(fold(name))));
  for (const field of form.fields) {
    if (!isKept(field, keep)) continue;
    const own = stated?.get(field);
    const index = own === undefined ? firstOf(namesOf(form, field), folded, claimed) : folded.indexOf(fold(own));
    if (own !== undefined && index < 0)
      problems.push(error('column-unknown', { field, column: own, found: quotable }, place));
    if (index >= 0) columns.push({ field, index, heading: headings[index]! });
  }
  const isAudit =
    source?.rows === 'audit-log' ||
    (!source?.rows && form.tool.auditLog?.some((set) => set.every((name) => folded.includes(fold(name)))));
  // The instant of a row is none of its opening: a log without one begins with its first event.
  const openings = columns.filter(({ field }) => field === 'created' || field === 'updated');
  if (isAudit && openings.length === 2 && openings[0]!.index === openings[1]!.index)
    columns.splice(
      columns.findIndex(({ field }) => field === 'created'),
      1,
    );
  for (const field of form.needs) {
    if (isAudit && field === 'created' && columns.some((column) => column.field === 'updated')) continue;
    if (columns.some((column) => column.field === field) || stated?.has(field)) continue;
    problems.push(
      error('column-missing', { field, names: namesOf(form, field, languageOf(form, folded)), found: quotable }, place),
    );
  }
  const untold =
    form.tool === GENERIC &&
    form.rows === 'history' &&
    source?.rows !== 'history' &&
    !columns.some(({ field }) => field === 'change');
  const unread = headings.filter(
    (heading, index) => heading !== '' && !columns.some((column) => column.index === index),
  );
  const doubtful = unread.filter((heading) => !namesPeople(heading) && !REMARKS.has(fold(heading)));
  if (untold && doubtful.length) problems.push(error('change-column-unknown', { headings: doubtful }, place));
  if (problems.length) return { layout: null, problems };
  const { tool } = form;
  const logs = form.rows === 'tickets' ? (tool.logWork ?? []).map(fold) : [];
  const logWork = [...folded.keys()].filter((index) => logs.includes(folded[index]!));
  const subWork = form.rows === 'tickets' ? subWorkOf(tool, folded) : null;
  const used = new Set([...columns.map((column) => column.index), ...(subWork ? [subWork.date, subWork.hours] : [])]);
  const language = languageOf(form, folded);
  const headed = form.tool === GENERIC ? unitIn(columns) : null;
  return {
    problems,
    layout: {
      tool: tool.id,
      vocabulary: tool,
      language,
      rows: form.rows === 'tickets' && isAudit ? 'audit-log' : form.rows,
      zone: source?.zone ?? (tool.zone === 'UTC' ? 'UTC' : contractZone),
      zoneAssumed: source?.zone == null && tool.zone !== 'UTC',
      dates: source?.dates ?? null,
      dateFormat: source?.dateFormat ?? null,
      labels: source?.labels ?? new Map(),
      usualDates: (language && tool.dates?.[language]) ?? null,
      columns,
      required: columns.some(({ field }) => field === 'created') || !isAudit ? form.required : ['updated'],
      unit: source?.unit ?? headed ?? form.unit,
      unitAssumed: source?.unit == null && headed === null && form.tool === GENERIC,
      changes: columns.some(({ field }) => field === 'change') ? (form.changes ?? CHANGES) : null,
      within: form.within,
      logWork,
      subWork,
      ticketIn: form.ticketIn,
      ignored: headings.filter((heading, index) => heading !== '' && !used.has(index) && !logWork.includes(index)),
      missing: new Set([...(tool.missing ?? []), ...(source?.missing ?? [])]),
      yes: new Set((source?.yes.length ? source.yes : (tool.yes ?? YES)).map(fold)),
      no: new Set((source?.no.length ? source.no : (tool.no ?? NO)).map(fold)),
    },
  };
}

/** Where the time entries of a ticket lie in columns of its row and of those that go on with it. */
function subWorkOf({ subWork }: Tool, folded: readonly string[]): Layout['subWork'] {
  if (!subWork) return null;
  const [date, hours] = [firstOf(subWork.date, folded), firstOf(subWork.hours, folded)];
  return date < 0 || hours < 0 ? null : { date, hours };
}

/** The unit of an effort that no tool states, where its heading does: `Minutes`, `Durée (min)`; `null` where it does not. */
function unitIn(columns: Layout['columns']): EffortUnit | null {
  const heading = fold(columns.find(({ field }) => field === 'effort' || field === 'hours')?.heading ?? '');
  if (/\b(min|mins|mn|minutes?)\b/.test(heading)) return 'minutes';
  if (/\b(s|sec|secondes?|seconds?)\b/.test(heading)) return 'seconds';
  return /\b(h|hours?|heures?|stunden|horas|ore|uren)\b/.test(heading) ? 'hours' : null;
}

/** What a heading about people says, in the words that the tools use. */
const PEOPLE =
  /\b(demandeu[rs]e?s?|requesters?|requestors?|requerant|rapporteur|reporters?|reported by|auteur|author|creat(eu)?r|opened by|owners?|proprietaire|assign(ee|e a|ed to)|attribue a|technicien|technician|agent|handler|responsab\w+|responsible|caller|appelant|contact|customer|clients?|users?|utilisateur|observat\w+|watchers?|noms?|prenoms?|names?|login|e-?mails?|courriel|mails?|telephone|phone|mobile|benutzer\w*|besitzer|bearbeiter|zugewiesen\w*|techniker|kunde|usuarios?|asignad[oa]|propietario|informador|clientes?|tecnico|utente|assegnat\w+|proprietario|richiedente|atribuid[oa]|responsavel|solicitante|relator|gebruiker|eigenaar|toegewezen|toegekend\w*|behandelaar|melder|klant|naam|technicus)\b/;

/** Whether a heading is about a person, an address or a number to call. */
export function namesPeople(heading: string): boolean {
  return PEOPLE.test(fold(heading));
}

/** Columns of a log that say nothing of what changed. */
const REMARKS = new Set(
  [
    'id',
    'comment',
    'comments',
    'commentaire',
    'commentaires',
    'note',
    'notes',
    'remarque',
    'summary',
    'résumé',
    'title',
    'titre',
    'project',
    'projet',
  ].map(fold),
);

/** Words of people are read where the contract asks for them. */
function isKept(field: RowField, { titles, people }: Keep): boolean {
  if (field === 'title') return titles;
  return (PERSON_FIELDS as readonly RowField[]).includes(field) ? people : true;
}

function listOf(tool: Tool): Form {
  return formsOf(tool)[0]!;
}

/** The export of a tool that the contract names: the one it says or shows itself to be, else its list of tickets. */
function namedForm(tool: Tool | undefined, source: Source | null, folded: readonly string[]): Form | null {
  if (!tool) return null;
  const forms = formsOf(tool);
  const said = source?.rows && source.rows !== 'audit-log' ? forms.find(({ rows }) => rows === source.rows) : undefined;
  return said ?? forms.find(({ signatures }) => isSigned(signatures, folded)) ?? recognisedLog(folded) ?? forms[0]!;
}

/** A log, whatever tool the contract names for its lists. */
function recognisedLog(folded: readonly string[]): Form | null {
  return (
    [...TOOLS, GENERIC]
      .flatMap(formsOf)
      .find((form) => form.rows !== 'tickets' && isSigned(form.signatures, folded) && isComplete(form, folded)) ?? null
  );
}

/** Whether the headings have all that the rows cannot do without. */
function isComplete(form: Form, folded: readonly string[]): boolean {
  return form.needs.every((field) => firstOf(namesOf(form, field), folded) >= 0);
}

/** Whether one of the signatures is wholly among the headings. */
function isSigned(signatures: Form['signatures'], folded: readonly string[]): boolean {
  return signatures.some((set) => set.every((heading) => folded.includes(fold(heading))));
}

/**
 * The export one of whose signatures is wholly among the headings. A log may carry columns of its tickets besides, a list
 * has none of a log; of several of a sort it is the one that knows most of the headings.
 */
function recognisedForm(folded: readonly string[]): Form | null {
  const forms = TOOLS.flatMap(formsOf).filter(({ signatures }) => isSigned(signatures, folded));
  const known = (form: Form): number =>
    form.fields.filter((field) => firstOf(namesOf(form, field), folded) >= 0).length;
  const isLog = (form: Form): number => (form.rows !== 'tickets' && isComplete(form, folded) ? 1 : 0);
  return forms.sort((a, b) => isLog(b) - isLog(a) || known(b) - known(a))[0] ?? recognisedLog(folded);
}

function namesOf({ columns }: Form, field: RowField, language: FileLang | null = null): readonly string[] {
  const headings = columns[field];
  const languages = language ? [language] : FILE_LANGS;
  return headings ? [...(headings.any ?? []), ...languages.flatMap((lang) => headings[lang] ?? [])] : [];
}

/** The language of most of the headings that are in one language only. */
function languageOf({ fields, columns }: Form, folded: readonly string[]): FileLang | null {
  const count = (lang: FileLang): number =>
    fields.filter((field) => columns[field]?.[lang]?.some((heading) => folded.includes(fold(heading)))).length;
  const counted = FILE_LANGS.map((lang) => ({ lang, headings: count(lang) })).sort((a, b) => b.headings - a.headings);
  const [first, second] = counted;
  return first!.headings === second!.headings ? null : first!.lang;
}

function firstOf(names: readonly string[], folded: readonly string[], taken: ReadonlySet<number> = new Set()): number {
  for (const name of names) {
    const index = folded.indexOf(fold(name));
    if (index >= 0 && !taken.has(index)) return index;
  }
  return -1;
}
