/** What a contract says besides times and prices: who holds each level, environments, the hand-over, confidentiality. */
import { parseIsoDate } from '../domain/date.ts';
import { LEVELS, type Level } from '../domain/ticket.ts';
import type { Text } from './contract.ts';
import { bilingual } from './referee.ts';
import type { ContractFile } from './schema.ts';

export interface Trait {
  readonly value: string;
  /** A day number; `null` where the contract does not say. */
  readonly since: number | null;
}

export interface Environment {
  readonly id: string;
  readonly label: Text;
  readonly role: 'production' | 'provider' | 'acceptance';
  readonly traits: ReadonlyMap<string, Trait>;
}

export interface Chapters {
  readonly support: readonly { readonly level: Level; readonly holder: Text; readonly scope: Text | null }[];
  readonly environments: readonly Environment[];
  readonly reversibility: {
    readonly overlapMonths: number | null;
    readonly freshMonths: number;
    readonly documents: readonly { readonly title: Text; readonly updated: number; readonly owner: string }[];
  } | null;
  readonly confidentiality: readonly Text[];
}

const USUAL_FRESH_MONTHS = 6;

/** Reads these chapters of a contract file. */
export function chaptersOf({ support, environments, reversibility, confidentiality }: ContractFile): Chapters {
  return {
    support: LEVELS.flatMap((level) => {
      const of = support?.[level];
      return of
        ? [{ level, holder: bilingual(of.holder), scope: of.scope === undefined ? null : bilingual(of.scope) }]
        : [];
    }),
    environments: (environments ?? []).map(({ id, label, role, traits }) => ({
      id,
      label: bilingual(label),
      role,
      traits: new Map(
        Object.entries(traits).map(([name, trait]) => [
          name,
          typeof trait === 'string'
            ? { value: trait, since: null }
            : { value: trait.value, since: parseIsoDate(trait.since) },
        ]),
      ),
    })),
    reversibility: reversibility
      ? {
          overlapMonths: reversibility.overlapMonths ?? null,
          freshMonths: reversibility.freshMonths ?? USUAL_FRESH_MONTHS,
          documents: (reversibility.documents ?? []).map(({ title, updated, owner }) => ({
            title: bilingual(title),
            updated: parseIsoDate(updated)!,
            owner,
          })),
        }
      : null,
    confidentiality: (confidentiality ?? []).map(bilingual),
  };
}
