/** Functional questions: how frequent they are, and what those beyond the threshold come to. */
import type { Classes } from '../clocks/commitments.ts';
import type { Contract } from '../contract/contract.ts';
import type { QuestionRule } from '../contract/pricing.ts';
import { termOn } from '../contract/terms.ts';
import { KINDS, type TicketTable } from '../domain/ticket.ts';
import type { Month } from '../domain/months.ts';
import { partOf, type Cents } from '../domain/quantity.ts';
import { firstDay } from './windows.ts';

export interface QuestionMonth {
  readonly month: Month;
  readonly rule: QuestionRule;
  readonly opened: number;
  readonly questions: number;
  /** How many the contract bears. */
  readonly allowed: number;
  /** Those beyond, the last opened of the month. */
  readonly beyond: readonly string[];
}

const QUESTION = KINDS.indexOf('question');

/** The questions of the months in which the contract has a rule for them. */
export function questionsOfMonths(contract: Contract, table: TicketTable, classes: Classes): QuestionMonth[] {
  const months = new Map<Month, { opened: number; questions: { key: string; at: number }[] }>();
  for (let i = 0; i < table.count; i++) {
    const at = table.instant.created[i]!;
    if (Number.isNaN(at)) continue;
    const month = new Date(contract.zone.wallAt(at)).toISOString().slice(0, 7);
    let of = months.get(month);
    if (!of) months.set(month, (of = { opened: 0, questions: [] }));
    of.opened++;
    if (classes.kind[table.word.kind[i]!] === QUESTION) of.questions.push({ key: table.keys[i]!, at });
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([month, { opened, questions }]) => {
      const rule = termOn(contract, firstDay(month))?.questions;
      if (!rule) return [];
      const { numerator, denominator } = rule.threshold;
      const allowed = Math.floor((opened * numerator) / denominator);
      const beyond = questions
        .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
        .slice(allowed)
        .map(({ key }) => key);
      return [
        {
          month,
          rule,
          opened,
          questions: questions.length,
          allowed,
          beyond,
        },
      ];
    });
}

/** VAT of an amount, to the nearest cent. */
export function vatOf(contract: Contract, amount: Cents): Cents {
  return partOf(amount, contract.vat);
}
