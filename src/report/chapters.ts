/** The other chapters of a contract, with what the tickets and the dates say of them. */
import { z } from 'zod';
import { classesOf } from '../clocks/commitments.ts';
import type { Contract } from '../contract/contract.ts';
import { isoDate } from '../domain/date.ts';
import { monthPlus } from '../domain/months.ts';
import { KINDS, LEVELS, type StatusClass, type TicketTable } from '../domain/ticket.ts';
import { firstDay, monthOf } from '../account/windows.ts';

const text = z.strictObject({ fr: z.string(), en: z.string() });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const trait = z.strictObject({ value: z.string(), since: day.nullable() });

export const chaptersSchema = z
  .strictObject({
    format: z.literal('jauge-chapters/1'),
    asOf: z.iso.datetime(),
    zone: z.string(),
    support: z.array(z.strictObject({ level: z.enum(LEVELS), holder: text, scope: text.nullable() })),
    environments: z.array(
      z.strictObject({ id: z.string(), label: text, role: z.enum(['production', 'provider', 'acceptance']) }),
    ),
    traits: z
      .array(
        z.strictObject({
          name: z.string(),
          production: trait.nullable(),
          others: z.array(
            z.strictObject({
              environment: z.string(),
              trait: trait.nullable(),
              state: z
                .enum(['same', 'differs', 'unknown'])
                .describe('unknown: one of the two does not say, or there is no production to compare with.'),
            }),
          ),
        }),
      )
      .describe('Trait by trait, each environment beside production.'),
    differences: z.number().int(),
    unknowns: z.number().int(),
    reversibility: z
      .strictObject({
        ends: day.nullable(),
        overlapMonths: z.number().nullable(),
        overlapFrom: day.nullable().describe('The first day on which old and new provider overlap.'),
        freshMonths: z.number().int(),
        openIncidents: z.array(z.strictObject({ key: z.string(), slug: z.string(), opened: day })),
        incidentsKnown: z.boolean().describe('Whether the exports tell incidents from other tickets.'),
        documents: z.array(z.strictObject({ title: text, updated: day, owner: z.string(), fresh: z.boolean() })),
        ready: z.strictObject({ incidents: z.boolean().nullable(), documents: z.boolean().nullable() }),
      })
      .nullable(),
    confidentiality: z.array(text),
  })
  .describe('Levels, environments, hand-over and confidentiality of a contract.');

export type ChaptersReport = z.infer<typeof chaptersSchema>;

const OPEN: readonly (StatusClass | null)[] = ['new', 'active', 'waiting-client', 'waiting-third-party'];
const CORRECTIVE = KINDS.indexOf('corrective');

/**
 * The chapters of a contract, or `null` where it has none.
 * @param slugOf names the page of a ticket
 */
export function chaptersReport(
  contract: Contract,
  table: TicketTable,
  asOf: number,
  slugOf: (key: string) => string,
): ChaptersReport | null {
  const { support, environments, reversibility, confidentiality } = contract.chapters;
  if (!support.length && !environments.length && !reversibility && !confidentiality.length) return null;
  const date = (value: number | null): string | null => (value === null ? null : isoDate(value));
  const production = environments.find(({ role }) => role === 'production');
  const names = [...new Set(environments.flatMap(({ traits }) => [...traits.keys()]))];
  const shown = (of: { value: string; since: number | null } | undefined): z.infer<typeof trait> | null =>
    of ? { value: of.value, since: date(of.since) } : null;
  const traits = names.map((name) => {
    const reference = production?.traits.get(name);
    return {
      name,
      production: shown(reference),
      others: environments
        .filter((environment) => environment !== production)
        .map((environment) => {
          const own = environment.traits.get(name);
          const state =
            !own || !reference
              ? ('unknown' as const)
              : own.value === reference.value
                ? ('same' as const)
                : ('differs' as const);
          return { environment: environment.id, trait: shown(own), state };
        }),
    };
  });
  const all = traits.flatMap(({ others }) => others);
  return {
    format: 'jauge-chapters/1',
    asOf: new Date(asOf).toISOString(),
    zone: contract.zone.name,
    support: [...support],
    environments: environments.map(({ id, label, role }) => ({ id, label, role })),
    traits,
    differences: all.filter(({ state }) => state === 'differs').length,
    unknowns: all.filter(({ state }) => state === 'unknown').length,
    reversibility: reversibility && handOver(contract, table, asOf, slugOf, reversibility),
    confidentiality: [...confidentiality],
  };
}

/** Whether the contract could be handed over: no incident may be open, and the documents must be up to date. */
function handOver(
  contract: Contract,
  table: TicketTable,
  asOf: number,
  slugOf: (key: string) => string,
  { overlapMonths, freshMonths, documents }: NonNullable<Contract['chapters']['reversibility']>,
): NonNullable<ChaptersReport['reversibility']> {
  const classes = classesOf(table, contract);
  const incidentsKnown = table.known.has('kind') && table.known.has('status');
  const openIncidents: NonNullable<ChaptersReport['reversibility']>['openIncidents'] = [];
  for (let i = 0; i < table.count; i++) {
    if (!incidentsKnown || classes.kind[table.word.kind[i]!] !== CORRECTIVE) continue;
    if (!OPEN.includes(classes.status[table.word.status[i]!]!)) continue;
    const key = table.keys[i]!;
    openIncidents.push({ key, slug: slugOf(key), opened: isoDate(contract.zone.dayAt(table.instant.created[i]!)) });
  }
  const today = contract.zone.dayAt(asOf);
  const limit = firstDay(monthPlus(monthOf(today), -freshMonths)) + (today - firstDay(monthOf(today)));
  const listed = documents.map(({ title, updated, owner }) => ({
    title,
    updated: isoDate(updated),
    owner,
    fresh: updated >= limit,
  }));
  return {
    ends: contract.ends === null ? null : isoDate(contract.ends),
    overlapMonths,
    overlapFrom:
      contract.ends === null || overlapMonths === null
        ? null
        : isoDate(firstDay(monthPlus(monthOf(contract.ends + 1), -Math.ceil(overlapMonths)))),
    freshMonths,
    openIncidents,
    incidentsKnown,
    documents: listed,
    ready: {
      incidents: incidentsKnown ? openIncidents.length === 0 : null,
      documents: listed.length ? listed.every(({ fresh }) => fresh) : null,
    },
  };
}
