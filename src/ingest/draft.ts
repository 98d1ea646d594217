/** A first mapping for a file that no known tool wrote, from its headings: for a person to correct. */
import type { Source } from '../contract/contract.ts';
import { PLAIN_SOURCE } from '../contract/sources.ts';
import { fold } from '../domain/fold.ts';
import type { Problem } from '../domain/problem.ts';
import { FIELDS, type Field } from '../domain/ticket.ts';
import { TOOLS } from './tools/index.ts';

/** What the folded heading of a field usually holds, where no tool has that very heading; the likeliest first. */
const USUAL: Partial<Record<Field, readonly RegExp[]>> = {
  key: [
    /^(n°|(no|nr|num|numero|number|id|key|cle|ref|reference|code)\b)/,
    /\b(n°|numero|number|id|key|reference|ticket)$/,
  ],
  created: [
    /\b(ouvert|ouverte|ouverture|created|create date|creation|cree|creee|opened|opening|open)\b/,
    // Such words alone may be the title or the author of a ticket.
    /\b(date|jour|heure|time)\b.*\b(declar|signal|saisi|soumis|submi|report|recu|receiv|demand)/,
    /\b(declare|signale|saisi|soumis|submitted|reported|recu|received)e? (le|on|at)\b/,
  ],
  acknowledged: [/\b(prise? en compte|pris en charge|ack(ed)?\b|acknowledg|accus|first respon|premiere reponse)/],
  workaround: [/\b(contourn|workaround)/],
  resolved: [/\b(resol|resolu|solved|solution|retabli|restor|correct|livr|fixed|done)/],
  closed: [/\b(clos|clotur|close|ferm|termin|ended|fin)/],
  updated: [/\b(modifi|mise a jour|maj|update|chang)/],
  due: [/\b(echeance|due|deadline|date limite|attendu)/],
  status: [/\b(statut|status|etat|state|avancement)\b/],
  priority: [/\b(priorit|criticit|severit|gravit|urgence|urgency|impact)/],
  kind: [/\b(type|nature|genre|kind|tracker)\b/],
  application: [/\b(application|produit|product|projet|project|composant|component|module|service|categor)/],
  group: [/\b(groupe|group|equipe|team|queue|file)\b/],
  complexity: [/\b(complexit|complexity|taille|size)/],
  effort: [/\b(effort|charge|temps passe|time spent|duree|duration|consomme|hours|heures)\b/],
  reopens: [/\b(reouvert|reopen)/],
  reassignments: [/\b(reaffect|reassign)/],
};

/**
 * Field → heading that probably carries it. A heading that one of the tools uses for a field counts first, then words
 * that such headings hold. Each heading is given once; fields without a likely heading are not in the answer.
 */
export function draftColumns(headings: readonly string[]): ReadonlyMap<Field, string> {
  const drafted = new Map<Field, string>();
  const take = (field: Field, heading: string | undefined): void => {
    if (heading !== undefined) drafted.set(field, heading);
  };
  const free = (heading: string): boolean => heading !== '' && ![...drafted.values()].includes(heading);
  for (const field of FIELDS) {
    const known = new Set(
      TOOLS.flatMap(({ columns }) => Object.values(columns[field] ?? {}).flatMap((names) => names.map(fold))),
    );
    take(
      field,
      // What one tool calls so may be the opening in another: "Ouvert le".
      headings.find(
        (heading) =>
          free(heading) &&
          known.has(fold(heading)) &&
          (field === 'created' || !USUAL.created!.some((pattern) => pattern.test(fold(heading)))),
      ),
    );
  }
  for (const field of FIELDS) {
    for (const pattern of USUAL[field] ?? []) {
      if (!drafted.has(field)) {
        take(
          field,
          headings.find((heading) => free(heading) && pattern.test(fold(heading))),
        );
      }
    }
  }
  return new Map(FIELDS.flatMap((field) => (drafted.has(field) ? [[field, drafted.get(field)!] as const] : [])));
}

/** A mapping drafted for a file that no known tool wrote, from the problem that says so; `null` where it is not that, or too little is seen. */
export function draftFor(
  problems: readonly Problem[],
): { columns: ReadonlyMap<Field, string>; source: Source | null } | null {
  const unknown = problems.find(({ code }) => code === 'header-unknown');
  if (!unknown) return null;
  const columns = draftColumns((unknown.params as { found: readonly string[] }).found);
  const isEnough = columns.has('key') && columns.has('created');
  return {
    columns,
    source: isEnough ? { ...PLAIN_SOURCE, tool: 'generic', columns } : null,
  };
}
