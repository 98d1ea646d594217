/** What the parties put before their committee besides the figures: what happened, surveys, risks, decisions. */
import type { Text } from './contract.ts';
import { error } from '../domain/problem.ts';
import { bilingual, type Referee } from './referee.ts';
import type { ContractFile } from './schema.ts';

export const RISK_LEVELS = ['high', 'medium', 'low'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** Days are ISO dates in the zone of the contract. */
export interface Committee {
  /** Ascending. */
  readonly events: readonly { readonly on: string; readonly text: Text }[];
  readonly surveys: readonly Survey[];
  readonly risks: readonly {
    readonly since: string;
    /** The last day; `null` while it lasts. */
    readonly until: string | null;
    readonly level: RiskLevel;
    readonly text: Text;
    readonly owner: string | null;
    readonly action: Text | null;
  }[];
  readonly decisions: readonly {
    readonly on: string;
    readonly text: Text;
    readonly owner: string | null;
    readonly due: string | null;
    readonly done: string | null;
  }[];
}

/** Answers of the users who were asked in a month. */
export interface Survey {
  readonly month: string;
  readonly asked: number;
  readonly answered: number;
  readonly satisfied: number;
}

/** Reads these parts of a contract file. */
export function committeeOf({ events, surveys, risks, decisions }: ContractFile, referee: Referee): Committee {
  const months = new Set<string>();
  (surveys ?? []).forEach(({ month, asked, answered, satisfied }, i) => {
    const place = referee.place(['surveys', i]);
    if (answered > asked || satisfied > answered)
      referee.report(error('survey-impossible', { month, asked, answered, satisfied }, place));
    if (months.has(month)) referee.report(error('contract-id-twice', { id: month }, place));
    months.add(month);
  });
  const byDay = <Item extends { readonly on: string }>(items: readonly Item[]): Item[] =>
    items.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return {
    events: byDay((events ?? []).map(({ on, text }) => ({ on, text: bilingual(text) }))),
    surveys: (surveys ?? []).toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    risks: (risks ?? [])
      .map(({ since, until, level, text, owner, action }) => ({
        since,
        until: until ?? null,
        level,
        text: bilingual(text),
        owner: owner ?? null,
        action: action === undefined ? null : bilingual(action),
      }))
      .toSorted((a, b) => RISK_LEVELS.indexOf(a.level) - RISK_LEVELS.indexOf(b.level) || (a.since < b.since ? -1 : 1)),
    decisions: byDay(
      (decisions ?? []).map(({ on, text, owner, due, done }) => ({
        on,
        text: bilingual(text),
        owner: owner ?? null,
        due: due ?? null,
        done: done ?? null,
      })),
    ),
  };
}
